import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Agent, beginRound, manners, perfectAgent, playRound, scoreRound } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';

const trees = ['wifi', 'printer-offline', 'no-sound', 'web-payment', 'phishing'];

/** What a careless agent does at a turn. */
const deeds = ['listen', 'guess', 'back', 'skip', 'later', 'unsure', 'jump', 'tried', 'confused', 'problem'] as const;

function careless(turns: readonly (typeof deeds)[number][]): Agent {
  let turn = -1;
  return (utterance, now) => {
    turn += 1;
    // Nobody is careless for ever: the call has to come to an end.
    if (utterance.kind === 'opening' || turn > 60) return perfectAgent(utterance, now);
    switch (turns[turn % turns.length]) {
      case 'guess': {
        const [first] = now.type === 'asking' ? now.answers : [];
        return first === undefined ? perfectAgent(utterance, now) : [{ answer: first.id }];
      }
      case 'back':
        return [{ back: true }];
      case 'skip':
        return [{ skip: 'no time' }];
      case 'later':
        return [{ later: 'not now' }];
      case 'unsure':
        return [{ unsure: 'dont-know' }];
      case 'jump':
        return [{ jump: now.path[0]?.node ?? now.node }];
      case 'tried':
        return [{ tried: now.node }];
      case 'confused':
        return [{ confused: true }];
      case 'problem':
        return [{ problem: 'phishing' }];
      default:
        return perfectAgent(utterance, now);
    }
  };
}

test('whatever the agent does, the caller stays the same person and the score is one of 100', async () => {
  const { knowledgeBase: kb } = await loadShipped();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...trees),
      fc.constantFrom(...manners),
      fc.integer({ min: 0, max: 999 }),
      fc.array(fc.constantFrom('listen' as const, 'listen' as const, ...deeds), { minLength: 1, maxLength: 12 }),
      async (tree, manner, seed, turns) => {
        const begun = await beginRound(kb, { tree, manner, seed });
        const { round, session } = await playRound(kb, begun, careless(turns));
        const { points, findings, asked, shortest } = await scoreRound(kb, round, session);
        expect(Number.isInteger(points) && points >= 0 && points <= 100).toBe(true);
        expect(findings.length === 0).toBe(points === 100);
        if (points === 100) expect(asked).toBeLessThanOrEqual(shortest);
        for (const { kind, text } of round.said) expect([kind, text]).not.toEqual([kind, '']);
        const trap = round.plan.wrong?.question;
        const replies = new Map<string, string>();
        for (const { question, reply, counts } of round.said) {
          if (reply === undefined || !counts || question === trap || question.includes(':verify')) continue;
          const words = JSON.stringify(reply);
          expect([question, replies.get(question) ?? words]).toEqual([question, words]);
          replies.set(question, words);
        }
      },
    ),
    { numRuns: 60, seed: 20261122 },
  );
}, 120_000);
