import { cpSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { newHome, run } from './run.js';
import { endAll, inTerminal, keys } from './terminal.js';

afterEach(endAll);

const calls = `# Written by hand.
tree: printer
calls:
  - name: The plug is out # why not
    answers:
      - lamp: off
      - plug: no
      - unplugged: yes
    ends: fixed
  # The last one.
  - name: Paper <is> "out"
    answers: [lamp: on, paper: no, no-paper: yes]
    ends: fixed
`;

/** The small office with these calls, in a folder of its own. */
function office(text = calls): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-calls-'));
  cpSync('test/fixtures/office', folder, { recursive: true });
  const file = join(folder, 'trees/printer.calls.yaml');
  writeFileSync(file, text);
  return { folder, file };
}

describe('faultline test --watch', () => {
  test('plays again on a change, and prints only what has changed', async () => {
    const { folder, file } = office();
    const author = inTerminal(['test', folder, '--watch'], { columns: 120 });
    await author.shows('2 calls passed, 0 failed.');
    writeFileSync(file, calls.replace('lamp: off', 'lamp: on'));
    await author.showsNow('1 call passed, 1 failed.');
    expect(author.screen().join('\n')).toContain('failed  printer: The plug is out');
    expect(author.screen().join('\n')).not.toContain('Paper');
    expect(author.screen().join('\n')).not.toContain('2 calls passed');
    writeFileSync(file, calls);
    await author.showsNow('passed  printer: The plug is out');
    await author.showsNow('2 calls passed, 0 failed.');
    // As editors save: a new file takes the place of the old one.
    for (const [lamp, shown] of [
      ['on', '1 call passed, 1 failed.'],
      ['off', '2 calls passed, 0 failed.'],
      ['on', '1 call passed, 1 failed.'],
      ['off', '2 calls passed, 0 failed.'],
    ] as const) {
      writeFileSync(`${file}.new`, calls.replace('lamp: off', `lamp: ${lamp}`));
      renameSync(`${file}.new`, file);
      await author.showsNow(shown);
    }
    await author.press('q');
    expect(await author.ended()).toBe(0);
  }, 60_000);

  test('ends with Ctrl-C, with the code of the last run', async () => {
    const { folder } = office(calls.replace('lamp: off', 'lamp: on'));
    const author = inTerminal(['test', folder, '--watch']);
    await author.shows('1 call passed, 1 failed.');
    await author.press(keys.controlC);
    expect(await author.ended()).toBe(1);
  }, 60_000);
});

describe('faultline test --junit', () => {
  test('writes a suite for each tree and a failure with the place', async () => {
    const { folder } = office(calls.replace('paper: no, no-paper', 'paper: yes, no-paper'));
    const file = join(folder, 'results.xml');
    expect(await run(['test', folder, '--junit', file])).toMatchObject({ code: 1 });
    const xml = readFileSync(file, 'utf8');
    expect(xml).toContain('<testsuite name="printer" tests="2" failures="1" errors="0"');
    expect(xml).toContain('name="Paper &lt;is&gt; &quot;out&quot;" file="trees/printer.calls.yaml" line="11"');
    expect(xml).toContain('trees/printer.calls.yaml:12:');
  });

  test('says in a sentence where it cannot be written', async () => {
    const { folder } = office();
    const { code, stderr } = await run(['test', folder, '--junit', join(folder, 'nowhere/results.xml')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be written')]);
  });
});

describe('faultline test --record', () => {
  test('puts a case of the store at the end of the file, and leaves the rest as it is', async () => {
    const { folder, file } = office();
    const home = newHome();
    const events = [{ answer: 'off' }, { answer: 'no' }, { done: true }, { done: true }, { answer: 'yes' }];
    const input = events.map((event) => `${JSON.stringify(event)}\n`).join('');
    await run(['call', '--kb', folder, '--tree', 'printer', '--json'], input, home);
    const [, number = ''] = /(\d+-\d)/.exec((await run(['cases', 'list', '--kb', folder], '', home)).stdout) ?? [];
    const { code, stdout } = await run(['test', folder, '--record', number], '', home);
    expect([code, stdout]).toEqual([0, expect.stringContaining('passed  printer: ')]);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(calls)).toBe(true);
    expect(text.slice(calls.length)).toBe(
      [
        '  - name: "The printer does not print: unplugged, fixed"',
        '    answers:',
        '      - lamp: off',
        '      - plug: no',
        '      - unplugged: yes',
        '    ends: fixed',
        '    fault: unplugged',
        '',
      ].join('\n'),
    );
    expect(await run(['test', folder])).toMatchObject({ code: 0, stdout: '3 calls passed, 0 failed.\n' });
  }, 60_000);

  test('refuses what is no call, or has not ended, in a sentence', async () => {
    const { folder, file } = office();
    const session = (events: readonly object[]) =>
      JSON.stringify({ format: 1, tree: 'printer', knowledge: '', events });
    const open = await run(['test', folder, '--record', '-'], session([]));
    expect([open.code, open.stderr]).toEqual([2, expect.stringContaining('not come to an end')]);
    const none = await run(['test', folder, '--record', '-'], 'nothing');
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no session on standard input')]);
    const nobody = await run(['test', folder, '--record', 'nobody']);
    expect([nobody.code, nobody.stderr]).toEqual([2, expect.stringContaining('neither the number of a case')]);
    expect(readFileSync(file, 'utf8')).toBe(calls);
  }, 60_000);
});
