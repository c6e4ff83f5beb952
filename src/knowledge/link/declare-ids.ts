import { valuePlace } from '../read/index.js';
import type { ValidFile } from './files.js';
import type { Linking } from './linking.js';

/**
 * The files that declare a tree or procedure, by its id. A file that cannot be read, or gives no id, counts as
 * declaring the id that its name suggests. Of two with the same id the first counts, and the second is reported.
 */
export function declareIds(
  files: readonly ValidFile[],
  kind: 'tree' | 'procedure',
  { report }: Linking,
): ReadonlyMap<string, ValidFile> {
  const declared = new Map<string, ValidFile>();
  const unnamed: ValidFile[] = [];
  for (const file of files.filter((one) => one.kind === kind)) {
    const root = rootOf(file);
    const id = root?.[kind];
    if (root === undefined || typeof id !== 'string') {
      unnamed.push(file);
      continue;
    }
    const first = rootOf(declared.get(id));
    if (first === undefined) declared.set(id, file);
    else
      report('duplicate-id', valuePlace(root, kind), { what: kind, id }, [
        { place: valuePlace(first, kind), message: 'The first one.' },
      ]);
  }
  for (const file of unnamed) {
    const suggested = (file.path.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '');
    if (!declared.has(suggested)) declared.set(suggested, file);
  }
  return declared;
}

function rootOf(file: ValidFile | undefined): Record<string, unknown> | undefined {
  const root = file?.holder?.root;
  return typeof root === 'object' && root !== null && !Array.isArray(root)
    ? (root as Record<string, unknown>)
    : undefined;
}
