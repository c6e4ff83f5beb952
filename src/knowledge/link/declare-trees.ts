import { declareIds } from './declare-ids.js';
import type { ValidFile } from './files.js';
import type { Linking, Names } from './linking.js';
import type { DeclaredTree } from './names-in-scope.js';

/** What every tree file declares: its id, its nodes and its faults, whether they are right or not. */
export function declareTrees(files: readonly ValidFile[], linking: Linking): Names<DeclaredTree> {
  const known = new Map<string, DeclaredTree | undefined>();
  for (const [id, file] of declareIds(files, 'tree', linking)) {
    const value = mapOf(file.holder?.root);
    known.set(
      id,
      value && {
        id,
        path: file.path,
        value,
        nodes: new Set(Object.keys(mapOf(value.nodes) ?? {})),
        faults: new Set(Object.keys(mapOf(value.faults) ?? {})),
      },
    );
  }
  return { known, complete: true };
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
