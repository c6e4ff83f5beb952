import type { Place } from '../../../source/index.js';
import { type Cursor, lineEnd, look, placeTo, take } from './cursor.js';

/** An arrow as it is written. */
export interface WrittenLink {
  /** As it is written, without quotes; empty without one. */
  readonly label: string;
  /** The name before it, as in `e1@-->`. */
  readonly id?: string;
  /** `none` for one that is only there for the layout. */
  readonly leads: 'on' | 'back' | 'both' | 'none';
  readonly at: Place;
  /** What is wrong with it, though it was taken. */
  readonly oddity?: string;
}

const blank = /(?:\s|%%(?!\{)[^\n]*(?:\n|$))*/y;
const ahead =
  /(?:\s|%%(?!\{)[^\n]*\n)*(?:[^\s"@;{}[\]()|<>]+@(?=[xo<]?(?:--|==|-\.)|~~~))?(?:[xo<]?(?:--|==|-\.)|~~~|->|<-|=>|<=|[–—―]+>?|[→⟶⇒])/uy;
const edgeId = /([^\s"@;{}[\]()|<>]+)@(?=[xo<]?(?:--|==|-\.)|~~~)/uy;
const whole: readonly RegExp[] = [/([xo<]?)--+([-xo>])/y, /([xo<]?)==+([=xo>])/y, /([xo<]?)-?\.+-([xo>]?)/y];
const begun: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/([xo<]?)--/y, /--+([-xo>])/],
  [/([xo<]?)==/y, /==+([=xo>])/],
  [/([xo<]?)-\./y, /(?<!\.)\.+-([xo>]?)/],
];
const odd: readonly (readonly [RegExp, 'on' | 'back' | 'both'])[] = [
  [/<->|<=>/y, 'both'],
  [/<--?|<=(?!=)/y, 'back'],
  [/-+>>?|=+>>?|[–—―]+>?|[→⟶⇒]/uy, 'on'],
];

/** Whether an arrow stands here, also after line breaks and comments; the cursor then stands at it. */
export function goToLink(cursor: Cursor): boolean {
  if (look(cursor, ahead) === undefined) return false;
  take(cursor, blank);
  return true;
}

/** Reads an arrow with its label, and what is blank behind it. Nothing where none stands. */
export function readLink(cursor: Cursor): WrittenLink | undefined {
  const from = cursor.at;
  const id = take(cursor, edgeId)?.[1];
  const arrow = invisible(cursor) ?? wholeArrow(cursor) ?? arrowRoundText(cursor) ?? oddArrow(cursor);
  if (arrow === undefined) {
    cursor.at = from;
    return undefined;
  }
  const at = placeTo(cursor, from);
  take(cursor, blank);
  const piped = take(cursor, /\|\s*(?:"([^"]*)"|([^|\n]*))\s*\|/y);
  if (piped !== undefined) take(cursor, blank);
  const label = [arrow.label, (piped?.[1] ?? piped?.[2] ?? '').trim()].filter((text) => text !== '').join(' ');
  return { ...arrow, label, ...(id === undefined ? {} : { id }), at };
}

type Arrow = Omit<WrittenLink, 'at' | 'id'>;

const leads = (start: string, end: string): WrittenLink['leads'] =>
  start === '<' ? (end === '-' || end === '=' || end === '' ? 'back' : 'both') : 'on';
const withoutHead = (start: string, end: string): Pick<Arrow, 'oddity'> =>
  start === '' && (end === '-' || end === '=' || end === '')
    ? { oddity: 'This line has no arrow; it is taken to lead from the first to the second.' }
    : {};

function invisible(cursor: Cursor): Arrow | undefined {
  return take(cursor, /~~~+/y) === undefined ? undefined : { label: '', leads: 'none' };
}

function wholeArrow(cursor: Cursor): Arrow | undefined {
  for (const pattern of whole) {
    const found = take(cursor, pattern);
    if (found === undefined) continue;
    const [, start = '', end = ''] = found;
    const doubled = end === '>' && take(cursor, />(?=[\s|])/y) !== undefined;
    const oddity = doubled ? { oddity: 'This arrow has one point too many.' } : withoutHead(start, end);
    return { label: '', leads: leads(start, end), ...oddity };
  }
  return undefined;
}

function arrowRoundText(cursor: Cursor): Arrow | undefined {
  for (const [begin, close] of begun) {
    const found = look(cursor, begin);
    if (found === undefined) continue;
    const from = cursor.at + found[0].length;
    const quoted = look({ ...cursor, at: from }, /\s*"([^"]*)"\s*/y);
    const searched = from + (quoted?.[0].length ?? 0);
    const rest = cursor.text.slice(searched, lineEnd({ ...cursor, at: searched }));
    const end = close.exec(rest);
    if (end === null) continue;
    const between = rest.slice(0, end.index).trim();
    // Without a text that closes it, what follows would be another arrow of the line.
    if (quoted !== undefined ? between !== '' : /["[\]{}|]/.test(between) || between === '') continue;
    cursor.at = searched + end.index + end[0].length;
    const [start, head] = [found[1] ?? '', end[1] ?? ''];
    return { label: quoted?.[1] ?? between, leads: leads(start, head), ...withoutHead(start, head) };
  }
  return undefined;
}

function oddArrow(cursor: Cursor): Arrow | undefined {
  for (const [pattern, way] of odd) {
    const found = take(cursor, pattern);
    if (found !== undefined)
      return { label: '', leads: way, oddity: `Mermaid has no arrow "${found[0]}"; it is taken for one.` };
  }
  return undefined;
}
