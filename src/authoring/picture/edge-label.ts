import { type Edge, edgesFrom, type KnowledgeBase, type Tree, type UnsureKind } from '../../knowledge/index.js';
import { conditionInWords } from './condition-in-words.js';

const notKnowing: Readonly<Record<UnsureKind, string>> = {
  'dont-know': 'does not know',
  'cant-check': 'cannot check',
  'not-applicable': 'does not apply',
  declined: 'will not say',
};

/** What leads along an edge, in words: the answer's label, the condition, what came of the fix. Empty where nothing else can. */
export function edgeLabel(kb: KnowledgeBase, tree: Tree, edge: Edge): string {
  const node = tree.nodes.get(edge.from);
  switch (edge.kind) {
    case 'answer':
      if (edge.label === '*') return 'any other value';
      return (node !== undefined && 'answers' in node ? labelIn(node.answers, edge.label) : undefined) ?? edge.label;
    case 'unsure':
      return notKnowing[edge.label as UnsureKind] ?? edge.label;
    case 'branch': {
      const branch = node?.kind === 'decide' ? node.branches[Number(edge.label)] : undefined;
      return branch === undefined ? edge.label : conditionInWords(kb, branch);
    }
    case 'otherwise':
      return 'otherwise';
    case 'confused':
      return 'not understood';
    case 'partly':
      return 'partly solved';
    case 'unsolved':
      return 'not solved';
    case 'solved':
      return 'solved';
    case 'visit':
      return 'visit';
    case 'then':
      return node?.kind === 'visit' ? 'after the visit' : '';
  }
}

/** The same for several edges from one node to the same place. That somebody does not know in any way is said in two words. */
export function edgeLabels(kb: KnowledgeBase, tree: Tree, edges: readonly Edge[]): readonly string[] {
  const unsure = edges.filter(({ kind }) => kind === 'unsure');
  const all = edgesFrom(tree, edges[0]?.from ?? '').filter(({ kind }) => kind === 'unsure').length;
  if (unsure.length < 3) return edges.map((edge) => edgeLabel(kb, tree, edge));
  const others = edges.filter(({ kind }) => kind !== 'unsure').map((edge) => edgeLabel(kb, tree, edge));
  return [unsure.length === all ? 'not known' : 'not known otherwise', ...others];
}

function labelIn(answers: readonly { readonly id: string; readonly label: string }[], id: string): string | undefined {
  return answers.find((answer) => answer.id === id)?.label;
}
