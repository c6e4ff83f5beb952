import { escapeMarkup } from './escape-markup.js';
import { numberText } from './number-text.js';
import type { PictureEdge, Point } from './picture.js';
import { room } from './room.js';

/** A line with its arrow as SVG. Its label is drawn apart, so that no other line goes over it. */
export function svgEdge(edge: PictureEdge): string {
  const { key, from, to, labels, path, tip, count } = edge;
  const [start, ...curve] = path;
  if (start === undefined) return '';
  const name = `From ${from} to ${to}${labels.join('') === '' ? '' : `: ${labels.join(', ')}`}`;
  return `<g id="${key}" class="${classesOf(edge)}"><title>${escapeMarkup(name)}</title><path d="M${pointText(start)}C${curve.map(pointText).join(' ')}"/>${arrow(path.at(-1) ?? start, tip, count?.step ?? 0)}</g>`;
}

/** The label of a line as SVG; nothing for one without. */
export function svgEdgeLabel(edge: PictureEdge): string {
  const { key, lines, at } = edge;
  if (lines.length === 0) return '';
  const top = at.y - (lines.length * room.label.line) / 2 - 3;
  const words = lines.map((line, index) => {
    const y = numberText(top + (index + 1) * room.label.line);
    return `<text x="${numberText(at.x)}" y="${y}" text-anchor="middle">${escapeMarkup(line)}</text>`;
  });
  return `<g id="${key}-label" class="${classesOf(edge)}">${words.join('')}</g>`;
}

function classesOf({ manner, count }: PictureEdge): string {
  return ['edge', manner, ...(count === undefined ? [] : [`step${count.step}`])].join(' ');
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
