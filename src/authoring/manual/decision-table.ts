import { type AskNode, type Edge, edgesFrom, type Tree } from '../../knowledge/index.js';
import type { Block, Line, Piece, TableRow } from './document.js';
import { notKnownItems } from './not-known-items.js';
import type { Numbering } from './numbering.js';
import { answerItems, questionLines } from './question-entry.js';
import { places } from './refer-to.js';

/**
 * The questions of a tree as a table, question by question with what each answer means; undefined where the tree is not
 * one row of questions, each leading to the next or to an end, or where the table would not be shorter than entries.
 * @returns the table and the nodes in it
 */
export function decisionTable(
  numbering: Numbering,
  tree: Tree,
): { readonly table: Block; readonly nodes: ReadonlySet<string> } | undefined {
  const questions = questionsInARow(tree);
  if (questions === undefined || questions.length < 2) return undefined;
  const rows = questions.map((node): TableRow => {
    const number = String(numbering.nodes.get(`${tree.id}/${node.id}`));
    const replies = [...answerItems(numbering, tree, node), ...notKnownItems(numbering, tree, node)];
    const cells = [[[{ strong: number }]], questionLines(numbering, tree, node), replies];
    return { id: places.node(tree.id, node.id), cells };
  });
  const asEntries = rows.reduce((sum, { cells }) => sum + 1 + height(cells[1], 95) + height(cells[2], 95), 0);
  const asTable = rows.reduce((sum, { cells }) => sum + Math.max(height(cells[1], 50), height(cells[2], 40)), 0);
  if (asTable >= asEntries) return undefined;
  return {
    table: { kind: 'table', head: ['No.', 'Ask', 'What the answer means'], rows },
    nodes: new Set(questions.map(({ id }) => id)),
  };
}

/** The questions from the start on, where each leads to no other question than the next and everything else is an end. */
function questionsInARow(tree: Tree): readonly AskNode[] | undefined {
  const row: AskNode[] = [];
  for (let id: string | undefined = tree.start; id !== undefined; ) {
    const node = tree.nodes.get(id);
    if (node === undefined || !isQuestion(node) || row.includes(node)) return undefined;
    row.push(node);
    const next: ReadonlySet<string> = new Set(
      edgesFrom(tree, id).flatMap(({ to }) => (to.kind === 'node' && !isEnd(tree, to.node) ? [to.node] : [])),
    );
    if (next.size > 1) return undefined;
    [id] = next;
  }
  const others = [...tree.nodes.values()].filter((node) => !isQuestion(node));
  const allEnd = others.every(({ id }) => isEnd(tree, id) && edgesFrom(tree, id).every((edge) => endsAt(tree, edge)));
  return allEnd && row.length + others.length === tree.nodes.size ? row : undefined;
}

function isQuestion(node: { readonly kind: string }): node is AskNode {
  return node.kind === 'ask' || node.kind === 'check';
}

function isEnd(tree: Tree, id: string): boolean {
  return ['fault', 'refer', 'close'].includes(tree.nodes.get(id)?.kind ?? '');
}

function endsAt(tree: Tree, { to }: Edge): boolean {
  return to.kind !== 'node' || isEnd(tree, to.node);
}

/** How many lines of so many characters a cell fills. */
function height(lines: readonly Line[] = [], width: number): number {
  return lines.reduce(
    (sum, line) => sum + Math.ceil(line.reduce((long, piece) => long + lengthOf(piece), 0) / width),
    0,
  );
}

function lengthOf(piece: Piece): number {
  if (typeof piece === 'string') return piece.length;
  if ('strong' in piece) return piece.strong.length;
  if ('said' in piece) return piece.said.length + 2;
  return 'soft' in piece ? piece.soft.length : piece.text.length;
}
