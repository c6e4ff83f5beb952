import { checks, facts, factTypes, glossary, manifest, rules } from './shared.js';
import { calls, nodeKinds, nodeSchemas, procedure, tree, unsureKinds } from './tree.js';

export { factTypes, nodeKinds, nodeSchemas, unsureKinds };

/** The schema of each kind of file, by the name its JSON Schema is published under. */
export const fileSchemas = {
  'knowledge-base': manifest,
  tree,
  procedure,
  calls,
  facts,
  rules,
  checks,
  glossary,
} as const;

/** The kinds of file in a knowledge base. */
export type FileKind = keyof typeof fileSchemas;
