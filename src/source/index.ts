export type { Diagnostic, Severity } from './diagnostic.js';
export type { Place } from './place.js';
