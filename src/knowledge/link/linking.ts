import type { Place } from '../../source/index.js';
import { entryPlace, valuePlace } from '../read/index.js';
import type { ArgumentsOf, Code, Report } from '../words/index.js';

/**
 * The names of one sort that are declared. A name whose entry is broken is declared without a value, so that one
 * mistake is not reported wherever the name is used; when a whole file could not be read, `complete` is false and no
 * name counts as missing.
 */
export interface Names<Value> {
  readonly known: ReadonlyMap<string, Value | undefined>;
  readonly complete: boolean;
}

/** What the linking of every part needs: where to report, and what is sound. */
export interface Linking {
  readonly report: Report;
  /** Whether nothing inside a place has an error of a kind that makes its shape unreliable. */
  readonly sound: (place: Place) => boolean;
  /** Whether the only errors of that kind are keys that are not known, beside all that are needed: those still hold. */
  readonly misspelt: (place: Place) => boolean;
  /** Whether nothing inside a place has any error at all. */
  readonly flawless: (place: Place) => boolean;
}

/** The codes that leave the shape of a value as the schema says it is. */
const harmless: ReadonlySet<string> = new Set<Code>([
  'duplicate-key',
  'reserved-key',
  'bad-id',
  'wrong-format',
  'too-long',
  'empty-text',
  'too-many',
  'out-of-range',
  'hidden-character',
]);

/** Whether a finding makes the value at its place unreliable for linking. */
export function spoilsShape(code: string): boolean {
  return !harmless.has(code);
}

/** Whether one place lies inside another of the same file. */
export function isInside(inner: Place, outer: Place): boolean {
  if (inner.file !== outer.file) return false;
  const begins = inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column);
  return begins && (inner.line < outer.endLine || (inner.line === outer.endLine && inner.column <= outer.endColumn));
}

type MissedCode = {
  [C in Code]: { name: string; among: Iterable<string> } extends ArgumentsOf<C> ? C : never;
}[Code];

/**
 * The declared value of a name that stands under `key`; reports a name that is not declared. Nothing also when it is
 * declared and broken: `isDeclared` tells the two apart.
 */
export function lookUp<Value>(
  names: Names<Value>,
  name: string,
  code: MissedCode,
  parent: object,
  key: string | number,
  { report }: Linking,
): Value | undefined {
  if (!isDeclared(names, name))
    report(code, valuePlace(parent, key), { name, among: [...names.known.keys()] } as ArgumentsOf<MissedCode>);
  return names.known.get(name);
}

/** Whether a name is declared, or has to be taken for declared. */
export function isDeclared(names: Names<unknown>, name: string): boolean {
  return !names.complete || names.known.has(name);
}

/** Whether an entry can be linked: no error has spoilt its shape. */
export function isSound(parent: object, key: string | number, linking: Linking): boolean {
  return linking.sound(entryPlace(parent, key));
}
