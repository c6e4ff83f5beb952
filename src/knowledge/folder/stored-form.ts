import { freeze } from '../freeze.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Loaded } from '../loaded.js';
import type { Tree } from '../model.js';
import { mapOnDemand } from './map-on-demand.js';

/** Changes whenever what is stored changes its form. */
export const storedFormat = 10;

type Plain = Pick<Loaded, 'knowledgeBase' | 'diagnostics'>;
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface StoredLine {
  /** Of each place its file's number, line, column, end line and end column, one after the other. */
  readonly places: readonly number[];
  readonly value: Json;
}

const mapMark = '$map';
const placeKeys = 'file,line,column,endLine,endColumn';

// Places stand under these keys only, and are most of what there is: each is stored as where it begins in `places`.
const isPlaceKey = (key: string): boolean => key === 'at' || key === 'place';

/**
 * What was loaded as lines of JSON: the files and the trees by name; everything but the trees and the calls; the calls;
 * then one line for each tree, in order. A map becomes `{"$map": [keys and values in turn]}`.
 */
export function toStored({ knowledgeBase, diagnostics }: Plain): string {
  const numbers = new Map<string, number>();
  const numberOf = (file: string): number => {
    const number = numbers.get(file) ?? numbers.size;
    numbers.set(file, number);
    return number;
  };
  const line = (whole: unknown): string => {
    const places: number[] = [];
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
    const value = encode(whole, '');
    return JSON.stringify({ places, value } satisfies StoredLine);
  };
  const { trees, calls, ...rest } = knowledgeBase;
  const lines = [{ ...rest, diagnostics }, calls, ...trees.values()].map(line);
  return [JSON.stringify({ files: [...numbers.keys()], trees: [...trees.keys()] }), ...lines].join('\n');
}

/**
 * Reads what `toStored` wrote, frozen. The calls and each tree are decoded when they are first asked for, since a call
 * needs few of them. Throws what JSON throws, and a TypeError for what `toStored` did not write.
 */
export function fromStored(stored: Buffer): Plain {
  const [names, rest, calls, ...lines] = linesOf(stored);
  if (names === undefined || rest === undefined || calls === undefined) throw new TypeError('There are lines missing.');
  const { files, trees } = JSON.parse(names.toString()) as { files: readonly string[]; trees: readonly string[] };
  if (lines.length !== trees.length) throw new TypeError('There are not as many trees as there should be.');
  const { diagnostics, ...others } = decoded(rest, files) as Omit<KnowledgeBase, 'trees' | 'calls'> & Plain;
  let decodedCalls: KnowledgeBase['calls'] | undefined;
  const knowledgeBase: KnowledgeBase = {
    ...others,
    trees: mapOnDemand(trees, (index) => decoded(lines[index] as Buffer, files) as Tree),
    get calls() {
      decodedCalls ??= decoded(calls, files) as KnowledgeBase['calls'];
      return decodedCalls;
    },
  };
  return { knowledgeBase: Object.freeze(knowledgeBase), diagnostics };
}

// Bytes become text only where they are needed: most of them never are.
function linesOf(stored: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start <= stored.length; ) {
    const end = stored.indexOf('\n', start);
    const next = end === -1 ? stored.length : end;
    lines.push(stored.subarray(start, next));
    start = next + 1;
  }
  return lines;
}

function decoded(line: Buffer, files: readonly string[]): unknown {
  const { places, value } = JSON.parse(line.toString()) as StoredLine;
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
  return decode(value as object);
}
