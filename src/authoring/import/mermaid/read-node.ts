import type { Place } from '../../../source/index.js';
import { type Cursor, lineEnd, look, placeTo, take } from './cursor.js';

/** A node as it is written at one place. */
export interface WrittenNode {
  readonly id: string;
  /** As it is written, without quotes; absent where only the id is. */
  readonly label?: string;
  readonly shape?: string;
  readonly at: Place;
  /** Where its styling stands. */
  readonly styling: readonly Place[];
  /** A bracket that is not closed, or something in `@{ }` that is not known. */
  readonly wrong: readonly { readonly message: string; readonly place: Place }[];
}

// Longest first: `[(` is no `[`.
const shapes: readonly (readonly [open: string, close: string, shape: string])[] = [
  ['(((', ')))', 'double-circle'],
  ['((', '))', 'circle'],
  ['([', '])', 'stadium'],
  ['(-', '-)', 'ellipse'],
  ['(', ')', 'rounded'],
  ['[[', ']]', 'subroutine'],
  ['[(', ')]', 'cylinder'],
  ['[/', '/]', 'lean-right'],
  ['[/', '\\]', 'trapezoid'],
  ['[\\', '\\]', 'lean-left'],
  ['[\\', '/]', 'inverted-trapezoid'],
  ['[|', '|]', 'rect'],
  ['[', ']', 'rect'],
  ['{{', '}}', 'hexagon'],
  ['{', '}', 'diamond'],
  ['>', ']', 'flag'],
];
/** The names in `@{ shape: ... }` that mean a decision or a form that has brackets of its own. */
const shapeNames: Readonly<Record<string, string>> = {
  diam: 'diamond',
  diamond: 'diamond',
  decision: 'diamond',
  question: 'diamond',
  hex: 'hexagon',
  hexagon: 'hexagon',
  prepare: 'hexagon',
  stadium: 'stadium',
  terminal: 'stadium',
  pill: 'stadium',
  circle: 'circle',
  circ: 'circle',
  'dbl-circ': 'double-circle',
  'double-circle': 'double-circle',
  rounded: 'rounded',
  event: 'rounded',
  start: 'circle',
  stop: 'double-circle',
};
const name =
  /(?:[\p{L}\p{N}\p{M}\p{Extended_Pictographic}_!$*+'.?\\/#,`]|%(?!%)|:(?!::)|-(?=[\p{L}\p{N}_])|=(?![=>])|\.(?!-))+/uy;
const data = /@\{((?:[^}"]|"[^"]{0,2000}"){0,2000})\}/y;
const entry = /\s*([\w-]+)\s*:\s*(?:"([^"]*)"|([^,\n"]*))\s*(?:,|\n|$)/y;
const several = /[^[\](){}|"]{0,2000}/y;
const arrow = /--+[->xo]|-\.+-|==+[=>]/;

/** Reads a node: its id, and the brackets or `@{ }` with its text. Nothing where no id stands. */
export function readNode(cursor: Cursor): WrittenNode | undefined {
  const from = cursor.at;
  const id = take(cursor, name)?.[0];
  if (id === undefined) return undefined;
  const wrong: { message: string; place: Place }[] = [];
  const styling: Place[] = [];
  let label: string | undefined;
  let shape: string | undefined;
  const given = take(cursor, data);
  if (given !== undefined) {
    const entries = entriesIn(given[1] as string);
    if (entries === undefined)
      wrong.push({
        message: 'What stands in these braces is not understood.',
        place: placeTo(cursor, from + id.length),
      });
    label = entries?.get('label');
    const named = entries?.get('shape');
    if (named !== undefined) shape = shapeNames[named] ?? named;
    if ([...(entries?.keys() ?? [])].some((key) => key !== 'label' && key !== 'shape'))
      styling.push(placeTo(cursor, from + id.length));
  } else {
    const before = cursor.at;
    take(cursor, /[ \t]+(?=[[({])/y);
    const bracket = readBrackets(cursor);
    if (bracket === undefined) cursor.at = before;
    else if (bracket.closed) [label, shape] = [bracket.label, bracket.shape];
    else {
      [label, shape] = [bracket.label, bracket.shape];
      wrong.push({ message: 'This bracket is not closed.', place: bracket.at });
    }
  }
  const at = placeTo(cursor, from);
  const class_ = look(cursor, /:::[\p{L}\p{N}_-]*/uy);
  if (class_ !== undefined) {
    const start = cursor.at;
    cursor.at += class_[0].length;
    styling.push(placeTo(cursor, start));
  }
  return {
    id,
    ...(label === undefined ? {} : { label }),
    ...(shape === undefined ? {} : { shape }),
    at,
    styling,
    wrong,
  };
}

function entriesIn(text: string): ReadonlyMap<string, string> | undefined {
  const entries = new Map<string, string>();
  for (let at = 0; text.slice(at).trim() !== ''; ) {
    entry.lastIndex = at;
    const found = entry.exec(text);
    if (found === null || found[0] === '') return undefined;
    entries.set(found[1] as string, (found[2] ?? found[3] ?? '').trim().replace(/^'(.*)'$/, '$1'));
    at += found[0].length;
  }
  return entries;
}

interface Bracket {
  readonly label: string;
  readonly shape: string;
  readonly closed: boolean;
  readonly at: Place;
}

function readBrackets(cursor: Cursor): Bracket | undefined {
  const from = cursor.at;
  const fitting = shapes.filter(([open]) => cursor.text.startsWith(open, from) && from + open.length <= cursor.end);
  // What is in pairs comes before what is only closed somewhere on the line.
  for (const reading of [quotedInside, pairedInside, anyInside])
    for (const [open, close, shape] of fitting) {
      const inside = reading(cursor, from + open.length, close);
      if (inside === undefined) continue;
      cursor.at = inside.end + close.length;
      return { label: inside.label, shape, closed: true, at: placeTo(cursor, from) };
    }
  const [open, , shape] = fitting.at(-1) ?? [];
  if (open === undefined || shape === undefined) return undefined;
  const rest = cursor.text.slice(from + open.length, lineEnd(cursor));
  const label = rest.slice(0, arrow.exec(rest)?.index ?? rest.length);
  cursor.at = from + open.length + label.length;
  return { label: label.trim().replace(/^"|"$/g, ''), shape, closed: false, at: placeTo(cursor, from) };
}

interface Inside {
  readonly label: string;
  /** Where the closing bracket begins. */
  readonly end: number;
}

// Text in quotes can hold anything, line breaks too.
function quotedInside({ text, end }: Cursor, from: number, close: string): Inside | undefined {
  const start = from + (/^[ \t]*/.exec(text.slice(from, from + 80))?.[0].length ?? 0);
  if (text[start] !== '"') return undefined;
  for (let quote = text.indexOf('"', start + 1); quote !== -1 && quote < end; quote = text.indexOf('"', quote + 1)) {
    let after = quote + 1;
    while (text[after] === ' ') after += 1;
    if (text.startsWith(close, after) && after + close.length <= end)
      return { label: text.slice(start + 1, quote), end: after };
    if (/[\])}/\\|]/.test(text[after] ?? '')) break;
    // A quote in the middle of the line is one of the text; one further down would be that of another node.
    if (text.slice(start, quote + 1).includes('\n') || /^[ \t]*\r?\n/.test(text.slice(quote + 1, quote + 80))) break;
  }
  return undefined;
}

const partner: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

// Brackets inside a text are not allowed, and often written: they are taken for text where they are in pairs.
function pairedInside(cursor: Cursor, from: number, close: string): Inside | undefined {
  const { text } = cursor;
  const end = lineEnd({ ...cursor, at: from });
  const open: string[] = [];
  for (let at = from; at < end; at += 1) {
    if (open.length === 0 && text.startsWith(close, at)) return { label: text.slice(from, at).trim(), end: at };
    const character = text[at] as string;
    if (partner[character] !== undefined) open.push(partner[character]);
    else if (character === open.at(-1)) open.pop();
    else if (open.length === 0 && character === close.at(-1)) return undefined;
  }
  return undefined;
}

function anyInside(cursor: Cursor, from: number, close: string): Inside | undefined {
  const { text } = cursor;
  const line = text.slice(from, lineEnd({ ...cursor, at: from }));
  const found = line.indexOf(close);
  if (found !== -1 && !arrow.test(line.slice(0, found)))
    return { label: line.slice(0, found).trim(), end: from + found };
  several.lastIndex = from;
  const more = from + (several.exec(text)?.[0].length ?? 0);
  if (!text.startsWith(close, more) || more + close.length > cursor.end || arrow.test(text.slice(from, more)))
    return undefined;
  return { label: text.slice(from, more).trim(), end: more };
}
