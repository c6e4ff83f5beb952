import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  ahead,
  chatMessages,
  type Event,
  emailLetter,
  type Input,
  instruct,
  type KnowledgeBase,
  listen,
  questionInChat,
  readReply,
  type Session,
  type Situation,
  situation,
  start,
  step,
  stepsInOneMessage,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { blocks } from './console.js';

const page = 'docs/channels.md';
const tree = 'printer-offline';

let kb: KnowledgeBase;
let shown: readonly string[];
let sessions: readonly Session[];
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadShipped());
  const calls = [await byPhone(), await byChat(), await byLetter()];
  shown = calls.map(({ lines }) => lines.join('\n'));
  sessions = calls.map(({ session }) => session);
  if (process.env.UPDATE_DOCS !== undefined) writeFileSync(page, withBlocks(readFileSync(page, 'utf8'), shown));
});

interface Call {
  readonly session: Session;
  readonly lines: readonly string[];
}

async function on(session: Session, ...inputs: readonly Input[]): Promise<Session> {
  let next = session;
  for (const input of inputs) {
    const stepped = await step(kb, next, input);
    if (stepped.refused !== undefined) throw new Error(`${JSON.stringify(input)}: ${stepped.refused}`);
    next = stepped.session;
  }
  return next;
}

/** What the caller says, as what it is heard as first. */
async function meant(now: Situation, words: string): Promise<Input> {
  if (now.type !== 'asking') return { done: true };
  const { answers } = await listen(kb, words, { question: now });
  return { answer: answers[0]?.answer };
}

async function byPhone(): Promise<Call> {
  const replies = [
    'Yes, a small one is lit.',
    'It says paper jam.',
    'All right.',
    'It is dark.',
    'The plug is out.',
    'Yes, I can see it, in the back.',
    'Here it is, in one piece.',
    'There is nothing more in there.',
    'Everything is shut.',
    'The warning is gone.',
    'Yes, it prints!',
  ];
  const lines: string[] = [];
  let session = start(kb, { tree });
  for (const reply of replies) {
    const now = await situation(kb, session);
    const { say, expect: seen, wait } = instruct(kb, now);
    lines.push(...say.flatMap((words, at) => said(at === 0 ? 'Agent' : '', words)));
    if (seen !== undefined)
      lines.push(...said('', `(Then: ${seen}${wait === undefined ? '' : ` Wait ${wait.words}.`})`));
    lines.push(...said('Caller', reply), '');
    session = await on(session, await meant(now, reply));
  }
  lines.push(...instruct(kb, await situation(kb, session)).say.flatMap((words) => said('Agent', words)));
  return { session, lines };
}

async function byChat(): Promise<Call> {
  const replies = ['1', '3', 'ok', 'done, it was a whole sheet', 'done', 'yes!'];
  const lines: string[] = [];
  let session = start(kb, { tree });
  for (const reply of replies) {
    const now = await situation(kb, session);
    const coming = await ahead(kb, session);
    lines.push(...chatMessages(kb, now, coming).flatMap((message) => [...said('Agent', message), '']));
    lines.push(...said('Caller', reply), '');
    const question = questionInChat(kb, now, coming);
    const { answers } = await readReply(kb, question === undefined ? [] : [question], reply, listen);
    const steps = now.type === 'doing' ? stepsInOneMessage(now) : [1];
    const [answer] = answers.map((each): Input => ({ answer: each.answer, question: each.key }));
    session = await on(session, ...(answer === undefined ? steps.map((): Input => ({ done: true })) : [answer]));
  }
  const end = chatMessages(kb, await situation(kb, session));
  lines.push(...end.flatMap((message, at) => [...(at === 0 ? [] : ['']), ...said('Agent', message)]));
  return { session, lines };
}

async function byLetter(): Promise<Call> {
  const replies = [
    'Hello Anna,\n\n1 a\n2 c, one sheet got stuck\n\nThanks\nMaria Miller',
    'Hi Anna,\n\n1. Yes, it prints again!\n\nMany thanks\nMaria',
  ];
  const lines: string[] = [];
  let session = start(kb, { tree });
  const write = async (): Promise<ReturnType<typeof emailLetter>> => {
    const names = { caller: 'Mrs Miller', agent: 'Anna', again: lines.length > 0 };
    const letter = emailLetter(kb, await situation(kb, session), await ahead(kb, session), names);
    lines.push(`${lines.length === 0 ? '' : 'Re: '}${letter.subject}`, '', ...letter.body.split('\n').flatMap(folded));
    return letter;
  };
  for (const reply of replies) {
    const { questions } = await write();
    lines.push('', ...reply.split('\n').map((line) => `    ${line}`.trimEnd()), '');
    const { answers, unclear, left } = await readReply(kb, questions, reply, listen);
    expect([unclear, left]).toEqual([[], '']);
    for (const { key, answer } of answers) {
      for (let now = await situation(kb, session); now.type !== 'asking'; now = await situation(kb, session)) {
        session = await on(session, { done: true });
      }
      session = await on(session, { answer, question: key });
    }
    lines.push('-'.repeat(40), '');
  }
  await write();
  return { session, lines };
}

/** Who says something, in lines of a width that one can read. */
function said(who: string, words: string): readonly string[] {
  return words
    .split('\n')
    .flatMap(folded)
    .map((line, at) => `${(at === 0 ? who : '').padEnd(8)}${line}`.trimEnd());
}

/** A line in lines of at most this width, set in as it is. */
function folded(line: string): readonly string[] {
  const [, inset = '', number = ''] = /^( *)(\d+\. |[a-z]\) |→ )?/.exec(line) ?? [];
  const lines: string[] = [];
  for (const word of line.slice(inset.length).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 96) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(lines.length === 0 ? `${inset}${word}` : `${inset}${' '.repeat(number.length)}${word}`);
  }
  return lines;
}

function withBlocks(text: string, contents: readonly string[]): string {
  let at = 0;
  return text.replaceAll(/(?<=^```text\n)[\s\S]*?(?=^```$)/gm, () => `${contents[at++]}\n`);
}

describe('docs/channels.md', () => {
  test.each([
    ['on the phone', 0],
    ['in a chat', 1],
    ['by e-mail', 2],
  ])('shows the call %s as it goes', (_, at) => {
    expect(blocks(page, 'text')[at]).toBe(`${shown[at]}\n`);
  });

  test('it is the same call each time, and ends well', async () => {
    const events = (session: Session | undefined): readonly Event[] => session?.events ?? [];
    const [phone, chat, letter] = sessions;
    const answered = events(phone).map((event) => ('answer' in event ? event.answer : 'done' in event));
    expect(answered).toEqual(['on', 'jam', true, true, true, true, true, true, true, true, 'yes']);
    expect(events(chat)).toEqual(events(phone));
    expect(events(letter)).toEqual(events(phone));
    for (const session of sessions) expect((await situation(kb, session)).type).toBe('fixed');
  });

  test('its program compiles, and says what stands beside it', () => {
    const [example = ''] = blocks(page, 'ts');
    mkdirSync('dist/docs', { recursive: true });
    writeFileSync('dist/docs/channels-example.mts', example);
    const options =
      '--ignoreConfig --strict --module nodenext --target es2022 --skipLibCheck --types node --rootDir dist/docs --outDir dist/docs';
    const compiler = ['node_modules/typescript/bin/tsc', ...options.split(' '), 'dist/docs/channels-example.mts'];
    execFileSync(process.execPath, compiler);
    const wrote = execFileSync(process.execPath, ['dist/docs/channels-example.mjs'], { encoding: 'utf8' });
    const end = [...example.matchAll(/\/\/ (.*)$/gm)].at(-1)?.[1];
    expect(wrote.trimEnd().split('\n').at(-1)).toBe(end);
  }, 60_000);
});
