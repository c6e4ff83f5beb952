import { z } from 'zod';
import { nearest } from '../../source/index.js';
import { entriesOf, headPlace, keyPlace } from '../read/index.js';
import { type FileKind, fileSchemas, nodeKinds, nodeSchemas } from '../schema/index.js';
import type { Report } from '../words/index.js';
import { quoted } from '../words/wording.js';
import { chooseOption } from './choose-option.js';
import { conditionForms, isConditionUnion } from './condition-forms.js';
import { formOf, reportType, validateLeaf } from './leaf.js';
import { about, listedValues, type Schema, type SchemaKind, schemaKind } from './schema-kind.js';

type Parent = object;
type Key = string | number;
type OfKind<Kind extends SchemaKind['kind']> = Extract<SchemaKind, { kind: Kind }>;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (parent: Parent, key: Key): unknown => (parent as Record<Key, unknown>)[key];

/**
 * Checks the value of a file against the schema of its kind and reports what does not fit in an author's words. Walks
 * schema and value side by side, because what zod says about a union is about every option and not about the one that
 * the author meant; single values are left to zod.
 */
export function validate(kind: FileKind, holder: { readonly root: unknown }, report: Report): void {
  walk(fileSchemas[kind], holder, 'root', report);
}

function walk(schema: Schema, parent: Parent, key: Key, report: Report): void {
  const wanted = schemaKind(schema);
  const value = at(parent, key);
  if (wanted.kind === 'leaf') validateLeaf(wanted.schema, parent, key, report);
  else if (wanted.kind === 'union') walkUnion(wanted, parent, key, report);
  else if (wanted.kind === 'list') {
    if (Array.isArray(value)) walkList(wanted, parent, key, value, report);
    else reportType(parent, key, 'a list', false, report);
  } else if (!isMap(value)) reportType(parent, key, 'a map of keys and values', false, report);
  else if (wanted.kind === 'map') walkMap(wanted, parent, key, value, report);
  else walkRecord(wanted, value, report);
}

function walkList(wanted: OfKind<'list'>, parent: Parent, key: Key, value: readonly unknown[], report: Report): void {
  if (value.length < wanted.least) report('too-few', keyPlace(parent, key), { limit: wanted.least });
  if (value.length > wanted.most) report('too-many', keyPlace(parent, key), { limit: wanted.most });
  for (const index of value.keys()) walk(wanted.element, value, index, report);
}

function walkMap(wanted: OfKind<'map'>, parent: Parent, key: Key, value: Record<string, unknown>, report: Report) {
  const known = Object.keys(wanted.shape);
  const missing = wanted.needed.filter((needed) => !Object.hasOwn(value, needed));
  for (const [name] of entriesOf(value)) {
    if (Object.hasOwn(wanted.shape, name)) walk(wanted.shape[name] as Schema, value, name, report);
    else {
      const meant = nearest(name, known);
      const comma = isRestOfText(value, name);
      report('unknown-key', keyPlace(value, name), {
        name,
        among: known,
        comma,
        needed: missing.includes(meant ?? ''),
      });
    }
  }
  // A misspelt key is both unknown and missing; it is said once.
  const strangers = Object.keys(value).filter((name) => !known.includes(name));
  for (const needed of missing)
    if (!strangers.some((name) => nearest(name, known) === needed))
      report('missing-key', headPlace(parent, key), { key: needed, about: about(wanted.shape[needed] as Schema) });
}

// In braces a comma ends a text, and what follows it becomes a key with nothing after it.
function isRestOfText(value: Record<string, unknown>, name: string): boolean {
  return value[name] === null && /\s/.test(name);
}

function walkRecord(wanted: OfKind<'record'>, value: Record<string, unknown>, report: Report): void {
  const listed = listedValues(wanted.key);
  for (const [name] of entriesOf(value)) {
    if (!z.safeParse(wanted.key, name).success) {
      const place = keyPlace(value, name);
      if (listed !== undefined) {
        report('unknown-key', place, { name, among: listed });
        continue;
      }
      report('bad-id', place, { name, form: formOf(wanted.key)?.form ?? 'A name has 1 to 80 characters.' });
    }
    walk(wanted.value, value, name, report);
  }
}

function walkUnion(wanted: OfKind<'union'>, parent: Parent, key: Key, report: Report): void {
  const value = at(parent, key);
  if (value === null && wanted.nullable) return;
  if (isMap(value) && wanted.options[0] === nodeSchemas.ask) {
    walkNode(parent, String(key), value, report);
    return;
  }
  const forms = isMap(value) && isConditionUnion(wanted.options) ? conditionForms(value) : undefined;
  if (forms !== undefined && (forms.length > 1 || Object.keys(value as object).length === 0)) {
    report('condition-form', headPlace(parent, key), { forms });
    return;
  }
  const option = chooseOption(wanted.options, value);
  if (option !== undefined) walk(option, parent, key, report);
  else {
    const text = wanted.options.some((one) => schemaKind(one).kind === 'leaf');
    reportType(parent, key, [...new Set(wanted.options.map(optionWords))].join(' or '), text, report);
  }
}

function optionWords(option: Schema): string {
  const wanted = schemaKind(option);
  if (wanted.kind === 'list') return 'a list';
  if (wanted.kind !== 'leaf') return 'a map of keys and values';
  return (wanted.schema as z.core.$ZodTypes)._zod.def.type === 'number' ? 'a number' : 'a text';
}

function walkNode(parent: Parent, key: string, value: Record<string, unknown>, report: Report): void {
  const kinds = nodeKinds.filter((kind) => Object.hasOwn(value, kind));
  const [kind] = kinds;
  if (kind === undefined) {
    const misspelt = Object.keys(value).find((name) => nearest(name, nodeKinds) !== undefined);
    const near = misspelt === undefined ? undefined : nearest(misspelt, nodeKinds);
    const related =
      misspelt === undefined ? [] : [{ message: `${quoted(misspelt)} stands here.`, place: keyPlace(value, misspelt) }];
    report('node-kind-missing', keyPlace(parent, key), { node: key, near, kinds: nodeKinds }, related);
  } else if (kinds.length > 1) report('node-kind-several', keyPlace(parent, key), { node: key, kinds });
  else walk(nodeSchemas[kind], parent, key, report);
}
