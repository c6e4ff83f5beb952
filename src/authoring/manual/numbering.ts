import type { KnowledgeBase, Tree } from '../../knowledge/index.js';
import { type ProcedureSheet, procedureSheets } from './procedure-sheets.js';

/** The numbers by which the parts of a manual refer to each other. */
export interface Numbering {
  readonly kb: KnowledgeBase;
  /** By area folder, in the order of the folders, the trees that are in the manual. */
  readonly areas: ReadonlyMap<string, readonly Tree[]>;
  /** The number of the chapter of a tree. */
  readonly chapters: ReadonlyMap<string, number>;
  /** The number of a node in its chapter, by `tree/node`. */
  readonly nodes: ReadonlyMap<string, number>;
  /** The node whose entry describes a fault, by `tree/fault`; a fault that no node isolates has none. */
  readonly faults: ReadonlyMap<string, string>;
  readonly sheets: ReadonlyMap<string, ProcedureSheet>;
}

/** Numbers the trees by area and the nodes of each as they are written, the one where it begins first. */
export function numbered(kb: KnowledgeBase, trees: readonly Tree[]): Numbering {
  const areas = new Map<string, Tree[]>();
  for (const tree of trees) {
    const area = tree.at.file.split('/').slice(0, -1).join('/');
    areas.set(area, [...(areas.get(area) ?? []), tree]);
  }
  const sorted = new Map([...areas].sort(([a], [b]) => (a < b ? -1 : 1)));
  const ordered = [...sorted.values()].flat();
  const nodes = new Map<string, number>();
  const faults = new Map<string, string>();
  for (const tree of ordered) {
    for (const [index, id] of nodeOrder(tree).entries()) {
      nodes.set(`${tree.id}/${id}`, index + 1);
      const node = tree.nodes.get(id);
      const address = `${tree.id}/${node?.kind === 'fault' ? node.fault : ''}`;
      if (node?.kind === 'fault' && !faults.has(address)) faults.set(address, id);
    }
  }
  return {
    kb,
    areas: sorted,
    chapters: new Map(ordered.map(({ id }, index) => [id, index + 1])),
    nodes,
    faults,
    sheets: procedureSheets(kb, ordered),
  };
}

/** The nodes of a tree in the order of their numbers. */
export function nodeOrder(tree: Tree): readonly string[] {
  return [tree.start, ...[...tree.nodes.keys()].filter((id) => id !== tree.start)];
}
