import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ahead,
  chatMessages,
  emailLetter,
  flagsOf,
  how,
  howInWords,
  instruct,
  type KnowledgeBase,
  missing,
  missingInWords,
  parseSession,
  recap,
  recordInWords,
  reopen,
  type Session,
  situation,
  step,
  trail,
  whatIfEach,
  whatIfInWords,
  why,
  whyInWords,
  whyNot,
  whyNotInWords,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { hostile, poorerKnowledge } from './hostile-knowledge-base.js';
import { dice, playRandom, recorded, standingAt, wanderingInput } from './random-calls.js';

let close: KnowledgeBase;
let shipped: KnowledgeBase;
beforeAll(async () => {
  close = await hostile();
  ({ knowledgeBase: shipped } = await loadShipped());
});

const play = (kb: KnowledgeBase, call: Parameters<typeof playRandom>[1]) => playRandom(kb, call, wanderingInput);

/** Everything that is ever said or shown about where a session stands, and how it came there. */
async function everythingSaid(kb: KnowledgeBase, session: Session): Promise<readonly string[]> {
  const now = await situation(kb, session);
  const coming = await ahead(kb, session);
  const letter = emailLetter(kb, now, coming);
  const faults = [...kb.trees.values()].flatMap(({ id, faults }) =>
    [...faults.keys()].map((fault) => `${id}/${fault}`),
  );
  const explained = [
    whyInWords(kb, now, await why(kb, session)),
    howInWords(kb, now, await how(kb, session)),
    missingInWords(kb, now, await missing(kb, session)),
    ...(await Promise.all(faults.slice(0, 3).map((fault) => whyNot(kb, session, fault)))).map((found) =>
      whyNotInWords(kb, now, found),
    ),
    whatIfInWords(kb, now, await whatIfEach(kb, session)),
  ];
  return [
    ...chatMessages(kb, now, coming),
    letter.subject,
    letter.body,
    ...(['phone', 'chat', 'email'] as const).map((channel) => instruct(kb, now, { channel }).heading),
    ...(await recap(kb, session)).say,
    ...(await recap(kb, session)).lines,
    ...(await recordInWords(kb, session)).map(({ words }) => words),
    ...flagsOf(kb, session).map(({ flag }) => flag),
    ...explained.flatMap(({ say }) => say),
  ];
}

describe('in calls that wander', () => {
  test('everything can be said, in all channels, and nothing in it is empty', async () => {
    for (const [kb, numRuns] of [
      [close, 600],
      [shipped, 150],
    ] as const) {
      await fc.assert(
        fc.asyncProperty(dice, async (call) => {
          const { session } = await play(kb, call);
          for (const text of await everythingSaid(kb, session))
            expect(text).not.toMatch(/^\s*$|undefined|\[object|NaN/);
        }),
        { numRuns },
      );
    }
  }, 300_000);

  test('a session is what its events say, also when it was written down in between', async () => {
    await fc.assert(
      fc.asyncProperty(dice, async (call) => {
        const { session } = await play(close, call);
        const read = parseSession(JSON.stringify(session));
        if ('reason' in read) throw new Error(read.reason);
        expect(await situation(close, read.session)).toEqual(await situation(close, session));
        expect(await trail(close, read.session)).toEqual(await trail(close, session));
      }),
      { numRuns: 1500 },
    );
  }, 300_000);

  test('nothing is lost, nothing known is asked, and going back is the way back', async () => {
    let waiting = 0;
    let raised = 0;
    await fc.assert(
      fc.asyncProperty(dice, async (call) => {
        const { sessions, session } = await play(close, call);
        for (const [index, each] of sessions.entries()) {
          const now = await situation(close, each);
          if (now.type === 'asking' && now.raised !== undefined) raised += 1;
          if (now.type === 'asking' && now.fact !== undefined)
            expect([now.fact, now.facts.has(now.fact)]).toEqual([now.fact, false]);
          const before = sessions[index - 1];
          if (before === undefined || each.events.length !== before.events.length + 1) continue;
          const last = each.events.at(-1) ?? {};
          if ('back' in last || recorded.some((kind) => kind in last)) continue;
          const back = await step(close, each, { back: true });
          expect(back.situation).toEqual(await situation(close, before));
        }
        const cited = new Set(
          (await trail(close, session)).flatMap(({ reason }) => ('event' in reason ? [reason.event] : [])),
        );
        const standing = standingAt(session.events);
        const stands = new Set(standing.map(({ index }) => index));
        for (const event of cited) expect([event, stands.has(event)]).toEqual([event, true]);
        const aside = new Set(
          (await reopen(close, { ...session, knowledge: 'older' })).unfit.map(({ event }) => event),
        );
        waiting += aside.size;
        for (const [place, { act, index }] of standing.entries()) {
          // Of two replies to one question the newer counts.
          const isNewest = !standing
            .slice(place + 1)
            .some(({ act: later }) => 'question' in act && 'question' in later && later.question === act.question);
          if (isNewest) expect([act, cited.has(index) || aside.has(index)]).toEqual([act, true]);
        }
        const { supporting, conflicting } = await how(close, session);
        for (const ground of [...supporting, ...conflicting]) {
          const reason = ground.kind === 'move' ? ground.move.reason : ground;
          if ('event' in reason) expect([ground, stands.has(reason.event)]).toEqual([ground, true]);
        }
      }),
      { numRuns: 1500 },
    );
    expect(waiting).toBeGreaterThan(100);
    expect(raised).toBeGreaterThan(100);
  }, 300_000);

  test('opened with knowledge in which trees, nodes, issues and procedures are gone, they show what does not fit', async () => {
    const poorer = await poorerKnowledge();
    let unfit = 0;
    await fc.assert(
      fc.asyncProperty(dice, async (call) => {
        const { session } = await play(close, { ...call, tree: 1 });
        const opened = await reopen(poorer, session);
        expect(opened.session.events.slice(0, session.events.length)).toEqual(session.events);
        await everythingSaid(poorer, opened.session);
        unfit += opened.unfit.length;
      }),
      { numRuns: 600 },
    );
    expect(unfit).toBeGreaterThan(600);
  }, 300_000);
});
