import type { Cell, Column, Report, Row } from '../../report.js';
import { cellText, drawnAs, partOf } from '../cell-text.js';
import { columnsShown } from '../columns-shown.js';
import { escaped } from './escaped.js';
import { sparkSvg } from './spark.js';

/** More rows than this are not on the page. */
const most = 50;
const texts: ReadonlySet<string> = new Set(['text', 'list', 'sparkline', 'bar']);

/** The table of a report, with its columns for people. */
export function htmlTable(report: Report): string {
  const columns = columnsShown(report);
  const rows = report.rows.slice(0, most);
  if (rows.length === 0) return '';
  const highest = new Map(columns.map(({ key }) => [key, Math.max(0, ...rows.map((row) => drawnAs(row[key]) ?? 0))]));
  const head = columns.map(
    ({ title, kind }) => `<th${texts.has(kind) ? '' : ' class="number"'}>${escaped(title)}</th>`,
  );
  const body = rows.map((row) => line(row, columns, highest, 'td'));
  const foot = report.totals === undefined ? '' : `<tfoot>${line(report.totals, columns, new Map(), 'th')}</tfoot>`;
  const left = report.rows.length - rows.length;
  const more =
    left > 0 ? `<p class="note">${left} more rows are in: faultline report ${report.id} --format csv</p>` : '';
  return `<div class="scroll"><table><thead><tr>${head.join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody>${foot}</table></div>${more}`;
}

function line(row: Row, columns: readonly Column[], highest: ReadonlyMap<string, number>, tag: 'td' | 'th'): string {
  const cells = columns.map(({ key, kind, title }) => {
    const cell = row[key];
    const content = cell === undefined ? '' : htmlCell(cell, kind, highest.get(key));
    return `<${tag}${texts.has(kind) ? '' : ' class="number"'} data-title="${escaped(title)}">${content}</${tag}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function htmlCell(cell: Cell, kind: Column['kind'], highest: number | undefined): string {
  if (kind === 'sparkline' && Array.isArray(cell)) return sparkSvg(cell as readonly number[]);
  if (kind === 'list' && Array.isArray(cell)) return cell.map((text) => `<div>${escaped(String(text))}</div>`).join('');
  const text = escaped(cellText(cell, kind));
  if (kind !== 'bar' || highest === undefined) return text;
  const part = Math.round(100 * (partOf(cell, highest) ?? 0));
  return `<span class="behind" style="--part:${part}%">${text}</span>`;
}
