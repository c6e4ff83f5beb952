import Table from 'cli-table3';
import type { Column, Report, Row } from '../report.js';
import { cellText, drawnAs } from './cell-text.js';
import { columnsShown } from './columns-shown.js';
import { fitted } from './fitted-columns.js';
import type { RenderOptions } from './render-options.js';
import type { ReportSet } from './report-set.js';
import { rowBlocks } from './row-blocks.js';
import { wrap } from './wrap.js';

const eighths = [...' ▏▎▍▌▋▊▉'];
const barWidth = 8;
const bare = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
};
/** Kinds that stand on the right of their column. */
const right: ReadonlySet<string> = new Set(['count', 'number', 'duration']);

/** A page for the terminal. */
export function renderText(set: ReportSet, options: RenderOptions): string {
  const { style } = options;
  const parts = [
    style.title(set.title),
    ...set.about.map((line) => wrap(line, options.columns)),
    ...(set.headlines.length === 0 ? [] : ['', headlineLines(set, options)]),
    ...set.reports.flatMap((report) => ['', reportText(report, options)]),
  ];
  return `${parts.join('\n').replace(/[ \t]+$/gm, '')}\n`;
}

function headlineLines({ headlines }: ReportSet, { style, columns }: RenderOptions): string {
  const rows = headlines.map(({ title, kind, value, before }) => [
    style.clean(title),
    style.strong(cellText(value, kind)),
    before === null ? '' : style.dim(`before: ${cellText(before, kind)}`),
  ]);
  const widths = [28, 24, columns - 54].map((width) => Math.max(10, width));
  return tableText(rows, widths, ['left', 'left', 'left']);
}

function reportText(report: Report, options: RenderOptions): string {
  const { style, most } = options;
  const rows = most === undefined ? report.rows : report.rows.slice(0, most);
  const left = report.rows.length - rows.length;
  const notes = [
    ...(left > 0 ? [`${left} more: faultline report ${report.id}`] : []),
    ...(most === undefined ? report.notes : []),
  ];
  return [
    style.heading(style.clean(report.title)),
    style.dim(wrap(style.clean(report.question), options.columns)),
    wrap(style.clean(report.meaning), options.columns),
    ...(rows.length === 0
      ? []
      : ['', report.columns[0]?.whole === true ? rowBlocks(report, rows, options) : tableOf(report, rows, options)]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => style.dim(wrap(style.clean(note), options.columns)))]),
  ].join('\n');
}

function tableOf(report: Report, rows: readonly Row[], { style, columns: width }: RenderOptions): string {
  const shown = columnsShown(report);
  const highest = new Map(shown.map(({ key }) => [key, Math.max(0, ...rows.map((row) => drawnAs(row[key]) ?? 0))]));
  const all = report.totals === undefined ? rows : [...rows, report.totals];
  const texts = all.map((row, index) =>
    shown.map(({ key, kind }) => {
      if (index >= rows.length && row[key] === undefined) return '';
      const text = style.clean(cellText(row[key], kind));
      if (kind !== 'bar') return text;
      const count = text.padStart(String(cellText(highest.get(key) ?? 0, 'count')).length);
      return index >= rows.length ? text : `${count} ${bar((drawnAs(row[key]) ?? 0) / (highest.get(key) || 1))}`;
    }),
  );
  const { kept, widths, left } = fitted(shown, texts, width);
  const head = kept.map((at) => style.dim(style.clean(shown[at]?.title ?? '')));
  const body = texts.map((cells, index) =>
    kept.map((at) => {
      const text = cut(cells[at] ?? '', 3 * ((widths[kept.indexOf(at)] ?? 1) - 2));
      const isTotal = index >= rows.length;
      return isTotal ? style.strong(text) : shown[at]?.kind === 'sparkline' ? style.graph(text) : text;
    }),
  );
  const table = tableText(
    [head, ...body],
    widths,
    kept.map((at) => (right.has(shown[at]?.kind ?? '') ? 'right' : 'left')),
  );
  if (left.length === 0) return table;
  const names = left.map((at) => (shown[at] as Column).title).filter((title) => title !== '');
  return `${table}\n${style.dim(wrap(`Not enough room for: ${names.join(', ')}. --format markdown, html and csv have them.`, width))}`;
}

function tableText(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  aligns: readonly ('left' | 'right')[],
): string {
  const table = new Table({
    chars: bare,
    colWidths: [...widths],
    colAligns: [...aligns],
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
  });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

/** A text of no more than so many signs: three lines of a column tell what something is. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** A bar of eight places, in eighths of a place; what is not zero is never empty. */
function bar(part: number): string {
  const filled = Math.max(part > 0 ? 1 : 0, Math.round(part * barWidth * 8));
  return `${'█'.repeat(filled >> 3)}${filled % 8 === 0 ? '' : eighths[filled % 8]}`.padEnd(barWidth);
}
