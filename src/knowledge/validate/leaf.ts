import { z } from 'zod';
import { isWritten, sourceOf, valuePlace } from '../read/index.js';
import { address, day, duration, factName, id } from '../schema/words.js';
import type { Report } from '../words/index.js';
import { about, leafType, listedValues, type Schema } from './schema-kind.js';

const names: readonly Schema[] = [id, factName, address];
const patternOf = (schema: Schema): string =>
  String([...((schema._zod.bag.patterns ?? []) as Iterable<RegExp>)][0] ?? '');

/** What a name or another text of a fixed form has to look like; nothing for a free text. */
export function formOf(schema: Schema): { isName: boolean; form: string } | undefined {
  const pattern = patternOf(schema);
  if (pattern === '') return undefined;
  const known = [...names, duration, day].find((other) => patternOf(other) === pattern);
  return {
    isName: known !== undefined && names.includes(known),
    form: (known && about(known)) ?? about(schema) ?? 'Write it as in the examples.',
  };
}

/** What a value is, in an author's words. */
export function describeFound(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'nothing';
  if (typeof value === 'object') return 'a map of keys and values';
  return { string: 'a text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'something else';
}

const wantedWords = { string: 'a text', number: 'a number', boolean: 'true or false' } as const;

/** Reports a value that is of another type than it has to be; `wanted` says which. */
export function reportType(parent: object, key: string | number, wanted: string, text: boolean, report: Report): void {
  const value = (parent as Record<string | number, unknown>)[key];
  const place = valuePlace(parent, key);
  const source = sourceOf(parent, key);
  if (value === null && !/^(?:~|null)$/i.test(source)) report('missing-value', place, { key: String(key) });
  else if (text && (value === null || typeof value === 'number' || typeof value === 'boolean'))
    report('quotes-missing', place, {
      source,
      what: value === null ? 'null' : typeof value === 'number' ? 'number' : 'true or false',
    });
  else report('wrong-type', place, { found: describeFound(value), wanted });
}

function rangeWords({ minimum, maximum, exclusiveMinimum }: Readonly<Record<string, unknown>>): string {
  const low = minimum ?? exclusiveMinimum;
  const least = exclusiveMinimum === undefined ? 'at least' : 'more than';
  return `It has to be ${least} ${String(low)} and at most ${String(maximum)}.`;
}

/** Checks a single value, the one under `key` of `parent`. */
export function validateLeaf(schema: Schema, parent: object, key: string | number, report: Report): void {
  const value = (parent as Record<string | number, unknown>)[key];
  const result = z.safeParse(schema, value);
  if (result.success || !isWritten(parent, key)) return;
  const place = valuePlace(parent, key);
  const type = leafType(schema);
  const listed = listedValues(schema);
  // biome-ignore lint/suspicious/useValidTypeof: the type comes from a list of those that typeof can give
  if (typeof value !== type) return reportType(parent, key, wantedWords[type], type === 'string', report);
  if (listed !== undefined)
    return report(key === 'operator' ? 'unknown-operator' : 'wrong-value', place, {
      name: String(value),
      among: listed,
    });
  const codes = result.error.issues.map((issue) => issue.code);
  if (type === 'number') {
    if (codes.includes('invalid_type'))
      return report('wrong-type', place, { found: 'a number with a fraction', wanted: 'a whole number' });
    return report('out-of-range', place, { range: rangeWords(schema._zod.bag) });
  }
  const text = String(value);
  if (text === '') return report('empty-text', place, {});
  if (codes.includes('too_big'))
    return report('too-long', place, { limit: Number((schema._zod.bag as { maximum?: number }).maximum) });
  const form = formOf(schema) ?? { isName: false, form: about(schema) ?? 'Write it as in the examples.' };
  if (form.isName) return report('bad-id', place, { name: text, form: form.form });
  report('wrong-format', place, { value: text, form: form.form });
}
