import type { KnowledgeBase } from '../knowledge/index.js';
import { type Move, type Session, type Situation, situation, trail } from '../session/index.js';
import { ended } from './ended.js';
import { faultName, instruct } from './instruction.js';
import { valueInWords } from './placeholders.js';
import { claimName, moveInWords } from './trail-in-words.js';

/** What was done in a call so far, in words to begin the next conversation with. */
export interface Recap {
  /** Sentences to read aloud. */
  readonly say: readonly string[];
  /** Everything that was found out and done, a line each, for the agent. */
  readonly lines: readonly string[];
}

/** How many of the facts are said; the agent sees them all. */
const fewFacts = 5;

/**
 * What happened in a call that is taken up again: what the caller told, what was done, what was found, what is still to
 * be found out, and why it was broken off.
 */
export async function recap(kb: KnowledgeBase, session: Session): Promise<Recap> {
  const now = await situation(kb, session);
  const moves = await trail(kb, session);
  const say = [
    ...now.problems.map(({ tree }) => tree).map((tree, at) => about(kb, tree, at)),
    ...told(kb, now),
    ...done(moves),
    ...tried(kb, moves),
    ...found(kb, now),
    ...now.postponed.map(({ ask }) => `You wanted to find out for me: ${ask}`),
    ...brokenOff(session),
    ...goingOn(kb, now),
  ];
  return { say, lines: moves.flatMap((move) => moveInWords(kb, now.facts, move) ?? []) };
}

function about(kb: KnowledgeBase, tree: string, at: number): string {
  const title = kb.trees.get(tree)?.title ?? tree;
  return `${at === 0 ? 'Last time we talked about this' : 'There was also this'}: ${ended(title)}`;
}

function told(kb: KnowledgeBase, now: Situation): readonly string[] {
  const facts = [...now.facts]
    .filter(([, { source }]) => source === 'caller')
    .flatMap(([name, { value }]) => {
      const fact = kb.facts.get(name);
      return fact === undefined ? [] : [`${fact.title}: ${valueInWords(fact, value)}`];
    });
  return facts.length === 0 ? [] : [`You told me this. ${facts.slice(-fewFacts).map(ended).join(' ')}`];
}

function done(moves: readonly Move[]): readonly string[] {
  const count = moves.filter(({ reason }) => reason.kind === 'done').length;
  if (count === 0) return [];
  return [`Together we have done ${count === 1 ? 'one step' : `${count} steps`}.`];
}

function tried(kb: KnowledgeBase, moves: readonly Move[]): readonly string[] {
  const names = moves.flatMap(({ reason }) => (reason.kind === 'tried' ? [claimName(kb, reason.what)] : []));
  return names.map((name) => `You had done this already: ${ended(name)}`);
}

function found(kb: KnowledgeBase, now: Situation): readonly string[] {
  return [...now.faults].flatMap(([address, status]) => {
    const name = ended(faultName(kb, address));
    if (status === 'ruled-out') return [`It is not this: ${name}`];
    if (status === 'fixed') return [`This was mended: ${name}`];
    if (status === 'partly') return [`This helped, but it was not all: ${name}`];
    return status === 'isolated' || status === 'found' ? [`We think that it is this: ${name}`] : [];
  });
}

function brokenOff({ events }: Session): readonly string[] {
  const parked = events.findLast((event) => 'parked' in event);
  return parked === undefined ? [] : [`We stopped for this reason: ${ended(parked.parked)}`];
}

function goingOn(kb: KnowledgeBase, now: Situation): readonly string[] {
  if (now.type === 'fixed' || now.type === 'closed' || now.type === 'referred') return [];
  const { heading } = instruct(kb, now);
  return now.type === 'asking' ? [`We go on with this: ${heading}`] : ['We go on where we stopped.'];
}
