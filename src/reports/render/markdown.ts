import type { Cell, Column, Report } from '../report.js';
import { cellText } from './cell-text.js';
import { columnsShown } from './columns-shown.js';
import type { ReportSet } from './report-set.js';

/** A page in Markdown, with a table for each report. What was said by people is text in it, and never a mark. */
export function renderMarkdown({ title, about, headlines, reports }: ReportSet): string {
  const parts = [
    `# ${plain(title)}`,
    about.map(plain).join('\n\n'),
    ...(headlines.length === 0
      ? []
      : [
          table(
            ['', 'Now', 'Before'],
            headlines.map(({ title: name, kind, value, before }) => [
              name,
              cellText(value, kind),
              cellText(before, kind),
            ]),
            ['left', 'right', 'right'],
          ),
        ]),
    ...reports.flatMap(section),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(report: Report): readonly string[] {
  const columns = columnsShown(report);
  const rows = report.totals === undefined ? report.rows : [...report.rows, report.totals];
  const texts = rows.map((row) => columns.map(({ key, kind }) => shown(row[key], { key, kind })));
  return [
    `## ${plain(report.title)}`,
    plain(report.question),
    plain(report.meaning),
    report.rows.length === 0
      ? ''
      : table(
          columns.map((column) => column.title),
          texts,
          columns.map(({ kind }) => (kind === 'text' || kind === 'list' || kind === 'sparkline' ? 'left' : 'right')),
        ),
    report.notes.map((note) => `- ${plain(note)}`).join('\n'),
  ];
}

function shown(cell: Cell | undefined, { kind }: Pick<Column, 'key' | 'kind'>): string {
  return cell === undefined ? '' : cellText(cell, kind);
}

function table(head: readonly string[], rows: readonly (readonly string[])[], aligns: readonly string[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  const rule = aligns.map((align) => (align === 'right' ? '---:' : '---'));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A text in one line in which no sign means anything. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\\`*_{}[\]<>#|~!]/g, (sign) => `\\${sign}`)
    .replace(/&/g, '&amp;')
    .replace(/(https?):\/\//gi, '$1:&#8203;//')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}
