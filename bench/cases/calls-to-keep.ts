import { type CaseStanding, type Session, situation, standingOf } from '../../src/index.js';
import { random } from '../random.js';
import { playCall } from './play-call.js';
import { twoKnowledgeBases } from './two-knowledge-bases.js';

/** A call, with how it stood after each of its events: the first standing is after the first event. */
export interface CallToWrite {
  readonly session: Session;
  readonly standings: readonly CaseStanding[];
}

/** Some plausible calls of the knowledge base that comes with Faultline: the same ones for the same seed. */
export async function callsToKeep(count: number, seed = 1): Promise<readonly CallToWrite[]> {
  const [, { kb }] = await twoKnowledgeBases();
  const next = random(seed);
  const trees = [...kb.trees.keys()];
  const calls: CallToWrite[] = [];
  while (calls.length < count) {
    const session = await playCall(kb, trees[calls.length % trees.length] as string, next);
    const standings: CaseStanding[] = [];
    for (let version = 1; version <= session.events.length; version += 1) {
      const now: Session = { ...session, events: session.events.slice(0, version) };
      standings.push(standingOf(kb, now, await situation(kb, now), ''));
    }
    if (standings.length > 0) calls.push({ session, standings });
  }
  return calls;
}
