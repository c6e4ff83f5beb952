import { describe, expect, test } from '@jest/globals';
import { findLoops, loopsWithoutQuestion, reachableNodes, type Tree } from '../../src/index.js';
import { loadNodes, loadOver } from './fixtures.js';

const loops = (graph: Record<string, string[]>): readonly (readonly string[])[] =>
  findLoops(Object.keys(graph), (node) => graph[node] ?? []);

const tree = (id: string, nodes: string) => ({
  path: `${id}.yaml`,
  text: `tree: ${id}\ntitle: T\nsymptoms: [t]\nstart: start\nnodes:\n${nodes}  end: { close: resolved }\n`,
});
const found = async (...files: { path: string; text: string }[]): Promise<string[]> =>
  (await loadOver(...files)).diagnostics
    .filter(({ code }) => code === 'loop-without-question')
    .map(({ message }) => (message.match(/"[^"]+"/g) ?? []).join(' ').replaceAll('"', ''));

describe('loops of a graph', () => {
  test.each<[Record<string, string[]>, string[][]]>([
    [{ a: ['b'], b: ['c'], c: [] }, []],
    [{ a: ['a'] }, [['a']]],
    [{ a: ['b'], b: ['a'] }, [['a', 'b']]],
    [{ a: ['b', 'c'], b: ['c'], c: ['a'] }, [['a', 'c']]],
    [
      { x: ['a'], a: ['b'], b: ['a', 'd'], c: ['d'], d: ['c'] },
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [{ a: ['stranger'] }, []],
  ])('%j', (graph, expected) => {
    expect(loops(graph)).toEqual(expected);
  });

  test('are found in a chain of a hundred thousand', () => {
    const last = 100_000;
    const nodes = Array.from({ length: last }, (_, n) => n);
    expect(findLoops(nodes, (n) => (n + 1 < last ? [n + 1] : []))).toEqual([]);
    expect(findLoops(nodes, (n) => [(n + 1) % last])[0]).toHaveLength(last);
  });
});

const when = 'when: { fact: os, operator: equal, value: windows }';

describe('loops without a question', () => {
  test.each([
    ['a question of its own', '  start: { ask: Is it?, answers: { a: start, b: end }, unsure: { treat_as: b } }\n', []],
    ['a question for a fact', '  start: { ask: Which?, fact: os, then: start, unsure: { go: end } }\n', ['start']],
    ['a check for a fact', '  start: { check: Which?, fact: os, then: start, unsure: { go: end } }\n', ['start']],
    ['a step', '  start: { do: [{ say: Wait. }], then: start }\n', []],
    ['only steps with when', `  start: { do: [{ say: Wait., ${when} }], then: start }\n`, ['start']],
    ['a step with and one without when', `  start: { do: [{ say: W., ${when} }, { say: W. }], then: start }\n`, []],
    ['a decision', `  start: { decide: [{ ${when}, go: start }, { otherwise: end }] }\n`, ['start']],
    ['a visit to a tree that asks', '  start: { visit: wifi, then: start }\n', []],
    ['a visit to itself', '  start: { visit: example, then: end }\n', ['start']],
  ])('%s', async (_, nodes, expected) => {
    expect(await found(tree('example', nodes))).toEqual(expected);
  });

  test('a visit passes where the other tree can be walked in silence, and not where it cannot', async () => {
    const silent = tree('silent', '  start: { visit: more-silent, then: end }\n');
    const moreSilent = tree('more-silent', `  start: { decide: [{ ${when}, go: end }, { otherwise: end }] }\n`);
    const asking = tree('more-silent', '  start: { ask: Is it?, answers: { a: end }, unsure: { treat_as: a } }\n');
    const round = tree('round', '  start: { visit: silent, then: start }\n');
    expect(await found(round, silent, moreSilent)).toEqual(['start']);
    expect(await found(round, silent, asking)).toEqual([]);
  });

  test('a ruled-out fault is passed over to unsolved, and not to partly', async () => {
    const faults =
      'faults: { f: { name: F, cause: hardware, explain: It is., fix: [{ say: Do. }], verify: { ask: Ok? } } }\n';
    const fault = (ways: string) => {
      const { path, text } = tree('example', `  start: { fault: f, ${ways} }\n`);
      return { path, text: text + faults };
    };
    expect(await found(fault('unsolved: start'))).toEqual(['start']);
    expect(await found(fault('unsolved: end, partly: start'))).toEqual([]);
  });

  test('a caller who is confused was asked: that way round is no loop, whether the fact is known or not', async () => {
    const round = (more: string) =>
      `  start: { ask: Which?, fact: memory, ${more}, unsure: skip }\n  look: { visit: wifi, then: start }\n`;
    const silent = 'nodes: { start: { close: unresolved } }';
    const wifi = { path: 'wifi.yaml', text: `tree: wifi\ntitle: W\nsymptoms: [w]\nstart: start\n${silent}\n` };
    expect(await found(tree('example', round('if_confused: [{ go: look }], then: end')), wifi)).toEqual([]);
    expect(await found(tree('example', round('then: look')), wifi)).toEqual(['start look']);
  });

  test('are none in an empty knowledge base', () => {
    expect(loopsWithoutQuestion(new Map())).toEqual([]);
  });
});

describe('reachable nodes', () => {
  test('are those from the start, and from where rules lead', async () => {
    const { knowledgeBase } = await loadNodes(
      'nodes:\n  start: { visit: wifi, then: end }\n  end: { close: resolved }\n  island: { visit: wifi, then: shore }\n  shore: { close: resolved }\n',
    );
    const own = knowledgeBase.trees.get('example') as Tree;
    expect([...reachableNodes(own)]).toEqual(['start', 'end']);
    expect([...reachableNodes(own, ['island'])]).toEqual(['start', 'island', 'end', 'shore']);
  });

  test('a rule that leads to a node makes it reachable', async () => {
    const nodes = '  start: { close: resolved }\n  island: { visit: wifi, then: end }\n';
    const rule = {
      path: 'rules.yaml',
      text: 'conditions: { little-memory: { fact: memory, operator: lessThan, value: 8 } }\nrules: [{ rule: r, when: { condition: little-memory }, go: example/island }]\n',
    };
    const unreachable = async (...files: { path: string; text: string }[]) =>
      (await loadOver(...files)).diagnostics.map(({ code, place }) => `${code} ${place.line}`);
    expect(await unreachable(tree('example', nodes))).toEqual(['unreachable-node 7', 'unreachable-node 8']);
    expect(await unreachable(tree('example', nodes), rule)).toEqual([]);
  });
});
