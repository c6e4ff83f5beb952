import { scaleBand, scaleLinear } from 'd3-scale';
import { htmlText } from '../../../markup/index.js';
import type { ColumnKind, Report } from '../../report.js';
import { cellText, drawnAs, isRate } from '../cell-text.js';

const width = 480;
const rowHeight = 40;
/** More bars than this are not drawn: the table has them all. */
const most = 10;

/** Bars that lie, each with its label above and its value behind it. Empty where there is nothing to draw. */
export function barsSvg(report: Report, label: string, value: string): string {
  const kind: ColumnKind = report.columns.find(({ key }) => key === value)?.kind ?? 'count';
  const rows = report.rows
    .filter((row) => drawnAs(row[value]) !== null)
    .slice(0, most)
    .map((row) => ({
      label: cellText(row[label], 'text'),
      part: drawnAs(row[value]) ?? 0,
      text: cellText(row[value], kind),
      isShare: isRate(row[value]),
    }));
  if (rows.length === 0 || rows.every(({ part }) => part === 0)) return '';
  const highest = rows.some(({ isShare }) => isShare) ? 1 : Math.max(...rows.map(({ part }) => part));
  const x = scaleLinear([0, highest], [0, width - 130]);
  const y = scaleBand(
    rows.map((_, index) => index),
    [0, rows.length * rowHeight],
  );
  const bars = rows.map((row, index) => {
    const top = y(index) ?? 0;
    const long = Math.max(1, x(row.part)).toFixed(1);
    const shown = row.label.length > 62 ? `${row.label.slice(0, 61).trimEnd()}…` : row.label;
    return `<g><title>${htmlText(`${row.label}: ${row.text}`)}</title>
<text x="0" y="${top + 13}">${htmlText(shown)}</text>
<rect class="bar" x="0" y="${top + 18}" width="${long}" height="15" rx="2"/>
<text class="value" x="${(Number(long) + 6).toFixed(1)}" y="${top + 30}">${htmlText(row.text)}</text></g>`;
  });
  return svg(width, rows.length * rowHeight, report.title, bars.join('\n'));
}

/** The frame of a drawing, with what it shows for who does not see it. */
export function svg(wide: number, high: number, title: string, content: string): string {
  return `<svg class="chart" viewBox="0 0 ${wide} ${high}" role="img" aria-label="${htmlText(title)}">
${content}
</svg>`;
}
