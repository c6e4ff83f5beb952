import { keyPlace } from '../../knowledge/index.js';
import type { Found, Subject } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** A finding for each fault that should have a key and lacks it. */
export function* faultsWithout(
  subject: Pick<Subject, 'files'>,
  key: string,
  shouldHave: (fault: Readonly<Record<string, unknown>>) => boolean,
  about: Pick<Found, 'message' | 'hint'>,
): Iterable<Found> {
  for (const { faults, root } of writtenTrees(subject))
    for (const [id, fault] of Object.entries(faults))
      if (fault[key] === undefined && shouldHave(fault)) yield { place: keyPlace(root.faults as object, id), ...about };
}
