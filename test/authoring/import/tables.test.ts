import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type FieldNames,
  type ImportedCharts,
  importTrees,
  leftOutLines,
  loadTexts,
  type Tree,
} from '../../../src/index.js';
import { comparable, type Way, waysOf } from './agreement.js';

const read = (name: string): string => readFileSync(`test/fixtures/tables/${name}`, 'utf8');
const imported = async (name: string, text = read(name), fields?: FieldNames): Promise<ImportedCharts> => {
  const charts = await importTrees(name, text, fields === undefined ? {} : { fields });
  if (charts === undefined) throw new Error(name);
  return charts;
};
const told = ({ remarks }: ImportedCharts): readonly string[] =>
  remarks
    .filter(({ kind }) => kind !== 'left-out')
    .map(({ message, place }) => `${place.line}:${place.column} ${message}`);
const tree = async (charts: ImportedCharts): Promise<Tree> => {
  const { knowledgeBase, diagnostics } = await loadTexts([charts.manifest, ...charts.trees]);
  expect(diagnostics).toEqual([]);
  return knowledgeBase.trees.get(charts.trees[0]?.id ?? '') as Tree;
};

const files: readonly (readonly [
  name: string,
  ways: readonly Way[],
  told: readonly string[],
  left: readonly string[],
])[] = [
  [
    'printer-ways.csv',
    [
      ['power', 'cable', 'on'],
      ['power', 'plug', 'off'],
      ['cable', 'driver', 'yes'],
      ['cable', 'plug-cable', 'no'],
      ['plug', 'power', ''],
    ],
    ['9:8 The answer "maybe" leads nowhere.'],
    ['column "owner" (line 1)'],
  ],
  [
    'faults.csv',
    [
      ['which symptom', 'q2', 'No picture'],
      ['which symptom', 'q6', 'No sound'],
      ['q2', 'r2', 'No'],
      ['q2', 'r3', 'Orange'],
      ['q2', 'q5', 'None of these'],
      ['q5', 'r5', 'Yes'],
      ['q5', 'nothing fits', 'No'],
      ['q6', 'r6', 'Yes'],
      ['q6', 'q7', 'No'],
      ['q7', 'r7', 'Yes'],
      ['q7', 'nothing fits', 'No'],
    ],
    ['6:1 This row has no question; one was made of its cause.', '8:1 This row has neither a cause nor a fix.'],
    ['column "Price" (line 1)'],
  ],
  [
    'react-flow.json',
    [
      ['1', '2', ''],
      ['2', '3', 'Yes'],
      ['2', '4', 'No'],
    ],
    ['12:5 This edge ends at "9", which is no node.'],
    ['kind "input" (line 3)', 'field "position" (lines 3-4)', 'field "animated" (line 9)'],
  ],
  [
    'vis.json',
    [
      ['1', '2', 'no'],
      ['1', '3', 'yes'],
      ['2', '1', ''],
    ],
    ['3:126 This node has no id.'],
    [],
  ],
  [
    'cytoscape.json',
    [
      ['q', 'f', 'open'],
      ['q', 't', 'closed'],
    ],
    [],
    [],
  ],
];

test.each(files)(
  '%s becomes a tree with the same ways, and what is not taken over is told',
  async (name, ways, remarks, left) => {
    const charts = await imported(name);
    const [first] = charts.trees;
    if (first === undefined) throw new Error('no tree');
    expect(comparable(waysOf(first, await tree(charts)))).toEqual(comparable(ways));
    expect(told(charts)).toEqual(remarks);
    expect(leftOutLines(charts.remarks)).toEqual(left);
  },
);

test('a row of a table of faults is a fault with its steps, and its symptom one of the tree', async () => {
  const { symptoms, faults } = await tree(await imported('faults.csv'));
  expect(symptoms).toEqual(['No picture', 'No sound']);
  expect([...faults.values()].map(({ name, fix }) => [name, fix.map(({ say }) => say)])).toEqual([
    ['No power', ['Plug in the screen.']],
    ['No signal', ['Plug in the cable.', 'Choose the right input.']],
    ['Broken screen', ['Replace the screen.']],
    ['Muted', ['Unmute the speakers.']],
    ['Broken speakers', []],
  ]);
});

test('fields of other names are found by a map', async () => {
  const fields = JSON.parse(read('boxes.map.json')) as FieldNames;
  const charts = await imported('boxes.json', read('boxes.json'), fields);
  const { nodes } = await tree(charts);
  expect([...nodes.values()].map(({ id, kind }) => [id, kind])).toEqual([
    ['key-lost', 'ask'],
    ['print-a-new-badge', 'do'],
    ['done', 'close'],
  ]);
});

describe('what is no chart is told at its place', () => {
  test.each<[name: string, text: string, told: RegExp]>([
    ['x.csv', 'a,b\n1,2\n', /^1:1 These headings are not known\./],
    ['x.csv', 'from,to\na,"b\n', /^\d:1 This is no table: /],
    ['x.json', '{"nodes": [}', /^1:12 From here on this is no JSON\./],
    ['x.json', '{"nodes": [],\n  "a": tru}', /^2:8 From here on this is no JSON\./],
    ['x.json', '{"nodes": []', /^1:12 From here on this is no JSON\./],
    ['x.json', '{"a": 1}', /^1:1 No list of nodes is found\./],
    ['x.json', '{"nodes":[{"id":"a"},\n{"id":"a"}],"edges":[{"to":"a"}]}', /^2:1 There is a node "a" already\./],
    ['x.mmd', 'sequenceDiagram\n a->>b: c', /^1:1 This is no flowchart: sequenceDiagram\./],
    ['x.mmd', '\n  hello', /^2:3 A chart begins with "flowchart" or "graph"\./],
    ['x.mmd', 'graph TD\n', /^1:1 This chart has no nodes\./],
  ])('%s %j', async (name, text, wanted) => {
    expect(told(await imported(name, text))[0]).toMatch(wanted);
  });
  test('other files are not read', async () => {
    expect(await importTrees('x.txt', 'graph TD')).toBeUndefined();
  });
});

test('whatever stands in a table or in JSON, nothing is thrown, and what is written loads', async () => {
  const cell = fc.oneof(
    fc.constantFrom('a', 'b', 'yes', '', '"', 'Restart it', '{x}', 'Is it on?', '\ud800'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const table = fc
    .tuple(
      fc.constantFrom('from,answer,to,fix', 'symptom;question;cause;fix', 'from\tto\tstep'),
      fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }),
    )
    .map(([head, rows]): readonly [string, string] => [
      'x.csv',
      [head, ...rows.map((cells) => cells.join(/[,;\t]/.exec(head)?.[0] ?? ','))].join('\n'),
    ]);
  const field = fc.constantFrom('id', 'label', 'source', 'target', 'type', 'data', 'x');
  const thing = fc.dictionary(field, fc.oneof(cell, fc.integer({ min: 0, max: 3 }), fc.jsonValue({ maxDepth: 1 })));
  const json = fc
    .record({ nodes: fc.array(thing, { maxLength: 6 }), edges: fc.array(thing, { maxLength: 6 }) })
    .map((value): readonly [string, string] => ['x.json', JSON.stringify(value)]);
  await fc.assert(
    fc.asyncProperty(fc.oneof(table, json), async ([name, text]) => {
      const charts = await imported(name, text);
      const { diagnostics } = await loadTexts([charts.manifest, ...charts.trees]);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
