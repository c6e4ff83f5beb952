import { keyPlace, valuePlace } from '../../knowledge/index.js';
import type { Place } from '../../source/index.js';
import type { Subject } from './lint.js';

/** A step as it was written: in a fix, in steps of a node, or in a procedure. */
export interface WrittenStep {
  readonly say: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly at: Place;
  readonly sayAt: Place;
  readonly file: string;
  /** Which of the steps of one list it is, and which list. */
  readonly index: number;
  readonly list: object;
}

/** Every step that was written, in written order. */
export function writtenSteps({ files }: Pick<Subject, 'files'>): readonly WrittenStep[] {
  return files.flatMap(({ path, root }) => [...stepsBelow(root, path)]);
}

function* stepsBelow(value: unknown, file: string): Iterable<WrittenStep> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (Array.isArray(inner) && ['do', 'fix', 'steps'].includes(key)) {
      for (const [index, step] of inner.entries()) {
        const say = (step as { say?: unknown } | null)?.say;
        if (typeof say === 'string')
          yield {
            say,
            value: step as Readonly<Record<string, unknown>>,
            at: keyPlace(step as object, 'say'),
            sayAt: valuePlace(step as object, 'say'),
            file,
            index,
            list: inner,
          };
      }
    } else if (!Array.isArray(inner)) yield* stepsBelow(inner, file);
  }
}
