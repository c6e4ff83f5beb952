import type { KnowledgeBase, UnsureKind } from '../../knowledge/index.js';
import type { FactValue } from '../../rules/index.js';
import { admit } from '../admit.js';
import { asked } from '../asked.js';
import type { Input } from '../event.js';
import { type Moment, momentAfter } from '../history.js';
import type { State } from '../state.js';
import { unsureKinds } from '../unsure-kinds.js';

/** A reply that the open question takes: an answer with its label, or a way of not knowing. */
export type PossibleReply = { readonly answer: FactValue; readonly label: string } | { readonly unsure: UnsureKind };

/** A reply, and the state after it. */
export interface Hypothesis {
  readonly reply: PossibleReply;
  readonly state: State;
}

/**
 * What each reply to the open question would do; nothing is changed. Empty where no question is open, and without
 * answers where any value will do. `events` is how many events the session has.
 */
export async function hypotheses(kb: KnowledgeBase, moment: Moment, events: number): Promise<readonly Hypothesis[]> {
  const { state } = moment.last;
  if (state.stop.type !== 'asking') return [];
  const { answers, expects } = asked(kb, state.stop.raised ?? state, state.stop.question);
  const found: Hypothesis[] = [];
  const add = async (reply: PossibleReply, input: Input): Promise<void> => {
    const admitted = admit(kb, moment, input, {});
    if ('reason' in admitted) return;
    found.push({ reply, state: (await momentAfter(kb, moment, admitted.events, events)).last.state });
  };
  for (const { id, label } of answers) {
    const answer = expects === 'choices' ? [id] : id;
    await add({ answer, label }, { answer });
  }
  for (const unsure of unsureKinds) await add({ unsure }, { unsure });
  return found;
}
