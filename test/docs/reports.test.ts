import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { namesOf } from '../../src/cli/report/names-of.js';
import {
  type CaseStore,
  makeReport,
  openStore,
  type ReportOptions,
  renderReports,
  reportIds,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { plant } from '../reports/plant.js';
import { exampleCases } from './example-cases.js';

const page = 'docs/reports.md';
const same = (text: string): string => text;
const style = { clean: same, title: same, heading: same, strong: same, dim: same, graph: same };
const options: ReportOptions = { since: '2026-09-07', until: '2026-11-27', redact: same };

let store: CaseStore;
const shown = new Map<string, string>();
beforeAll(async () => {
  const { knowledgeBase: kb } = await loadShipped({ calls: false });
  store = await openStore(':memory:');
  await plant(store, exampleCases(kb));
  for (const id of reportIds) {
    const report = await makeReport(id, store.database, options, namesOf(kb));
    const set = { title: '', about: [], headlines: [], reports: [report] };
    const text = await renderReports('text', set, { columns: 80, style, most: 3 });
    shown.set(id, text.replace(/\n\d+ more: .*\n/, '').trim());
  }
  if (process.env.UPDATE_DOCS !== undefined) writeFileSync(page, withExamples(readFileSync(page, 'utf8')));
}, 60_000);
afterAll(() => store.close());

/** The page with the examples as they are now: each stands under the heading that is the name of its report. */
function withExamples(text: string): string {
  return text.replace(/^(### (\S+)\n[\s\S]*?^```text\n)[\s\S]*?^```$/gm, (_, before: string, id: string) => {
    return `${before}${shown.get(id) ?? ''}\n\`\`\``;
  });
}

test('every report has a heading with its name, in the order in which they are read', () => {
  const headings = [...readFileSync(page, 'utf8').matchAll(/^### (\S+)$/gm)].map(([, id]) => id);
  expect(headings).toEqual(reportIds);
});

test('each example is what the report shows', () => {
  const text = readFileSync(page, 'utf8');
  expect(text).toBe(withExamples(text));
});

test('each section says the question that the report answers', async () => {
  const text = readFileSync(page, 'utf8').replace(/\s+/g, ' ');
  for (const [id, example] of shown) {
    const question = example.split('\n').slice(1).join(' ').split('?')[0];
    expect([id, text.includes(question ?? '-')]).toEqual([id, true]);
  }
});
