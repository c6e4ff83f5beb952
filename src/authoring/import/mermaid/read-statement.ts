import { type ChartParts, plainText, remark } from './chart-parts.js';
import { type Cursor, lineEnd, look, placeTo, statementEnd, take } from './cursor.js';

const words =
  /(?:subgraph|end|direction|style|classDef|class|linkStyle|click|accTitle|accDescr|title)(?![\p{L}\p{N}_-])(?![ \t]*(?:[-=~&@]|\.-|[xo<]--|[[({]["\w]))/uy;
const described = /acc(?:Title|Descr)\s*[:{]/y;

/** Whether something other than nodes and arrows stands here. */
export function isStatement(cursor: Cursor): boolean {
  return look(cursor, words) !== undefined || look(cursor, described) !== undefined;
}

/** Reads a group's begin or end, or what has no meaning in a tree, which is told. */
export function readStatement(cursor: Cursor, parts: ChartParts): void {
  const from = cursor.at;
  const word = take(cursor, /\w+/y)?.[0];
  switch (word) {
    case 'subgraph':
      beginGroup(cursor, parts, from);
      return;
    case 'end':
      if (parts.open.pop() === undefined)
        remark(parts, 'not-understood', 'This "end" ends no group.', placeTo(cursor, from));
      return;
    case 'accDescr':
      if (take(cursor, /\s*\{[^}]{0,4000}\}/y) === undefined) cursor.at = lineEnd(cursor);
      remark(parts, 'left-out', 'description', placeTo(cursor, from));
      return;
    case 'accTitle':
    case 'title': {
      const text = cursor.text.slice(cursor.at, lineEnd(cursor)).replace(/^\s*:?/, '');
      cursor.at = lineEnd(cursor);
      const place = placeTo(cursor, from);
      const title = plainText(parts, text, place);
      if (title !== '' && parts.title === undefined) parts.title = title;
      else remark(parts, 'left-out', 'description', place);
      return;
    }
    default:
      cursor.at = word === 'click' ? lineEnd(cursor) : statementEnd(cursor);
      remark(parts, 'left-out', whatOf(word), placeTo(cursor, from));
      return;
  }
}

function whatOf(word: string | undefined): string {
  if (word === 'direction') return 'layout';
  return word === 'click' ? 'link' : 'styling';
}

// `subgraph id [title]`, `subgraph id["title"]`, `subgraph "title"`, `subgraph a title of words`, `subgraph`.
function beginGroup(cursor: Cursor, parts: ChartParts, from: number): void {
  const end = statementEnd(cursor);
  const written = cursor.text.slice(cursor.at, end).trim();
  cursor.at = end;
  const at = placeTo(cursor, from);
  const titled = /^([^[\s"]+)\s*\[\s*(.*?)\s*\]$/.exec(written);
  const title = plainText(parts, (titled?.[2] ?? written).replace(/^"(.*)"$/, '$1'), at);
  const name = titled?.[1] ?? (written.replace(/^"(.*)"$/, '$1') || 'group');
  let id = name;
  for (let number = 2; parts.groups.has(id); number += 1) id = `${name} ${number}`;
  const inside = parts.open.at(-1);
  parts.groups.set(id, { id, title, ...(inside === undefined ? {} : { inside }), at });
  parts.open.push(id);
}
