import type { UnsureKind } from '../knowledge/index.js';

/** The ways of not knowing, in the order they are offered. */
export const unsureKinds: readonly UnsureKind[] = ['dont-know', 'cant-check', 'not-applicable', 'declined'];
