import type { Diagnostic, Place } from '../../source/index.js';

/** A comment that silences a lint: `# lint off sentence-long: the name of the window is that long`. */
export interface Silence {
  readonly code: string;
  readonly reason: string;
  readonly place: Place;
  /** The lines that it holds for, both included. */
  readonly from: number;
  readonly to: number;
}

const comment = /^(.*?)#\s*lint off ([a-z][a-z0-9-]*)( in this file)?(?::\s*(.*?))?\s*$/;

/**
 * The comments of a file that silence lints. One beside something holds for its line; one above something holds for that and
 * for all that is written below it, further to the right; one with "in this file" holds for the file.
 */
export function silencesIn(file: string, text: string): readonly Silence[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [, before = '', code, whole, reason = ''] = comment.exec(line) ?? [];
    if (code === undefined) return [];
    const column = before.length + 1;
    const at = { file, line: index + 1, column, endLine: index + 1, endColumn: line.trimEnd().length + 1 };
    const [from, to] =
      whole === undefined ? (before.trim() === '' ? belowOf(lines, index) : [index, index]) : [0, lines.length];
    return [{ code, reason, place: at, from: from + 1, to: to + 1 }];
  });
}

const isBlank = (line: string | undefined): boolean => /^\s*(?:#.*)?$/.test(line ?? '');
const indentOf = (line: string | undefined): number => /^\s*/.exec(line ?? '')?.[0].length ?? 0;

function belowOf(lines: readonly string[], index: number): readonly [number, number] {
  let first = index + 1;
  while (first < lines.length && isBlank(lines[first])) first += 1;
  let last = first;
  for (let next = first + 1; next < lines.length; next += 1) {
    if (isBlank(lines[next])) continue;
    if (indentOf(lines[next]) <= indentOf(lines[first])) break;
    last = next;
  }
  return [first, last];
}

/** Whether a finding is silenced by a comment. */
export function isSilenced({ code, place }: Diagnostic, { from, to, ...silence }: Silence): boolean {
  return silence.code === code && silence.place.file === place.file && place.line >= from && place.line <= to;
}
