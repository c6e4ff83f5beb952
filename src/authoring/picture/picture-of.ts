import type { KnowledgeBase, Node, Tree } from '../../knowledge/index.js';
import { neutralised } from '../../source/index.js';
import { type EdgeGroup, edgeGroups } from './edge-groups.js';
import { edgeLabels } from './edge-label.js';
import { edgeName } from './edge-name.js';
import { endsOf } from './ends-of.js';
import { kindInWords } from './kind-in-words.js';
import { layOut } from './lay-out.js';
import { nodeText } from './node-text.js';
import { notTaken } from './not-taken.js';
import type { Picture, PictureCount, PictureLine, PictureOptions, PictureWeights } from './picture.js';
import { room } from './room.js';
import { textWidth } from './text-width.js';
import { wrapText } from './wrap-text.js';

/**
 * Draws a tree: what is in each node, what leads along each line, and where all of it is. The renderers make a text of it.
 * @throws Error when the knowledge base does not hold the tree.
 */
export async function pictureOf(kb: KnowledgeBase, id: string, { weights }: PictureOptions = {}): Promise<Picture> {
  const tree = kb.trees.get(id);
  if (tree === undefined) throw new Error(`There is no tree "${id}".`);
  const nodes = inOrder(tree).map((node, index) => boxOf(kb, tree, node, `n${index}`, weights));
  const keys = new Map(nodes.map((node) => [node.id, node.key]));
  const groups = edgeGroups(tree, weights);
  const most = Math.max(0, ...groups.map(({ number = 0 }) => number));
  const lines = groups.map((group) => labelled(kb, tree, group, weights));
  const placed = await layOut({
    boxes: nodes,
    lines: groups.map(({ from, to, manner }, index) => ({
      from: keys.get(from) ?? '',
      to: keys.get(to) ?? '',
      pull: manner === 'known' ? 3 : 1,
      ...sizeOf(lines[index]?.lines ?? []),
    })),
  });
  return {
    tree: id,
    title: neutralised(tree.title),
    language: tree.language ?? kb.language,
    width: placed.width,
    height: placed.height,
    nodes: nodes.map((node, index) => ({ ...node, ...(placed.boxes[index] ?? { x: 0, y: 0 }) })),
    edges: groups.map((group, index) => ({
      key: `e${index}`,
      from: group.from,
      to: group.to,
      manner: group.manner,
      names: group.edges.map(edgeName),
      ...(lines[index] ?? { labels: [], lines: [] }),
      ...(placed.lines[index] ?? { path: [], tip: { x: 0, y: 0 }, at: { x: 0, y: 0 } }),
      ...(group.number === undefined ? {} : { count: countOf(group.number, most) }),
    })),
    ...(weights === undefined ? {} : { weights: weights.of }),
  };
}

/** The start first: Graphviz begins its rows with what it is told first. */
function inOrder(tree: Tree): readonly Node[] {
  const nodes = [...tree.nodes.values()];
  return [...nodes.filter(({ id }) => id === tree.start), ...nodes.filter(({ id }) => id !== tree.start)];
}

function boxOf(kb: KnowledgeBase, tree: Tree, node: Node, key: string, weights: PictureWeights | undefined) {
  const text = neutralised(nodeText(kb, tree, node))
    .replace(/\s+/g, ' ')
    .trim();
  const isStart = node.id === tree.start;
  const number = weights?.nodes.get(node.id) ?? 0;
  const most = Math.max(0, ...(weights?.nodes.values() ?? []));
  const kind = isStart ? `Start · ${kindInWords[node.kind]}` : kindInWords[node.kind];
  const wrapped = (role: PictureLine['role'], words: string, lines: number): readonly PictureLine[] =>
    wrapText(words, room.size[role], room.width, lines).map((line) => ({ role, text: line }));
  const counted = number === 0 ? notTaken[weights?.of ?? 'calls'] : `${number}×`;
  const lines: readonly PictureLine[] = [
    { role: 'kind', text: kind },
    ...wrapped('id', node.id, 2),
    ...wrapped('text', text, 4),
    ...endsOf(kb, tree, node, weights).flatMap((end) => wrapped('end', neutralised(end), 2)),
    ...(weights === undefined ? [] : [{ role: 'count' as const, text: counted }]),
  ];
  const height = lines.reduce((sum, { role }) => sum + room.line[role], 0) + 2 * room.padding.y;
  const inner = Math.max(room.least, ...lines.map(({ role, text: line }) => textWidth(line, room.size[role])));
  return {
    key,
    id: node.id,
    kind: node.kind,
    isStart,
    text,
    lines,
    width: Math.ceil(inner + 2 * room.padding.x[node.kind]),
    height,
    ...(weights === undefined ? {} : { count: countOf(number, most) }),
  };
}

function labelled(kb: KnowledgeBase, tree: Tree, group: EdgeGroup, weights: PictureWeights | undefined) {
  const labels = edgeLabels(kb, tree, group.edges).map((label) => neutralised(label).replace(/\s+/g, ' ').trim());
  const counted = weights === undefined ? [] : [group.number === 0 ? notTaken[weights.of] : `${group.number}×`];
  const { size, width } = room.label;
  const lines = [
    ...labels.flatMap((label, index, { length }) => {
      const wrapped = wrapText(label, size, width, length > 1 ? 2 : 4);
      return index === length - 1 ? wrapped : [...wrapped.slice(0, -1), `${wrapped.at(-1)} /`];
    }),
    ...counted,
  ];
  return { labels, lines };
}

function sizeOf(lines: readonly string[]): { readonly width: number; readonly height: number } {
  if (lines.length === 0) return { width: 0, height: 0 };
  const width = Math.max(...lines.map((line) => textWidth(line, room.label.size)));
  return { width: width + 8, height: lines.length * room.label.line + 4 };
}

/** Steps by the square root: what is taken often is not all that one sees. */
function countOf(number: number, most: number): PictureCount {
  const part = most === 0 ? 0 : Math.sqrt(number / most);
  return { number, step: number === 0 ? 0 : (Math.max(1, Math.min(4, Math.ceil(part * 4))) as 1 | 2 | 3 | 4) };
}
