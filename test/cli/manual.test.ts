import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { newHome, run } from './run.js';

const home = newHome();
const manual = (...words: readonly string[]) => run(['manual', ...words], '', home);

test('it is printed as HTML, or written in the form that the name of the file tells', async () => {
  const { code, stdout, stderr } = await manual('test/fixtures/office');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  const folder = mkdtempSync(join(tmpdir(), 'faultline-manual-'));
  const file = join(folder, 'office.md');
  expect(await manual('test/fixtures/office', '--out', file)).toEqual({ code: 0, stdout: '', stderr: '' });
  const today = new Date().getUTCFullYear();
  expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^# A small office\n\nHandbook, as of \\d+ \\w+ ${today}\n`));
  expect(readdirSync(folder)).toEqual(['office.md']);
  const other = await manual(
    'test/fixtures/office',
    '--tree',
    'screen',
    '--format',
    'markdown',
    '--review-after',
    '30',
  );
  expect(other.stdout).toContain('# The screen stays dark\n');
  expect(other.stdout).toContain('again 30 days after');
  expect(other.stdout).not.toContain('The printer does not print\n');
}, 60_000);

test('mistakes are answered in a sentence; what they leave out is said', async () => {
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [['test/fixtures/office', '--tree', 'screne'], 'Did you mean "screen"?'],
    [['nowhere'], 'There is no folder "nowhere".'],
    [['test/fixtures/office', '--review-after', 'soon'], 'is no number of days'],
    [['test/fixtures/office', '--out', 'nowhere/x.html'], 'cannot be written'],
    [['test/fixtures/office', '--format', 'pdf'], 'html, markdown'],
  ];
  for (const [words, told] of wrong)
    expect([words, await manual(...words)]).toEqual([
      words,
      { code: 2, stdout: '', stderr: expect.stringContaining(told) },
    ]);
  const broken = await manual('test/fixtures/bad/broken-neighbour');
  expect([broken.code, broken.stderr]).toEqual([1, expect.stringContaining('out of the manual')]);
}, 60_000);
