import type { Edge } from '../model.js';
import { keyPlace } from '../read/index.js';
import type { Asking } from './answers.js';
import { edge, type TreeLinking, wayToNode } from './tree-linking.js';

/** What to say to a caller who does not understand a question, and where it leads when nothing of that helps. */
export interface LinkedConfused {
  /** Absent where only another way is given. */
  readonly ifConfused?: readonly string[] | undefined;
  readonly edges: readonly Edge[];
}

/** Links the `if_confused` of the question `id`: its wordings, and after them a different way of finding it out. */
export function linkConfused(id: string, node: Asking, context: TreeLinking): LinkedConfused {
  const written = node.if_confused;
  if (written === undefined || typeof written === 'string')
    return { ifConfused: written === undefined ? undefined : [written], edges: [] };
  const edges = written.flatMap((entry, index) => {
    if (typeof entry === 'string') return [];
    if (index < written.length - 1) context.report('go-misplaced', keyPlace(entry, 'go'), {});
    return [edge(id, 'confused', '', wayToNode(entry, 'go', context))];
  });
  const texts = written.filter((entry) => typeof entry === 'string');
  return { ifConfused: texts.length === 0 ? undefined : texts, edges };
}
