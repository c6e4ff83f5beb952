import { describe, expect, test } from '@jest/globals';
import { lintText, nodeAsking, stepSaying } from './lint-text.js';

const words = (count: number): string => Array.from({ length: count }, () => 'on').join(' ');

// What must not be found, and beside it the nearest thing that must be: so no row can be right by chance.
const said: readonly (readonly [code: string, unfound: string, found: string])[] = [
  ['click-without-where', 'The symbol is at the top. Click on it.', 'Click on it.'],
  ['click-without-where', 'Press this button at the back of the router.', 'Press this.'],
  ['click-without-where', 'Choose the word Here at the top.', 'Now choose here.'],
  [
    'hard-to-read',
    'Unfortunately, organisational authentication necessitates administrative intervention.',
    `${words(8)} unfortunately, organisational authentication necessitates administrative intervention.`,
  ],
  ['jargon-unexplained', 'Look for the word DNS.', 'Your DNS is wrong.'],
  ['jargon-unexplained', 'Please type "ABCD" into the line.', 'Please set ABCD.'],
  ['jargon-unexplained', 'Please push the USB plug in.', 'Please push the SATA plug in.'],
  ['jargon-unexplained', 'Read the {printer.model} to me.', 'Read the firmware to me.'],
  ['sentence-long', `${words(25)}.`, `${words(26)}.`],
  ['sentence-long', `${words(20)}. ${words(20)}.`, `${words(20)}, ${words(20)}.`],
  ['shouting', 'Look for the word "WARNING" on it.', 'This is a WARNING to you.'],
  ['shouting', 'Is the USB light on, yes or no?', 'Do NOT touch it.'],
  [
    'word-doubled',
    'It is called S S I D, and that that is off. Off, off it goes.',
    'You see that the the lamp is off.',
  ],
  ['word-doubled', 'Look for Wi-Fi Fi-Net, or plug-in in the list.', 'Look for for the name.'],
  ['word-doubled', 'It is on. On it is a key.', 'It is in the wall. wall.'],
  ['word-doubled', 'Say: long, short, short, and then wait.', 'It is is silent.'],
  ['word-doubled', 'You hear a beep, and the A A battery is out.', 'You hear a a beep.'],
  ['text-small-start', 'iPhones do that.', 'know where it comes from.'],
  ['step-two-actions', 'Please open the lid. It clicks.', 'Please open the lid. Close it again.'],
  [
    'step-two-actions',
    'Please hold the key until the light is off, then tell me.',
    'Please hold the key, then press the other one.',
  ],
  ['text-unended', 'Read me what it says…', 'Read me what it says'],
  ['text-unended', '\'It says "Ready."\'', '\'It says "Ready"\''],
  ['text-untidy', 'Wait... Now look.', 'Wait.. Now look.'],
  ['text-untidy', 'It costs 3.50, or 4.', 'It costs 3.50 , or 4.'],
  ['text-untidy', 'Look for a file called .env in it.', 'Look for a file ; open it.'],
  ['too-long-to-say', `${words(51)}.`, `${words(52)}.`],
  ['wait-unsaid', 'Please wait until the light is green.', 'Please wait one minute.'],
  ['wait-unsaid', 'It was made a minute ago.', 'It takes a minute.'],
  ['words-belittling', 'It is not your fault.', 'It is your fault.'],
  ['words-belittling', 'It is simple.', 'It is simply off.'],
];

const asked: readonly (readonly [code: string, unfound: string, found: string])[] = [
  ['question-double', 'Is it only on this page? Or on every page?', 'Is it only on this page? Is it every day?'],
  ['question-double', 'There is a light. Is it on?', 'Is there a light? Is it on?'],
  ['question-negative', 'Is there a note that it is not connected?', 'Is it not connected?'],
  ['question-negative', "Does it say that it can't print?", "Can't it print?"],
  ['question-unmarked', 'Please tell me the number.', 'What is the number.'],
  ['question-unmarked', `'Does it say "Ready?"'`, `'Does it say "Ready"'`],
  ['jargon-unexplained', 'Is there a line that says DHCP?', 'Is DHCP on?'],
  ['text-unended', 'Please tell me the number', 'Is it on?\n    if_confused: It is on the box'],
];

const codesOf = async (text: string): Promise<string[]> => (await lintText(text)).map(({ code }) => code);

describe('lints of what is said', () => {
  test.each(said)('%s: not "%s", but "%s"', async (code, unfound, found) => {
    expect(await codesOf(stepSaying(unfound))).not.toContain(code);
    expect(await codesOf(stepSaying(found))).toContain(code);
  });

  test.each(asked)('%s: not the question "%s", but "%s"', async (code, unfound, found) => {
    expect(await codesOf(nodeAsking(unfound))).not.toContain(code);
    expect(await codesOf(nodeAsking(found))).toContain(code);
  });

  test('what only the agent reads is not said', async () => {
    const text = `Your DNS is simply NOT  there, click here, ${words(60)}`;
    const noted = (
      await codesOf(`${stepSaying('Look at it.').replace('    then:', `        note: "${text}"\n    then:`)}`)
    ).sort();
    expect(noted).toEqual(expect.arrayContaining(['text-untidy']));
    for (const code of ['jargon-unexplained', 'words-belittling', 'shouting', 'sentence-long', 'text-unended'])
      expect(noted).not.toContain(code);
    expect(await codesOf(stepSaying(`"${text}"`))).toEqual(
      expect.arrayContaining(['jargon-unexplained', 'words-belittling', 'shouting', 'sentence-long', 'text-unended']),
    );
  });

  test('a question that has words of its own to be read aloud is not read itself', async () => {
    const asking = nodeAsking('DNS right?');
    expect(await codesOf(asking)).toContain('jargon-unexplained');
    expect(await codesOf(asking.replace('    answers:', '    say: Does it find names?\n    answers:'))).not.toContain(
      'jargon-unexplained',
    );
  });

  test('names that an author gives to nodes are not texts', async () => {
    const text = `nodes:\n  start: { do: [{ say: Look at it. }], then: say }\n  say: { close: resolved }\n`;
    expect((await codesOf(text)).filter((code) => code.startsWith('text-'))).toEqual([]);
  });

  test('texts in another language are not measured by English schools', async () => {
    const hard = stepSaying(
      'Unfortunately, organisational authentication necessitates administrative intervention by somebody else at the other desk.',
    );
    expect(await codesOf(hard)).toContain('hard-to-read');
    const manifest =
      '# knowledge-base.yaml\nknowledge_base: examples\ntitle: Examples\nlanguage: de\ndesks: { second-line: { name: Second } }\ndefault_desk: second-line\n';
    expect(await codesOf(manifest + hard)).not.toContain('hard-to-read');
  });
});
