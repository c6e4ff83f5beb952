import { type Edge, edgesFrom, type KnowledgeBase, type Node, type Tree } from '../../../knowledge/index.js';
import { edgeLabel } from '../edge-label.js';
import { edgeName } from '../edge-name.js';
import { escapeMarkup } from '../escape-markup.js';
import { kindInWords } from '../kind-in-words.js';
import { notTaken } from '../not-taken.js';
import type { Picture, PictureNode, PictureWeights } from '../picture.js';
import { listRow, markupRow, textRow } from './rows.js';
import { stepList } from './step-list.js';

/** All that a tree says about a node, as a part of the page that is hidden until the node is chosen. */
export function nodeDetails(
  kb: KnowledgeBase,
  tree: Tree,
  picture: Picture,
  drawn: PictureNode,
  weights?: PictureWeights,
): string {
  const node = tree.nodes.get(drawn.id);
  if (node === undefined) return '';
  const keys = new Map(picture.nodes.map((each) => [each.id, each]));
  const counted = (number: number): string =>
    weights === undefined ? '' : ` <b>${number === 0 ? notTaken[weights.of] : `${number}×`}</b>`;
  const target = (id: string): string => {
    const to = keys.get(id);
    return to === undefined
      ? escapeMarkup(id)
      : `<button type="button" data-go="${to.key}">${escapeMarkup(`${kindInWords[to.kind]} ${id}: ${to.text}`)}</button>`;
  };
  const onward = [...byTarget(edgesFrom(tree, node.id)).values()].map((edges) => {
    const { to } = edges[0] as Edge;
    const label = edges.map((edge) => edgeLabel(kb, tree, edge)).filter((each) => each !== '');
    const number = edges.reduce((sum, edge) => sum + (weights?.edges.get(edgeName(edge)) ?? 0), 0);
    const there = to.kind === 'node' ? target(to.node) : escapeMarkup(outside(kb, to));
    return `<li>${label.length === 0 ? '' : `${escapeMarkup(label.join('; '))}: `}${there}${counted(number)}</li>`;
  });
  const before = [...tree.nodes.keys()].filter((id) =>
    edgesFrom(tree, id).some(({ to }) => to.kind === 'node' && to.node === node.id),
  );
  const rules = kb.rules.filter(({ go }) => go?.tree === tree.id && go.node === node.id).map(({ id }) => id);
  return `<section class="about" id="about-${drawn.key}" hidden>
<p class="soft">${escapeMarkup(`${drawn.isStart ? 'Start · ' : ''}${kindInWords[node.kind]} · ${node.id}`)}${counted(drawn.count?.number ?? 0)}</p>
<h2>${escapeMarkup(drawn.text)}</h2>
<dl>${rowsOf(kb, tree, node)}${textRow('Why', 'why' in node ? node.why : undefined)}${textRow('Note', node.note)}${markupRow(
    'Goes on to',
    onward.length === 0 ? '' : `<ul>${onward.join('')}</ul>`,
  )}${markupRow('Leads here', before.length === 0 ? '' : `<ul>${before.map((id) => `<li>${target(id)}</li>`).join('')}</ul>`)}${listRow(
    'Rules that lead here',
    rules,
  )}${textRow('Written in', `${node.at.file}, line ${node.at.line}`)}</dl>
</section>`;
}

/** Edges to the same place together, but what is known apart from what is not. */
function byTarget(edges: readonly Edge[]): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = JSON.stringify([edge.to, edge.kind === 'unsure']);
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  return groups;
}

function outside(kb: KnowledgeBase, to: Exclude<Edge['to'], { readonly kind: 'node' }>): string {
  switch (to.kind) {
    case 'tree':
      return `the tree "${kb.trees.get(to.tree)?.title ?? to.tree}"`;
    case 'desk':
      return kb.desks.get(to.desk)?.name ?? to.desk;
    case 'end':
      return 'the tree ends';
  }
}

function rowsOf(kb: KnowledgeBase, tree: Tree, node: Node): string {
  switch (node.kind) {
    case 'ask':
    case 'check':
      return [
        textRow('Said', node.say),
        listRow('If the caller does not understand', node.ifConfused),
        textRow('Fact', node.fact === undefined ? undefined : (kb.facts.get(node.fact)?.title ?? node.fact)),
        textRow(
          'Checked by',
          node.run === undefined ? undefined : (kb.checks.get(node.run.check)?.name ?? node.run.check),
        ),
      ].join('');
    case 'do':
      return markupRow('Steps', stepList(kb, node.steps)) + textRow('If tried before', node.tried);
    case 'fault':
      return faultRows(kb, tree, node.fault);
    case 'refer':
      return [
        textRow('Desk', kb.desks.get(node.desk)?.name ?? node.desk),
        textRow('Because', node.because),
        textRow('Said', node.say),
        listRow(
          'Found out first',
          node.collect.map((fact) => kb.facts.get(fact)?.title ?? fact),
        ),
      ].join('');
    case 'close':
      return textRow('Said', node.say);
    case 'decide':
    case 'visit':
      return '';
  }
}

function faultRows(kb: KnowledgeBase, tree: Tree, id: string): string {
  const fault = tree.faults.get(id);
  if (fault === undefined) return '';
  const { name, explain, cause, likelihood, caution, fix, verify, tried, effort, prevent } = fault;
  return [
    textRow('Fault', `${name} (${id})`),
    textRow('Explained', explain),
    textRow('Cause', cause),
    textRow('Likelihood', likelihood === undefined ? undefined : String(likelihood)),
    textRow('Effort', effort),
    textRow('Caution', caution),
    markupRow('Fix', stepList(kb, fix)),
    textRow('Seen to be fixed by', verify?.ask),
    textRow('Said then', verify?.say),
    listRow('If the caller does not understand', verify?.ifConfused),
    listRow(
      'Answers then',
      verify?.answers.map(({ label }) => label),
    ),
    textRow('If tried before', tried),
    textRow('Prevented by', prevent),
  ].join('');
}
