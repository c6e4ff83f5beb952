import { escapeMarkup } from './escape-markup.js';
import { numberText } from './number-text.js';
import type { PictureEdge, Point } from './picture.js';
import { room } from './room.js';

/** A line with its arrow and its label as SVG. */
export function svgEdge({ key, from, to, manner, labels, lines, path, tip, at, count }: PictureEdge): string {
  const [start, ...curve] = path;
  if (start === undefined) return '';
  const classes = ['edge', manner, ...(count === undefined ? [] : [`step${count.step}`])];
  const half = (lines.length * room.label.line) / 2;
  const words = lines.map(
    (line, index) =>
      `<text x="${numberText(at.x)}" y="${numberText(at.y - half + (index + 1) * room.label.line - 3)}" text-anchor="middle">${escapeMarkup(line)}</text>`,
  );
  const name = `From ${from} to ${to}${labels.join('') === '' ? '' : `: ${labels.join(', ')}`}`;
  return `<g id="${key}" class="${classes.join(' ')}"><title>${escapeMarkup(name)}</title><path d="M${pointText(start)}C${curve.map(pointText).join(' ')}"/>${arrow(path.at(-1) ?? start, tip, count?.step ?? 0)}${words.join('')}</g>`;
}

/** A triangle from the end of the curve to its tip, wider where the line is. */
function arrow(end: Point, tip: Point, step: number): string {
  const length = Math.hypot(tip.x - end.x, tip.y - end.y);
  if (length === 0) return '';
  const half = 3.5 + step;
  const across = { x: (-(tip.y - end.y) / length) * half, y: ((tip.x - end.x) / length) * half };
  const corners = [tip, { x: end.x + across.x, y: end.y + across.y }, { x: end.x - across.x, y: end.y - across.y }];
  return `<polygon points="${corners.map(pointText).join(' ')}"/>`;
}

function pointText({ x, y }: Point): string {
  return `${numberText(x)},${numberText(y)}`;
}
