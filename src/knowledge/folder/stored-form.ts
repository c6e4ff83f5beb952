import type { Loaded } from '../loaded.js';

/** Changes whenever what is stored changes its form. */
export const storedFormat = 1;

type Plain = Pick<Loaded, 'knowledgeBase' | 'diagnostics'>;
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const mapMark = '$map';
const placeKeys = 'file,line,column,endLine,endColumn';

/**
 * What was loaded as JSON text. Maps become `{"$map": [keys and values in turn]}`; places, most of what there is,
 * become `[file number, line, column, end line, end column]` under a key `@`.
 */
export function toStored(loaded: Plain): string {
  const files: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (file: string): number => {
    const known = numbers.get(file);
    if (known !== undefined) return known;
    numbers.set(file, files.length);
    return files.push(file) - 1;
  };
  const encode = (value: unknown): Json => {
    if (typeof value !== 'object' || value === null) return value as Json;
    if (Array.isArray(value)) return value.map(encode);
    if (value instanceof Map)
      return { [mapMark]: [...value].flatMap(([key, inner]) => [key as string, encode(inner)]) };
    const entries = Object.entries(value);
    if (entries.map(([key]) => key).join(',') === placeKeys) {
      const [file, ...numbersOfPlace] = Object.values(value) as [string, ...number[]];
      return { '@': [numberOf(file), ...numbersOfPlace] };
    }
    return Object.fromEntries(entries.map(([key, inner]) => [key, encode(inner)]));
  };
  const value = encode({ knowledgeBase: loaded.knowledgeBase, diagnostics: loaded.diagnostics });
  return JSON.stringify({ files, value });
}

/** Reads what `toStored` wrote. Throws what JSON throws, and a TypeError for what it did not write. */
export function fromStored(text: string): Plain {
  const { files, value } = JSON.parse(text) as { files: readonly string[]; value: Json };
  const decode = (stored: unknown): unknown => {
    if (typeof stored !== 'object' || stored === null) return stored;
    if (Array.isArray(stored)) {
      for (let index = 0; index < stored.length; index += 1) stored[index] = decode(stored[index]);
      return stored;
    }
    const object = stored as Record<string, unknown>;
    const place = object['@'] as [number, number, number, number, number] | undefined;
    if (place !== undefined) {
      const [file, line, column, endLine, endColumn] = place;
      return { file: files[file], line, column, endLine, endColumn };
    }
    const pairs = object[mapMark] as unknown[] | undefined;
    if (pairs !== undefined) {
      const map = new Map<unknown, unknown>();
      for (let index = 0; index < pairs.length; index += 2) map.set(pairs[index], decode(pairs[index + 1]));
      return map;
    }
    for (const key in object) {
      const inner = object[key];
      if (typeof inner === 'object' && inner !== null) object[key] = decode(inner);
    }
    return object;
  };
  return decode(value) as Plain;
}
