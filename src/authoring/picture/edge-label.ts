import { conditionInWords } from '../../instructions/index.js';
import { type Edge, edgesFrom, type KnowledgeBase, type Tree, type UnsureKind } from '../../knowledge/index.js';

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
      if (edge.label === '*')
        return edgesFrom(tree, edge.from).some(({ kind, label }) => kind === 'answer' && label !== '*')
          ? 'any other value'
          : 'any value';
      return (node !== undefined && 'answers' in node ? labelIn(node.answers, edge.label) : undefined) ?? edge.label;
    case 'unsure':
      return notKnowing[edge.label as UnsureKind] ?? edge.label;
    case 'branch': {
      const branch = node?.kind === 'decide' ? node.branches[Number(edge.label)] : undefined;
      return branch === undefined ? edge.label : conditionInWords(kb, branch, (title) => title);
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

/** More labels than this on one line are not read: the others are counted. */
const mostLabels = 5;

/**
 * The same for several edges from one node to the same place, in few words: that somebody does not know in any way, or that any
 * answer leads there, is said once.
 */
export function edgeLabels(kb: KnowledgeBase, tree: Tree, edges: readonly Edge[]): readonly string[] {
  const all = edgesFrom(tree, edges[0]?.from ?? '');
  const unsure = joined(edges, all, 'unsure', 3, ['not known', 'not known otherwise']);
  const answers = joined(edges, all, 'answer', 3, ['any answer', undefined]);
  const labels = [
    ...(answers ?? edges.filter(({ kind }) => kind === 'answer').map((edge) => edgeLabel(kb, tree, edge))),
    ...(unsure ?? edges.filter(({ kind }) => kind === 'unsure').map((edge) => edgeLabel(kb, tree, edge))),
    ...edges.filter(({ kind }) => kind !== 'answer' && kind !== 'unsure').map((edge) => edgeLabel(kb, tree, edge)),
  ].filter((label) => label !== '');
  if (labels.length <= mostLabels) return labels;
  return [...labels.slice(0, mostLabels - 1), `and ${labels.length - mostLabels + 1} others`];
}

/** One word for all edges of a kind that leave a node, or for so many of them; undefined where each has to be named. */
function joined(
  edges: readonly Edge[],
  all: readonly Edge[],
  wanted: Edge['kind'],
  least: number,
  [whole, most]: readonly [string, string | undefined],
): readonly string[] | undefined {
  const some = edges.filter(({ kind }) => kind === wanted).length;
  if (some < least) return undefined;
  const word = some === all.filter(({ kind }) => kind === wanted).length ? whole : most;
  return word === undefined ? undefined : [word];
}

function labelIn(answers: readonly { readonly id: string; readonly label: string }[], id: string): string | undefined {
  return answers.find((answer) => answer.id === id)?.label;
}
