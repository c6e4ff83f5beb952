import { htmlText } from '../../../markup/index.js';
import type { Cell, Column, Report, Row } from '../../report.js';
import { cellText, drawnAs, partOf } from '../cell-text.js';
import { columnsShown } from '../columns-shown.js';
import { sparkSvg } from './spark.js';

/** So many rows are seen at once, and so many when the others are opened; paper has those that are seen. */
const [seen, most] = [12, 50];
const texts: ReadonlySet<string> = new Set(['text', 'day', 'list', 'sparkline', 'bar']);

/** The table of a report, with its columns for people. */
export function htmlTable(report: Report): string {
  const columns = columnsShown(report);
  const rows = report.rows.slice(0, most);
  if (rows.length === 0) return '';
  const highest = new Map(columns.map(({ key }) => [key, Math.max(0, ...rows.map((row) => drawnAs(row[key]) ?? 0))]));
  const head = columns.map(
    ({ title, kind }) => `<th${texts.has(kind) ? '' : ' class="number"'}>${htmlText(title)}</th>`,
  );
  const lines = rows.map((row) => line(row, columns, highest, 'td'));
  const foot = report.totals === undefined ? '' : `<tfoot>${line(report.totals, columns, new Map(), 'th')}</tfoot>`;
  const table = (body: readonly string[], end: string): string =>
    `<div class="scroll"><table><thead><tr>${head.join('')}</tr></thead>\n<tbody>${body.join('\n')}</tbody>${end}</table></div>`;
  // One more than fits is no reason to hide it.
  if (lines.length <= seen + 3) return table(lines, foot);
  const left = report.rows.length - rows.length;
  const others = left > 0 ? `<p class="note">${left} more: faultline report ${report.id} --format csv</p>` : '';
  return `${table(lines.slice(0, seen), foot)}
<details><summary>${lines.length - seen} more</summary>${table(lines.slice(seen), '')}${others}</details>`;
}

function line(row: Row, columns: readonly Column[], highest: ReadonlyMap<string, number>, tag: 'td' | 'th'): string {
  const cells = columns.map(({ key, kind, title }) => {
    const cell = row[key];
    const content = cell === undefined ? '' : htmlCell(cell, kind, highest.get(key));
    return `<${tag} class="${texts.has(kind) ? kind : 'number'}" data-title="${htmlText(title)}">${content}</${tag}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function htmlCell(cell: Cell, kind: Column['kind'], highest: number | undefined): string {
  if (kind === 'sparkline' && Array.isArray(cell)) return sparkSvg(cell as readonly number[]);
  if (kind === 'list' && Array.isArray(cell))
    return cell.map((text) => `<div>${htmlText(String(text))}</div>`).join('');
  const text = htmlText(cellText(cell, kind));
  if (kind !== 'bar' || highest === undefined) return text;
  const part = Math.round(100 * (partOf(cell, highest) ?? 0));
  return `<span class="behind" style="--part:${part}%">${text}</span>`;
}
