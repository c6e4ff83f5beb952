import { codePointName, type PlaceInText } from '../../../source/index.js';
import type { Chart } from '../chart.js';
import { addEdges, addNode, type ChartParts, noParts, remark } from './chart-parts.js';
import { type Cursor, lineEnd, look, placeTo, statementEnd, take } from './cursor.js';
import { goToLink, readLink, type WrittenLink } from './read-link.js';
import { readNode, type WrittenNode } from './read-node.js';
import { isStatement, readStatement } from './read-statement.js';
import { chartOf } from './resolve-groups.js';

/**
 * Reads one flowchart of Mermaid, from its front matter or its first word on. Never throws: what is not understood is among
 * the remarks, with its place, and the rest is read.
 */
export function readChart(text: string, placeOf: PlaceInText, start = 0, end = text.length): Chart {
  const cursor: Cursor = { text, at: start, end, placeOf };
  const parts = noParts();
  readFrontMatter(cursor, parts);
  for (let headed = false; cursor.at < cursor.end; ) {
    if (take(cursor, /[\s;]+/y) !== undefined) continue;
    const from = cursor.at;
    if (take(cursor, /%%\{[\s\S]{0,4000}?\}%%/y) !== undefined)
      remark(parts, 'left-out', 'settings', placeTo(cursor, from));
    else if (take(cursor, /%%[^\n]*/y) !== undefined) remark(parts, 'left-out', 'comment', placeTo(cursor, from));
    else if (!headed && take(cursor, /(?:flowchart-elk|flowchart|graph)\b[ \t]*(?:(?:TB|TD|BT|RL|LR|BR|v)\b|[<>^])?/y))
      headed = true;
    else if (isStatement(cursor)) readStatement(cursor, parts);
    else readArrows(cursor, parts);
    // Whatever happened, the reading goes on.
    if (cursor.at <= from) cursor.at = from + 1;
  }
  for (const id of parts.open.splice(0)) {
    const group = parts.groups.get(id);
    if (group !== undefined) remark(parts, 'not-understood', 'This group has no "end".', group.at);
  }
  return chartOf(parts, placeOf(start, start));
}

function readFrontMatter(cursor: Cursor, parts: ChartParts): void {
  take(cursor, /\s*/y);
  const from = cursor.at;
  const found = take(cursor, /---[ \t]*\r?\n([\s\S]*?)(?:^|\n)[ \t]*---[ \t]*(?=\r?\n|$)/y);
  if (found === undefined) return;
  const title = /^[ \t]*title:[ \t]*(.+?)[ \t]*$/m.exec(found[1] as string)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
  if (title !== undefined) parts.title = title;
  if (/^[ \t]*(?!title:)[\w-]+:/m.test(found[1] as string))
    remark(parts, 'left-out', 'settings', placeTo(cursor, from));
}

/** Reads `A & B --> C --> D`: nodes, and arrows between them. */
function readArrows(cursor: Cursor, parts: ChartParts): void {
  const from = cursor.at;
  const first = readNodes(cursor);
  const rest = (): string => cursor.text.slice(cursor.at, statementEnd(cursor)).trim();
  if (first === undefined || (!goesOn(first) && rest() !== '' && !/^%%/.test(rest()) && !goToLink(cursor))) {
    cursor.at = statementEnd({ ...cursor, at: from });
    remark(parts, 'not-understood', notUnderstood(cursor.text.slice(from, cursor.at)), placeTo(cursor, from));
    return;
  }
  if (first.length === 1 && parts.edgeIds.has(first[0]?.id ?? '') && first[0]?.label === undefined) {
    remark(parts, 'left-out', 'styling', placeTo(cursor, from));
    return;
  }
  for (const node of first) addNode(parts, node);
  let before: readonly WrittenNode[] = first;
  while (goToLink(cursor)) {
    const link: WrittenLink | undefined = readLink(cursor);
    if (link === undefined) break;
    const next = isStatement(cursor) ? undefined : readNodes(cursor);
    if (next === undefined) {
      remark(parts, 'not-understood', 'This arrow leads nowhere.', link.at);
      break;
    }
    for (const node of next) addNode(parts, node);
    addEdges(parts, before, link, next);
    before = next;
  }
  endStatement(cursor, parts);
}

// More than a name was written: it is a node, whatever follows.
function goesOn(nodes: readonly WrittenNode[]): boolean {
  return (
    nodes.length > 1 || nodes.some(({ label, shape, styling }) => (label ?? shape) !== undefined || styling.length > 0)
  );
}

function readNodes(cursor: Cursor): readonly WrittenNode[] | undefined {
  const first = readNode(cursor);
  if (first === undefined) return undefined;
  const nodes = [first];
  for (;;) {
    const before = cursor.at;
    const next = take(cursor, /[ \t]*&\s*/y) === undefined ? undefined : readNode(cursor);
    if (next === undefined) {
      cursor.at = before;
      return nodes;
    }
    nodes.push(next);
  }
}

function endStatement(cursor: Cursor, parts: ChartParts): void {
  take(cursor, /[ \t\r]*/y);
  if (cursor.at >= lineEnd(cursor) || look(cursor, /;|%%/y) !== undefined) return;
  const from = cursor.at;
  cursor.at = statementEnd(cursor);
  remark(parts, 'not-understood', notUnderstood(cursor.text.slice(from, cursor.at)), placeTo(cursor, from));
}

function notUnderstood(text: string): string {
  const shown = [...text.trim()].slice(0, 80).join('');
  const hidden = /[^\P{C}\t\r\n]/u.exec(shown)?.[0];
  return hidden === undefined ? `Not understood: ${shown}` : `Not understood: it holds ${codePointName(hidden)}.`;
}
