import { describe, expect, test } from '@jest/globals';
import { type ImportedChart, importTrees, leftOutLines } from '../../../src/index.js';

const chartOf = async (body: string, head = 'flowchart TD'): Promise<ImportedChart> => {
  const charts = await importTrees('x.mmd', `${head}\n${body}`);
  const chart = charts?.trees[0]?.chart;
  if (chart === undefined) throw new Error(body);
  return chart;
};
const edgesOf = ({ edges }: ImportedChart): readonly string[] =>
  edges.map(({ from, to, label }) => `${from}>${to}${label === '' ? '' : `:${label}`}`);

describe('arrows', () => {
  test.each<[written: string, edges: readonly string[]]>([
    ['A-->B', ['A>B']],
    ['A --- B', ['A>B']],
    ['A-- This is the text! ---B', ['A>B:This is the text!']],
    ['A---|This is the text|B', ['A>B:This is the text']],
    ['A-->|text|B', ['A>B:text']],
    ['A-- text -->B', ['A>B:text']],
    ['A-.->B', ['A>B']],
    ['A-. text .-> B', ['A>B:text']],
    ['A ==> B', ['A>B']],
    ['A == text ==> B', ['A>B:text']],
    ['A -- text --> B -- text2 --> C', ['A>B:text', 'B>C:text2']],
    ['a --> b & c --> d', ['a>b', 'a>c', 'b>d', 'c>d']],
    ['A & B--> C & D', ['A>C', 'A>D', 'B>C', 'B>D']],
    ['A --o B\nB --x C', ['A>B', 'B>C']],
    ['A o--o B', ['A>B']],
    ['B <--> C', ['B>C', 'C>B']],
    ['C x--x D', ['C>D']],
    ['A <-- back --- B', ['B>A:back']],
    ['A <-- both --> B', ['A>B:both', 'B>A:both']],
    ['A -- No ----> E', ['A>E:No']],
    ['A -...-> B', ['A>B']],
    ['A =====> B', ['A>B']],
    ['A e1@--> B\ne1@{ animate: true }', ['A>B']],
    ['A e1@-- text --> B', ['A>B:text']],
    ['A -->|"a | b --> c"| B', ['A>B:a | b --> c']],
    ['A -- "no -- really" --> B', ['A>B:no -- really']],
    ['A\n  -->\n  B', ['A>B']],
    ['A -->\n%% a remark\nB', ['A>B']],
    ['A-->B;B-->C;', ['A>B', 'B>C']],
    ['A[x]:::red --> B:::blue', ['A>B']],
    ['A --> B %% said later', ['A>B']],
    ['A -->|a-b| B', ['A>B:a-b']],
    ["A -- it's off; try --> B", ["A>B:it's off; try"]],
    ['endpoint --> graphics --> styled', ['endpoint>graphics', 'graphics>styled']],
  ])('%j', async (written, edges) => {
    expect(edgesOf(await chartOf(written))).toEqual(edges);
  });
});

describe('texts', () => {
  test.each<[written: string, text: string, shape: string]>([
    ['A', 'A', 'rect'],
    ['A["This ❤ Unicode"]', 'This ❤ Unicode', 'rect'],
    ['A["`This **is** _Markdown_\n over lines`"]', 'This is Markdown over lines', 'rect'],
    ['A["A double quote:#quot;"]', 'A double quote:"', 'rect'],
    ['A["A dec char:#9829;"]', 'A dec char:♥', 'rect'],
    ['A[Fish &amp; chips]', 'Fish & chips', 'rect'],
    ['A[fa:fa-ban forbidden]', 'forbidden', 'rect'],
    ['A["<b>Press</b><br/>the <i>button</i>"]', 'Press the button', 'rect'],
    ['A["ping <host>"]', 'ping <host>', 'rect'],
    ['A[Restart (twice) and wait]', 'Restart (twice) and wait', 'rect'],
    ['A[Open "Settings" now]', 'Open "Settings" now', 'rect'],
    ['A[a :( b]', 'a :( b', 'rect'],
    ['A{{"a {b}"}}', 'a {b}', 'hexagon'],
    ['A(["x"])', 'x', 'stadium'],
    ['A((("x")))', 'x', 'double-circle'],
    ['A>x]', 'x', 'flag'],
    ['A[/x\\]', 'x', 'trapezoid'],
    ['A[/etc/hosts]', '/etc/hosts', 'rect'],
    ['A@{ shape: diamond, label: "Is it on?" }', 'Is it on?', 'diamond'],
    ["A@{ label: 'x', shape: sl-rect }", 'x', 'sl-rect'],
    ['A@{ shape: rounded }', 'A', 'rounded'],
    ['A [x]', 'x', 'rect'],
  ])('%j', async (written, text, shape) => {
    const { nodes } = await chartOf(`${written}\nA --> B`);
    expect(nodes.get('A')).toMatchObject({ text, shape });
    expect([...nodes.keys()]).toEqual(['A', 'B']);
  });
});

test('every way of beginning a chart is known', async () => {
  for (const head of [
    'graph',
    'graph TB',
    'flowchart LR;',
    'flowchart-elk RL',
    'graph BT',
    'flowchart >',
    "%%{init: {'a': 1}}%%\ngraph TD",
    '---\ntitle: x\n---\nflowchart TD',
    '\n\n  flowchart v',
    '%% first\nflowchart TD',
  ])
    expect([head, edgesOf(await chartOf('A --> B', head))]).toEqual([head, ['A>B']]);
});

test('groups give their nodes a title, and arrows to and from them lead to their first and from their last nodes', async () => {
  const chart = await chartOf(`
    c1-->a2
    subgraph ide1 [one]
      a1-->a2
    end
    subgraph two
      direction LR
      subgraph "in side"
        b1-->b2
      end
    end
    one1 --> two
    ide1 --> c2`);
  expect(edgesOf(chart)).toEqual(['c1>a2', 'a1>a2', 'b1>b2', 'one1>b1', 'a2>c2']);
  expect([...chart.nodes.values()].map(({ id, group }) => [id, group])).toEqual([
    ['c1', undefined],
    ['a2', 'one'],
    ['a1', 'one'],
    ['b1', 'two / in side'],
    ['b2', 'two / in side'],
    ['one1', undefined],
    ['c2', undefined],
  ]);
});

test('what has no meaning in a tree is told with its lines', async () => {
  const charts = await importTrees(
    'x.mmd',
    `flowchart TD
  A:::big --> B
  style A fill:#f9f,stroke:#333
  classDef big fill:#f9f;
  class A,B big
  linkStyle 0,1 color:blue;
  click A callback "Tooltip; with a semicolon"
  accDescr: said aloud
  A ~~~ B
  %% a comment
  B["<a href='https://example.com'>more</a>"]
  A["fa:fa-car drive"]`,
  );
  expect(charts?.remarks.every(({ kind }) => kind === 'left-out')).toBe(true);
  expect(leftOutLines(charts?.remarks ?? [])).toEqual([
    'styling (lines 2-6)',
    'link (lines 7, 11)',
    'description (line 8)',
    'layout (line 9)',
    'comment (line 10)',
    'icon (line 12)',
  ]);
});

describe('what is not understood is told at its place, and the rest is taken', () => {
  test.each<[body: string, told: string, edges: readonly string[]]>([
    ['A --> B\nwhat is this\nB --> C', '3:1 Not understood: what is this', ['A>B', 'B>C']],
    ['A --> B ]] x\nB --> C', '2:9 Not understood: ]] x', ['A>B', 'B>C']],
    ['A[open --> B\nB --> C', '2:2 This bracket is not closed.', ['A>B', 'B>C']],
    ['A --> B -->', '2:9 This arrow leads nowhere.', ['A>B']],
    ['A --> B\n) x', '3:1 Not understood: ) x', ['A>B']],
    ['subgraph s\nA --> B', '2:1 This group has no "end".', ['A>B']],
    ['A --> B\nend', '3:1 This "end" ends no group.', ['A>B']],
    ['A --> B\nsubgraph s\nend\nB --> s', '5:3 This arrow ends at a group without nodes.', ['A>B']],
    ['A@{ shape } --> B', '2:2 What stands in these braces is not understood.', ['A>B']],
  ])('%j', async (body, told, edges) => {
    const charts = await importTrees('x.mmd', `flowchart TD\n${body}`);
    const found = charts?.remarks.filter(({ kind }) => kind === 'not-understood') ?? [];
    expect(found.map(({ message, place }) => `${place.line}:${place.column} ${message}`)).toEqual([told]);
    expect(edgesOf(charts?.trees[0]?.chart as ImportedChart)).toEqual(edges);
    expect(charts?.trees[0]?.text).toContain(`${told.replace(/^(\d+):\d+ /, 'not taken over (line $1): ')}\n`);
  });
});
