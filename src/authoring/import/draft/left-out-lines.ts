import type { ImportRemark } from '../chart.js';

/** What was left out, a text for each kind of it with its lines: `styling (lines 3, 7-9)`. */
export function leftOutLines(remarks: readonly ImportRemark[]): readonly string[] {
  const lines = new Map<string, Set<number>>();
  for (const { kind, message, place } of remarks) {
    if (kind !== 'left-out') continue;
    const known = lines.get(message) ?? new Set();
    for (let line = place.line; line <= place.endLine; line += 1) known.add(line);
    lines.set(message, known);
  }
  return [...lines].map(([what, numbers]) => {
    const sorted = [...numbers].sort((a, b) => a - b);
    return `${what} (${sorted.length === 1 ? 'line' : 'lines'} ${ranges(sorted)})`;
  });
}

function ranges(sorted: readonly number[]): string {
  const found: [number, number][] = [];
  for (const number of sorted) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
