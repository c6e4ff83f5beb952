/**
 * What the template of a desk's hand-over note can have in braces, besides the facts:
 * - case: the number of the case - call: who called when, and who answered - caller: who it is, and how to reach them
 * - agent: who took the call - problem: what it is about - words: what the caller said - warnings: what to beware of
 * - found, tried, ruled_out, suspects: what is known - stands: how it ended, or where it stands - collect: what is still
 *   to ask - promised: what was promised, and by when - notes: what the agent noted
 */
export const handOverPlaceholders = [
  'case',
  'call',
  'caller',
  'agent',
  'problem',
  'words',
  'warnings',
  'found',
  'tried',
  'ruled_out',
  'suspects',
  'stands',
  'collect',
  'promised',
  'notes',
] as const;

/** One of them. */
export type HandOverPlaceholder = (typeof handOverPlaceholders)[number];
