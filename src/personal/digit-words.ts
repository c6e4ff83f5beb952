/** A digit that is written as a word, or two or three of it ("double four"), and where it stands in a text. */
export interface DigitWord {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** English and German. Other languages say telephone numbers and codes in pairs: "six douze" is not read. */
const words: ReadonlyMap<string, string> = new Map(
  [
    'zero one two three four five six seven eight nine',
    'oh',
    'null eins zwei drei vier fünf sechs sieben acht neun',
    'null eins zwo',
  ].flatMap((list) => list.split(' ').map((word, digit): [string, string] => [word, String(digit)])),
);
const times: Readonly<Record<string, number>> = { double: 2, triple: 3 };

const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:(double|triple) )?(${[...words.keys()].join('|')})(?![\\p{L}\\p{N}_])`,
  'giu',
);

/** The digits of a text that are written as words, in order. */
export function digitWords(text: string): readonly DigitWord[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: often = '', 2: word = '', index }) => ({
    start: index,
    end: index + whole.length,
    digits: (words.get(word.toLowerCase()) ?? '').repeat(times[often.toLowerCase()] ?? 1),
  }));
}
