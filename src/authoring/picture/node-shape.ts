import { numberText } from './number-text.js';
import type { PictureNode } from './picture.js';

/** The outline of a node as SVG. Each kind has a form of its own, so that nobody has to tell colours apart. */
export function nodeShape({
  kind,
  x,
  y,
  width,
  height,
}: Omit<PictureNode, 'lines' | 'text' | 'id' | 'key' | 'isStart'>): string {
  const [left, top, right, bottom] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  const box = (radius: number): string =>
    `<rect class="shape" x="${numberText(left)}" y="${numberText(top)}" width="${numberText(width)}" height="${numberText(height)}" rx="${numberText(radius)}"/>`;
  const shape = (...points: readonly (readonly [number, number])[]): string =>
    `<polygon class="shape" points="${points.map((point) => point.map(numberText).join(',')).join(' ')}"/>`;
  const mark = (path: string): string => `<path class="mark" d="${path}"/>`;
  const upright = (at: number): string => `M${numberText(at)} ${numberText(top)}V${numberText(bottom)}`;
  switch (kind) {
    case 'ask':
      return box(9);
    case 'check': {
      const fold = 12;
      const corner = `M${numberText(right - fold)} ${numberText(top)}V${numberText(top + fold)}H${numberText(right)}`;
      return (
        shape([left, top], [right - fold, top], [right, top + fold], [right, bottom], [left, bottom]) + mark(corner)
      );
    }
    case 'do':
      return box(0) + mark(upright(left + 5));
    case 'decide':
      return shape(
        [left, y],
        [left + 16, top],
        [right - 16, top],
        [right, y],
        [right - 16, bottom],
        [left + 16, bottom],
      );
    case 'visit':
      return box(0) + mark(`${upright(left + 7)}${upright(right - 7)}`);
    case 'fault': {
      const cut = 10;
      return shape(
        [left + cut, top],
        [right - cut, top],
        [right, top + cut],
        [right, bottom - cut],
        [right - cut, bottom],
        [left + cut, bottom],
        [left, bottom - cut],
        [left, top + cut],
      );
    }
    case 'refer':
      return shape([left, top], [right - 14, top], [right, y], [right - 14, bottom], [left, bottom]);
    case 'close':
      return box(Math.min(height / 2, 22));
  }
}
