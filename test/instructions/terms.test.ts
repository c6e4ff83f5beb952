import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Input, type KnowledgeBase, loadTexts, start, trail } from '../../src/index.js';
import { explainTerm, instruct, termsIn, termsSaid } from '../../src/instructions/index.js';
import { playOn } from '../session/play.js';

const files = [
  {
    path: 'knowledge-base.yaml',
    text: `
knowledge_base: small
title: Small
desks: { second-line: { name: Second line } }
default_desk: second-line`,
  },
  {
    path: 'glossary.yaml',
    text: `
terms:
  router: { plain: The box of the internet., looks_like: A box with lights. }
  Wi-Fi: { plain: Internet without a cable. }
  guest Wi-Fi: { plain: A second Wi-Fi for visitors. }
  print queue: { plain: The list of documents that wait. }
  updates: { plain: Improved versions., when_asked: true }
  switch: { plain: A box with many sockets. }
  C++: { plain: A language for programs. }
  mute: { plain: No sound at all. }`,
  },
  {
    path: 'net/net.yaml',
    text: `
tree: net
title: No pages open
symptoms: [no page opens]
start: lamp
nodes:
  lamp:
    ask: Is the lamp of the router on?
    answers: { yes: guest, no: again }
    unsure: { go: again }
  again:
    tried: Did you read the updates?
    do: [{ say: Press the switch., expect: The print queue is gone. }, { say: Read the updates. }]
    then: guest
  guest:
    ask: Which one?
    say: Is it the guest Wi-Fi?
    answers: { yes: muted, no: end }
    unsure: { go: end }
  muted: { fault: muted, unsolved: end }
  end: { refer: second-line, because: Nobody knows. }
faults:
  muted:
    name: It is muted
    cause: settings
    explain: The mute was pressed.
    caution: Mind the C++ programs.
    fix: [{ say: Press it again. }]
    verify: { ask: Does it work? }`,
  },
];

let kb: KnowledgeBase;
beforeAll(async () => {
  const loaded = await loadTexts(files);
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  kb = loaded.knowledgeBase;
});

describe('the terms in a text', () => {
  test.each<[text: string, terms: readonly string[]]>([
    ['Look at the Router, and at the router again.', ['router']],
    ['Two routers, two switches, one switch', ['router', 'switch']],
    ["The router's name", ['router']],
    ['Is it the guest Wi-Fi, or the Wi-Fi of the router?', ['guest Wi-Fi', 'Wi-Fi', 'router']],
    ['Join the guest Wi-Fi.', ['guest Wi-Fi']],
    ['WIFI, Wi Fi or wifi', ['Wi-Fi']],
    ['A Wi-Fi-router', ['Wi-Fi', 'router']],
    ['Look at the guest. Wi-Fi is on.', ['Wi-Fi']],
    ['Open the print\n  queue', ['print queue']],
    ['The print queues', ['print queue']],
    ['Print. Queue here', []],
    ['rerouter, routering, muted, commuter', []],
    ['Which updates? An update', ['updates']],
    ['Write C++ or c++.', ['C++']],
    ['Drive C, vitamin C', []],
    ['{router.model} and {router}', []],
    ['constructor toString __proto__', []],
    ['', []],
  ])('%s', (text, terms) => {
    expect(termsIn(kb, text)).toEqual(terms);
  });

  test('every term is found as it is written, in any case and in the plural', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kb.glossary.keys()),
        fc.constantFrom('', 's', 'es'),
        fc.boolean(),
        fc.constantFrom(' ', '. ', ', "', ' ('),
        (term, ending, loud, edge) => {
          const written = term === 'C++' ? term : `${term}${ending}`;
          const text = `This${edge}${loud ? written.toUpperCase() : written}, here.`;
          expect(termsIn(kb, text)).toEqual([term]);
        },
      ),
    );
  });

  test('inside other words there is none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kb.glossary.keys()), fc.stringMatching(/^[a-z0-9]{1,3}$/), (term, letters) => {
        expect(termsIn(kb, `${letters}${term.replace(/^guest /, '')}x`)).not.toContain(term);
      }),
    );
  });

  test('a text of any length is read', () => {
    const text = `${'guest print Wi-'.repeat(20_000)} router`;
    expect(termsIn(kb, text)).toEqual(['router']);
  });
});

describe('a term explained', () => {
  test.each([
    ['router', { term: 'router', plain: 'The box of the internet.', looksLike: 'A box with lights.' }],
    [' Routers ', { term: 'router', plain: 'The box of the internet.', looksLike: 'A box with lights.' }],
    ['wifi', { term: 'Wi-Fi', plain: 'Internet without a cable.' }],
    ['the print queue', { term: 'print queue', plain: 'The list of documents that wait.' }],
    ['update', { term: 'updates', plain: 'Improved versions.' }],
    ['c++', { term: 'C++', plain: 'A language for programs.' }],
    ['ruoter', { nearest: 'router' }],
    ['print qeue', { nearest: 'print queue' }],
    ['washing machine', { nearest: undefined }],
    ['router or switch', { nearest: undefined }],
    ['constructor', { nearest: undefined }],
    ['', { nearest: undefined }],
    ['?', { nearest: undefined }],
  ])('%s', (typed, explained) => {
    expect(explainTerm(kb, typed)).toEqual(explained);
  });
});

describe('the terms that are explained with what is read aloud', () => {
  test('what most callers know is explained only when it is asked for', async () => {
    const reading = await playOn(kb, start(kb, { tree: 'net' }), { answer: 'no' });
    expect(instruct(kb, reading.now).terms.map(({ term }) => term)).toEqual(['switch', 'print queue']);
    const next = await playOn(kb, reading.session, { done: true });
    expect(instruct(kb, next.now)).toMatchObject({ say: ['Read the updates.'], terms: [] });
  });
});

describe('the terms that were said', () => {
  const said = async (...inputs: readonly Input[]): Promise<readonly string[]> => {
    const { session } = await playOn(kb, start(kb, { tree: 'net' }), ...inputs);
    return [...termsSaid(kb, await trail(kb, session))].sort();
  };

  test('at the beginning there are none: the open question is still to be said', async () => {
    expect(await said()).toEqual([]);
  });

  test('a question that was replied to, a step that was done, what is then seen', async () => {
    expect(await said({ answer: 'no' })).toEqual(['router']);
    expect(await said({ unsure: 'dont-know' })).toEqual(['router']);
    expect(await said({ skip: 'in a hurry' })).toEqual(['router']);
    expect(await said({ later: 'in another room' })).toEqual(['router']);
    expect(await said({ answer: 'no' }, { done: true })).toEqual(['print queue', 'router', 'switch']);
  });

  test('the words that were read aloud, and not those for the agent', async () => {
    expect(await said({ answer: 'yes' }, { answer: 'yes' })).toEqual(['guest Wi-Fi', 'router']);
  });

  test('a fault that was explained, with its caution', async () => {
    expect(await said({ answer: 'yes' }, { answer: 'yes' }, { done: true })).toEqual([
      'C++',
      'guest Wi-Fi',
      'mute',
      'router',
    ]);
  });

  test('steps that were tried before were asked about, and not read', async () => {
    expect(await said({ answer: 'no' }, { tried: 'again' }, { answer: 'yes' })).toEqual(['router', 'updates']);
    expect(await said({ answer: 'no' }, { tried: 'again' }, { answer: 'no' })).toEqual(['router', 'updates']);
  });

  test('what is taken back was not said', async () => {
    expect(await said({ answer: 'no' }, { done: true }, { back: true })).toEqual(['router']);
    expect(await said({ answer: 'no' }, { back: true })).toEqual([]);
  });
});
