import { freeze } from '../freeze.js';
import type { Loaded } from '../loaded.js';
import type { KnowledgeBase, Tree } from '../model.js';
import { mapOnDemand } from './map-on-demand.js';

/** Changes whenever what is stored changes its form. */
export const storedFormat = 2;

type Plain = Pick<Loaded, 'knowledgeBase' | 'diagnostics'>;
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const mapMark = '$map';
const placeKeys = 'file,line,column,endLine,endColumn';

/**
 * What was loaded as lines of JSON: the files and the trees by name; everything but the trees and the calls; the calls;
 * then one line for each tree, in order. Maps become `{"$map": [keys and values in turn]}`; places, most of what there
 * is, become `[file number, line, column, end line, end column]` under a key `@`.
 */
export function toStored({ knowledgeBase, diagnostics }: Plain): string {
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
  const { trees, calls, ...rest } = knowledgeBase;
  const values = [{ ...rest, diagnostics }, calls, ...trees.values()].map((value) => JSON.stringify(encode(value)));
  return [JSON.stringify({ files, trees: [...trees.keys()] }), ...values].join('\n');
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
  const decoded = (line: Buffer): unknown => freeze(decode(JSON.parse(line.toString()), files));
  const { diagnostics, ...others } = decoded(rest) as Omit<KnowledgeBase, 'trees' | 'calls'> & Plain;
  let decodedCalls: KnowledgeBase['calls'] | undefined;
  const knowledgeBase: KnowledgeBase = {
    ...others,
    trees: mapOnDemand(trees, (index) => decoded(lines[index] as Buffer) as Tree),
    get calls() {
      decodedCalls ??= decoded(calls) as KnowledgeBase['calls'];
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

function decode(stored: unknown, files: readonly string[]): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  if (Array.isArray(stored)) {
    for (let index = 0; index < stored.length; index += 1) stored[index] = decode(stored[index], files);
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
    for (let index = 0; index < pairs.length; index += 2) map.set(pairs[index], decode(pairs[index + 1], files));
    return map;
  }
  for (const key in object) {
    const inner = object[key];
    if (typeof inner === 'object' && inner !== null) object[key] = decode(inner, files);
  }
  return object;
}
