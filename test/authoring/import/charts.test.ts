import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type ImportedCharts, importTrees, loadTexts, type Tree } from '../../../src/index.js';
import { comparable, type Way, waysOf } from './agreement.js';

const folder = 'test/fixtures/mermaid';
const names = readdirSync(folder);

const imported = async (name: string): Promise<ImportedCharts> => {
  const charts = await importTrees(name, readFileSync(`${folder}/${name}`, 'utf8'));
  if (charts === undefined) throw new Error(name);
  return charts;
};

test('there are enough of them', () => {
  expect(names.length).toBeGreaterThanOrEqual(30);
});

describe.each(names)('%s', (name) => {
  test('loads without an error, with every arrow of the chart and no other', async () => {
    const { trees, manifest } = await imported(name);
    expect(trees.length).toBeGreaterThan(0);
    const { knowledgeBase, diagnostics } = await loadTexts([manifest, ...trees]);
    expect(diagnostics.filter(({ severity, code }) => severity === 'error' || code !== 'unreachable-node')).toEqual([]);
    const ways = new Map<object, Way[]>();
    for (const tree of trees)
      ways.set(tree.chart, [
        ...(ways.get(tree.chart) ?? []),
        ...waysOf(tree, knowledgeBase.trees.get(tree.id) as Tree),
      ]);
    for (const chart of new Set(trees.map((tree) => tree.chart)))
      expect(comparable(ways.get(chart) ?? [])).toEqual(
        comparable(chart.edges.map(({ from, to, label }): Way => [from, to, label.replace(/\{(\S+?)\}/g, '($1)')])),
      );
  });

  test('every text of the chart is in a tree, and every remark in a comment', async () => {
    const { trees, remarks } = await imported(name);
    const all = trees.map(({ text }) => text).join('\n');
    const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const said = words(all);
    for (const { chart } of trees)
      for (const { text } of chart.nodes.values()) expect([text, said.includes(words(text))]).toEqual([text, true]);
    for (const { kind, message, place } of remarks) {
      if (/^This is no flowchart/.test(message)) continue;
      const line = all
        .split('\n')
        .find((one) =>
          one.includes(kind === 'left-out' ? `Left out: ${message} (` : `(line ${place.line}): ${message}`),
        );
      expect([message, line === undefined]).toEqual([message, false]);
    }
  });
});
