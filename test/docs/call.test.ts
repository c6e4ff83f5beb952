import { expect, test } from '@jest/globals';
import { commandTable } from '../../src/cli/call/command-table.js';
import { table } from './console.js';

test('the page for agents has every key, with what it is for', () => {
  const rows = table('docs/call.md', 'key');
  const commands = Object.entries(commandTable).map(([key, { label, help }]) => [`\`${key}\``, label, help]);
  expect(rows).toEqual(commands);
});
