import { keyPlace } from '../../knowledge/index.js';
import type { Found, Subject } from './lint.js';

/** A finding for each entry of a map in a file that is named nowhere. */
export function* neverUsed(
  { files }: Pick<Subject, 'files'>,
  kind: string,
  key: string,
  isUsed: (name: string) => boolean,
  about: (name: string) => Pick<Found, 'message' | 'hint'>,
): Iterable<Found> {
  for (const file of files) {
    const entries = file.kind === kind ? (file.root as Readonly<Record<string, unknown>> | null)?.[key] : undefined;
    if (typeof entries !== 'object' || entries === null) continue;
    for (const name of Object.keys(entries))
      if (!isUsed(name)) yield { place: keyPlace(entries, name), ...about(name) };
  }
}

/** Whether a value is written under a key anywhere in the files. */
export function isNamed({ files }: Pick<Subject, 'files'>, key: string): ReadonlySet<string> {
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === key && typeof inner === 'string') names.add(inner);
      else look(inner);
    }
  };
  for (const { root } of files) look(root);
  return names;
}
