import type { FileKind } from './schema/index.js';

/** The JSON Schema of each kind of file, by the name under which it is published in `schema`. */
export async function jsonSchemas(): Promise<Readonly<Record<FileKind, object>>> {
  const { z } = await import('zod');
  const { fileSchemas } = await import('./schema/index.js');
  const entries = Object.entries(fileSchemas).map(([kind, schema]) => [kind, z.toJSONSchema(schema)]);
  return Object.fromEntries(entries) as Record<FileKind, object>;
}
