import { calls, happeningKinds } from './calls.js';
import { facts, factTypes } from './facts.js';
import { lintLevels, manifest } from './manifest.js';
import { nodeKinds, nodeSchemas } from './nodes.js';
import { overlays } from './overlays.js';
import { checks, glossary, rules } from './shared.js';
import { steps } from './steps.js';
import { procedure, tree } from './tree.js';
import { unsure, unsureKinds } from './unsure.js';
import { address, day, duration, factName, id } from './words.js';

export {
  address,
  day,
  duration,
  factName,
  factTypes,
  happeningKinds,
  id,
  lintLevels,
  nodeKinds,
  nodeSchemas,
  steps,
  unsure,
  unsureKinds,
};

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
  overlays,
} as const;

/** The kinds of file in a knowledge base. */
export type FileKind = keyof typeof fileSchemas;
