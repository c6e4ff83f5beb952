import { describe, expect, test } from '@jest/globals';
import {
  callsElsewhere,
  compareKnowledge,
  type KnowledgeBase,
  loadTexts,
  pathsElsewhere,
  type SourceFile,
  sessionsElsewhere,
  start,
  step,
} from '../../src/index.js';
import { filesBelow } from '../knowledge/fixtures.js';

const office = filesBelow('test/fixtures/office').map(({ path, text }) => ({
  path,
  text: Buffer.from(text as Uint8Array).toString(),
}));
const calls: SourceFile = {
  path: 'trees/printer.calls.yaml',
  text: 'tree: printer\ncalls:\n  - { name: No paper, answers: [{ lamp: "on" }, { paper: "no" }, { no-paper: "yes" }], ends: fixed }\n',
};

/** The office knowledge base with one text in one file exchanged. */
async function edited(path: string, from: string, to: string): Promise<KnowledgeBase> {
  const files = [...office, calls].map((file) => {
    if (file.path !== path) return file;
    expect(file.text).toContain(from);
    return { path, text: String(file.text).replace(from, to) };
  });
  const { knowledgeBase, diagnostics } = await loadTexts(files);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return knowledgeBase;
}

const printer = 'trees/printer.yaml';
const { knowledgeBase: before } = await loadTexts([...office, calls]);
const noticed = async (path: string, from: string, to: string): Promise<readonly string[]> =>
  compareKnowledge(before, await edited(path, from, to)).map(
    ({ what, kind, message }) => `${kind} ${what}: ${message}`,
  );

describe('what callers notice', () => {
  test.each([
    ['nothing, for a comment', 'tree: printer', '# a comment\ntree: printer', []],
    [
      'other words',
      'ask: Is the plug in?',
      'ask: Is the plug in the wall?',
      ['changed question: plug asks "Is the plug in the wall?", and asked "Is the plug in?".'],
    ],
    [
      'words read aloud',
      'say: Could you look whether',
      'say: Please look whether',
      [
        'changed question: lamp is put to the caller as "Please look whether the lamp is on?", and was put as "Could you look whether the lamp is on?".',
      ],
    ],
    [
      'an answer that leads elsewhere',
      'yes: paper, no: unplugged',
      'yes: model, no: unplugged',
      [
        'changed way: After plug ("Is the plug in?"), the answer "yes" leads to model ("Which model is it?"), and led to paper ("Is there paper in the tray?").',
      ],
    ],
    [
      'a new answer',
      'yes: model, no: empty }',
      'yes: model, no: empty, wet: empty }',
      ['new answer: paper ("Is there paper in the tray?") has the new answer "Wet".'],
    ],
    [
      'a way of not knowing',
      'unsure: { go: model }',
      'unsure: { refer: second-line }',
      [
        'changed way: After paper ("Is there paper in the tray?"), not knowing leads to the desk "Second line", and led to model ("Which model is it?").',
      ],
    ],
    [
      'a fact',
      '    fact: printer.model\n    then: queue',
      '    answers: { one: queue }\n    then: queue',
      [
        'changed question: model ("Which model is it?") tells no fact any more, and is asked each time.',
        'new answer: model ("Which model is it?") has the new answer "One".',
      ],
    ],
    [
      'a step',
      'say: Put paper in.',
      'say: Put new paper in.',
      ['changed fault: A step of no-paper reads "Put new paper in.", and read "Put paper in.".'],
    ],
    [
      'a caution',
      '    caution: Documents that wait may be printed twice.\n',
      '',
      ['changed fault: paused says nothing under "caution" any more.'],
    ],
    [
      'a symptom',
      ', the copies are blurred',
      '',
      ['gone symptoms: This is not among its symptoms any more: "the copies are blurred".'],
    ],
    [
      'the start',
      'start: lamp',
      'start: plug',
      ['changed tree: It begins at plug ("Is the plug in?"), and began at lamp ("Is the lamp on?").'],
    ],
    [
      'another desk',
      'because: It could not be found out.',
      'because: Nobody found it.',
      ['changed desk: second-line (the desk second-line) says or collects something else for the desk.'],
    ],
  ] as const)('%s', async (_, from, to, messages) => {
    const found = await noticed(printer, from, to);
    expect(found).toEqual(messages);
  });

  test('a node that only has another name is none, wherever it is led to', async () => {
    const text = String(office.find(({ path }) => path === printer)?.text);
    const renamed = text.replaceAll(/\bplug\b(?! in)/g, 'socket').replace('Is the socket', 'Is the plug');
    const { knowledgeBase } = await loadTexts([
      ...office.filter(({ path }) => path !== printer),
      { path: printer, text: renamed },
    ]);
    expect(knowledgeBase.trees.get('printer')?.nodes.has('socket')).toBe(true);
    expect(compareKnowledge(before, knowledgeBase)).toEqual([]);
  });

  test('trees that come and go', async () => {
    const { knowledgeBase: less } = await loadTexts(office.filter(({ path }) => path !== 'trees/screen.yaml'));
    expect(compareKnowledge(before, less)).toContainEqual(
      expect.objectContaining({ kind: 'gone', what: 'tree', tree: 'screen' }),
    );
    expect(compareKnowledge(less, before)).toContainEqual(
      expect.objectContaining({ kind: 'new', what: 'tree', tree: 'screen' }),
    );
  });

  test('nothing has changed between a version and itself', () => {
    expect(compareKnowledge(before, before)).toEqual([]);
  });
});

describe('calls that go another way', () => {
  test('an example call is named with the question at which it turns', async () => {
    const after = await edited(printer, 'yes: model, no: empty', 'yes: empty, no: model');
    expect(await callsElsewhere(before, after)).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('The example call "No paper" goes another way'),
        tree: 'printer',
      }),
    ]);
    expect(await callsElsewhere(before, before)).toEqual([]);
  });

  test('a call that was taken stands elsewhere with the same replies', async () => {
    let session = start(before, { tree: 'printer' });
    for (const answer of ['on', 'no']) ({ session } = await step(before, session, { answer }));
    const after = await edited(printer, 'yes: model, no: empty', 'yes: empty, no: model');
    expect(await sessionsElsewhere(before, after, [session])).toEqual([
      { index: 0, before: 'explains printer/empty', after: 'asks at printer/model' },
    ]);
    expect(await sessionsElsewhere(before, before, [session])).toEqual([]);
  });

  test('a way that no example call takes is found by exploring, with the replies that lead to it', async () => {
    const after = await edited(printer, 'yes: model, no: empty', 'yes: empty, no: model');
    const elsewhere = await pathsElsewhere(before, after, ['printer', 'unknown']);
    expect(elsewhere).toContainEqual({
      tree: 'printer',
      events: [{ answer: 'on' }, { answer: 'no' }],
      before: 'finds the fault printer/no-paper',
      after: expect.stringContaining('asks "'),
    });
    expect(await pathsElsewhere(before, before, before.trees.keys())).toEqual([]);
  });
});
