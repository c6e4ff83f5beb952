import type { Style } from '../style.js';
import { cutLeft, cutRight, type Size, widthOf } from '../terminal/index.js';
import { clockTime } from './countdown.js';
import type { Scene } from './scene.js';

/** The first line of a screen: who calls, what about, how far, and how long already. `waiting` is a countdown that runs. */
export function titleLine(
  scene: Scene,
  { columns }: Size,
  style: Style,
  now: number,
  waiting: string | undefined,
): string {
  const { caller, title, step, since } = scene;
  const begun = since === undefined ? Number.NaN : Date.parse(since);
  const time = Number.isNaN(begun) ? [] : [clockTime((now - begun) / 1_000)];
  const right = [...(waiting === undefined ? [] : [`wait ${waiting}`]), step, ...time].join(' · ');
  return style.title(caller === undefined ? title : `${caller} · ${title}`, right, columns);
}

/** What is known, in one line: as many facts as fit, and how many there are beyond them. */
export function factsLine(facts: readonly string[], columns: number): string {
  return asManyAsFit(facts, columns);
}

/** What must not be forgotten, in one line: problems, questions that were put off, warnings that were shown before. */
export function openLine({ open, warned }: Scene, columns: number): string {
  const last = warned.at(-1);
  const parts = [...open.map(({ name, text }) => `${name}: ${text}`), ...(last === undefined ? [] : [`! ${last}`])];
  return asManyAsFit(parts, columns);
}

/** The way so far in one line; what is furthest back gives way. */
export function wayLine(way: readonly string[], columns: number): string {
  const whole = way.join(between);
  if (widthOf(whole) <= columns) return whole;
  for (let from = 1; from < way.length; from += 1) {
    const line = ['…', ...way.slice(from)].join(between);
    if (widthOf(line) <= columns) return line;
  }
  return cutLeft(whole, columns);
}

const between = ' › ';

function asManyAsFit(parts: readonly string[], columns: number): string {
  for (let count = parts.length; count > 1; count -= 1) {
    const left = parts.length - count;
    const line = parts.slice(0, count).join(' · ') + (left === 0 ? '' : ` +${left}`);
    if (widthOf(line) <= columns) return line;
  }
  const [first = '', ...others] = parts;
  const more = others.length === 0 ? '' : ` +${others.length}`;
  return cutRight(first, columns - more.length) + more;
}
