import type { Session } from '../../session/index.js';
import type { WordsOfCaller } from './words-of-caller.js';

/** What stands in the place of a caller's words that were taken out of other cases. */
export const inPlaceOfWords = '[caller]';

/** What a session names by ids, times and marks of its own: no words of anybody. */
const namedByIds: ReadonlySet<string> = new Set([
  'format',
  'tree',
  'knowledge',
  'started',
  'channel',
  'at',
  'took',
  'question',
  'offered',
  'chose',
  'unsure',
  'jump',
  'refer',
  'tried',
  'problem',
  'source',
  'callBack',
  'by',
  'reopened',
]);

/** A session with something else in the place of these words, wherever somebody has written or said them. */
export function withoutWords(session: Session, words: WordsOfCaller): Session {
  return replacedIn(session, words) as Session;
}

function replacedIn(value: unknown, words: WordsOfCaller): unknown {
  if (typeof value === 'string') return words.replaced(value, inPlaceOfWords);
  if (Array.isArray(value)) return value.map((each) => replacedIn(each, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, namedByIds.has(key) ? each : replacedIn(each, words)]),
  );
}
