import { expect, test } from '@jest/globals';
import { csvFormat } from '../../src/cli/cases/export-formats/csv.js';
import { run } from '../cli/run.js';
import { table } from './console.js';

test('the page about cases has every command, as the help says it', async () => {
  const { stdout } = await run(['cases', '--help']);
  const commands = [...stdout.replace(/\n {10,}/g, ' ').matchAll(/^ {2}(?!help|-)([a-z]+) .*? {2,}(.*)$/gm)];
  expect(commands.length).toBeGreaterThan(10);
  const rows = table('docs/cases.md', 'command');
  expect(rows).toEqual(commands.map(([, name, what]) => [`\`${name}\``, what]));
});

test('and every column of the table of cases', () => {
  const rows = table('docs/cases.md', 'column');
  expect(rows.map(([name]) => name)).toEqual(
    csvFormat.before
      .trim()
      .split(',')
      .map((name) => `\`${name}\``),
  );
});
