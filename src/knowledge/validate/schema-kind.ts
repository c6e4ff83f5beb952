import type { z } from 'zod';

/** A schema of any kind. */
export type Schema = z.core.$ZodType;

/** What a schema asks for, in a form that can be walked beside the value. */
export type SchemaKind =
  | { readonly kind: 'map'; readonly shape: Readonly<Record<string, Schema>>; readonly needed: readonly string[] }
  | { readonly kind: 'record'; readonly key: Schema; readonly value: Schema }
  | { readonly kind: 'list'; readonly element: Schema; readonly least: number; readonly most: number }
  | { readonly kind: 'union'; readonly options: readonly Schema[]; readonly nullable: boolean }
  | { readonly kind: 'leaf'; readonly schema: Schema };

const isOptional = (schema: Schema): boolean => schema._zod.optin === 'optional';

const kinds = new WeakMap<Schema, SchemaKind>();

/** Looks through optional, nullable and lazy at what a schema really asks for. Nested unions become one. */
export function schemaKind(schema: Schema): SchemaKind {
  let kind = kinds.get(schema);
  if (kind === undefined) {
    kind = kindOf(schema);
    kinds.set(schema, kind);
  }
  return kind;
}

function kindOf(schema: Schema): SchemaKind {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
      return schemaKind(def.innerType);
    case 'lazy':
      return schemaKind(def.getter());
    case 'nullable': {
      const inner = schemaKind(def.innerType);
      if (inner.kind === 'union') return { ...inner, nullable: true };
      return { kind: 'union', options: [def.innerType], nullable: true };
    }
    case 'object':
      return {
        kind: 'map',
        shape: def.shape,
        needed: Object.keys(def.shape).filter((key) => !isOptional(def.shape[key] as Schema)),
      };
    case 'record':
      return { kind: 'record', key: def.keyType, value: def.valueType };
    case 'array': {
      const { least = 0, most = Number.POSITIVE_INFINITY } = limitsOf(schema);
      return { kind: 'list', element: def.element, least, most };
    }
    case 'union':
      return { kind: 'union', options: def.options.flatMap(flatOptions), nullable: false };
    default:
      return { kind: 'leaf', schema };
  }
}

function flatOptions(option: Schema): readonly Schema[] {
  const inner = schemaKind(option);
  return inner.kind === 'union' ? inner.options : [option];
}

/** The values that a leaf lists, if it lists any. */
export function listedValues(schema: Schema): readonly string[] | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'enum') return Object.values(def.entries).map(String);
  return def.type === 'literal' ? def.values.map(String) : undefined;
}

/** The kind of value a leaf wants. */
export function leafType(schema: Schema): 'string' | 'number' | 'boolean' {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'number' || def.type === 'boolean' ? def.type : 'string';
}

/** What the schema's author wrote about it. */
export function about(schema: Schema): string | undefined {
  return (schema as z.ZodType).description;
}

/** What a schema demands beside the type: the least and most of its length or value, and its pattern. */
export interface Limits {
  readonly least?: number;
  /** Whether the value has to be more than `least`. */
  readonly exclusive?: boolean;
  readonly most?: number;
  readonly pattern?: string;
}

/** The limits of a list, a text or a number, as its checks give them. */
export function limitsOf(schema: Schema): Limits {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const limits: { -readonly [Key in keyof Limits]: Limits[Key] } = {};
  if ('pattern' in def && def.pattern instanceof RegExp) limits.pattern = String(def.pattern);
  for (const check of def.checks ?? []) {
    const found = (check as z.core.$ZodChecks)._zod.def;
    if (found.check === 'min_length') limits.least = found.minimum;
    else if (found.check === 'max_length') limits.most = found.maximum;
    else if (found.check === 'less_than') limits.most = Number(found.value);
    else if (found.check === 'greater_than') {
      limits.least = Number(found.value);
      limits.exclusive = !found.inclusive;
    } else if ('pattern' in found && found.pattern instanceof RegExp) limits.pattern = String(found.pattern);
  }
  return limits;
}
