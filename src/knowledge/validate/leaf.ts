import { z } from 'zod';
import type { Place } from '../../source/index.js';
import { isWritten, sourceOf, valuePlace } from '../read/index.js';
import { address, day, duration, factName, id } from '../schema/index.js';
import type { Report } from '../words/index.js';
import { about, type Limits, leafType, limitsOf, listedValues, type Schema } from './schema-kind.js';

const names: readonly Schema[] = [id, factName, address];

/** What a name or another text of a fixed form has to look like; nothing for a free text. */
export function formOf(schema: Schema): { isName: boolean; form: string } | undefined {
  const { pattern } = limitsOf(schema);
  if (pattern === undefined) return undefined;
  const known = [...names, duration, day].find((other) => limitsOf(other).pattern === pattern);
  return {
    isName: known !== undefined && names.includes(known),
    form: (known && about(known)) ?? about(schema) ?? 'Write it as in the examples.',
  };
}

function describeFound(value: unknown): string {
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

function rangeWords({ least, exclusive, most }: Limits): string {
  const low = least === undefined ? [] : [`${exclusive ? 'more than' : 'at least'} ${least}`];
  const high = most === undefined ? [] : [`at most ${most}`];
  return `It has to be ${[...low, ...high].join(' and ')}.`;
}

/** Checks a single value, the one under `key` of `parent`. */
export function validateLeaf(schema: Schema, parent: object, key: string | number, report: Report): void {
  const value = (parent as Record<string | number, unknown>)[key];
  const result = z.safeParse(schema, value);
  if (result.success || !isWritten(parent, key)) return;
  const type = leafType(schema);
  const place = valuePlace(parent, key);
  const listed = listedValues(schema);
  const codes = result.error.issues.map((issue) => issue.code);
  if (!isOfType(value, type)) reportType(parent, key, wantedWords[type], type === 'string', report);
  else if (listed !== undefined)
    report(key === 'operator' ? 'unknown-operator' : 'wrong-value', place, { name: String(value), among: listed });
  else if (type === 'string') reportText(schema, String(value), codes, place, report);
  else if (codes.includes('invalid_type'))
    report('wrong-type', place, { found: 'a number with a fraction', wanted: 'a whole number' });
  else report('out-of-range', place, { range: rangeWords(limitsOf(schema)) });
}

function isOfType(value: unknown, type: keyof typeof wantedWords): boolean {
  if (type === 'string') return typeof value === 'string';
  return type === 'number' ? typeof value === 'number' : typeof value === 'boolean';
}

function reportText(schema: Schema, text: string, codes: readonly string[], place: Place, report: Report): void {
  const form = formOf(schema) ?? { isName: false, form: about(schema) ?? 'Write it as in the examples.' };
  if (text === '') report('empty-text', place, {});
  else if (codes.includes('too_big')) report('too-long', place, { limit: limitsOf(schema).most ?? 0 });
  else if (form.isName) report('bad-id', place, { name: text, form: form.form });
  else report('wrong-format', place, { value: text, form: form.form });
}
