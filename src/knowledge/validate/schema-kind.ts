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

/** Looks through optional, nullable and lazy at what a schema really asks for. Nested unions become one. */
export function schemaKind(schema: Schema): SchemaKind {
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
      const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = schema._zod.bag;
      return { kind: 'list', element: def.element, least: minimum as number, most: maximum as number };
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
