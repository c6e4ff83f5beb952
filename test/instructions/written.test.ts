import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ahead,
  chatMessages,
  emailLetter,
  type Input,
  type KnowledgeBase,
  questionInChat,
  type Situation,
  situation,
  start,
  step,
  stepsInOneMessage,
} from '../../src/index.js';
import { addressed } from '../../src/instructions/addressed.js';
import { sentencesOf } from '../../src/instructions/sentences.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { play } from '../session/play.js';
import { small } from '../session/small-knowledge-base.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  kb = await small({
    main: `
start: lamp
nodes:
  lamp: { ask: Is the lamp on?, say: "Please look. Is the lamp on?", if_confused: [It is small., Is anything lit?], answers: { yes: colour, no: unplugged }, unsure: { go: colour } }
  colour: { ask: Which colour?, answers: { red: system, green: system, blue: model }, unsure: { go: system } }
  system: { ask: Which system?, fact: os, answers: { windows: model, macos: model, linux: model }, unsure: { go: model } }
  model: { ask: Which model?, fact: model, then: desk, unsure: { go: desk } }
  unplugged: { fault: unplugged, unsolved: hurry }
  hurry: { ask: Is it urgent?, answers: { yes: desk, no: end }, unsure: { go: desk } }
  desk: { refer: second-line, because: It is unclear., collect: [memory, link] }
  end: { close: unresolved }
faults:
  unplugged:
    name: Unplugged
    cause: hardware
    explain: It has no power.
    caution: Mind the cable.
    effort: 10min
    fix:
      - { say: Pull the plug out., expect: It is dark. }
      - { say: Look at https://example.com/help., if_confused: It is a page. }
      - { say: Push it in., wait: 1min }
      - { say: Switch it on., expect: It hums. }
      - { say: Reset it., risky: true }
    verify: { ask: Is it well now? }
    prevent: Leave it in.
`,
    waiting: `
start: wait
nodes:
  wait: { do: [{ say: Restart it., wait: 2min }, { say: Sign in. }], then: owner }
  owner: { ask: Whose is it?, meanwhile: true, answers: { own: Mine, other: { label: Not mine, go: end } }, unsure: { go: end } }
  Mine: { close: resolved }
  end: { close: resolved }
`.replaceAll('Mine', 'mine'),
  });
});

const chat = async (tree: string, ...inputs: readonly Input[]): Promise<readonly string[]> => {
  const { session, now } = await play(kb, tree, ...inputs);
  return chatMessages(kb, now, await ahead(kb, session));
};
const letter = async (tree: string, ...inputs: readonly Input[]) => {
  const { session, now } = await play(kb, tree, ...inputs);
  return emailLetter(kb, now, await ahead(kb, session), { agent: 'Anna' });
};

describe('in a chat', () => {
  test('a question has numbers, and not knowing is allowed', async () => {
    expect(await chat('main')).toEqual(["Please look. Is the lamp on?\n1 Yes   2 No   (or: I don't know)"]);
  });

  test('what was not understood is put in simpler words', async () => {
    expect((await chat('main', { confused: true }))[0]).toMatch(/^It is small\.\n1 Yes/);
    expect((await chat('main', { confused: true }, { confused: true }))[0]).toMatch(/^Is anything lit\?\n1 Yes/);
  });

  test('a fault: its caution before anything is done', async () => {
    expect(await chat('main', { answer: 'no' })).toEqual([
      'It has no power.',
      'Before we begin: Mind the cable.\nI have 5 steps for you. It takes about 10 minutes. Tell me when you are ready.',
    ]);
  });

  test('steps come together up to a long wait; links stay links', async () => {
    expect(await chat('main', { answer: 'no' }, { done: true })).toEqual([
      '1. Pull the plug out.\n→ It is dark.\n2. Look at https://example.com/help.\n3. Push it in. This takes about 1 minute.\nTell me when that is done, or at which number it went differently.',
    ]);
  });

  test('a step that cannot be taken back is asked about, and then comes alone', async () => {
    const upTo: readonly Input[] = [{ answer: 'no' }, ...Array.from({ length: 4 }, () => ({ done: true }) as const)];
    expect(await chat('main', ...upTo)).toEqual([
      '4. Switch it on.\n→ It hums.\nTell me when that is done, or if it went differently.',
    ]);
    expect(await chat('main', ...upTo, { done: true })).toEqual([
      "The next step cannot be taken back: Reset it. Is that all right with you?\n1 Yes, go on   2 No, rather not   (or: I don't know)",
    ]);
    expect(await chat('main', ...upTo, { done: true }, { answer: 'yes' })).toEqual([
      '5. Reset it.\nTell me when that is done, or if it went differently.',
    ]);
  });

  test('while the caller waits, what can be asked then is asked', async () => {
    const { session, now } = await play(kb, 'waiting');
    const coming = await ahead(kb, session);
    expect(chatMessages(kb, now, coming).at(-1)).toMatch(/^While you wait: Whose is it\?\n1 /);
    expect(questionInChat(kb, now, coming)?.key).toBe('waiting/owner#1');
    const { now: next } = await play(kb, 'waiting', { done: true });
    expect(chatMessages(kb, next, coming).join()).not.toContain('While you wait');
  });
});

describe('by letter', () => {
  test('what can be asked at once, with when it is to be answered', async () => {
    const { subject, body, questions } = await letter('main');
    expect(subject).toBe('The tree main');
    expect(questions.map(({ key }) => key)).toEqual(['main/lamp#1', 'main/colour#1', 'fact:os#1', 'fact:model#1']);
    expect(body).toContain('1. Please look. Is the lamp on?\n   Not sure? It is small.\n   a) Yes\n   b) No');
    expect(body).toContain('2. Only if you answered 1 with a): Which colour?');
    expect(body).toContain('3. Only if you answered 2 with a) or b): Which system is it?');
    // Whatever is answered to 2, the model is asked for: so what holds for 2 holds for it.
    expect(body).toContain('4. Only if you answered 1 with a): Which model?');
    expect(body).not.toContain('urgent');
  });

  test('a whole fix: caution, steps, what to see, the check, and what is asked if it does not help', async () => {
    const { body, questions } = await letter('main', { answer: 'no' });
    const order = [
      'It has no power.',
      'It takes about 10 minutes.',
      'Before you begin: Mind the cable.',
      '1. Pull the plug out.\n   → It is dark.',
      '2. Look at https://example.com/help.\n   Not sure? It is a page.',
      '3. Push it in. This takes about 1 minute.',
      '5. Reset it.\n   This cannot be taken back.',
      '1. Is it well now?\n   a) Yes\n   b) No',
      '2. Only if you answered 1 with b) or c): Is it urgent?',
      'Kind regards\nAnna',
    ];
    const places = order.map((words) => body.indexOf(words));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(questions.map(({ key }) => key)).toEqual([
      expect.stringMatching(/^main\/unplugged#1:verify/),
      'main/hurry#1',
    ]);
  });

  test('what a desk wants to know', async () => {
    const { body, questions } = await letter('main', { refer: 'security' });
    expect(body).toContain('I am passing this to security.');
    expect(questions).toEqual([]);
    const planned = await letter('main', { answer: 'yes' }, { answer: 'blue' }, { answer: 'PX9' });
    expect(planned.questions.map(({ key }) => key)).toEqual(['tell:memory', 'tell:link']);
    expect(planned.body).toContain('(in GB)');
  });

  test('what is noted is shown once', async () => {
    const { session, now } = await play(kb, 'main', { tell: { os: 'macos' } });
    const coming = await ahead(kb, session);
    expect(emailLetter(kb, now, coming).body).toContain('- System: macOS');
    expect(emailLetter(kb, now, coming, { again: true }).body).not.toContain('macOS');
  });
});

test.each([
  ['Does the caller have the password?', 'Do you have the password?'],
  ['The caller has forgotten it', 'You have forgotten it'],
  ['The caller types what the field asks for', 'You type what the field asks for'],
  ["At home, or the caller's own", 'At home, or your own'],
  ['Requests that the caller did not start', 'Requests that you did not start'],
  ['A page wants the caller to sign in', 'A page wants you to sign in'],
  ['The caller tries it', 'You try it'],
  ['Is the caller there?', 'Are you there?'],
  ['An outage in the area of the caller', 'An outage in your area'],
  ['The lamp is on', 'The lamp is on'],
])('%j is put to the caller as %j', (written, said) => {
  expect(addressed(written)).toBe(said);
});

test('sentences end where they end', () => {
  expect(sentencesOf('Go to www.example.com now. It is version 2.4. "Yes!" Press OK.')).toEqual([
    'Go to www.example.com now.',
    'It is version 2.4.',
    '"Yes!"',
    'Press OK.',
  ]);
});

describe('any call in the shipped trees', () => {
  test('is put into short messages and letters without a gap, and no letter speaks of the caller as of somebody else', async () => {
    const { knowledgeBase } = await loadShipped();
    const trees = [...knowledgeBase.trees.keys()];
    let seen = 0;
    const look = async (now: Situation, coming: Awaited<ReturnType<typeof ahead>>): Promise<void> => {
      const messages = chatMessages(knowledgeBase, now, coming);
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) {
        const isShort = message.length <= 400 || sentencesOf(message).length === 1;
        expect([message, isShort, message.trim() === message]).toEqual([message, true, true]);
      }
      const { subject, body, questions } = emailLetter(knowledgeBase, now, coming);
      expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
      expect(questions.length).toBeLessThanOrEqual(8);
      for (const { text } of questions) expect(body).toContain(text);
      expect(body).not.toContain('undefined');
      const chosen = questions.flatMap(({ answers }) => answers.map(({ label }) => label));
      expect([subject, ...chosen].filter((words) => /\bthe caller\b/i.test(words))).toEqual([]);
      seen += 1;
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(fc.nat({ max: 99 }), { maxLength: 12 }), async (at, throws) => {
        let session = start(knowledgeBase, { tree: trees[at % trees.length] as string });
        for (const dice of throws) {
          const now = await situation(knowledgeBase, session);
          await look(now, await ahead(knowledgeBase, session));
          session = (await step(knowledgeBase, session, replyTo(now, dice))).session;
        }
      }),
      { numRuns: 150, seed: 5 },
    );
    expect(seen).toBeGreaterThan(300);
  }, 120_000);
});

function replyTo(now: Situation, dice: number): Input {
  if (now.type !== 'asking') return { done: true };
  const answer = now.answers[dice % Math.max(1, now.answers.length)];
  return answer === undefined || now.expects === 'choices' ? { unsure: 'dont-know' } : { answer: answer.id };
}

test('the steps of one message are those that can be done without a pause', async () => {
  const { now } = await play(kb, 'main', { answer: 'no' }, { done: true });
  expect(now.type === 'doing' && stepsInOneMessage(now)).toHaveLength(3);
});
