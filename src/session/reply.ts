import type { KnowledgeBase } from '../knowledge/index.js';
import { replyTo } from './ask.js';
import type { Act, Stamp } from './event.js';
import { unsureKinds } from './unsure-kinds.js';

/** A reply to a question as the act that it becomes, or one sentence that says what would be right. */
export function replied(
  kb: KnowledgeBase,
  at: Parameters<typeof replyTo>[1],
  question: Parameters<typeof replyTo>[2],
  given: { readonly answer?: unknown; readonly unsure?: unknown },
  stamp: Stamp,
): { readonly act: Act } | { readonly reason: string } {
  if ('unsure' in given) {
    const unsure = unsureKinds.find((kind) => kind === given.unsure);
    if (unsure === undefined) return { reason: `A way of not knowing is one of: ${unsureKinds.join(', ')}.` };
    return { act: { unsure, question: question.key, ...stamp } };
  }
  const value = replyTo(kb, at, question, given.answer);
  return 'reason' in value ? value : { act: { answer: value.value, question: question.key, ...stamp } };
}
