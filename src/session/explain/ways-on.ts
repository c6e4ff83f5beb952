import type { DecideNode, Edge, KnowledgeBase } from '../../knowledge/index.js';
import type { Verdict } from '../../rules/index.js';
import { nodeAt, treeAt } from '../ask.js';
import { edgeOut } from '../follow.js';
import { judgeOf } from '../judges.js';
import { isSettled, type Position } from '../state.js';
import type { View } from './view.js';

/** The edges by which a call can still leave a place; none where its author left no way for what is known. */
export function waysOn(kb: KnowledgeBase, view: View, place: Position): readonly Edge[] | Promise<readonly Edge[]> {
  const edges = treeAt(kb, place).edges.get(place.node) ?? [];
  const node = nodeAt(kb, place);
  switch (node.kind) {
    case 'ask':
    case 'check': {
      if (node.fact === undefined) return edges;
      const value = view.known.get(node.fact);
      const known = value === undefined ? undefined : edgeOut(kb, place, 'answer', String(value));
      if (known !== undefined) return [known];
      const unsure = view.unknown.get(node.fact);
      if (unsure === undefined) return edges;
      const open = edgeOut(kb, place, 'unsure', unsure);
      return open === undefined ? [] : [open];
    }
    case 'decide':
      return branches(kb, view, node, edges);
    case 'fault':
      return isSettled(view.faults.get(`${place.tree}/${node.fault}`))
        ? edges.filter(({ kind }) => kind === 'unsolved')
        : edges;
    default:
      return edges;
  }
}

/** The branches that can still be taken: up to the first that is true. */
function branches(
  kb: KnowledgeBase,
  view: View,
  node: DecideNode,
  edges: readonly Edge[],
): readonly Edge[] | Promise<readonly Edge[]> {
  const open = (verdicts: readonly Verdict[]): readonly Edge[] => {
    const first = verdicts.indexOf('true');
    return edges.filter(({ kind, label }) => {
      if (kind !== 'branch') return first < 0;
      const branch = Number(label);
      return verdicts[branch] !== 'false' && (first < 0 || branch <= first);
    });
  };
  const judge = judgeOf(kb, node, () => node.branches);
  if (!judge.facts.some((fact) => view.known.has(fact))) return edges;
  const verdicts = judge.verdicts(view.known);
  return verdicts instanceof Promise ? verdicts.then(open) : open(verdicts);
}
