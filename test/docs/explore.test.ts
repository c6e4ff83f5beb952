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
  const written = folderOf('round', [
    {
      path: 'knowledge-base.yaml',
      text: `knowledge_base: small
title: Small
language: en
desks:
  second-line: { name: Second line }
default_desk: second-line
`,
    },
    {
      path: 'lamp.yaml',
      text: `tree: lamp
title: The lamp
symptoms: [the lamp is dark]
start: first
nodes:
  first: { ask: Is it dark?, answers: { "yes": wait, "no": end }, unsure: { go: end } }
  wait: { do: [{ say: Wait. }], then: first }
  end: { close: resolved }
`,
    },
  ]);
  const folder = join(written, 'round');
  const explored = await run(['explore', folder, '--write', found]);
  expect(explored.code).toBe(1);
  const [file = ''] = readdirSync(found).filter((name) => name.includes('endless'));
  expect(explored.stdout).toContain(`--replay ${join(found, file)}`);
  const calling = ['call', '--kb', folder, '--tree', 'lamp', '--json'];
  const played = await run([...calling, '--replay', join(found, file)], '', newHome());
  expect(played.stderr).not.toContain('--replay, event');
  expect(JSON.parse(played.stdout.split('\n')[0] ?? '')).toMatchObject({ protocol: 1, question: 'lamp/first#3' });
}, 60_000);

test('a walk that comes to its bound is no success', async () => {
  const explored = await run(['explore', '--tree', 'phishing', '--limit', '5']);
  expect(explored.code).toBe(1);
  expect(explored.stdout).toContain('Not everything was looked at');
}, 60_000);

test('coverage ends with 1 below the threshold, and explore says what it is given wrongly', async () => {
  const folder = join(folderOf('my-desk', filesIn('docs/authoring.md')), 'my-desk');
  expect((await run(['coverage', folder, '--threshold', '100', '--of', 'all'])).code).toBe(1);
  expect((await run(['coverage', folder])).code).toBe(0);
  expect((await run(['explore', folder, '--limit', 'x'])).code).toBe(2);
}, 60_000);
