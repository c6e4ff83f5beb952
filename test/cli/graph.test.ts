import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { openStore } from '../../src/index.js';
import { keepWhole, office, printerCall } from '../cases/keep-call.js';
import { newHome, run } from './run.js';

const kb = ['--kb', 'test/fixtures/office'];
const folder = mkdtempSync(join(tmpdir(), 'faultline-graph-'));
let home: string;
beforeAll(async () => {
  home = newHome();
  const knowledge = await office();
  const store = await openStore(join(home, 'cases.db'));
  const solved = [{ answer: 'on' }, { answer: 'no' }, { done: true }, { done: true }, { answer: 'yes' }] as const;
  for (const [index, inputs] of [solved, solved, [{ answer: 'on' }] as const].entries()) {
    await keepWhole(store, knowledge, await printerCall(knowledge, inputs, { at: `2026-11-1${index}T09:00:00Z` }));
  }
  await store.close();
}, 60_000);

const graph = (...words: readonly string[]) => run(['graph', ...words, ...kb], '', home);

test.each([
  [[], /^<\?xml [\s\S]*<\/svg>\n$/],
  [['--format', 'html'], /^<!doctype html>[\s\S]*<\/html>\n$/],
  [['--format', 'mermaid'], /^---\ntitle: "The printer/],
  [['--format', 'dot'], /^\/\/ [\s\S]*\ndigraph "The printer[\s\S]*\n}\n$/],
])(
  '%j is written to standard output',
  async (words, whole) => {
    const { code, stdout, stderr } = await graph('printer', ...words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(whole);
  },
  60_000,
);

test.each([
  ['tree.svg', /^<\?xml/],
  ['tree.html', /^<!doctype html>/],
  ['tree.mmd', /^---\n/],
  ['tree.gv', /\ndigraph /],
])(
  '%s says by its ending what it is to be',
  async (name, begins) => {
    const file = join(folder, name);
    const { code, stdout } = await graph('printer', '--out', file);
    expect([code, stdout]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toMatch(begins);
    expect(readdirSync(folder).filter((each) => each.endsWith('.new'))).toEqual([]);
  },
  60_000,
);

test('the calls in the store are counted, node by node and line by line', async () => {
  const { code, stdout } = await graph('printer', '--from-store', '--format', 'dot');
  expect(code).toBe(0);
  expect(stdout).toMatch(/label="Start · [^"]*\\n3×"/);
  expect(stdout).toMatch(/-> n\d+ \[label="[^"]*3×", style=solid, penwidth=5\]/);
  expect(stdout).toMatch(/never taken", style=dotted, penwidth=1\]/);
}, 60_000);

test.each([
  [['printr'], 'There is no tree "printr" that can be drawn. Did you mean "printer"?'],
  [['printer', '--out', 'picture.png'], '"picture.png" does not end in .svg, .html, .mmd or .dot'],
  [['printer', '--calls', '--from-store'], 'Give --calls or --from-store, not both'],
  [['printer', '--calls'], 'No example call comes into the tree "printer"'],
  [['screen', '--from-store'], 'No call in the case store came into the tree "screen" as it is now.'],
  [['printer', '--out', join(folder, 'no', 'where.svg')], 'cannot be written'],
])(
  '%j is told what would be right',
  async (words, told) => {
    const { code, stdout, stderr } = await graph(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync('picture.png')).toBe(false);
  },
  60_000,
);
