import { unsureWords } from '../../instructions/index.js';
import { type AskNode, type Edge, edgesFrom, type Tree } from '../../knowledge/index.js';
import { unsureKinds } from '../../session/index.js';
import type { Line } from './document.js';
import type { Numbering } from './numbering.js';
import { wayOn } from './refer-to.js';

/** What happens for each way of not knowing; those that lead to the same place are one item. */
export function notKnownItems(numbering: Numbering, tree: Tree, node: AskNode): readonly Line[] {
  const edges = edgesFrom(tree, node.id).filter(({ kind }) => kind === 'unsure');
  const groups = new Map<string, { readonly ways: string[]; readonly line: Line }>();
  for (const kind of unsureKinds) {
    const edge = edges.find(({ label }) => label === kind);
    if (edge === undefined) continue;
    const key = JSON.stringify([node.unsure[kind], edge.to]);
    const group = groups.get(key) ?? { ways: [], line: wayWhenUnsure(numbering, tree, node, edge) };
    group.ways.push(unsureWords(kind));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ ways, line }) => {
    const words = ways.length === unsureKinds.length ? "doesn't know, or can't say" : ways.join(', or ');
    return [{ soft: `The caller ${words}: ` }, ...line];
  });
}

function wayWhenUnsure(numbering: Numbering, tree: Tree, node: AskNode, edge: Edge): Line {
  const policy = node.unsure[edge.label as keyof typeof node.unsure];
  const way = wayOn(numbering, tree.id, edge.to);
  if (policy?.kind !== 'treat-as') return way;
  const label = node.answers.find(({ id }) => id === policy.answer)?.label ?? policy.answer;
  return [`as for "${label}", `, ...way];
}
