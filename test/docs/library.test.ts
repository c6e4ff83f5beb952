import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { blocks, consoles, filesIn, folderOf, runAs } from './console.js';

const page = { library: 'docs/library.md', authoring: 'docs/authoring.md' } as const;

test('its examples compile, run and say what stands beside them', () => {
  const [call = '', caller = '', sessions = '', explained = '', cases = ''] = blocks(page.library, 'ts');
  const example = `${call}${caller}${sessions}${explained}${cases}`;
  mkdirSync('dist/docs', { recursive: true });
  writeFileSync('dist/docs/library-example.mts', example);
  const compiler = ['node_modules/typescript/bin/tsc', '--ignoreConfig'];
  const options =
    '--strict --module nodenext --target es2022 --skipLibCheck --types node --rootDir dist/docs --outDir dist/docs';
  execFileSync(process.execPath, [...compiler, ...options.split(' '), 'dist/docs/library-example.mts']);
  const [event = ''] = blocks(page.authoring, 'json');
  const missed = event.replace(/ {2}"chose".*\n/, '');
  const kept = `{ "format": 1, "tree": "", "knowledge": "", "events": [${missed}] }`;
  const cwd = folderOf('sessions', [
    { path: 'missed.json', text: kept },
    { path: 'other.txt', text: 'no session' },
  ]);
  const said = execFileSync(process.execPath, [resolve('dist/docs/library-example.mjs')], { cwd, encoding: 'utf8' });
  const expected = [
    ...[...call.matchAll(/await say\(.*\)\); \/\/ (.*)$/gm)].map(([, words = '']) => words),
    ...[...caller.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words = '']) => words),
    "the videos are pixelated [ 'slow-page' ] [ 'pixelated' ]",
    ...[...explained.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words = '']) => words),
    ...[...cases.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words = '']) => words),
  ];
  expect(expected.length).toBeGreaterThan(21);
  let from = 0;
  for (const words of expected) {
    const at = said.indexOf(words, from);
    expect([words, at >= from, at < 0 && said.slice(from)]).toEqual([words, true, false]);
    from = at + words.length;
  }
}, 60_000);

test('its conversation with a program goes as it stands there', () => {
  const [conversation = ''] = consoles(page.library);
  const lines = (mark: string): readonly string[] =>
    conversation.split('\n').flatMap((line) => (line.startsWith(`${mark} `) ? line.slice(2) : []));
  const input = lines('>').map((line) => `${line}\n`);
  const output = runAs(conversation, folderOf('my-desk', filesIn(page.authoring)), input.join(''));
  const wrote = output.trim().split('\n').map(json);
  const expected = lines('<').map(json);
  expect(expected.length).toBeGreaterThan(5);
  expect(wrote).toHaveLength(expected.length);
  for (const [at, line] of expected.entries()) expect(wrote[at]).toMatchObject(line);
});

/** A line of JSON, in which a confidence can be any number. */
function json(line: string): object {
  return JSON.parse(line, (key, value: unknown) => (key === 'confidence' ? typeof value : value)) as object;
}
