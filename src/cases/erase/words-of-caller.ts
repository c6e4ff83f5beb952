import { callerKey } from '../caller-key.js';

/** Words by which somebody is known, as they are looked for in texts. */
export interface WordsOfCaller {
  /** Whether one of them stands in a text: whole, without regard to capitals, accents, and the signs between digits. */
  readonly in: (text: string) => boolean;
  /** The text with something else in their place. */
  readonly replaced: (text: string, by: string) => string;
  /** The bytes of each of them in UTF-8, as somebody may have written it, with the small letters of ASCII. */
  readonly bytes: readonly Uint8Array[];
}

/** Makes the words ready to be looked for; those in which there is nothing to look for are left out. */
export function wordsOfCaller(words: readonly string[]): WordsOfCaller {
  const wanted = [...new Set(words.map((word) => word.normalize('NFC').trim()))].filter((word) => callerKey(word));
  const patterns = wanted.map((word) => new RegExp(patternOf(word), 'giu'));
  return {
    in: (text) => {
      const plain = text.normalize('NFD');
      return patterns.some((pattern) => plain.search(pattern) >= 0);
    },
    replaced: (text, by) => {
      const plain = text.normalize('NFD');
      const without = patterns.reduce((left, pattern) => left.replace(pattern, () => by), plain);
      return without === plain ? text : without.normalize('NFC');
    },
    bytes: wanted.flatMap((word) => formsOf(word).map((form) => new TextEncoder().encode(form).map(smallAscii))),
  };
}

/** The small letter of a capital of ASCII, byte for byte; every other byte stays. */
export function smallAscii(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

function patternOf(word: string): string {
  const key = callerKey(word) ?? '';
  if (/^\d{5,}$/.test(key)) return `(?<!\\d)${[...key].join('[\\s()./-]*')}(?!\\d)`;
  const letters = [...word.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ')];
  const body = letters.map((letter) => (letter === ' ' ? '\\s+' : `${escaped(letter)}\\p{M}*`)).join('');
  return `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`;
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function formsOf(word: string): readonly string[] {
  const key = callerKey(word) ?? word;
  const cases = [word, word.toLowerCase(), word.toUpperCase(), key];
  return [...new Set([...cases, ...cases.map((form) => form.normalize('NFD'))])];
}
