import type { KnowledgeBase } from '../../knowledge/index.js';
import { type Input, type Session, type Situation, situation, start, stateOf, step } from '../../session/index.js';
import { openInWords } from '../calls/open-in-words.js';
import { replyTo } from '../calls/reply-to.js';
import { inputInWords } from './input-in-words.js';

/** A call as a list of what was said and done in it, with nothing that was worked out. */
export interface CallSoFar {
  readonly tree: string;
  /** When it began, in ISO 8601. */
  readonly at?: string;
  /** What the caller said first. */
  readonly words?: string;
  readonly inputs: readonly Input[];
}

/** How far a call could be played. */
export interface PlayedAgain {
  readonly session: Session;
  readonly situation: Situation;
  /** What was taken, each reply with the question that it was to. */
  readonly inputs: readonly Input[];
  /** In words, why the rest was not: which of it is no longer taken, and where the call stands now. */
  readonly stopped?: string;
  /** How many replies wait for a question that comes later than it did. */
  readonly waiting: number;
}

/**
 * Plays a call from its beginning, perhaps on another version of the knowledge base than it was taken with. What comes after
 * the first thing that is no longer taken is not played.
 * @throws Error when the knowledge base does not hold the tree
 */
export async function playAgain(kb: KnowledgeBase, { inputs, ...beginning }: CallSoFar): Promise<PlayedAgain> {
  let session = start(kb, beginning);
  let now = await situation(kb, session);
  const taken: Input[] = [];
  for (const [index, input] of inputs.entries()) {
    const stepped = await step(kb, session, input);
    if (stepped.refused !== undefined) {
      const stopped = `${inputInWords(inputs, index, now, stepped.refused)} ${standsInWords(kb, now)}${restInWords(inputs.length - index - 1)}`;
      return { session, situation: now, inputs: taken, stopped, waiting: await repliesKept(kb, session) };
    }
    taken.push(replyTo(now.question, input));
    session = stepped.session;
    now = stepped.situation;
  }
  return { session, situation: now, inputs: taken, waiting: await repliesKept(kb, session) };
}

async function repliesKept(kb: KnowledgeBase, session: Session): Promise<number> {
  return (await stateOf(kb, session)).aside.length;
}

function standsInWords(kb: KnowledgeBase, now: Situation): string {
  if (now.type === 'asking' || now.type === 'doing' || now.type === 'isolated')
    return `The call stands where it ${openInWords(kb, now)}`;
  return `The call has come to an end at "${now.node}".`;
}

function restInWords(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? ' What you did after it is not played.'
    : ` The ${count} things that you did after it are not played.`;
}
