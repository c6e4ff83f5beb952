import { freeze } from '../freeze.js';
import type { Loaded } from '../loaded.js';

/** Changes whenever what is stored changes its form. */
export const storedFormat = 2;

type Plain = Pick<Loaded, 'knowledgeBase' | 'diagnostics'>;
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Stored {
  readonly files: readonly string[];
  /** Of each place its file's number, line, column, end line and end column, one after the other. */
  readonly places: readonly number[];
  readonly value: Json;
}

const mapMark = '$map';
const placeKeys = 'file,line,column,endLine,endColumn';

// Places stand under these keys only, and are most of what there is: each is stored as where it begins in `places`.
const isPlaceKey = (key: string): boolean => key === 'at' || key === 'place';

/** What was loaded as JSON text. A map becomes `{"$map": [keys and values in turn]}`. */
export function toStored(loaded: Plain): string {
  const files: string[] = [];
  const numbers = new Map<string, number>();
  const places: number[] = [];
  const numberOf = (file: string): number => {
    const known = numbers.get(file);
    if (known !== undefined) return known;
    numbers.set(file, files.length);
    return files.push(file) - 1;
  };
  const encode = (value: unknown, key: string): Json => {
    if (typeof value !== 'object' || value === null) return value as Json;
    if (Array.isArray(value)) return value.map((inner) => encode(inner, ''));
    if (value instanceof Map)
      return { [mapMark]: [...value].flatMap(([name, inner]) => [name as string, encode(inner, '')]) };
    if (isPlaceKey(key) && Object.keys(value).join(',') === placeKeys) {
      const [file, ...rest] = Object.values(value) as [string, ...number[]];
      return places.push(numberOf(file), ...rest) - 5;
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, encode(inner, name)]));
  };
  const value = encode({ knowledgeBase: loaded.knowledgeBase, diagnostics: loaded.diagnostics }, '');
  return JSON.stringify({ files, places, value } satisfies Stored);
}

/** Reads what `toStored` wrote, frozen. Throws what JSON throws, and a TypeError for what it did not write. */
export function fromStored(text: string): Plain {
  const { files, places, value } = JSON.parse(text) as Stored;
  const placeAt = (start: number): object =>
    Object.freeze({
      file: files[places[start] as number],
      line: places[start + 1],
      column: places[start + 2],
      endLine: places[start + 3],
      endColumn: places[start + 4],
    });
  // Works in place and freezes on the way, because this is most of the time that a start takes.
  const decode = (stored: object): unknown => {
    if (Array.isArray(stored)) {
      for (let index = 0; index < stored.length; index += 1) {
        const inner = stored[index];
        if (typeof inner === 'object' && inner !== null) stored[index] = decode(inner);
      }
      return Object.freeze(stored);
    }
    const object = stored as Record<string, unknown>;
    const pairs = object[mapMark] as unknown[] | undefined;
    if (pairs !== undefined) {
      const map = new Map<unknown, unknown>();
      for (let index = 0; index < pairs.length; index += 2) {
        const inner = pairs[index + 1];
        map.set(pairs[index], typeof inner === 'object' && inner !== null ? decode(inner) : inner);
      }
      return freeze(map);
    }
    for (const key in object) {
      const inner = object[key];
      if (typeof inner === 'object' && inner !== null) object[key] = decode(inner);
      else if (typeof inner === 'number' && isPlaceKey(key)) object[key] = placeAt(inner);
    }
    return Object.freeze(object);
  };
  return decode(value as object) as Plain;
}
