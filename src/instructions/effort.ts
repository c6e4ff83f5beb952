import { durationInWords } from './duration.js';

const words: Readonly<Record<string, string>> = {
  quick: 'It is quickly done.',
  minutes: 'It takes a few minutes.',
  long: 'It can take half an hour or more.',
};

const seconds: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3_600, d: 86_400 };

/**
 * What an author says of the effort of a fix, as a sentence for the caller; nothing where it would tell the caller nothing.
 * @param effort a word, or a duration such as `10min`
 */
export function effortInWords(effort: string | undefined): string | undefined {
  const [, count, unit = ''] = /^(\d+)\s*([a-z]+)$/.exec(effort ?? '') ?? [];
  const size = seconds[unit];
  if (size !== undefined) return `It takes about ${durationInWords(Number(count) * size)}.`;
  return effort === undefined ? undefined : words[effort];
}
