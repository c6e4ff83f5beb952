export * from './knowledge/index.js';
export type { FactValue } from './rules/index.js';
export { type Diagnostic, excerpt, neutralised, type Place, type Severity } from './source/index.js';
