import { type Inserted, insertEntry, type Tree } from '../../knowledge/index.js';
import { type FaultText, faultLines } from './fault-lines.js';
import { yamlText } from './yaml-text.js';

/** Where a fault is isolated, and where the call goes when its fix does not help. */
export interface FaultPlace {
  /** The question, and the answer to it that tells the fault. Without it nothing leads to the fault yet. */
  readonly question?: string;
  readonly answer?: { readonly id: string; readonly label: string };
  /** The desk for the case that the tree has no place that refers to one. */
  readonly desk: string;
}

/**
 * The text of a tree's file with a fault in it, the node that isolates it, and an answer that leads there. Everything else stays
 * as it is. Gives the reason, as the rest of a sentence, where the file is written in a way that this cannot add to.
 */
export async function newFault(text: string, tree: Tree, fault: FaultText, place: FaultPlace): Promise<Inserted> {
  const node = nodeFor(tree, fault.id);
  const end = endOf(tree, place.desk);
  const additions: readonly (readonly [readonly string[], string, readonly string[]])[] = [
    ...(place.question === undefined || place.answer === undefined
      ? []
      : [
          [
            ['nodes', place.question, 'answers'],
            place.answer.id,
            [`${yamlKey(place.answer.id)}: { label: ${JSON.stringify(place.answer.label)}, go: ${node} }`],
          ] as const,
        ]),
    [['nodes'], node, [`${node}: { fault: ${fault.id}, unsolved: ${end} }`]],
    ...(tree.nodes.has(end)
      ? []
      : [
          [
            ['nodes'],
            end,
            [`${end}: { refer: ${place.desk}, because: It could not be mended with the steps of this tree. }`],
          ] as const,
        ]),
    [['faults'], fault.id, faultLines(fault)],
  ];
  let result: Inserted = { text };
  for (const [path, key, lines] of additions) {
    result = await insertEntry(result.text, path, { key, lines });
    if ('reason' in result) return result;
  }
  return result;
}

/** The id of the node: that of the fault, unless a node has it already. */
function nodeFor({ nodes }: Tree, fault: string): string {
  return nodes.has(fault) ? `${fault}-found` : fault;
}

/** A node of the tree that refers to the desk, or to any; the id of a new one where there is none. */
function endOf({ nodes }: Tree, desk: string): string {
  const refers = [...nodes.values()].filter((node) => node.kind === 'refer');
  const found = refers.find((node) => node.desk === desk) ?? refers[0];
  return found?.id ?? (nodes.has('not-mended') ? 'not-mended-further' : 'not-mended');
}

function yamlKey(id: string): string {
  return /^\d+$/.test(id) ? JSON.stringify(id) : yamlText(id);
}
