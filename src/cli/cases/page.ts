import type { Environment } from '../environment.js';
import { printable } from '../printable.js';
import { styleFor } from '../style.js';
import { padded, widthOf, wrapped } from '../terminal/index.js';

/** What a command prints, part by part: nothing in it can steer the terminal, and nothing is wider than it. */
export interface Page {
  readonly title: (text: string) => void;
  /** The name of a part, with a blank line before it. */
  readonly part: (text: string) => void;
  /** A text with something short at its left; what is longer than a line goes on below itself. */
  readonly entry: (left: string, text: string) => void;
  readonly line: (text: string) => void;
  readonly note: (text: string) => void;
}

/** Lines longer than this are hard to read. */
const measure = 100;

/** @param wide how wide the left side of entries is */
export function pageOn(environment: Environment, wide: number): Page {
  const { stdout } = environment;
  const style = styleFor(environment, stdout.isTTY !== true);
  const width = Math.max(40, Math.min((stdout.columns ?? 80) - 1, measure));
  const put = (line: string): void => {
    stdout.write(`${line.trimEnd()}\n`);
  };
  const block = (left: string, text: string): void => {
    const start = `  ${padded(printable(left), wide)}  `;
    const rest = ' '.repeat(wide + 4);
    wrapped(printable(text), Math.max(20, width - widthOf(start))).forEach((line, at) => {
      put(at === 0 ? `${start}${line}` : `${rest}${line}`);
    });
  };
  const each = (lines: readonly string[], paint: (line: string) => string): void => {
    for (const line of lines) put(paint(line));
  };
  return {
    title: (text) => each(wrapped(printable(text), width), style.label),
    part: (text) => {
      put('');
      put(style.label(text));
    },
    entry: block,
    line: (text) => each(wrapped(printable(text), width - 2), (line) => `  ${line}`),
    note: (text) => put(style.note(text)),
  };
}
