import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Input, type KnowledgeBase, loadTexts, playAgain, runCalls } from '../../../src/index.js';

const manifest = {
  path: 'knowledge-base.yaml',
  text: 'knowledge_base: x\ntitle: X\ndesks: { d: { name: D } }\ndefault_desk: d\n',
};
const printer = `
tree: printer
title: It does not print
symptoms: [it does not print]
start: lamp
nodes:
  lamp: { ask: Is the lamp on?, answers: { "on": paper, "off": plug }, unsure: { treat_as: "on" } }
  plug: { ask: Is the plug in?, answers: { yes: paper, no: out }, unsure: { treat_as: "no" } }
  paper: { ask: Is there paper?, answers: { yes: done, no: done }, unsure: { go: done } }
  out: { fault: unplugged, unsolved: done }
  done: { close: unresolved }
faults:
  unplugged: { name: Not plugged in, cause: user-error, explain: It has no power., fix: [{ say: Put it in. }, { say: Push. }], verify: { ask: Does it print? } }
`;

async function knowledge(text: string, calls = ''): Promise<KnowledgeBase> {
  const files = [manifest, { path: 'printer.yaml', text }];
  const { knowledgeBase, diagnostics } = await loadTexts(
    calls === '' ? files : [...files, { path: 'printer.calls.yaml', text: calls }],
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return knowledgeBase;
}

/** A call to its end, as it was taken: off, no, explained, two steps, helped. */
const inputs: readonly Input[] = [
  { answer: 'off', question: 'printer/lamp#1' },
  { answer: 'no', question: 'printer/plug#1' },
  { done: true, question: 'printer/out#1:found' },
  { done: true, question: 'printer/out#1:step0' },
  { done: true, question: 'printer/out#1:step1' },
  { answer: 'yes', question: 'printer/out#1:verify(0,1)' },
];

describe('a call that is played again', () => {
  let kb: KnowledgeBase;
  beforeAll(async () => {
    kb = await knowledge(printer);
  });

  test('comes to where it was, and keeps the question with each reply', async () => {
    const bare = inputs.map(({ question: _, ...input }: Input & { question?: string }) => input as Input);
    for (const each of [inputs, bare]) {
      const played = await playAgain(kb, { tree: 'printer', inputs: each });
      expect(played).toMatchObject({ situation: { type: 'fixed' }, inputs, waiting: 0 });
      expect(played.stopped).toBeUndefined();
    }
  });

  test('stands where an answer is no longer one, says which in words, and plays nothing after it', async () => {
    const changed = await knowledge(
      printer
        .replace('answers: { yes: paper, no: out }', 'answers: { yes: paper, out: out }')
        .replace('treat_as: "no"', 'treat_as: out'),
    );
    const played = await playAgain(changed, { tree: 'printer', inputs });
    expect(played.situation).toMatchObject({ type: 'asking', node: 'plug' });
    expect(played.inputs).toEqual(inputs.slice(0, 1));
    expect(played.stopped).toBe(
      'Your second answer, "no", is no longer an answer here. This question is answered with one of: yes, out. The call stands where it asks "plug" (printer.yaml:8): Is the plug in? The 4 things that you did after it are not played.',
    );
  });

  test('says that a question is not asked any more', async () => {
    const renamed = await knowledge(printer.replace('  plug:', '  socket:').replace('"off": plug', '"off": socket'));
    const { stopped, situation } = await playAgain(renamed, { tree: 'printer', inputs });
    expect(stopped).toContain('Your second answer, "no", was to "plug", which is not asked here any more.');
    expect(situation.node).toBe('socket');
  });

  test('says that a step does not come any more', async () => {
    const shorter = await knowledge(printer.replace(', { say: Push. }', ''));
    const { stopped, inputs: taken } = await playAgain(shorter, { tree: 'printer', inputs });
    expect(taken).toEqual(inputs.slice(0, 4));
    expect(stopped).toMatch(/^What you did as the third step belonged to "out", which does not come here any more\./);
    expect(stopped).toContain('asks whether the fix of "unplugged"');
  });

  test('keeps answers for later where another question has come before them', async () => {
    const longer = await knowledge(
      printer
        .replace('start: lamp', 'start: since')
        .replace(
          'nodes:\n',
          'nodes:\n  since: { ask: Since when?, answers: { today: lamp, earlier: lamp }, unsure: { go: lamp } }\n',
        ),
    );
    const early = await playAgain(longer, { tree: 'printer', inputs: inputs.slice(0, 2) });
    expect(early).toMatchObject({ situation: { node: 'since' }, waiting: 2 });
    expect(early.stopped).toBeUndefined();
    const on = await playAgain(longer, { tree: 'printer', inputs: [...early.inputs, { answer: 'today' }] });
    expect(on).toMatchObject({ situation: { type: 'isolated', node: 'out' }, waiting: 0 });
  });

  test('refuses what is no event at all, and stands', async () => {
    for (const wrong of [null, 7, [], {}, { answer: 'off', done: true }, { answer: { deep: true } }]) {
      const { situation, stopped } = await playAgain(kb, { tree: 'printer', inputs: [wrong as unknown as Input] });
      expect(situation.node).toBe('lamp');
      expect(stopped).toContain('The call stands where it asks "lamp"');
    }
  });
});

describe('an example call', () => {
  test('gives what was said and done in it, so that it can be played', async () => {
    const calls =
      'tree: printer\ncalls:\n  - { name: Out, answers: [lamp: off, plug: { confused: 1 }, plug: no, unplugged: yes], ends: fixed }\n';
    const kb = await knowledge(printer, calls);
    const [result] = await runCalls(kb);
    expect(result?.differences).toEqual([]);
    const played = await playAgain(kb, { tree: 'printer', inputs: result?.inputs ?? [] });
    expect(played).toMatchObject({ situation: { type: 'fixed' }, inputs: result?.inputs });
    expect(result?.inputs).toHaveLength(inputs.length + 1);
  });

  test('that goes another way gives what was taken up to there', async () => {
    const kb = await knowledge(
      printer,
      'tree: printer\ncalls:\n  - { name: Out, answers: [lamp: off, paper: no], ends: closed }\n',
    );
    const [result] = await runCalls(kb);
    expect(result?.differences).toHaveLength(1);
    expect(result?.inputs).toEqual([{ answer: 'off', question: 'printer/lamp#1' }]);
  });
});
