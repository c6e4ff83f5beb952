import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  beginRound,
  type KnowledgeBase,
  type Manner,
  manners,
  type Played,
  playRound,
  scoreRound,
  situation,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadShipped());
});

interface Finished extends Played {
  readonly tree: string;
}

async function inEveryTree(manner: Manner, seed: number): Promise<readonly Finished[]> {
  return inTrees([...kb.trees.keys()], manner, seed, false);
}

async function inTrees(
  trees: readonly string[],
  manner: Manner,
  seed: number,
  graph: boolean,
): Promise<readonly Finished[]> {
  const finished: Finished[] = [];
  for (const tree of trees) {
    const round = await beginRound(kb, { tree, manner, seed, graph });
    finished.push({ tree, ...(await playRound(kb, round)) });
  }
  return finished;
}

async function expectFull(finished: readonly Finished[]): Promise<void> {
  for (const { tree, round, session } of finished) {
    const { scenario } = round;
    const now = await situation(kb, session);
    expect([tree, now.type]).toEqual([tree, scenario.ends]);
    if (now.type === 'referred') expect([tree, now.desk]).toEqual([tree, scenario.desk]);
    if (scenario.ends === 'fixed' && scenario.fault !== undefined) {
      const [at = '', id = ''] = scenario.fault.split('/');
      const isMended = kb.trees.get(at)?.faults.get(id)?.fix.length !== 0;
      expect(isMended ? ['fixed', 'partly'] : ['found']).toContain(now.faults.get(scenario.fault));
    }
    const score = await scoreRound(kb, round, session);
    expect([tree, score.points, score.findings]).toEqual([tree, 100, []]);
    expect(score.asked).toBeLessThanOrEqual(score.shortest);
    for (const { text } of round.said) {
      expect(text).not.toMatch(/undefined|\[object|\{[a-z]|the caller\b/);
      expect(text).toMatch(/^(?:\p{Lu}|"|\d|macOS|iOS|iPhone)/u);
      expect(text).toMatch(/[.!?"]$/);
    }
  }
}

const kinds = ({ round }: Played): readonly string[] => round.said.map(({ kind }) => kind);

describe('an agent who listens finishes a round in every shipped tree, with the full score', () => {
  test.each(manners)(
    'when the caller is %s',
    async (manner) => {
      const finished = await inEveryTree(manner, 1);
      expect(finished).toHaveLength(33);
      await expectFull(finished);
      const share = (is: (each: Finished) => boolean): number => finished.filter(is).length;
      // What makes a manner has to be met, or there is nothing to practise.
      const met: Readonly<Record<Manner, (each: Finished) => boolean>> = {
        plain: (each) => !kinds(each).some((kind) => kind === 'asks-back' || kind === 'correction' || kind === 'tried'),
        confused: (each) => kinds(each).includes('asks-back'),
        impatient: (each) => kinds(each).includes('tried'),
        talkative: ({ round }) => round.said.some(({ told }) => told.size > 0),
        wrong: (each) => kinds(each).includes('correction'),
      };
      const least: Readonly<Record<Manner, number>> = {
        plain: 33,
        confused: 30,
        impatient: 22,
        talkative: 22,
        wrong: 31,
      };
      expect(share(met[manner])).toBeGreaterThanOrEqual(least[manner]);
    },
    60_000,
  );

  test("when the fault comes from the tree's own graph", async () => {
    // To look through a graph takes a while, so not all of them.
    const trees = [...kb.trees.keys()].filter((_, at) => at % 4 === 0);
    await expectFull(await inTrees(trees, 'plain', 2, true));
  }, 60_000);
});

test('the same seed gives the same round, and other seeds other ones', async () => {
  const played = async (seed: number): Promise<string> => {
    const { lines } = await playRound(kb, await beginRound(kb, { tree: 'wifi', manner: 'talkative', seed }));
    return lines.map(({ text }) => text).join('\n');
  };
  expect(await played(11)).toBe(await played(11));
  const others = new Set(await Promise.all([1, 2, 3, 4, 5, 6].map(played)));
  expect(others.size).toBeGreaterThanOrEqual(5);
});
