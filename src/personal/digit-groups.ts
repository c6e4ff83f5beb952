import type { Span } from './readable-text.js';

/** Digits that stand together. `free` says that no letter, and nothing that belongs to a longer name, stands before them. */
export interface DigitGroup extends Span {
  readonly digits: string;
  readonly free: boolean;
}

/** All groups of digits of a text, in order. */
export function digitGroups(letters: string): readonly DigitGroup[] {
  return [...letters.matchAll(/[0-9]+/g)].map(({ 0: digits, index }) => ({
    start: index,
    end: index + digits.length,
    digits,
    free: precedes(letters, index),
  }));
}

/** Whether a number can begin here: not inside of a word, nor behind a hyphen that a letter stands before. */
function precedes(letters: string, at: number): boolean {
  return !/(?:[\p{L}\p{N}_]|[\p{L}_][-_@\\])$/u.test(letters.slice(Math.max(0, at - 4), at));
}

/** Whether a number can end here. */
export function follows(letters: string, at: number): boolean {
  return !/^(?:[\p{L}\p{N}_]|[-/:@\\][\p{L}_])/u.test(letters.slice(at, at + 4));
}
