import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type KnowledgeBase, openStore } from '../../src/index.js';
import { keepWhole, office, printerCall } from '../cases/keep-call.js';
import { newHome, run } from './run.js';

const kb = ['--kb', 'test/fixtures/office'];
const days = ['--since', '2026-11-01', '--until', '2026-11-28'];

/** A home in which three calls were taken: two solved, one of them with words, and one that was left open. */
async function homeWithCalls(): Promise<string> {
  const home = newHome();
  const knowledge: KnowledgeBase = await office();
  const store = await openStore(join(home, 'cases.db'));
  const solved = [{ answer: 'on' }, { answer: 'no' }, { done: true }, { done: true }, { answer: 'yes' }] as const;
  for (const [index, inputs] of [solved, solved, [{ answer: 'on' }] as const].entries()) {
    const beginning = { words: `my printer is dead ${index}`, agent: index === 2 ? 'Ben' : 'Ana', caller: 'Ms Lee' };
    const session = await printerCall(knowledge, inputs, { ...beginning, at: `2026-11-1${index}T09:00:00Z` });
    await keepWhole(store, knowledge, session);
  }
  await store.close();
  return home;
}

let home: string;
beforeAll(async () => {
  home = await homeWithCalls();
}, 60_000);

const report = (...words: readonly string[]) => run(['report', ...words, ...kb], '', home);

test('without a name there is an overview, in no more than 80 columns and without colour', async () => {
  const { code, stdout, stderr } = await report(...days);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('3 calls.');
  for (const title of ['Resolved', 'Faults by count and time', 'Problems that belong together', 'What questions cost'])
    expect(stdout).toContain(title);
  expect(stdout.split('\n').filter((line) => line.length > 80 || line.includes('\u001b'))).toEqual([]);
  expect(stdout).not.toContain('Lee');
}, 60_000);

test('each report can be had by its name, with the names of the knowledge base', async () => {
  const { code, stdout } = await report('faults', ...days, '--format', 'json');
  expect(code).toBe(0);
  const [faults] = (JSON.parse(stdout) as { readonly reports: readonly { rows: readonly object[] }[] }).reports;
  expect(faults?.rows).toHaveLength(1);
  expect(faults?.rows[0]).toMatchObject({ calls: 2 });
  const { stdout: text } = await report('agents', ...days);
  expect(text).toMatch(/^Ana +2 /m);
}, 60_000);

test('all of them in one page, written whole and for its owner only', async () => {
  const file = join(home, 'page.html');
  const { code, stdout } = await report(...days, '--format', 'html', '--output', file);
  expect([code, stdout]).toEqual([0, '']);
  expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(home).filter((name) => name.endsWith('.new'))).toEqual([]);
}, 60_000);

test('a file that cannot be written is said in a sentence, and nothing is left behind', async () => {
  const { code, stderr } = await report(...days, '--output', join(home, 'nowhere', 'page.html'));
  expect(code).toBe(2);
  expect(stderr).toMatch(/cannot be written/);
  expect(existsSync(join(home, 'nowhere'))).toBe(false);
}, 60_000);

test('agents choose', async () => {
  const { stdout } = await report('questions', ...days, '--agent', 'ben', '--format', 'csv');
  expect(stdout.split('\r\n')[0]).toMatch(/^question,asked,median_seconds/);
  expect(stdout).toMatch(/,1,30,/);
}, 60_000);

test('without a case there is a friendly sentence; a time without one names the newest', async () => {
  const { code, stdout } = await run(['report', ...kb]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^There are no cases yet\./)]);
  const { stdout: early } = await report('--since', '2020-01-01', '--until', '2020-02-01');
  expect(early).toMatch(/the newest of all\s+began on 2026-11-12/);
}, 60_000);

describe('what is typed wrongly is said', () => {
  test.each([
    [['fautls'], /no report "fautls"\. Did you mean "faults"\? The reports are: weeks, faults,/],
    [['--format', 'pdf'], /no format "pdf"\. The formats are: text, csv/],
    [['--since', '2026-13-01'], /"2026-13-01" is no day/],
    [['--since', '2026-11-20', '--until', '2026-11-10'], /has no day in it/],
    [['--weeks', 'many'], /"many" is no number of weeks/],
    [['--weeks', '2', '--since', '2026-11-01'], /not both/],
    [['--tree', 'printr'], /no tree "printr"\. Did you mean "printer"\?/],
  ])(
    '%j',
    async (words, message) => {
      const { code, stderr } = await report(...words);
      expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
    },
    60_000,
  );
});
