export { applyFixes } from './apply-fixes.js';
export type { Finding, Fix } from './lint.js';
export { type LintOptions, lintKinds, lintKnowledge } from './lint-knowledge.js';
