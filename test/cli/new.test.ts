import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadFolder, runCalls } from '../../src/index.js';
import { newHome, run } from './run.js';
import { endAll, inTerminal, keys } from './terminal.js';

const home = newHome();
let desk: string;
beforeEach(() => {
  desk = join(mkdtempSync(join(tmpdir(), 'faultline-new-')), 'my-desk');
});
afterEach(endAll);

const make = (...words: readonly string[]) => run(['new', ...words], '', home);
const newTree = (...more: readonly string[]) =>
  make('tree', '--kb', desk, '--title', 'The printer takes no paper', '--symptom', 'it says load paper', ...more);

/** Every file below a folder with its text. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** What is written has nothing that loading reports, its example calls pass, and its first lines name schemas that are there. */
async function isSound(calls: number): Promise<void> {
  const { knowledgeBase, diagnostics } = await loadFolder(desk);
  expect(diagnostics).toEqual([]);
  const results = await runCalls(knowledgeBase);
  expect(results.flatMap(({ differences }) => differences)).toEqual([]);
  expect(results).toHaveLength(calls);
  for (const [name, text] of filesBelow(desk)) {
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect(statSync(resolve(desk, dirname(name), schema)).isFile()).toBe(true);
  }
}

describe('by options', () => {
  test('from nothing to a tree with faults, procedures and calls that pass', async () => {
    expect(await make('knowledge-base', desk, '--title', 'My desk')).toMatchObject({ code: 0, stderr: '' });
    await isSound(0);
    const tree = await newTree('--area', 'printing');
    expect([tree.code, tree.stderr]).toEqual([0, '']);
    expect(tree.stdout).toContain('faultline test ');
    await isSound(5);
    const fault = ['fault', '--kb', desk, '--tree', 'printer-takes-no-paper', '--step', 'Open the lid.'];
    const told = ['--question', 'first-question', '--answer', 'It says: jam'];
    expect(await make(...fault, '--title', 'Paper jam', ...told)).toMatchObject({ code: 0, stderr: '' });
    await isSound(6);
    const procedure = ['procedure', '--kb', desk, '--title', 'Restart the router', '--step', 'Pull the plug: #1'];
    expect(await make(...procedure)).toMatchObject({ code: 0, stderr: '' });
    await isSound(6);
    // Lint may say that sources are missing, which only the author knows, but nothing that is a mistake.
    const lint = await run(['lint', desk, '--format', 'json'], '', home);
    expect([lint.code, lint.stderr, /"severity": ?"error"/.test(lint.stdout)]).toEqual([0, '', false]);
    expect((await run(['test', desk], '', home)).stdout).toBe('6 calls passed, 0 failed.\n');
    const call = ['call', '--kb', desk, '--tree', 'printer-takes-no-paper', '--json'];
    const { stdout } = await run(call, '{"answer":"it-says-jam"}\n', home);
    expect(stdout).toContain('"fault":"paper-jam"');
  }, 60_000);

  test('whatever is typed comes back as it was typed', async () => {
    await make('knowledge-base', desk, '--yes');
    const odd = [
      'Say "load": paper # or not',
      'no',
      '{ } [ ] , & * ! | > % @ `',
      '- a: b',
      'Der Drucker zieht kein Papier ein – überhaupt nicht',
      'it shows {} and }',
      '12:30',
      '0x10',
      "it's 'quoted'",
    ];
    for (const [index, title] of odd.slice(0, 2).entries()) {
      const words = [
        '--title',
        title,
        '--fault',
        title,
        '--step',
        'Mend it.',
        ...odd.flatMap((symptom) => ['--symptom', symptom]),
      ];
      const made = await make('tree', `odd-${index}`, '--kb', desk, ...words);
      expect([made.code, made.stderr]).toEqual([0, '']);
      const { knowledgeBase } = await loadFolder(desk);
      const tree = knowledgeBase.trees.get(`odd-${index}`);
      expect([tree?.title, tree?.symptoms]).toEqual([title, odd]);
      expect([...(tree?.faults.values() ?? [])].map(({ name }) => name)).toEqual([title]);
    }
    await isSound(10);
  }, 60_000);

  test('the schema is found as the knowledge base does it already, or by node_modules above', async () => {
    const above = dirname(desk);
    mkdirSync(join(above, 'node_modules/faultline/schema'), { recursive: true });
    writeFileSync(join(above, 'node_modules/faultline/schema/tree.schema.json'), '{}');
    await make('knowledge-base', desk, '--yes');
    expect(filesBelow(desk).get('facts.yaml')).toContain(
      '$schema=../node_modules/faultline/schema/facts.schema.json\n',
    );
    mkdirSync(join(above, 'own'));
    writeFileSync(join(above, 'own/tree.schema.json'), '{}');
    const manifest = join(desk, 'knowledge-base.yaml');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('node_modules/faultline/schema', 'own'));
    await newTree('--area', 'printing');
    const text = filesBelow(desk).get('printing/printer-takes-no-paper.yaml');
    expect(text).toContain('$schema=../../own/tree.schema.json\n');
  }, 60_000);
});

describe('what is there stays', () => {
  test('a fault is put into a file with its comments, its layout and its line ends', async () => {
    await make('knowledge-base', desk, '--yes');
    const path = join(desk, 'paper.yaml');
    const text = readFileSync('README.md', 'utf8').match(/```yaml\n# my-desk[^\n]*\n([\s\S]*?)```/)?.[1] ?? '';
    const own = `${text.replaceAll('\n', '\r\n')}# the end\r\n`;
    writeFileSync(path, own);
    const told = ['--question', 'tray', '--answer', 'There is no tray'];
    const made = await make(
      'fault',
      '--kb',
      desk,
      '--tree',
      'paper',
      '--title',
      'No tray',
      '--step',
      'Put it in.',
      ...told,
    );
    expect([made.code, made.stderr]).toEqual([0, '']);
    const changed = readFileSync(path, 'utf8');
    expect(changed.replaceAll('\r\n', '')).not.toContain('\n');
    // Taking out what is new gives what was there: nothing else has changed.
    const without = changed
      .replace(', there-is-no-tray: { label: "There is no tray", go: no-tray }', '')
      .replace('  no-tray: { fault: no-tray, unsolved: repair }\r\n', '')
      .replace(/ {2}no-tray:\r\n(?: {4}.*\r\n)+/, '');
    expect(without).toBe(own);
    expect((await run(['test', desk], '', home)).stdout).toBe('1 call passed, 0 failed.\n');
  }, 60_000);

  const mistakes: readonly (readonly [string, readonly string[], string])[] = [
    ['a tree that exists', ['tree', 'paper', '--title', 'A', '--symptom', 'b'], 'already a tree "paper"'],
    ['a question without its fault', ['tree', 'o', '--title', 'A', '--symptom', 'b', '--question', 'On?'], '--fault'],
    ['no id', ['tree', 'Paper Jam', '--title', 'A', '--symptom', 'b'], '"Paper Jam" is no name'],
    ['no title', ['tree', 'other'], 'Say it with --title'],
    ['an empty title', ['tree', 'other', '--title', ' '], 'Nothing stands behind --title'],
    ['an unknown desk', ['tree', 'other', '--title', 'A', '--symptom', 'b', '--desk', 'x'], 'There is: second-line'],
    ['an area outside', ['tree', 'o', '--title', 'A', '--symptom', 'b', '--area', '../x'], 'is no folder for a tree'],
    ['a tree among procedures', ['tree', 'o', '--title', 'A', '--symptom', 'b', '--area', 'procedures'], 'no trees'],
    ['an unknown tree', ['fault', '--tree', 'papre', '--title', 'A', '--step', 'b'], 'Did you mean "paper"?'],
    [
      'an unknown question',
      ['fault', '--tree', 'paper', '--title', 'A', '--step', 'b', '--question', 'x'],
      'There is: ',
    ],
    ['an unknown cause', ['fault', '--tree', 'paper', '--title', 'A', '--step', 'b', '--cause', 'x'], 'hardware'],
    ['a gap that nothing fills', ['procedure', '--title', 'A', '--step', 'Open {door}.'], '"{door}"'],
    ['a file that is there', ['procedure', 'mine', '--title', 'A', '--step', 'b'], 'nothing is overwritten'],
  ];
  test('mistakes are answered in a sentence, and nothing is written', async () => {
    await make('knowledge-base', desk, '--yes');
    await newTree('--kb', desk);
    await make('tree', 'paper', '--kb', desk, '--title', 'Paper', '--symptom', 'no paper');
    mkdirSync(join(desk, 'procedures'));
    // Not one that loads: even so it is somebody's.
    writeFileSync(join(desk, 'procedures/mine.yaml'), 'steps: [');
    const before = filesBelow(desk);
    for (const [what, words, told] of mistakes) {
      const { code, stdout, stderr } = await make(...words, '--kb', desk);
      expect([what, code, stdout, stderr]).toEqual([what, 2, '', expect.stringContaining(told)]);
    }
    expect(filesBelow(desk)).toEqual(before);
    expect((await make('knowledge-base', desk, '--yes')).stderr).toContain('is a knowledge base already');
    expect((await make('tree', '--title', 'A', '--symptom', 'b')).stderr).toContain('no knowledge base');
  }, 120_000);
});

describe('in a terminal', () => {
  /** Answers questions as they come: what is asked, and what is typed before Enter. */
  async function answering(
    words: readonly string[],
    answers: readonly (readonly [string, ...string[]])[],
  ): Promise<void> {
    const author = inTerminal(['new', ...words], { home, columns: 100 });
    for (const [asked, ...typed] of answers) {
      await author.showsNow(asked);
      await author.press(...typed, keys.enter);
    }
    expect([await author.ended(), author.everything()]).toEqual([0, expect.stringContaining('Next:')]);
  }

  test('each form asks what it needs, and what is usual is taken with Enter', async () => {
    await answering(['knowledge-base', desk], [['What is it called?', 'Desk of Ana'], ['Which desk takes']]);
    expect(filesBelow(desk).get('knowledge-base.yaml')).toContain('title: Desk of Ana\n');
    await answering(
      ['tree', '--kb', desk],
      [
        ['What is wrong, in a line?', 'No sound'],
        ['Its name'],
        ['The folder that it belongs in', 'sound'],
        ['What does a caller say', 'it is silent'],
        ['Another one', 'i hear nothing'],
        ['Another one'],
        ['A first question'],
        ['What is wrong then'],
        ['What should the caller do'],
        ['Another one'],
      ],
    );
    await isSound(5);
    expect(filesBelow(desk).get('sound/no-sound.yaml')).toContain('  - it is silent\n  - i hear nothing\n');
    await answering(
      ['fault', '--kb', desk],
      [
        ['Which tree does it belong to?'],
        ['What is wrong, in a few words?', 'It is muted'],
        ['Its name'],
        ['How do you explain it'],
        ['What should the caller do', 'Press the key with the crossed speaker.'],
        ['Another one'],
        ['How does one see'],
        ['What kind of cause'],
        ['Which question tells it?', keys.up],
        ['What does the caller answer', 'The speaker is crossed out'],
      ],
    );
    await answering(
      ['procedure', '--kb', desk],
      [
        ['What is done', 'Close a program'],
        ['Its name', 'close-at-once'],
        ['What should the caller do', 'Click it.'],
        ['Another one'],
      ],
    );
    expect([...filesBelow(desk).keys()]).toContain('procedures/close-at-once.yaml');
  }, 120_000);

  test('an answer that cannot be is asked again, and Ctrl-C leaves nothing behind', async () => {
    await make('knowledge-base', desk, '--yes');
    const before = filesBelow(desk);
    const author = inTerminal(['new', 'tree', '--kb', desk], { home, columns: 100 });
    await author.showsNow('What is wrong, in a line?');
    await author.press(keys.enter);
    await author.showsNow('Please type something.');
    await author.press('No sound', keys.enter);
    await author.showsNow('Its name');
    await author.press(' !', keys.enter);
    await author.showsNow('is no name');
    await author.press(keys.controlC);
    expect([await author.ended(), author.everything()]).toEqual([2, expect.stringContaining('Nothing was written.')]);
    expect(filesBelow(desk)).toEqual(before);
  }, 60_000);
});
