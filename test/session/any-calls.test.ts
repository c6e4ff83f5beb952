import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Ground, how, type KnowledgeBase, type Session, situation, trail } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { dice, playRandom, recorded, standingAt } from './random-calls.js';

let kb: KnowledgeBase;

beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadShipped());
});

/** The kinds of events that a session can have. */
const kinds = [
  'answer',
  'unsure',
  'done',
  'skip',
  'later',
  'confused',
  'tried',
  'tell',
  'jump',
  'return',
  'problem',
  'refer',
  'back',
  'revise',
  ...recorded,
];

/** The event that an account of how the call came here cites. */
function citedBy(ground: Ground): readonly number[] {
  if (ground.kind === 'aside') return [ground.event];
  return ground.kind === 'move' && 'event' in ground.move.reason ? [ground.move.reason.event] : [];
}

/** Every event is kept where it was appended, whatever comes after it. */
function expectNothingLost(sessions: readonly Session[]): void {
  for (const [index, { events }] of sessions.entries()) {
    const before = sessions[index - 1]?.events ?? [];
    expect(events.slice(0, before.length)).toEqual(before);
  }
}

test('in 10,000 calls with events of all kinds none loses another, and nothing known is asked', async () => {
  const seen = new Map<string, number>();
  let asked = 0;
  let straight = 0;
  await fc.assert(
    fc.asyncProperty(dice, async (call) => {
      // Playing it checks that what is refused changes nothing.
      const { sessions, session } = await playRandom(kb, call);
      expectNothingLost(sessions);
      for (const event of session.events)
        for (const kind of kinds) if (kind in event) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      for (const each of sessions) {
        const now = await situation(kb, each);
        if (now.type !== 'asking') continue;
        asked += 1;
        // What was put off is asked again, but not when it has become known in the meantime.
        if (now.fact !== undefined) expect([now.fact, now.facts.has(now.fact)]).toEqual([now.fact, false]);
      }
      const moves = await trail(kb, session);
      const cited = new Set(moves.flatMap(({ reason }) => ('event' in reason ? [reason.event] : [])));
      const stands = new Set(standingAt(session.events).map(({ index }) => index));
      const { supporting, conflicting } = await how(kb, session);
      for (const event of [...cited, ...[...supporting, ...conflicting].flatMap(citedBy)])
        expect([event, stands.has(event)]).toEqual([event, true]);
      // Where nothing was taken back or changed, everything that was done is on the way.
      if (session.events.some((event) => 'back' in event || 'revise' in event)) return;
      straight += 1;
      for (const event of stands) expect([event, cited.has(event)]).toEqual([event, true]);
      const keys = moves.flatMap(({ reason }) =>
        (reason.kind === 'answered' || reason.kind === 'unsure') && reason.question.purpose !== 'tried'
          ? [reason.question.key]
          : [],
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 10_000 },
  );
  for (const kind of kinds) expect([kind, (seen.get(kind) ?? 0) >= 100]).toEqual([kind, true]);
  expect(asked).toBeGreaterThan(10_000);
  expect(straight).toBeGreaterThan(1_000);
}, 600_000);
