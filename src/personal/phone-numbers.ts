import { type DigitGroup, digitGroups, follows } from './digit-groups.js';
import { isAnnounced, isOfThing, isQuantity } from './phone-words.js';
import type { Span } from './readable-text.js';

/** What can stand between two groups of a number that is dialled. */
const between = /^(?: ?[-./]? ?|\)? ?[-/.]? ?| ?\(|\) ?\()$/;
/** What has groups of digits, and is no number to dial: days, versions, addresses of machines. */
const others: readonly RegExp[] = [
  /(?:19|20)[0-9]{2}([-./ ]?)(?:0[1-9]|1[0-2]|(?!\1)[1-9])\1(?:0[1-9]|[12][0-9]|3[01]|[1-9])(?![0-9])/y,
  /(?:[012]?[0-9]|3[01])([-./])(?:[012]?[0-9]|3[01])\1(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9]|\1[0-9])/y,
  /(?![2-9][0-9]{2}\.[0-9]{3}\.[0-9]{4}(?![0-9]))(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,6}){2,4}(?!\.?[0-9])/y,
  /[0-9]{2}([-:])(?:[0-9]{2}\1){4}[0-9]{2}(?![0-9])/y,
];

/** How a number is written that can be nothing else, with the least and the greatest number of its digits. */
const sure: readonly Shape[] = [
  // +49 170 1234567, +1 (555) 010-9999
  { written: /^\+/, least: 8, most: 15 },
  // (555) 010-9999, (0170) 1234567
  { written: /^\([2-9][0-9]{2}\) ?[0-9]{3}[-. ]?[0-9]{4}$/, least: 10, most: 10 },
  { written: /^\(0[1-9][0-9]{1,4}\)/, least: 8, most: 12 },
];
/** The same for numbers that things can have too. */
const likely: readonly Shape[] = [
  // 0049 170 1234567, 011 44 20 7946 0000
  { written: /^(?:00|011[-. ])[1-9]/, least: 10, most: 16 },
  // 555-010-9999, 1 555 010 9999
  { written: /^(?:1[-. ])?[2-9][0-9]{2}[-./ ][0-9]{3}[-. ][0-9]{4}$/, least: 10, most: 11 },
  // 0170/1234567, 020 7946 0000, 06 12 34 56 78, 01701234567
  { written: /^0[1-9]/, least: 9, most: 12 },
];
/** The same for what somebody says is a telephone number. */
const announced: Shape = { written: /^[0-9]/, least: 6, most: 15 };

interface Shape {
  readonly written: RegExp;
  readonly least: number;
  readonly most: number;
}

/**
 * The telephone numbers of a text: those that can be told by how they are written, and others where a word before them
 * says what they are. What is named as the number of something else, a quantity, a day or a version is none.
 */
export function phoneNumbers(letters: string): readonly Span[] {
  const groups = digitGroups(letters);
  const barred = barredGroups(letters, groups);
  const found: Span[] = [];
  for (let first = 0; first < groups.length; first++) {
    const begin = groups[first];
    if (begin === undefined || barred.has(first) || !isBeginning(letters, begin, found.at(-1))) continue;
    const start = begin.start - signBefore(since(letters, begin.start, found.at(-1))).length;
    // What goes on from other digits is their number, unless they were a whole number, or a sign says that this is one.
    if (start === begin.start && /[0-9] $/.test(since(letters, start, found.at(-1)))) continue;
    const ends = endsFrom(letters, groups, barred, first);
    const fits = dialledFrom(letters, start);
    const last = ends.findLast((next) => fits(groups[next]?.end ?? 0));
    if (last === undefined) continue;
    found.push({ start, end: groups[last]?.end ?? 0 });
    first = last;
  }
  return found;
}

/** The groups that belong to a day, a version or an address of a machine. */
function barredGroups(letters: string, groups: readonly DigitGroup[]): ReadonlySet<number> {
  const barred = new Set<number>();
  let until = 0;
  groups.forEach((group, index) => {
    const { start, end } = group;
    for (const other of start >= until && isBeginning(letters, group) ? others : []) {
      other.lastIndex = start;
      const match = other.exec(letters);
      if (match !== null) until = Math.max(until, start + match[0].length);
    }
    if (end <= until) barred.add(index);
  });
  return barred;
}

function isBeginning(letters: string, { start, free }: DigitGroup, found?: Span): boolean {
  return free && !/(?:[\p{L}\p{N}_][-/_\\]|[0-9][.:,]|[0-9]\))$/u.test(since(letters, start, found));
}

/** The few letters before a place, but none of what was found to be a number already. */
function since(letters: string, start: number, found?: Span): string {
  return letters.slice(Math.max(0, start - 4, found?.end ?? 0), start);
}

/** The sign of a country or the bracket with which a number begins. */
function signBefore(letters: string): string {
  return /(?:(?<![\p{L}\p{N}+])\+ ?)?\(?$/u.exec(letters)?.[0] ?? '';
}

/** The groups with which a number can end that begins with this one. */
function endsFrom(
  letters: string,
  groups: readonly DigitGroup[],
  barred: ReadonlySet<number>,
  first: number,
): readonly number[] {
  const ends = [first];
  let digits = groups[first]?.digits.length ?? 0;
  for (let next = first + 1; next < groups.length; next++) {
    const [before, group] = [groups[next - 1], groups[next]];
    if (before === undefined || group === undefined || barred.has(next)) break;
    const gap = letters.slice(before.end, group.start);
    const spelled = gap === ', ' && before.digits.length === 1 && group.digits.length === 1;
    if (gap.length > 3 || !(spelled || between.test(gap))) break;
    // "0170 1234567 2 times": a single digit behind a whole number is another number.
    if (digits > 9 && gap === ' ' && group.digits.length === 1) break;
    digits += group.digits.length;
    if (digits > 16) break;
    ends.push(next);
  }
  return ends;
}

/** Whether what begins here and ends there is a number to dial. What stands before it is looked at once, and only if it matters. */
function dialledFrom(letters: string, start: number): (end: number) => boolean {
  let thing: boolean | undefined;
  let called: boolean | undefined;
  return (end) => {
    const written = letters.slice(start, end);
    const digits = written.replace(/[^0-9]/g, '').length;
    const fits = ({ written: shape, least, most }: Shape): boolean =>
      digits >= least && digits <= most && shape.test(written);
    if (digits < announced.least || !follows(letters, end)) return false;
    if (sure.some(fits)) return true;
    const shaped = likely.some(fits);
    if (!shaped && !fits(announced)) return false;
    thing ??= isOfThing(letters, start);
    if (thing) return false;
    called ??= isAnnounced(letters, start);
    return (shaped || called) && !isQuantity(letters, start, end);
  };
}
