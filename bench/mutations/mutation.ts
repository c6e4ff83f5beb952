import type { Place } from '../../src/index.js';

/** One edit that an author could make by mistake. */
export interface Mutation {
  readonly kind: 'edge' | 'condition' | 'text';
  readonly tree: string;
  readonly place: Place;
  readonly from: string;
  readonly to: string;
}

/** The text of a file with what stands in a place exchanged; undefined where something else stands there. */
export function mutated(text: string, { place, from, to }: Mutation): string | undefined {
  const lines = text.split('\n');
  const line = lines[place.line - 1] ?? '';
  const at = place.column - 1;
  if (line.slice(at, at + from.length) !== from) return undefined;
  lines[place.line - 1] = line.slice(0, at) + to + line.slice(at + from.length);
  return lines.join('\n');
}
