import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Desk,
  type HandOver,
  handOver,
  handOverNote,
  type Input,
  type KnowledgeBase,
  letterAfterCall,
  loadFolder,
  momentInWords,
  promisesOf,
  type Session,
  situation,
  standingOf,
  valueInWords,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { hostile } from '../session/hostile-knowledge-base.js';
import { play, playOn } from '../session/play.js';
import { anyInput, dice, playRandom, wanderingInput } from '../session/random-calls.js';

let office: KnowledgeBase;
let shipped: KnowledgeBase;
let wild: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: office } = await loadFolder('test/fixtures/office'));
  ({ knowledgeBase: shipped } = await loadShipped());
  wild = await hostile();
}, 60_000);

/** A knowledge base whose second line wants its notes like this. */
function wanting(kb: KnowledgeBase, template: string): KnowledgeBase {
  const second = kb.desks.get('second-line') as Desk;
  return { ...kb, desks: new Map(kb.desks).set('second-line', { ...second, handOver: template }) };
}

async function noteOf(kb: KnowledgeBase, tree: string, ...inputs: readonly Input[]): Promise<string> {
  return handOverNote(kb, await handOver(kb, (await play(kb, tree, ...inputs)).session, { number: '17' }));
}

/** A printer that the caller could not say much about, and that goes to the second line. */
const vague: readonly Input[] = [
  { caller: 'Ms Lee' },
  { answer: 'on' },
  { unsure: 'dont-know' },
  { unsure: 'declined' },
  { answer: 'macos' },
  { tell: { memory: 8 }, source: 'agent' },
  { done: true },
  { done: true },
  { answer: 'yes' },
  { done: true },
  { answer: 'no' },
];

describe('a note in the usual shape', () => {
  test('says in sentences what a colleague has to know', async () => {
    const note = await noteOf(office, 'printer', ...vague, { promised: 'a call back', by: '2026-11-30T14:00:00Z' });
    for (const sentence of [
      'Case 17. Ms Lee called.',
      'The trouble: The printer does not print.',
      'Ms Lee said: System: macOS.',
      'The agent saw: Memory: 8 GB.',
      'Is the lamp on? On.',
      "Ms Lee doesn't know: Is there paper in the tray?",
      'Ms Lee would rather not say: Which model is it?',
      'Against "The queue is paused": "Click the apple" and "Choose Resume". It did not help.',
      'It goes to the desk "Second line" because it could not be found out.',
      'Which model is it? (asked before: would rather not say)',
      'Promised: a call back, by Monday, 30 November 2026 at 14:00 UTC.',
    ])
      expect(note).toContain(sentence);
    expect(note.split('\n').at(-1)).toMatch(
      /^For the author: case 17, printer\/second-line, knowledge [0-9a-f]{12}\.$/,
    );
    expect(note.split(/\s+/).length).toBeLessThan(250);
  });

  test('has no heading without something under it', async () => {
    const note = await noteOf(office, 'printer');
    expect(note).not.toMatch(/^(?:Warning|Tried|Ruled out|Still to ask|Promised|Notes):/m);
    expect(note).toContain('The caller called.');
    expect(note).toContain('Now: The question that is open: Is the lamp on?');
  });

  test('has a warning before everything else about the trouble', async () => {
    const note = await noteOf(shipped, 'printer-offline', { tell: { hazard: ['burning-smell'] } });
    expect(note.indexOf('Beware: Burning smell')).toBe(-1);
    expect(note.indexOf('Warning: Burning smell')).toBeGreaterThan(0);
    expect(note.indexOf('Warning: Burning smell')).toBeLessThan(note.indexOf('The trouble:'));
    expect(note.match(/Nothing else matters until the caller is safe/g)).toHaveLength(1);
  });
});

describe('the template of a desk', () => {
  test('is filled in with the parts of the hand-over, and with facts', async () => {
    const kb = wanting(office, 'Number {case}, {os}, {memory}.\n\nAsk: {collect}');
    const note = await noteOf(kb, 'printer', ...vague);
    expect(note).toMatch(
      /^Number 17, macOS, 8 GB\.\n\nAsk: Which model is it\? \(asked before: would rather not say\)\n\nFor the author/,
    );
  });

  test('loses paragraphs and lines of which everything is empty, and says what is only partly known', async () => {
    const kb = wanting(
      office,
      'Heading\n{promised}\n\n{notes}\nSystem: {os}\nMemory: {memory}\nModel {printer.model} and {os}',
    );
    const note = await noteOf(kb, 'printer', ...vague.filter((input) => !('tell' in input)));
    expect(note).toMatch(/^System: macOS\nModel not known and macOS\n\nFor the author/);
  });

  test('what the caller said is not filled in', async () => {
    const kb = wanting(office, '{notes} {os}');
    const note = await noteOf(kb, 'printer', ...vague, { note: 'it shows {os} and {case}' });
    expect(note).toContain('it shows {os} and {case}. macOS');
  });

  test('can be that of another desk than the one that the call goes to', async () => {
    const kb = wanting(office, 'For the second line: {problem}');
    const told = await handOver(kb, (await play(kb, 'printer')).session);
    expect(handOverNote(kb, told)).not.toContain('For the second line');
    expect(handOverNote(kb, told, { desk: 'second-line' })).toContain(
      'For the second line: The printer does not print.',
    );
  });

  test('those that come with Faultline are all used, name what was found, and leave no empty heading', async () => {
    const own = [...shipped.desks.values()].filter(({ handOver }) => handOver !== undefined);
    expect(own.map(({ id }) => id).sort()).toEqual(['accounts', 'field-service', 'payments', 'provider', 'security']);
    for (const { id, handOver: template = '' } of own) {
      const { session } = await play(
        shipped,
        'printer-offline',
        { answer: 'on' },
        { tell: { 'printer.make': 'Canon' } },
        { refer: id, why: 'It has to be looked at.' },
      );
      const note = handOverNote(shipped, await handOver(shipped, session));
      const [fixed = ''] =
        /^(?:To be agreed|Who the caller is|Please tell|What the caller should).*$/m.exec(template) ?? [];
      expect(fixed).not.toBe('');
      expect(note).toContain(fixed);
      expect(note).toContain('Make of the printer: Canon');
      expect(note).toContain('Is a light or a small screen lit on the printer? Yes.');
      expect(note).not.toMatch(/^(?!What the caller should)[^\n:]{1,40}:\s*$/m);
      expect(note).not.toMatch(/[{}]/);
    }
  });
});

describe('a time', () => {
  const today = '2026-11-30';
  test.each([
    ['2026-11-30T13:05:00Z', { zone: 60, today }, 'today at 14:05'],
    ['2026-11-30T23:30:00Z', { zone: 60, today }, 'tomorrow at 00:30'],
    ['2026-12-01T02:00:00Z', { zone: -300, today }, 'today at 21:00'],
    ['2026-11-29T09:00:00+01:00', { zone: 60, today }, 'yesterday at 09:00'],
    ['2026-12-03T09:00:00Z', { zone: 0, today }, 'on Thursday, 3 December at 09:00'],
    ['2027-01-04T09:00:00Z', { today }, 'on Monday, 4 January 2027 at 09:00 UTC'],
    ['2026-11-30', { zone: -600, today }, 'today'],
    ['2026-11-30T09:00:00Z', {}, 'on Monday, 30 November 2026 at 09:00 UTC'],
    ['soon', { today }, 'soon'],
  ])('%s, read with %p, is %s', (iso, clock, words) => {
    expect(momentInWords(iso, clock)).toBe(words);
  });
});

/** How some calls end. */
const ends: readonly (readonly Input[])[] = [[{ abandoned: 'the line broke' }], [{ parked: 'lunch' }]];

/** What holds of the hand-over of every call. */
async function expectSound(kb: KnowledgeBase, session: Session): Promise<HandOver> {
  const told = await handOver(kb, session, { number: '17', now: '2026-11-28T12:00:00Z' });
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  // The list of cases and the hand-over say the same.
  const now = await situation(kb, session);
  expect(told.outcome).toBe(standingOf(kb, session, now, '2026-11-28T12:00:00Z').outcome);
  const note = handOverNote(kb, told, { zone: 60 });
  const letter = await letterAfterCall(kb, session, { number: '17' });
  const { facts } = now;
  for (const [name, { value, source }] of facts) {
    const fact = kb.facts.get(name);
    if (source === 'caller' && fact !== undefined)
      expect(note).toContain(`${fact.title}: ${valueInWords(fact, value)}`);
  }
  for (const { promised } of promisesOf(session)) expect(note).toContain(promised);
  for (const { ask } of told.collect) expect(note).toContain(ask);
  const lines = note.split('\n');
  const forReaders = [lines.slice(0, -1).join('\n'), letter.subject, letter.body].join('\n');
  expect(forReaders).not.toMatch(/undefined|\[object|NaN/);
  for (const { id, nodes } of kb.trees.values())
    for (const node of nodes.keys()) expect(forReaders.includes(`${id}/${node}`)).toBe(false);
  for (const [, name = ''] of forReaders.matchAll(/\{([a-z][a-z0-9._-]*)\}/g)) expect(facts.has(name)).toBe(false);
  return told;
}

describe('of any call', () => {
  test('the hand-over is whole, and its note and letter can be read', async () => {
    const outcomes = new Set<string>();
    for (const [kb, runs] of [
      [shipped, 250],
      [office, 150],
      [wild, 150],
    ] as const) {
      await fc.assert(
        fc.asyncProperty(dice, fc.constantFrom(anyInput, wanderingInput), fc.nat(9), async (call, chosen, end) => {
          const played = (await playRandom(kb, call, chosen)).session;
          const { session } = await playOn(kb, played, ...(ends[end] ?? []));
          outcomes.add((await expectSound(kb, session)).outcome);
        }),
        { numRuns: runs },
      );
    }
    for (const outcome of ['open', 'parked', 'abandoned', 'referred']) expect(outcomes).toContain(outcome);
  }, 60_000);

  test('the facts that were told are in the note also when nothing of a list is so', async () => {
    const note = await noteOf(shipped, 'printer-offline', { tell: { hazard: [] } });
    expect(note).toContain('Danger: none');
  });
});
