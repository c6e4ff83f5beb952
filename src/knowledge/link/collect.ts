import type { Diagnostic, Place } from '../../source/index.js';
import { type ArgumentsOf, diagnostic, type Report } from '../words/index.js';
import { isInside, type Linking, spoilsShape } from './linking.js';

/** Diagnostics as they come in, and what they say about the places they lie in. */
export interface Collector extends Linking {
  /** All so far: sorted by file, line, column and code, each once. */
  readonly sorted: () => readonly Diagnostic[];
  /** Whether a file has no error so far. */
  readonly fileFlawless: (path: string) => boolean;
}

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  compare(a.place.file, b.place.file) ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column ||
  compare(a.code, b.code) ||
  compare(a.message, b.message);

/** Orders texts by their code units, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Begins a collection of diagnostics. */
export function collect(): Collector {
  const all = new Map<string, Diagnostic>();
  const errors = new Map<string, Diagnostic[]>();
  const badIds = new Set<string>();
  const insteadOfNeeded: Place[] = [];
  const report: Report = (code, place, args, related) => {
    // A name that cannot be one is said to be wrong once, and not also to be unknown.
    if (code.startsWith('unknown-') && badIds.has(JSON.stringify(place))) return;
    if (code === 'bad-id') badIds.add(JSON.stringify(place));
    if (code === 'unknown-key' && (args as ArgumentsOf<'unknown-key'>).needed) insteadOfNeeded.push(place);
    const found = diagnostic(code, place, args, related);
    const key = JSON.stringify([found.code, found.place, found.message]);
    if (all.has(key)) return;
    all.set(key, found);
    if (found.severity !== 'error') return;
    const others = errors.get(place.file);
    if (others === undefined) errors.set(place.file, [found]);
    else others.push(found);
  };
  const errorsIn = (place: Place): readonly Diagnostic[] =>
    (errors.get(place.file) ?? []).filter((found) => isInside(found.place, place));
  return {
    report,
    sound: (place) => !errorsIn(place).some((found) => spoilsShape(found.code)),
    misspelt: (place) => {
      const spoilt = errorsIn(place).filter((found) => spoilsShape(found.code));
      const misspelt = spoilt.length > 0 && spoilt.every((found) => found.code === 'unknown-key');
      return misspelt && !insteadOfNeeded.some((key) => isInside(key, place));
    },
    flawless: (place) => errorsIn(place).length === 0,
    fileFlawless: (path) => !errors.has(path),
    sorted: () => [...all.values()].sort(byPlace),
  };
}
