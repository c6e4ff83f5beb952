import { beforeAll, describe, expect, test } from '@jest/globals';
import { textWidth } from '../../../src/authoring/picture/text-width.js';
import {
  edgeName,
  edgesFrom,
  type KnowledgeBase,
  type Picture,
  pictureOf,
  runCalls,
  weightsOf,
} from '../../../src/index.js';
import { shipped } from './shipped.js';

let kb: KnowledgeBase;
const pictures = new Map<string, Picture>();
beforeAll(async () => {
  kb = await shipped();
  for (const id of kb.trees.keys()) pictures.set(id, await pictureOf(kb, id));
}, 60_000);

test('every node of every shipped tree is drawn once, and every edge between nodes lies on one line', () => {
  expect(pictures.size).toBeGreaterThan(20);
  for (const [id, { nodes, edges }] of pictures) {
    const tree = kb.trees.get(id);
    expect(nodes.map((node) => node.id).sort()).toEqual([...(tree?.nodes.keys() ?? [])].sort());
    expect(nodes[0]?.id).toBe(tree?.start);
    const inTree = [...(tree?.edges.values() ?? [])].flat().filter(({ to }) => to.kind === 'node');
    expect(edges.flatMap(({ names }) => names).sort()).toEqual(inTree.map(edgeName).sort());
    const targets = new Map(inTree.map((edge) => [edgeName(edge), edge.to.kind === 'node' ? edge.to.node : '']));
    for (const { from, to, names } of edges) {
      expect(names.map((name) => [name.split(' ')[0], targets.get(name)])).toEqual(names.map(() => [from, to]));
    }
  }
});

test('nodes lie inside the picture and never upon each other, and each line goes from its node to its node', () => {
  for (const { nodes, edges, width, height } of pictures.values()) {
    const sides = nodes.map((node) => ({
      id: node.id,
      left: node.x - node.width / 2,
      right: node.x + node.width / 2,
      top: node.y - node.height / 2,
      bottom: node.y + node.height / 2,
    }));
    for (const one of sides) {
      expect(Math.min(one.left, one.top, width - one.right, height - one.bottom)).toBeGreaterThan(-1);
      const upon = sides.filter(
        (other) =>
          other !== one &&
          other.left < one.right &&
          one.left < other.right &&
          other.top < one.bottom &&
          one.top < other.bottom,
      );
      expect(upon).toEqual([]);
    }
    for (const { from, to, path, tip } of edges) {
      for (const [id, point] of [
        [from, path[0]],
        [to, tip],
      ] as const) {
        const box = sides.find((side) => side.id === id);
        const away = Math.max(
          (box?.left ?? 0) - (point?.x ?? 0),
          (point?.x ?? 0) - (box?.right ?? 0),
          (box?.top ?? 0) - (point?.y ?? 0),
          (point?.y ?? 0) - (box?.bottom ?? 0),
        );
        expect(away).toBeLessThan(4);
      }
    }
  }
});

test('no text is wider than its node, and each says its kind, its id and what it asks', () => {
  for (const { nodes } of pictures.values()) {
    for (const { kind, id, lines, width, text, isStart } of nodes) {
      for (const { text: line } of lines) expect(textWidth(line, 10)).toBeLessThan(width);
      expect(lines[0]?.text.startsWith('Start · ')).toBe(isStart);
      expect(
        lines
          .filter(({ role }) => role === 'id')
          .map((line) => line.text)
          .join(''),
      ).toBe(id);
      const shown = lines
        .filter(({ role }) => role === 'text')
        .map((line) => line.text)
        .join(' ');
      expect(text.startsWith(shown.replace(/…$/, ''))).toBe(true);
      expect(kind === 'ask' ? lines[0]?.text : 'Question').toMatch(/Question$/);
    }
  }
});

test('answers are named by their labels, and a way of not knowing is a line of its own', () => {
  const edges = pictures.get('printer-offline')?.edges ?? [];
  const from = edges.filter((edge) => edge.from === 'light');
  expect(from.map(({ to, manner, labels }) => [to, manner, labels])).toEqual([
    ['warning', 'known', ['Yes']],
    ['no-power', 'known', ['No, everything is dark']],
    ['no-power', 'unknown', ['does not know']],
    ['computer', 'unknown', ['not known otherwise']],
  ]);
  expect(edges.find(({ names }) => names.includes('computer branch 0'))?.labels[0]).toMatch(/ is .* or /);
  expect(
    pictures.get('email')?.edges.find(({ from: id, manner }) => id === 'program' && manner === 'known')?.labels,
  ).toEqual(['any answer']);
});

test('a way out of the tree stands in the node that it leaves', () => {
  const fault = pictures.get('printer-offline')?.nodes.find(({ id }) => id === 'no-power');
  expect(fault?.lines.at(-1)).toEqual({ role: 'end', text: 'solved: the tree ends' });
});

test('a tree that is not there is none', async () => {
  await expect(pictureOf(kb, 'nowhere')).rejects.toThrow('There is no tree "nowhere".');
});

describe('with counts', () => {
  test('they are those of the calls, and what no call took is a line of its own', async () => {
    const results = await runCalls(kb, 'printer-offline');
    const weights = weightsOf(
      'calls',
      'printer-offline',
      results.map(({ trail }) => trail),
    );
    const taken = results.flatMap(({ trail }) =>
      trail.filter(({ tree, edge }) => tree === 'printer-offline' && edge !== undefined).map(({ edge }) => edge),
    );
    const picture = await pictureOf(kb, 'printer-offline', { weights });
    expect(weights.nodes.get('light')).toBe(results.length);
    for (const { names, count, lines } of picture.edges) {
      const number = taken.filter((edge) => edge !== undefined && names.includes(edgeName(edge))).length;
      expect(count?.number).toBe(number);
      expect(lines.at(-1)).toBe(number === 0 ? 'not covered' : `${number}×`);
      const each = names.map((name) => taken.some((edge) => edge !== undefined && edgeName(edge) === name));
      expect(new Set(each).size).toBe(1);
    }
    expect(picture.edges.some(({ count }) => count?.number === 0)).toBe(true);
    expect(picture.edges.some(({ count }) => count?.step === 4)).toBe(true);
    const tree = kb.trees.get('printer-offline');
    const into = (id: string): number =>
      taken.filter((edge) => edge?.to.kind === 'node' && edge.to.node === id).length +
      (id === tree?.start ? results.length : 0);
    for (const { id, count } of picture.nodes) expect([id, count?.number]).toEqual([id, into(id)]);
    expect(edgesFrom(tree ?? { edges: new Map() }, 'light').length).toBeGreaterThan(0);
  }, 60_000);
});
