import { sentencesOf } from './aloud.js';
import type { Lint } from './lint.js';

/** Two questions are asked at once. */
export const questionDouble: Lint = {
  code: 'question-double',
  level: 'advice',
  summary: 'Two questions are asked at once.',
  *look({ texts }) {
    for (const { role, text, at, path } of texts) {
      const isQuestion = role === 'ask' || role === 'tried' || (role === 'say' && isOfQuestion(path));
      if (isQuestion && questionsIn(text) > 1)
        yield {
          place: at,
          message: 'There are two questions in this; the reply will be to one of them.',
          hint: 'Ask one, and make another node of the other.',
        };
    }
  },
};

// Steps are in lists: what is said beside a question is not.
function isOfQuestion(path: readonly string[]): boolean {
  return !path.some((key) => /^\d+$/.test(key));
}

// "Or only on the phone?" goes on with the question before it.
function questionsIn(text: string): number {
  const goesOn = /^(?:or|and|perhaps|maybe|in|on|by|with|if so|what happened)\b/i;
  return sentencesOf(text).filter((sentence) => sentence.endsWith('?') && !goesOn.test(sentence)).length;
}
