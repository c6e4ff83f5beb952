/** Words that stand for a number, so that nothing is loaded for a text without any. */
const numberWord =
  /\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundred|thousand)\b/iu;

/** Words that stand for a number only where one is expected. */
const maybeNumber = /\b(?:one|half|million|dozen)\b/iu;

/** Longer texts are not searched for numbers and dates. */
const mostCharacters = 2_000;

/** With more numbers it is a list, which could take seconds to read. */
const mostNumbers = 40;

const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** A text with the numbers in it in figures: "windows eleven" becomes "windows 11". English. `expected`: one is asked for. */
export async function inFigures(text: string, expected = false): Promise<string> {
  if (text.length > mostCharacters || !(numberWord.test(text) || (expected && maybeNumber.test(text)))) return text;
  if (countOf(/\p{N}+/gu, text) + countOf(new RegExp(numberWord, 'giu'), text) > mostNumbers) return text;
  const { default: nlp } = await import('compromise');
  const said = nlp(text);
  said.numbers().toNumber();
  return said.text();
}

/** A number in figures. The hyphen of "5-10" is no minus. */
export const number = /(?:(?<![\p{L}\p{N}])-)?(?:\p{N}{1,3}(?:,\p{N}{3})+(?!\p{N})|\p{N}+)(?:[.,]\p{N}+)?/gu;

/** A number as facts take it: "1,024" are a thousand and more, "1,5" is one and a half. */
export function plainNumber(figures: string): string {
  return figures.replaceAll(/,(?=\p{N}{3}(?!\p{N}))/gu, '').replace(',', '.');
}

/** A day that was said: as `2026-11-01`, and in which words. */
export interface SaidDay {
  readonly day: string;
  readonly words: string;
  /** Where the words begin in the text. */
  readonly at: number;
}

/** Words of a time that is no single day: "last week". */
const longerThanDays = /\b(?:week|month|year|weekend|fortnight)s?\b/iu;
const daysAgo = /\bago\b/iu;

/**
 * The days that are said in a text, such as "last tuesday" or "3/4/2026": of a day that can be read in two ways, both.
 * A weekday is the last one that was, today included.
 * @param today the day on which it is said, as `2026-11-01`
 */
export async function daysSaid(text: string, today: string): Promise<readonly SaidDay[]> {
  if (text.length > mostCharacters) return [];
  const { en } = await import('chrono-node');
  const noon = new Date(`${today}T12:00:00Z`);
  const days = new Map<string, SaidDay>();
  for (const reader of [en.casual, en.GB])
    for (const { text: words, index: at, start } of reader.parse(text, { instant: noon, timezone: 0 })) {
      if (!start.isCertain('day') && !start.isCertain('weekday')) continue;
      if (longerThanDays.test(words) && !daysAgo.test(words)) continue;
      const date = new Date(Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1));
      // Callers tell what has been: of a weekday alone the reader may take the next one.
      if (!start.isCertain('day') && date > noon) date.setUTCDate(date.getUTCDate() - 7);
      const day = date.toISOString().slice(0, 10);
      days.set(`${at} ${day}`, { day, words, at });
    }
  return [...days.values()];
}

/**
 * The time that is meant by words such as "tomorrow at 3pm" or "in two hours"; undefined where they mean no time of day,
 * or one that is over. English.
 * @param now the time at which it is said, in ISO 8601 @param timezone minutes east of Greenwich where it is said
 * @returns in ISO 8601
 */
export async function nextTimeSaid(text: string, now: string, timezone: number): Promise<string | undefined> {
  if (text.length > mostCharacters) return undefined;
  const { en } = await import('chrono-node');
  const instant = new Date(now);
  const [found] = en.GB.parse(text, { instant, timezone }, { forwardDate: true });
  if (found === undefined || !(found.start.isCertain('hour') || found.start.isCertain('minute'))) return undefined;
  const time = found.start.date();
  return time > instant ? time.toISOString() : undefined;
}
