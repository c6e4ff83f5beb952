import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  beginRound,
  type Input,
  type KnowledgeBase,
  type Manner,
  perfectAgent,
  playRound,
  type Situation,
  type UnsureKind,
  unsureKinds,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { cases } from './kept.js';
import { newHome, run } from './run.js';
import { endAll, inTerminal } from './terminal.js';

afterEach(endAll);

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadShipped());
});

/** What is typed for an input where the call stands, a line each. */
function typedFor(input: Input, now: Situation, asked: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const answers = now.type === 'asking' ? now.answers.map(({ id }) => id) : [];
  if ('answer' in input) return [String(answers.indexOf(String(input.answer)) + 1)];
  if ('unsure' in input) return ['u', String(unsureKinds.indexOf(input.unsure as UnsureKind) + 1)];
  if ('confused' in input) return ['i'];
  if ('tried' in input) return ['a', '1'];
  if ('revise' in input) {
    const ids = asked.get(input.revise.node) ?? [];
    return ['c', '1', String(ids.indexOf(String(input.revise.answer)) + 1), '1'];
  }
  if ('tell' in input) return Object.entries(input.tell).flatMap(([fact, value]) => typedToTell(fact, String(value)));
  return ['1'];
}

/** The fact is found by its title; where several fit it, by its place among them. */
function typedToTell(name: string, value: string): readonly string[] {
  const fact = kb.facts.get(name);
  if (fact === undefined) throw new Error(`no fact "${name}"`);
  const words = fact.title.toLowerCase().split(/\s+/);
  const fitting = [...kb.facts.values()].filter((each) =>
    words.every((word) => `${each.title} ${each.name}`.toLowerCase().includes(word)),
  );
  const place = fitting.length === 1 ? [] : [String(fitting.indexOf(fact) + 1)];
  const choice = fact.choices.findIndex(({ id }) => id === value);
  return ['t', fact.title, ...place, choice < 0 ? value : String(choice + 1)];
}

/** What an agent who listens types in a round. */
async function typedIn(tree: string, manner: Manner, seed: number): Promise<readonly string[]> {
  const round = await beginRound(kb, { tree, manner, seed });
  const asked = new Map<string, readonly string[]>();
  const typed: string[] = [];
  const { session } = await playRound(kb, round, (utterance, now) => {
    if (now.type === 'asking')
      asked.set(
        now.question,
        now.answers.map(({ id }) => id),
      );
    const inputs = perfectAgent(utterance, now);
    typed.push(...inputs.flatMap((input) => typedFor(input, now, asked)));
    if (utterance.kind === 'ends') typed.push(now.type === 'referred' && now.collect.length > 0 ? '2' : '1');
    return inputs;
  });
  expect(session.events.length).toBeGreaterThan(2);
  return typed;
}

const practice = (tree: string, manner: Manner, seed: number): readonly string[] => [
  'practice',
  tree,
  '--manner',
  manner,
  '--seed',
  String(seed),
];

describe('a round with an agent who listens, in plain lines', () => {
  test.each<[string, Manner, number]>([
    ['wifi-drops', 'plain', 1],
    ['printer-offline', 'confused', 2],
    ['no-sound', 'impatient', 6],
    ['wifi', 'talkative', 3],
    ['dark-computer', 'wrong', 5],
  ])(
    '%s, %s',
    async (tree, manner, seed) => {
      const typed = await typedIn(tree, manner, seed);
      const home = newHome();
      const { code, stdout, stderr } = await run(
        [...practice(tree, manner, seed), '--plain'],
        typed.map((line) => `${line}\n`).join(''),
        home,
      );
      expect(stderr).toBe('');
      expect(stdout).toContain('100 of 100 points.');
      expect(stdout).toContain('Nothing was missed.');
      expect(stdout).toContain(`faultline ${practice(tree, manner, seed).join(' ')} --plain`);
      expect(code).toBe(0);
      expect(cases({ home })).toEqual([]);
    },
    30_000,
  );
});

test('a round in a terminal', async () => {
  const agent = inTerminal(practice('printer-offline', 'confused', 2));
  await agent.shows('? all keys');
  await agent.press(...(await typedIn('printer-offline', 'confused', 2)));
  await agent.shows('100 of 100 points.');
  expect(await agent.ended()).toBe(0);
  expect(cases(agent)).toEqual([]);
}, 60_000);

test('a round that is left costs what was missed, and says how it would have gone', async () => {
  const { code, stdout } = await run([...practice('wifi-drops', 'plain', 1), '--plain'], '');
  expect(stdout).toContain('-40  The call was left before its end.');
  expect(stdout).toContain('The shortest way:\n1  When does it get lost?');
  expect(code).toBe(1);
}, 30_000);

test('a played round shows both sides, and the same one again for the same seed', async () => {
  const words = ['practice', 'wifi', '--auto', '--manner', 'talkative', '--seed', '3'];
  const { code, stdout } = await run(words);
  expect(code).toBe(0);
  expect(stdout.match(/^Agent: /gm)?.length).toBeGreaterThan(5);
  expect(stdout.match(/^Caller: /gm)?.length).toBeGreaterThan(5);
  expect((await run(words)).stdout).toBe(stdout);
}, 30_000);

test('without a tree and a seed there is a round too, and how to have it again', async () => {
  const { stdout } = await run(['practice', '--auto']);
  const again = /^ {2}faultline (practice .*)$/m.exec(stdout)?.[1]?.split(' ') ?? [];
  expect((await run([...again, '--auto'])).stdout).toBe(stdout);
}, 30_000);

test.each([
  [['practice', 'nonsense', '--auto'], 'There is no tree "nonsense".'],
  [['practice', '--manner', 'rude', '--auto'], 'There is no manner "rude".'],
  [['practice', '--seed', 'x', '--auto'], '--seed takes a whole number, not "x".'],
  [['practice'], 'This is not a terminal.'],
])(
  '%j is refused',
  async (words, message) => {
    const { code, stderr } = await run(words);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  },
  30_000,
);
