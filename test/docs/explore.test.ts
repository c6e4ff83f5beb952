import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { explorationKinds } from '../../src/index.js';
import { newHome, run } from '../cli/run.js';
import { filesIn, folderOf, table } from './console.js';

test('its table names every kind of finding', () => {
  expect(table('docs/explore.md', 'finding').map(([kind]) => kind)).toEqual(
    explorationKinds.map((kind) => `\`${kind}\``),
  );
});

test('what explore writes is played again by call', async () => {
  const found = mkdtempSync(join(tmpdir(), 'faultline-explore-'));
  const explored = await run(['explore', '--tree', 'no-power', '--limit', '2000', '--write', found]);
  expect(explored.code).toBe(1);
  const [file = ''] = readdirSync(found).filter((name) => name.includes('endless'));
  expect(explored.stdout).toContain(`--replay ${join(found, file)}`);
  const played = await run(['call', '--tree', 'no-power', '--json', '--replay', join(found, file)], '', newHome());
  expect(played.stderr).not.toContain('--replay, event');
  expect(JSON.parse(played.stdout.split('\n')[0] ?? '')).toMatchObject({ protocol: 1 });
}, 60_000);

test('coverage ends with 1 below the threshold, and explore says what it is given wrongly', async () => {
  const folder = join(folderOf('my-desk', filesIn('docs/authoring.md')), 'my-desk');
  expect((await run(['coverage', folder, '--threshold', '100', '--of', 'all'])).code).toBe(1);
  expect((await run(['coverage', folder])).code).toBe(0);
  expect((await run(['explore', folder, '--limit', 'x'])).code).toBe(2);
}, 60_000);
