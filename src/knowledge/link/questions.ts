import type { Answer, AskNode, Tree } from '../model.js';
import type { CallLinking } from './call-linking.js';

/** What a call file's answer belongs to. `unclear` is something that exists and is too broken to say more. */
export type Question =
  | { readonly kind: 'node'; readonly node: AskNode; readonly answers: readonly Answer[] }
  | { readonly kind: 'fault'; readonly node?: undefined; readonly answers: readonly Answer[] }
  | { readonly kind: 'issue'; readonly node?: undefined; readonly answers: readonly Answer[] }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'unclear' };

/** The trees a call can come to. */
export interface TreesOfCall {
  readonly ids: readonly string[];
  /** Whether all of them could be read, so that what is not found does not exist. */
  readonly complete: boolean;
}

/** The trees that a call beginning in a tree can come to: by visits, and by rules that lead elsewhere. */
export function treesOfCall(start: string, { trees, entered }: CallLinking): TreesOfCall {
  const ids = new Set([start, ...entered]);
  for (const id of ids)
    for (const node of trees.get(id)?.nodes.values() ?? []) if (node.kind === 'visit') ids.add(node.tree);
  return { ids: [...ids], complete: [...ids].every((id) => trees.has(id)) };
}

/**
 * What a name in a call file means: a node or a fault of the tree or of one that the call can come to, `tree/node`,
 * `tree/fault`, a fact, or a known issue. Gives the names that it could have been where there is none.
 */
export function findQuestion(
  name: string,
  { ids, complete }: TreesOfCall,
  { trees, names, issues }: CallLinking,
): Question | { readonly among: readonly string[] } {
  const [treeId, inner] = name.includes('/') ? (name.split('/') as [string, string]) : [undefined, name];
  const searched = treeId === undefined ? ids : [treeId];
  for (const id of searched) {
    const declared = names.trees.known.get(id);
    const found = questionIn(trees.get(id), inner);
    if (found !== undefined) return found;
    if (declared?.nodes.has(inner) || declared?.faults.has(inner)) return { kind: 'unclear' };
    if (names.trees.known.has(id) && declared === undefined) return { kind: 'unclear' };
  }
  if (treeId === undefined && names.facts.known.has(name)) return { kind: 'fact', fact: name };
  if (treeId === undefined && issues.known.has(name)) return { kind: 'issue', answers: yesNo };
  if (!names.facts.complete || !issues.complete || (treeId === undefined && !complete)) return { kind: 'unclear' };
  const among = searched.flatMap((id) => {
    const declared = names.trees.known.get(id);
    const all = [...(declared?.nodes ?? []), ...(declared?.faults ?? [])];
    return treeId === undefined ? all : all.map((one) => `${id}/${one}`);
  });
  return { among: [...among, ...names.facts.known.keys(), ...issues.known.keys()] };
}

const yesNo: readonly Answer[] = ['yes', 'no'].map((id) => ({ id, label: id, hear: [] }));

function questionIn(tree: Tree | undefined, id: string): Question | undefined {
  const node = tree?.nodes.get(id);
  if (node?.kind === 'ask' || node?.kind === 'check') return { kind: 'node', node, answers: node.answers };
  const verify = tree?.faults.get(id)?.verify;
  return verify === undefined ? undefined : { kind: 'fault', answers: verify.answers };
}
