import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Ahead, ahead, type Input, type KnowledgeBase, situation, start, step, trail } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { play } from './play.js';
import { small } from './small-knowledge-base.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  kb = await small({
    main: `
start: power
nodes:
  power: { ask: Power?, answers: { on: lamp, off: plug }, unsure: { go: lamp } }
  lamp: { ask: Lamp?, answers: { green: system, red: system }, unsure: { go: system } }
  system:
    decide:
      - { when: { fact: os, operator: equal, value: windows }, go: version }
      - { otherwise: side }
  version: { ask: Version?, fact: os.version, then: side, unsure: { go: side } }
  side: { visit: other, then: after }
  after: { ask: And now?, answers: { well: done, bad: restart }, unsure: { go: done } }
  plug: { fault: unplugged, unsolved: after }
  restart:
    do: [{ say: Restart it., wait: 30s }]
    then: model
  model: { ask: Which model?, fact: model, meanwhile: true, then: online, unsure: { go: online } }
  online: { ask: Is it online?, fact: online, answers: { yes: done, no: colour }, unsure: { go: colour } }
  colour: { ask: Which colour?, meanwhile: true, answers: { red: done, blue: done }, unsure: { go: done } }
  done: { close: resolved }
faults:
  unplugged:
    name: Unplugged
    cause: hardware
    explain: It is unplugged.
    fix:
      - { when: { fact: link, operator: equal, value: usb }, say: Plug the cable in. }
      - { say: Plug it in. }
    verify: { ask: Well now? }
`,
    other: `
start: first
nodes:
  first: { ask: In the other tree?, answers: { a: end, b: end }, unsure: { go: end } }
  end: { close: resolved }
`,
  });
});

const from = async (...inputs: readonly Input[]): Promise<readonly Ahead[]> =>
  ahead(kb, (await play(kb, 'main', ...inputs)).session);

const brief = (list: readonly Ahead[]): readonly string[] =>
  list.map(({ key, kind, ways }) => {
    const from = ways.map((way) => `${way.key}:${[...way.answers, ...way.unsure.map(() => '?')].join('/')}`);
    return `${key} ${kind} ${from.join(' ')}`.trim();
  });

describe('what can still be asked', () => {
  test('along the edges, through conditions and into other trees, up to the next action', async () => {
    expect(brief(await from({ answer: 'on' }))).toEqual([
      'fact:os#1 independent main/lamp#1:green/red/?/?/?/?',
      'fact:os.version#1 dependent fact:os#1:windows',
      'other/first#1 independent fact:os#1:macos/linux/?/?/?/? fact:os.version#1:?/?/?/?',
      'main/after#1 independent other/first#1:a/b/?/?/?/?',
    ]);
  });

  test('what an action needs to know is asked before it, and nothing behind it', async () => {
    const list = await from();
    expect(list.map(({ key }) => key)).toContain('fact:link#1');
    expect(list.find(({ key }) => key === 'fact:link#1')?.question).toMatchObject({ purpose: 'fact', fact: 'link' });
    expect(list.map(({ key }) => key)).not.toContain('fact:model#1');
    expect(list.every(({ kind }) => kind === 'dependent')).toBe(true);
  });

  test('not what is known, and only where the known value leads', async () => {
    const list = await from({ tell: { os: 'linux', link: 'usb' } }, { answer: 'on' });
    expect(list.map(({ key }) => key)).toEqual(['other/first#1', 'main/after#1']);
  });

  test('not what was answered with not knowing', async () => {
    const list = await from({ answer: 'on' }, { answer: 'red' }, { unsure: 'dont-know' });
    expect(list.map(({ key }) => key)).toEqual(['main/after#1']);
  });

  test('nothing at the end of a call, and nothing beyond an action that is next', async () => {
    expect(await from({ refer: 'second-line' })).toEqual([]);
    expect(await from({ answer: 'off' })).toEqual([]);
  });
});

describe('while steps are read', () => {
  const toRestart: readonly Input[] = [
    { answer: 'on' },
    { answer: 'red' },
    { answer: 'linux' },
    { answer: 'a' },
    { answer: 'bad' },
  ];

  test('what comes after them, without what they may change', async () => {
    const list = await from(...toRestart);
    expect(brief(list)).toEqual(['fact:model#1 independent', 'main/colour#1 dependent fact:online#1:no/?/?/?/?']);
    expect(list.map(({ meanwhile }) => meanwhile)).toEqual([true, true]);
  });

  test('the verification of a fix is among them, by the key that it will have', async () => {
    const { session, now } = await play(kb, 'main', { tell: { link: 'usb' } }, { answer: 'off' });
    expect(now.type).toBe('isolated');
    const [verify, after] = await ahead(kb, session);
    expect(verify).toMatchObject({ kind: 'independent', question: { purpose: 'verify', fault: 'unplugged' } });
    expect(after).toMatchObject({ key: 'main/after#1', ways: [{ key: verify?.key, answers: ['no', 'partly'] }] });
    const { now: then } = await play(
      kb,
      'main',
      { tell: { link: 'usb' } },
      { answer: 'off' },
      { done: true },
      { done: true },
      { done: true },
    );
    expect(then.question).toBe(verify?.key);
    const early = await step(kb, session, { answer: 'yes', question: verify?.key ?? '' });
    expect(early.refused).toContain('first {"done":true} for each');
    expect(early.session).toBe(session);
  });

  test('what a desk wants to know is told by the key that it has in a letter', async () => {
    const { session } = await play(kb, 'main', { refer: 'second-line' });
    const { situation: told } = await step(kb, session, { answer: 'windows', question: 'tell:os' });
    expect(told.facts.get('os')?.value).toBe('windows');
    expect((await step(kb, session, { answer: 'x', question: 'tell:nothing' })).refused).toContain('no fact "nothing"');
  });
});

test('the second time round, a question has its second key', async () => {
  const loop = await small({
    main: `
start: again
nodes:
  again: { ask: Again?, answers: { yes: other, no: done }, unsure: { go: done } }
  other: { ask: Other?, answers: { yes: again, no: done }, unsure: { go: done } }
  done: { close: resolved }
`,
  });
  const { session } = await play(loop, 'main', { answer: 'yes' }, { answer: 'yes' });
  expect((await ahead(loop, session)).map(({ key }) => key)).toEqual(['main/other#2']);
});

describe('in every shipped tree', () => {
  test('a question has the key that was foreseen, when the call comes to it by the first way', async () => {
    const { knowledgeBase } = await loadShipped();
    let met = 0;
    let ruled = 0;
    for (const tree of knowledgeBase.trees.keys()) {
      const begun = start(knowledgeBase, { tree });
      for (const { key, firstWay, tree: at, node, question } of await ahead(knowledgeBase, begun)) {
        let session = begun;
        let byRule = false;
        for (const { key: asked, answer, unsure } of firstWay) {
          const now = await situation(knowledgeBase, session);
          if (now.question !== asked)
            byRule = (await trail(knowledgeBase, session)).some(({ reason }) => reason.kind === 'rule');
          if (byRule) break;
          expect([tree, key, now.question]).toEqual([tree, key, asked]);
          const value = answer ?? anyValue(now);
          const reply: Input = unsure === undefined ? { answer: value } : { unsure };
          const stepped = await step(knowledgeBase, session, reply);
          expect([tree, key, stepped.refused]).toEqual([tree, key, undefined]);
          session = stepped.session;
        }
        const now = await situation(knowledgeBase, session);
        byRule ||= (await trail(knowledgeBase, session)).some(({ reason }) => reason.kind === 'rule');
        if (byRule) ruled += 1;
        else {
          expect([tree, firstWay, now.question, now.tree, now.node]).toEqual([tree, firstWay, key, at, node]);
          expect(now).toMatchObject({ type: 'asking', purpose: question.purpose });
          met += 1;
        }
      }
    }
    expect(met).toBeGreaterThan(200);
    expect(ruled).toBeLessThan(met / 2);
  }, 60_000);
});

function anyValue(now: {
  readonly type: string;
  readonly expects?: string;
  readonly answers?: readonly { readonly id: string }[];
}): unknown {
  if (now.expects === 'choices') return [now.answers?.[0]?.id];
  return { number: 5, date: '2026-01-31' }[now.expects ?? ''] ?? 'something';
}
