import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { edgeName, loadTexts, pictureOf, runCalls, toSvg, weightsOf } from '../../src/index.js';
import { consoles, filesIn, folderOf, runAs, table } from './console.js';

const page = 'docs/pictures.md';
const drawn = 'docs/slow-page.svg';
const files = filesIn('docs/authoring.md');

let folder: string;
let picture: string;
let mermaid: string;
beforeAll(() => {
  folder = folderOf('my-desk', files);
  picture = runAs('$ faultline graph slow-page --kb my-desk --calls\n', folder, '');
  mermaid = runAs(consoles(page)[0] ?? '', folder, '');
  if (process.env.UPDATE_DOCS === undefined) return;
  writeFileSync(drawn, picture);
  writeFileSync(page, withExample(readFileSync(page, 'utf8')));
}, 60_000);

/** The page with the example as it is now. */
function withExample(text: string): string {
  return text.replace(
    /^(```text\n\$ faultline graph .*\n)[\s\S]*?^```$/m,
    (_, command: string) => `${command}${mermaid}\`\`\``,
  );
}

test('its picture is what the command draws', () => {
  expect(readFileSync(page, 'utf8')).toContain('`faultline graph slow-page --kb my-desk --calls`');
  expect(readFileSync(drawn, 'utf8')).toBe(picture);
});

test('its Mermaid is what the command writes', () => {
  const text = readFileSync(page, 'utf8');
  expect(text).toBe(withExample(text));
});

test('its options are those of the command', () => {
  const help = runAs('$ faultline graph --help\n', folder, '');
  const options = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
  expect(table(page, 'option').map(([option]) => option?.replaceAll('`', ''))).toEqual(options);
});

test('what it says for programs holds', async () => {
  const { knowledgeBase: kb } = await loadTexts(files);
  const trails = (await runCalls(kb)).map(({ trail }) => trail);
  const weights = weightsOf('calls', 'slow-page', trails);
  expect(toSvg(await pictureOf(kb, 'slow-page', { weights }))).toBe(picture);
  expect(edgeName({ from: 'power', kind: 'answer', label: 'on' })).toBe('power answer on');
});
