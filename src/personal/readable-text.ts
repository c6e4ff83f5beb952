import { digitWords } from './digit-words.js';

/**
 * A text as the patterns read it, and where each character of it stands in the text itself. Digits of other scripts and of
 * full width are plain digits, digit words are digits, every blank is a space, every dash a hyphen, and what cannot be
 * seen is left out. What is masked already is one character, `hidden`: so a text that was masked reads exactly like the
 * same text while it is being masked, and masking twice is the same as masking once.
 */
export interface ReadableText {
  readonly letters: string;
  /** For each character of `letters`, where what it stands for begins in the text. */
  readonly starts: readonly number[];
  /** The same, where it ends. */
  readonly ends: readonly number[];
}

/** A part of a readable text, from `start` to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands for something that is masked. No text has it: it is a private-use character, which reads as a space. */
export const hidden = '\uE000';

const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/u;
const dash = /[\p{Pd}\u2212\u2043]/u;
const blank = /[\p{Zs}\t\v\f\uE000]/u;
const line = /[\n\r\u0085\u2028\u2029]/u;
const double = /[\u201C-\u201F\u00AB\u00BB\u2039\u203A\u300C-\u300F]/u;
const single = /[\u2018-\u201B\u02BC\u00B4]/u;
/** Where the digits of scripts begin that Unicode does not fold into plain ones: Arabic, Persian, Devanagari, Bengali, Thai. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/** Reads a text. `tags` are what is put in the place of something masked: they are one hidden character each. */
export function readable(text: string, tags: ReadonlySet<string>): ReadableText {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (read: string, start: number, end: number): void => {
    for (let index = 0; index < read.length; index++) {
      letters.push(read.charAt(index));
      starts.push(start);
      ends.push(end);
    }
  };
  const words = digitWords(text);
  let word = 0;
  for (let at = 0; at < text.length; ) {
    const tag = text[at] === '[' ? tagAt(text, at, tags) : undefined;
    if (tag !== undefined) {
      add(hidden, at, at + tag.length);
      at += tag.length;
      continue;
    }
    while ((words[word]?.start ?? text.length) < at) word++;
    const digit = words[word];
    if (digit?.start === at) {
      add(digit.digits, at, digit.end);
      at = digit.end;
      continue;
    }
    const point = text.codePointAt(at) ?? 0;
    const end = at + (point > 0xffff ? 2 : 1);
    const letter = text.slice(at, end);
    add(point >= 0x20 && point < 0x7f ? letter : readLetter(letter, point), at, end);
    at = end;
  }
  return { letters: letters.join(''), starts, ends };
}

/** The same text with these parts hidden. They are in order and do not overlap. */
export function hide({ letters, starts, ends }: ReadableText, spans: readonly Span[]): ReadableText {
  const kept: string[] = [];
  const begin: number[] = [];
  const finish: number[] = [];
  let at = 0;
  const keepTo = (end: number): void => {
    kept.push(letters.slice(at, end));
    for (; at < end; at++) {
      begin.push(starts[at] ?? 0);
      finish.push(ends[at] ?? 0);
    }
  };
  for (const { start, end } of spans) {
    keepTo(start);
    kept.push(hidden);
    begin.push(starts[start] ?? 0);
    finish.push(ends[end - 1] ?? 0);
    at = end;
  }
  keepTo(letters.length);
  return { letters: kept.join(''), starts: begin, ends: finish };
}

/** Spans in their order, without those that begin inside of one before. */
export function apart(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

function tagAt(text: string, at: number, tags: ReadonlySet<string>): string | undefined {
  for (const tag of tags) if (text.startsWith(tag, at)) return tag;
  return undefined;
}

function readLetter(letter: string, point: number): string {
  if (line.test(letter)) return '\n';
  if (blank.test(letter)) return ' ';
  if (invisible.test(letter)) return '';
  if (dash.test(letter)) return '-';
  if (double.test(letter)) return '"';
  if (single.test(letter)) return "'";
  const zero = zeros.find((first) => point >= first && point < first + 10);
  if (zero !== undefined) return String(point - zero);
  const plain = letter.normalize('NFKC');
  // Some letters stand for whole phrases, which no pattern looks for.
  return plain.length > 4 ? letter : plain;
}
