import type { Environment } from '../environment.js';

/** How large a terminal is, in characters. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A terminal that is painted a whole screen at a time. What has been painted over can be kept to scroll back to. */
export interface Canvas {
  size(): Size;
  /** Paints the screen from its top; `cursor` is the line, counted from 0, on which the cursor comes to rest. */
  paint(lines: readonly string[], cursor: number): void;
  /** Paints one line anew and leaves the cursor where it is. */
  paintLine(row: number, line: string): void;
  /** Somebody else has written on the screen: the next painting trusts nothing that stands there. */
  forget(): void;
  /** Lets lines, of any number, scroll away above the screen, and leaves the screen empty. */
  scrollAway(lines: readonly string[]): void;
  /** Leaves the terminal to whoever comes next, below what was painted. */
  leave(lines: readonly string[]): void;
  /** Does something whenever the size changes. @returns what ends it. */
  onResize(task: () => void): () => void;
}

const to = (row: number): string => `\u001B[${row + 1};1H`;
const keep = '\u001B7';
const back = '\u001B8';
const clearRest = '\u001B[K';
const clearBelow = '\u001B[J';

/** Lines from the top, and nothing below. Never cleared first: some terminals keep what is cleared, and it would stand twice above. */
function overWritten(lines: readonly string[]): string {
  return `${to(0)}${lines.map((line) => `${line}${clearRest}\r\n`).join('')}${lines.length === 0 ? '' : clearBelow}`;
}

/** The terminal of the environment as a canvas. What stood on it before the first painting is kept above. */
export function canvasOn({ stdout }: Pick<Environment, 'stdout'>): Canvas {
  let known: readonly string[] | undefined;
  let begun = false;
  const size = (): Size => ({ columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 });
  const begin = (): string => {
    if (begun) return '';
    begun = true;
    const { rows } = size();
    return `${to(rows - 1)}${'\n'.repeat(rows)}`;
  };
  return {
    size,
    paint(lines, cursor) {
      const before = known;
      const changed = lines.flatMap((line, row) => (before?.[row] === line ? [] : [`${to(row)}${line}${clearRest}`]));
      const below = before !== undefined && before.length <= lines.length ? '' : `${to(lines.length)}${clearBelow}`;
      // On a screen that is full there is no line below.
      const rest = lines.length < size().rows ? below : '';
      stdout.write(`${begin()}${changed.join('')}${rest}${to(cursor)}`);
      known = lines;
    },
    paintLine(row, line) {
      if (known?.[row] === line) return;
      if (known !== undefined) known = known.map((each, at) => (at === row ? line : each));
      stdout.write(`${keep}${to(row)}${line}${clearRest}${back}`);
    },
    forget() {
      known = undefined;
    },
    scrollAway(lines) {
      const { rows } = size();
      const away = Math.min(lines.length, rows);
      stdout.write(`${begin()}${overWritten(lines)}${to(rows - 1)}${'\n'.repeat(away)}`);
      known = undefined;
    },
    leave(lines) {
      if (!begun) return;
      stdout.write(overWritten(lines));
      known = undefined;
      begun = false;
    },
    onResize(task) {
      stdout.on('resize', task);
      return () => stdout.off('resize', task);
    },
  };
}
