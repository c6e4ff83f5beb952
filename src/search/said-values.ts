/** Words that may stand for a number, so that nothing is loaded for a text without any. */
const numberWord =
  /\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|hundred|thousand|million|half|dozen)\b/iu;

/** Longer texts are not searched for numbers and dates. */
const mostCharacters = 2_000;

/** A text with the numbers in it in figures: "windows eleven" becomes "windows 11". English. */
export async function inFigures(text: string): Promise<string> {
  if (text.length > mostCharacters || !numberWord.test(text)) return text;
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

/**
 * The days that are said in a text, such as "last tuesday" or "3/4/2026": of a day that can be read in two ways, both.
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
      const parts = [start.get('year'), start.get('month'), start.get('day')];
      const day = parts.map((part) => String(part).padStart(2, '0')).join('-');
      days.set(`${at} ${day}`, { day, words, at });
    }
  return [...days.values()];
}
