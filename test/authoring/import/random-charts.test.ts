import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { importTrees, loadTexts, type Tree } from '../../../src/index.js';
import { comparable, type Way, waysOf } from './agreement.js';

const shapes = {
  rect: ['[', ']'],
  rounded: ['(', ')'],
  stadium: ['([', '])'],
  subroutine: ['[[', ']]'],
  cylinder: ['[(', ')]'],
  circle: ['((', '))'],
  'double-circle': ['(((', ')))'],
  flag: ['>', ']'],
  diamond: ['{', '}'],
  hexagon: ['{{', '}}'],
  'lean-right': ['[/', '/]'],
  'lean-left': ['[\\', '\\]'],
  trapezoid: ['[/', '\\]'],
  'inverted-trapezoid': ['[\\', '/]'],
} as const;
const shape = fc.constantFrom(...(Object.keys(shapes) as (keyof typeof shapes)[]));
const word = fc.constantFrom(
  'Check',
  'the',
  'cable',
  'Is',
  'it',
  'on',
  'Restart',
  'IT',
  'works',
  'not',
  'größer',
  '电源',
  'x',
  'o',
  'end',
  'graph',
  '5%',
  '9.9.9.9',
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
const ids = ['A', 'B1', 'check_it', 'x', 'o2', 'node-3', 'Ünïcode', '开始', 'v', '7'];

interface RandomNode {
  readonly id: string;
  readonly text: string;
  readonly shape: keyof typeof shapes;
  readonly style: number;
}
const chart = fc.integer({ min: 1, max: ids.length }).chain((size) =>
  fc.record({
    nodes: fc.tuple(
      ...ids.slice(0, size).map((id) => fc.record({ id: fc.constant(id), text: words, shape, style: fc.nat(3) })),
    ),
    edges: fc.array(
      fc.record({
        from: fc.nat(size - 1),
        to: fc.nat(size - 1),
        label: fc.oneof(fc.constant(''), words),
        style: fc.nat(11),
      }),
      { maxLength: 14 },
    ),
    between: fc.constantFrom('\n', ';', '\n%% a remark: A --> B\n', ' \n\n  '),
    head: fc.constantFrom('graph TD', 'flowchart LR', 'flowchart-elk BT', 'graph', '---\ntitle: T\n---\nflowchart RL'),
    chained: fc.boolean(),
  }),
);

function written({ id, text, shape: form, style }: RandomNode): string {
  if (style === 3 && ['diamond', 'hexagon', 'stadium', 'circle', 'rounded'].includes(form))
    return `${id}@{ shape: ${form}, label: "${text}" }`;
  const [open, close] = shapes[form];
  const inside = [text, `"${text}"`, `"\`${text}\`"`, `" ${text.replaceAll(' ', '<br/>')} "`][style] ?? text;
  return `${id}${open}${inside}${close}`;
}

function arrow(label: string, style: number): string {
  const plain = ['-->', '---', '-.->', '==>', '--o', '--x', '---->', '-..-', '===', 'e9@-->', '--> ', ' --> '];
  if (label === '') return `${style % 2 === 0 ? ' ' : '\n  '}${plain[style]} `;
  const kinds = [
    `-->|${label}|`,
    `-- ${label} -->`,
    `-. ${label} .->`,
    `== ${label} ==>`,
    `-->|"${label}"|`,
    `-- "${label}" ---`,
  ];
  return ` ${kinds[style % kinds.length]} `;
}

test('a chart that is written in any way is read as it is, and its tree has the same ways', async () => {
  await fc.assert(
    fc.asyncProperty(chart, async ({ nodes, edges, between, head, chained }) => {
      const statements = nodes.map(written);
      edges.forEach(({ from, to, label, style }, index) => {
        const goesOn = chained && index > 0 && edges[index - 1]?.to === from;
        const before = goesOn ? statements.pop() : nodes[from]?.id;
        statements.push(`${before}${arrow(label, style)}${nodes[to]?.id}`);
      });
      const text = `${head}\n${statements.join(between)}\n`;
      const result = await importTrees('chart.mmd', text);
      const [first] = result?.trees ?? [];
      if (result === undefined || first === undefined) throw new Error('no tree');
      expect(
        result.remarks.filter(({ kind, message }) => kind === 'not-understood' && !/is in no tree/.test(message)),
      ).toEqual([]);
      expect([...first.chart.nodes.values()].map(({ id, text: is, shape: form }) => [id, is, form])).toEqual(
        nodes.map(({ id, text: is, shape: form }) => [id, is, form]),
      );
      const wanted = edges.map(({ from, to, label }): Way => [nodes[from]?.id ?? '', nodes[to]?.id ?? '', label]);
      expect(first.chart.edges.map(({ from, to, label }) => [from, to, label])).toEqual(wanted);
      const { knowledgeBase, diagnostics } = await loadTexts([result.manifest, ...result.trees]);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const ways = result.trees.flatMap((tree) => waysOf(tree, knowledgeBase.trees.get(tree.id) as Tree));
      expect(comparable(ways)).toEqual(comparable(wanted));
    }),
    { numRuns: 40 },
  );
});

test('nodes joined by & and arrows in a chain are every way between them', async () => {
  const group = fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(group, { minLength: 2, maxLength: 5 }), fc.nat(2), async (groups, gap) => {
      const text = `graph TD\n${groups.map((all) => all.join([' & ', '& ', ' &\n'][gap])).join(' --> ')}`;
      const result = await importTrees('chart.mmd', text);
      const wanted = groups
        .slice(1)
        .flatMap((to, index) => (groups[index] as string[]).flatMap((from) => to.map((one) => [from, one])));
      expect(result?.trees[0]?.chart.edges.map(({ from, to }) => [from, to])).toEqual(wanted);
    }),
    { numRuns: 40 },
  );
});

test('whatever stands in a file, nothing is thrown, and what is written loads', async () => {
  const piece = fc.constantFrom(
    'graph TD\n',
    'flowchart',
    'A',
    'B',
    'end',
    'subgraph x\n',
    'subgraph',
    '[',
    ']',
    '((',
    '))',
    '{',
    '}',
    '[/',
    '\\]',
    '"',
    '`',
    '-->',
    '--',
    '-.',
    '==',
    '|',
    '&',
    ';',
    '\n',
    '%%',
    '%%{',
    '}%%',
    '@{',
    ':::c',
    'style A fill',
    'classDef',
    'click A',
    '---\n',
    '#quot;',
    '<br>',
    '~~~',
    ' ',
    '\t',
    '{a.b}',
    'no: yes',
    '# x',
    '\u202e',
    '\u0000',
    '\ud800',
    'true',
    '12',
    '```mermaid\n',
    '```\n',
    '> ',
    'accDescr {',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 6, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 6 })), {
        maxLength: 40,
      }),
      fc.constantFrom('x.mmd', 'x.md'),
      fc.boolean(),
      async (pieces, name, headed) => {
        const text = (headed ? (name === 'x.md' ? '```mermaid\ngraph TD\n' : 'graph TD\n') : '') + pieces.join('');
        const result = await importTrees(name, text);
        if (result === undefined || result.trees.length === 0) return;
        const { diagnostics } = await loadTexts([result.manifest, ...result.trees]);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
