import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { caseNumberInWords, type Input, type KnowledgeBase, openStore } from '../../src/index.js';
import { keepWhole, office, printerCall } from '../cases/keep-call.js';
import { newHome, run } from './run.js';
import { endAll, inTerminal } from './terminal.js';

afterEach(endAll);
// Each command is a process of its own.
jest.setTimeout(60_000);

let kb: KnowledgeBase;
beforeAll(async () => {
  kb = await office();
});

const solved: readonly Input[] = [
  { contact: '0170 1234567' },
  { answer: 'on' },
  { answer: 'no' },
  { done: true },
  { done: true },
  { answer: 'yes' },
];

/** A home with these calls in it; their numbers are 1, 2, 3. */
async function homeWith(
  calls: readonly (readonly [inputs: readonly Input[], beginning?: Parameters<typeof printerCall>[2]])[],
): Promise<string> {
  const home = newHome();
  const store = await openStore(join(home, 'cases.db'));
  for (const [inputs, beginning] of calls) await keepWhole(store, kb, await printerCall(kb, inputs, beginning));
  await store.close();
  return home;
}

const cases = (home: string, ...words: readonly string[]) => {
  const [command = '', ...more] = words;
  const own = ['backup', 'restore'].includes(command) ? [] : ['--kb', 'test/fixtures/office'];
  return run(['cases', command, ...own, ...more], '', home);
};
const [one, two, three] = [1, 2, 3].map(caseNumberInWords) as [string, string, string];

describe('faultline cases list', () => {
  let filled: string;
  beforeAll(async () => {
    filled = await homeWith([
      [solved, { at: '2026-11-27T12:00:00Z' }],
      [[{ answer: 'on' }, { refer: 'workshop' }], { words: 'it hums', at: '2026-11-27T12:00:00Z' }],
      [[{ answer: 'on' }, { parked: 'she left' }], { agent: 'Ana', at: '2026-11-28T12:00:00Z' }],
    ]);
  });

  test('shows the newest first, in lines that fit, and how many there are', async () => {
    const long = 'Bartholomew Featherstonehaugh-Cholmondeley the Elder of Nether Wallop';
    const home = await homeWith([
      [solved, { caller: long, agent: long }],
      [
        [{ answer: 'on' }, { refer: 'workshop' }],
        { caller: '電話機の電話機の電話機の電話機の電話機', words: 'it hums' },
      ],
      [[{ answer: 'on' }, { parked: 'she left' }], { agent: 'Ana', at: '2026-11-28T10:00:00Z' }],
    ]);
    const { code, stdout, stderr } = await cases(home, 'list');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(8);
    expect(
      lines
        .slice(0, 7)
        .filter((_, at) => at % 2 === 1)
        .map((line) => line.slice(0, 3)),
    ).toEqual([three, two, one]);
    expect(lines[1]).toMatch(/Ana .*parked$/);
    expect(lines[3]).toMatch(/…? *referred: The workshop$/);
    expect(lines[6]).toBe('    The printer does not print: No paper');
    expect(lines[7]).toBe('3 cases.');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);

    expect((await cases(home, 'list', '--limit', '1000')).stdout).toBe(stdout);
    expect((await run(['cases', '--kb', 'test/fixtures/office'], '', home)).stdout).toBe(stdout);
    const first = await cases(home, 'list', '--limit', '2');
    expect(first.stdout).toContain(`2 of 3 cases. The next ones: the same with --before ${two}`);
    const rest = await cases(home, 'list', '--limit', '2', '--before', two);
    expect(rest.stdout).toMatch(/\n1 of 3 cases\.\n$/);
    expect(rest.stdout).toContain(`\n${one} `);
  });

  test.each<[options: string, numbers: readonly number[]]>([
    ['--outcome resolved,parked', [3, 1]],
    ['--outcome resolved --outcome parked', [3, 1]],
    ['--agent ana', [3]],
    ['--caller 01701234567 --fault no-paper', [1]],
    ['--desk workshop --channel phone', [2]],
    ['--tree printer --text hums', [2]],
    ['--since 2026-11-28', [3]],
    ['--until 2026-11-27', [2, 1]],
    ['--since 2026-11 --until 2026-11', [3, 2, 1]],
    ['--open', []],
  ])('%s', async (options, numbers) => {
    const { stdout } = await cases(filled, 'list', '--json', ...options.split(' '));
    const { cases: listed, all } = JSON.parse(stdout) as { cases: readonly { number: string }[]; all: number };
    expect(listed.map(({ number }) => number)).toEqual(numbers.map(caseNumberInWords));
    expect(all).toBe(numbers.length);
  });
});

describe('one case', () => {
  test('show tells all there is to know, and takes its number however it is written', async () => {
    const home = await homeWith([
      [[...solved, { flag: 'the wording is odd' }], { caller: 'Ms Lee', agent: 'Ana', words: 'it is dead' }],
      [[{ contact: '(0170) 1234567' }, { tell: { os: 'windows' }, source: 'caller' }]],
    ]);
    expect(await cases(home, 'link', one, two, 'the', 'same', 'printer')).toMatchObject({ code: 0 });
    const shown = await cases(home, 'show', one);
    expect([shown.code, shown.stderr]).toEqual([0, '']);
    for (const part of [
      `Case ${one}: The printer does not print: No paper`,
      'How it stands   resolved',
      'Caller          Ms Lee, 0170 1234567',
      'Said first      it is dead',
      'Is the lamp on? ',
      '30 s',
      'No paper: mended, and verified',
      `${two}             the same printer: `,
      'the wording is odd',
    ])
      expect(shown.stdout).toContain(part);
    for (const written of [`#${one}`, one.replace('-', ''), one.replace('-', ' ')])
      expect((await cases(home, 'show', written)).stdout).toBe(shown.stdout);
    expect((await cases(home, 'show', two)).stdout).toMatch(/System: Windows \(caller\)/);
    expect((await cases(home, 'unlink', two, one)).code).toBe(0);
    expect((await cases(home, 'unlink', two, one)).code).toBe(1);
    const after = await cases(home, 'show', two);
    expect(after.stdout.replace(/\s+/g, ' ')).toMatch(
      new RegExp(`Other cases of the same caller or device ${one} .*same contact`),
    );
  });

  test('a case of another knowledge base is read with the present one, or as plain events', async () => {
    const home = await homeWith([[solved, { caller: 'Ms Lee' }]]);
    const shipped = await run(['cases', 'show', one], '', home);
    expect([shipped.code, shipped.stderr]).toEqual([0, '']);
    expect(shipped.stdout).toContain('these are the events as they are kept');
    expect(shipped.stdout).toContain('answer: on (printer/lamp#1)');
    const handover = await run(['cases', 'handover', one], '', home);
    expect([handover.code, handover.stderr]).toEqual([2, expect.stringContaining('not at hand')]);

    const changed = join(home, 'changed');
    mkdirSync(join(changed, 'trees'), { recursive: true });
    for (const file of ['knowledge-base.yaml', 'facts.yaml', 'trees/anything.yaml', 'trees/printer.yaml']) {
      const text = readFileSync(join('test/fixtures/office', file), 'utf8');
      writeFileSync(join(changed, file), text.replace('yes: model, no: empty', 'yes: model, nothing: empty'));
    }
    const other = await run(['cases', 'show', one, '--kb', changed], '', home);
    expect(other.code).toBe(0);
    expect(other.stdout).toContain('It is read with the present one.');
    expect(other.stdout).toMatch(/What no longer fits \(it stays in the case\)\n +answer: no \(printer\/paper#1\)/);
  });

  test('note is kept masked, with who noted it', async () => {
    const home = await homeWith([[solved]]);
    const noted = await cases(home, 'note', one, '--agent', 'Bo', 'her card is 4111 1111 1111 1111');
    expect(noted).toMatchObject({ code: 0, stderr: '' });
    const { stdout } = await cases(home, 'show', one);
    expect(stdout).toMatch(/Note by Bo: her card is \[/);
    expect(noted.stdout + stdout).not.toContain('4111');
    expect((await cases(home, 'verify')).stdout).toContain('All is well: 1 case looked at, 1 of them replayed.');
  });

  test('handover and letter are written from the case', async () => {
    const home = await homeWith([[solved, { caller: 'Ms Lee', agent: 'Ana' }]]);
    const note = await cases(home, 'handover', one);
    expect(note.stdout).toMatch(new RegExp(`Case ${one}[^]*No paper`));
    expect(JSON.parse((await cases(home, 'handover', one, '--json')).stdout)).toMatchObject({ case: one });
    const letter = await cases(home, 'letter', one);
    expect(letter.stdout).toMatch(new RegExp(`^Subject: .*\n\n[^]*Ms Lee[^]*${one}[^]*Ana\n$`));
    expect((await cases(home, 'handover', one, '--desk', 'nobody')).stderr).toContain(
      'The desks are: second-line, workshop',
    );
  });

  test('resume goes on with it as call --resume does', async () => {
    const home = await homeWith([[[{ answer: 'on' }]]]);
    const resumed = await run(['cases', 'resume', one, '--plain', '--kb', 'test/fixtures/office'], '2\nq\n', home);
    expect(resumed.stdout).toContain('Is there paper in it?');
    expect((await cases(home, 'show', one)).stdout).toContain('Is there paper in the tray? No');
  });
});

describe('export and import', () => {
  test.each(['json', 'jsonl'])('%s goes out and in again', async (format) => {
    const home = await homeWith([[solved, { caller: 'Ms Lee', words: '\u001B[2J"quoted",\n' }], [[]]]);
    const file = join(home, `cases.${format}`);
    const out = await cases(home, 'export', '--format', format, '--personal', '--output', file);
    expect(out).toMatchObject({ code: 0, stdout: '', stderr: '2 cases exported.\n' });
    expect((await cases(home, 'export', '--output', file)).stderr).toContain('already');
    const other = newHome();
    const taken = await cases(other, 'import', file);
    expect(taken).toMatchObject({ code: 0, stderr: '' });
    expect(taken.stdout).toMatch(/2 new, 0 completed, 0 there already\.\n {2}2-\d is 1-\d here\n/);
    expect((await cases(other, 'import', file)).stdout).toContain('0 new, 0 completed, 2 there already.');
    const byId = async (at: string) => {
      const { stdout } = await cases(at, 'export', '--personal');
      const all = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; number: string });
      return new Map(all.map(({ number: _, ...each }) => [each.id, each]));
    };
    expect(await byId(other)).toEqual(await byId(home));
  });

  test('csv and markdown are redacted, and nothing in them runs or steers', async () => {
    const home = await homeWith([[solved, { caller: 'Ms Lee', words: '=HYPERLINK("x") \u001B[2J <img src=x> Lee' }]]);
    const csv = await cases(home, 'export', '--format', 'csv');
    const [head = '', row = ''] = csv.stdout.split('\r\n');
    expect(head.split(',').slice(0, 5)).toEqual(['case', 'id', 'begun', 'last_event', 'outcome']);
    expect(row).toContain(`${one},`);
    expect(row).toContain(`"'=HYPERLINK`);
    const markdown = await cases(home, 'export', '--format', 'markdown');
    expect(markdown.stdout).toContain(`# Case ${one}: The printer does not print`);
    expect(markdown.stdout).toContain('\\<img');
    for (const { stdout, stderr } of [csv, markdown]) {
      expect(stderr).toContain('redacted');
      expect(stdout).not.toMatch(/Lee|0170|\p{Cc}(?<![\r\n])/u);
    }
  });

  test('bad lines are told, and the others taken in', async () => {
    const home = newHome();
    const file = join(home, 'mixed.jsonl');
    const session = await printerCall(kb, []);
    writeFileSync(file, `nothing\n${JSON.stringify(session)}\n{"format":1}\n`);
    const taken = await cases(home, 'import', file);
    expect(taken.code).toBe(1);
    expect(taken.stdout).toMatch(/1 new, .*\n {2}line 1: It is not JSON\.\n {2}line 3: It holds no call/);
    expect(await cases(home, 'import', join(home, 'none'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot be read'),
    });
  });
});

describe('what cannot be taken back', () => {
  test('forget erases nothing without --yes, and with it shows where was looked', async () => {
    const home = await homeWith([
      [solved, { caller: 'Ms Lee' }],
      [[{ note: 'call Ms Lee back' }], { caller: 'Mr Kim' }],
    ]);
    mkdirSync(join(home, 'sessions'), { recursive: true });
    writeFileSync(join(home, 'sessions', 'call-old.json'), '{"caller":"Ms Lee"}');
    const asked = await cases(home, 'forget', 'ms lee');
    expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining('say --yes')]);
    expect(asked.stdout).toContain(`${one} `);
    const forgotten = await cases(home, 'forget', 'ms lee', '--yes');
    expect(forgotten.code).toBe(1);
    expect(forgotten.stdout).toContain('Erased: 1 case.');
    expect(forgotten.stdout).toMatch(new RegExp(`still mention them\n +${two} +events event, texts text`));
    expect(forgotten.stdout).toContain('call-old.json');
    expect(readFileSync(join(home, 'cases.db')).includes('0170 1234567')).toBe(false);
    writeFileSync(join(home, 'sessions', 'call-old.json'), '{}');
    const everywhere = await cases(home, 'forget', 'ms lee', '--everywhere', '--yes');
    expect(everywhere).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing was found.') });
    expect((await cases(home, 'show', two)).stdout).toContain('call [caller] back');
    expect((await cases(home, 'verify')).code).toBe(0);
    expect((await cases(home, 'show', one)).stderr).toContain('never taken, or was erased');
  });

  test.each([
    ['yes', 0, 'Erased: 1 case.'],
    ['no', 1, 'Nothing was erased.'],
  ])(
    'in a terminal forget asks, and %s is heard',
    async (reply, code, shown) => {
      const home = await homeWith([[solved, { caller: 'Ms Lee' }]]);
      const agent = inTerminal(['cases', 'forget', '--kb', 'test/fixtures/office', 'Ms Lee'], { home });
      await agent.shows('Type yes to go on:');
      await agent.press(`${reply}\r`);
      expect(await agent.ended()).toBe(code);
      expect(agent.everything()).toContain(shown);
    },
    60_000,
  );

  test('expire keeps to the days of the knowledge base, and shows first what would go', async () => {
    const home = await homeWith([
      [solved, { at: '2020-01-01T12:00:00Z' }],
      [[], { at: '2020-01-01T12:00:00Z' }],
    ]);
    expect((await cases(home, 'expire')).stderr).toContain('retention');
    const strict = join(home, 'strict');
    mkdirSync(strict);
    writeFileSync(
      join(strict, 'knowledge-base.yaml'),
      'knowledge_base: s\ntitle: S\ndesks: { d: { name: D } }\ndefault_desk: d\nretention: { resolved: 30 }\n',
    );
    const expire = (...more: readonly string[]) => run(['cases', 'expire', '--kb', strict, ...more], '', home);
    expect(await expire('--dry-run')).toMatchObject({ code: 0, stdout: expect.stringContaining('1 case would go') });
    expect((await expire()).code).toBe(2);
    expect(await expire('--yes')).toMatchObject({ code: 0, stdout: expect.stringContaining('1 case erased.') });
    expect(await expire('--yes')).toMatchObject({ code: 0, stdout: 'No case is over its time.\n' });
    expect((await cases(home, 'list')).stdout).toContain('1 case.');
  });

  test('a backup is restored, and cases are not replaced unless that is said', async () => {
    const home = await homeWith([[solved], [[]]]);
    const file = join(home, 'b.gz');
    expect(await cases(home, 'backup', file)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 cases with 6 events.'),
    });
    expect(await cases(home, 'backup', file)).toMatchObject({ code: 2, stderr: expect.stringContaining('already') });
    expect(await cases(home, 'restore', file)).toMatchObject({ code: 1, stdout: expect.stringContaining('--replace') });
    const replaced = await cases(home, 'restore', file, '--replace');
    const kept = /backed up in (.*)\n/.exec(replaced.stdout)?.[1] ?? '';
    expect([replaced.code, existsSync(kept)]).toEqual([0, true]);
    const other = newHome();
    expect(await cases(other, 'restore', file)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 cases with'),
    });
    expect((await cases(other, 'verify')).code).toBe(0);
    expect(await cases(other, 'restore', 'package.json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no backup'),
    });
  });
});

test('a damaged case is told by verify, with its number', async () => {
  const home = await homeWith([[solved]]);
  const store = await openStore(join(home, 'cases.db'));
  await store.database.db.updateTable('cases').set({ outcome: 'unresolved' }).execute();
  await store.close();
  const { code, stdout } = await cases(home, 'verify');
  expect(code).toBe(1);
  expect(stdout).toMatch(new RegExp(`^${one}  case outcome: should be resolved, but is unresolved\n`));
});

test.each<[what: string, words: readonly string[], message: RegExp]>([
  ['a wrong check digit', ['show', '1042-8'], /its last digit does not fit/],
  ['what is no number', ['show', 'seven'], /"seven" is no case number/],
  ['a case that is not there', ['show', '1042-9'], /There is no case 1042-9 here/],
  ['an empty note', ['note', '1042-9', ' '], /Say what to note/],
  ['a tie to itself', ['link', '1042-9', '#10429'], /not tied to itself/],
  ['a day that is none', ['list', '--since', '2026-02-30'], /"2026-02-30" is no day/],
  ['an outcome that is none', ['list', '--outcome', 'danced'], /The outcomes are: open, resolved/],
  ['a limit that is none', ['list', '--limit', '0'], /--limit is a number from 1 to 1000/],
  ['a place that cannot be written', ['list'], /could not be opened/],
])('is misused with %s', async (what, words, message) => {
  const home = what.startsWith('a place') ? 'package.json' : newHome();
  const ended = await cases(home, ...words);
  expect([ended.code, ended.stdout]).toEqual([2, '']);
  expect(ended.stderr).toMatch(message);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
});
