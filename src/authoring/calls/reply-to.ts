import type { Input } from '../../session/index.js';

const replies = ['answer', 'unsure', 'done', 'skip', 'later', 'confused'] as const;

/** An input with the question that it is a reply to, where it is a reply and does not name one itself. */
export function replyTo(question: string, input: Input): Input {
  return 'question' in input || !replies.some((kind) => kind in input) ? input : ({ ...input, question } as Input);
}
