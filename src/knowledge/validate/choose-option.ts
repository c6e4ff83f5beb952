import { z } from 'zod';
import { nearest } from '../../source/index.js';
import { leafType, listedValues, type Schema, schemaKind } from './schema-kind.js';

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return isMap(value) ? 'map' : typeof value;
}

function shapeWanted(option: Schema): string {
  const kind = schemaKind(option).kind;
  if (kind === 'leaf') return leafType(option);
  return kind === 'list' ? 'list' : 'map';
}

/** The keys that a map may have under an option. */
export function keysOf(option: Schema): readonly string[] {
  const wanted = schemaKind(option);
  if (wanted.kind === 'map') return Object.keys(wanted.shape);
  return wanted.kind === 'record' ? (listedValues(wanted.key) ?? []) : [];
}

/** How well the keys of a map fit an option: keys in common count most, near ones a little. */
function score(keys: readonly string[], option: Schema): number {
  const known = keysOf(option);
  return keys.reduce((sum, key) => {
    if (known.includes(key)) return sum + 10;
    return sum + (nearest(key, known) === undefined ? 0 : 1);
  }, 0);
}

/**
 * Which option of a union the author meant: one of the type of the value; of maps the one with most keys in common; of
 * texts one that accepts it, else the first. Nothing when no option is of that type.
 */
export function chooseOption(options: readonly Schema[], value: unknown): Schema | undefined {
  const shape = shapeOf(value);
  const possible = options.filter((option) => shapeWanted(option) === shape);
  if (possible.length < 2) return possible[0];
  if (isMap(value)) {
    const keys = Object.keys(value);
    const scores = possible.map((option) => score(keys, option));
    const best = Math.max(...scores);
    const accepting = best === 0 ? possible.find((option) => z.safeParse(option, value).success) : undefined;
    return accepting ?? possible[scores.indexOf(best)];
  }
  const accepting = possible.find((option) => z.safeParse(option, value).success);
  const number = typeof value === 'string' && /^[0-9]/.test(value);
  return accepting ?? (number ? possible.at(-1) : possible[0]);
}
