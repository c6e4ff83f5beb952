import { markdownTable, markdownText } from '../../markup/index.js';
import type { Cell, Column, Report } from '../report.js';
import { cellText } from './cell-text.js';
import { columnsShown } from './columns-shown.js';
import type { ReportSet } from './report-set.js';

/** A page in Markdown, with a table for each report. What was said by people is text in it, and never a mark. */
export function renderMarkdown({ title, about, headlines, reports }: ReportSet): string {
  const parts = [
    `# ${markdownText(title)}`,
    about.map(markdownText).join('\n\n'),
    ...(headlines.length === 0
      ? []
      : [
          markdownTable(
            ['', 'Now', 'Before'],
            headlines.map(({ title: name, kind, value, before }) =>
              [name, cellText(value, kind), cellText(before, kind)].map(markdownText),
            ),
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
    `## ${markdownText(report.title)}`,
    markdownText(report.question),
    markdownText(report.meaning),
    report.rows.length === 0
      ? ''
      : markdownTable(
          columns.map((column) => markdownText(column.title)),
          texts.map((cells) => cells.map(markdownText)),
          columns.map(({ kind }) => (kind === 'text' || kind === 'list' || kind === 'sparkline' ? 'left' : 'right')),
        ),
    report.notes.map((note) => `- ${markdownText(note)}`).join('\n'),
  ];
}

function shown(cell: Cell | undefined, { kind }: Pick<Column, 'key' | 'kind'>): string {
  return cell === undefined ? '' : cellText(cell, kind);
}
