import type { Input, Situation } from '../session/index.js';
import type { Utterance } from './round.js';

/** Who takes a call for practice: the inputs for what the caller has just said, in order. Without one the call is left. */
export type Agent = (utterance: Utterance, now: Situation) => readonly Input[];

/** An agent who listens, and enters exactly what was said. */
export const perfectAgent: Agent = (utterance, now) => {
  const { kind, told, correction, reply, question } = utterance;
  if (kind === 'asks-back') return [{ confused: true }];
  if (correction !== undefined && kind === 'correction') {
    return [{ revise: { node: correction.question, ...correction.reply } }];
  }
  const fresh = [...told].filter(([fact]) => !now.facts.has(fact));
  const tell: readonly Input[] = fresh.length === 0 ? [] : [{ tell: Object.fromEntries(fresh), source: 'caller' }];
  if (kind === 'opening') return tell;
  if (kind === 'tried') return [{ tried: now.node }];
  if (reply !== undefined) return [...tell, { ...reply, question }];
  return kind === 'follows' ? [{ done: true }] : [];
};
