import type { Situation } from '../session/index.js';
import type { Utterance } from './round.js';

const nothingTold: Utterance['told'] = new Map();

/** What holds of an utterance whatever is said where a session stands. */
export function aboutNow(now: Situation): Omit<Utterance, 'kind' | 'text'> {
  const ask = now.type === 'asking' ? now.ask : '';
  return { question: now.question, ask, words: '', counts: false, told: nothingTold, again: false };
}
