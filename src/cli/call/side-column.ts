import type { Style } from '../style.js';
import { cutRight, padded, type Size, wrapped } from '../terminal/index.js';
import type { Scene } from './scene.js';

/** The lines of a screen from `from` on, which are `left` columns wide, with what is known and the way so far beside them. */
export function besideText(
  lines: readonly string[],
  from: number,
  left: number,
  scene: Scene,
  { columns }: Size,
  style: Style,
): readonly string[] {
  const column = columnOf(scene, lines.length - from, columns - left - 4, style);
  return lines.map((line, row) =>
    row < from ? line : `${padded(line, left)}${style.dim('│')} ${column[row - from] ?? ''}`.trimEnd(),
  );
}

/** What is known, the newest first, and the way so far, the newest last; each at most half of the column. */
function columnOf(scene: Scene, rows: number, columns: number, style: Style): readonly string[] {
  const text = (line: string): string => cutRight(style.clean(line), columns);
  const facts = scene.facts.length === 0 ? ['Nothing yet'] : scene.facts;
  const most = Math.max(2, Math.floor(rows / 2) - 2);
  const more = `and ${facts.length - most + 1} more: press k`;
  const known = facts.length <= most ? facts : [...facts.slice(0, most - 1), more];
  const history = scene.history.length === 0 ? ['Nothing has been asked yet'] : scene.history;
  const past = history
    .flatMap((line) => hanging(style.clean(line), columns))
    .slice(-Math.max(1, rows - known.length - 3));
  return [style.label('Known'), ...known.map(text), '', style.label('So far'), ...past.map((line) => style.dim(line))];
}

/** A text on as many lines as it needs: all but the first begin with blanks. */
function hanging(text: string, columns: number): readonly string[] {
  return wrapped(text, columns - 2).map((line, at) => (at === 0 ? line : `  ${line}`));
}
