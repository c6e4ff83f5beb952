import type { Finding, Fix } from './lint.js';

/** A file with its fixes made. */
export interface Mended {
  readonly file: string;
  readonly text: string;
  readonly fixes: number;
}

/**
 * Makes the fixes of findings, each of which is certain, and leaves everything else of the files as it stands: comments,
 * layout, order. Where two are about the same place only the first is made; the next run finds the other.
 * @param sources the text of each file
 * @returns the files that change
 */
export function applyFixes(findings: readonly Finding[], sources: ReadonlyMap<string, string>): readonly Mended[] {
  const byFile = new Map<string, Fix[]>();
  for (const { fix } of findings) {
    if (fix === undefined) continue;
    const { file } = fix.place;
    byFile.set(file, [...(byFile.get(file) ?? []), fix]);
  }
  return [...byFile].flatMap(([file, fixes]) => {
    const text = sources.get(file);
    return text === undefined ? [] : [mended(file, text, fixes)];
  });
}

function mended(file: string, text: string, fixes: readonly Fix[]): Mended {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  const spans = fixes
    .map(({ place, text: by }) => ({
      from: offset(place.line, place.column),
      to: offset(place.endLine, place.endColumn),
      by,
    }))
    .sort((a, b) => a.from - b.from);
  let result = '';
  let done = 0;
  let made = 0;
  for (const { from, to, by } of spans) {
    if (from < done) continue;
    result += text.slice(done, from) + by;
    done = to;
    made += 1;
  }
  return { file, text: result + text.slice(done), fixes: made };
}
