import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { htmlText } from '../../../markup/index.js';
import { dayInWords } from '../../days.js';
import type { Report } from '../../report.js';
import { cellText, drawnAs, isRate } from '../cell-text.js';
import { svg } from './bars.js';

const width = 480;
const height = 170;
const inner = { left: 44, right: 10, top: 26, bottom: 24 } as const;

/** A curve over the weeks for each of some columns, one below the other: shares from nothing to all, counts from zero. */
export function linesSvg(report: Report, label: string, values: readonly string[]): string {
  if (report.rows.length < 2 || values.every((key) => report.rows.every((row) => !drawnAs(row[key])))) return '';
  return values.map((value) => curve(report, label, value)).join('\n');
}

function curve({ columns, rows }: Report, label: string, key: string): string {
  const column = columns.find((each) => each.key === key);
  const kind = column?.kind ?? 'count';
  const isShare = rows.some((row) => isRate(row[key]));
  const highest = isShare ? 1 : Math.max(1, ...rows.map((row) => drawnAs(row[key]) ?? 0));
  const y = scaleLinear([0, highest], [height - inner.bottom, inner.top]).nice(4);
  const x = scalePoint(
    rows.map((_, index) => index),
    [inner.left, width - inner.right],
  ).padding(0.2);
  const points = rows.map((row, index) => ({ x: x(index) ?? 0, value: drawnAs(row[key]), row }));
  const path = line<(typeof points)[number]>()
    .defined(({ value }) => value !== null)
    .x((point) => point.x)
    .y(({ value }) => y(value ?? 0))(points);
  const ticks = y.ticks(isShare ? 4 : Math.min(4, highest)).map((tick) => {
    const at = y(tick).toFixed(1);
    const text = isShare ? `${Math.round(100 * tick)}%` : tick.toLocaleString('en-US');
    return `<line class="rule" x1="${inner.left}" x2="${width - inner.right}" y1="${at}" y2="${at}"/>
<text class="axis" x="${inner.left - 6}" y="${(Number(at) + 4).toFixed(1)}" text-anchor="end">${text}</text>`;
  });
  const every = Math.ceil(rows.length / 5);
  const days = points.flatMap(({ x: at, row }, index) => {
    if (index % every !== 0) return [];
    const day = cellText(row[label], 'day');
    return `<text class="axis" x="${at.toFixed(1)}" y="${height - 6}" text-anchor="middle">${htmlText(dayInWords(day).replace(/(\w{3})\w*$/, '$1'))}</text>`;
  });
  const dots = points.flatMap(({ x: at, value, row }) => {
    if (value === null) return [];
    const told = `${cellText(row[label], 'day')}: ${cellText(row[key], kind)}`;
    return `<circle class="dot" cx="${at.toFixed(1)}" cy="${y(value).toFixed(1)}" r="3"><title>${htmlText(told)}</title></circle>`;
  });
  const title = column?.title ?? '';
  const content = [
    `<text class="name" x="0" y="14">${htmlText(title)}</text>`,
    ...ticks,
    ...days,
    `<path class="curve" d="${path ?? ''}"/>`,
    ...dots,
  ];
  return svg(width, height, title, content.join('\n'));
}
