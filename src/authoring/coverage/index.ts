export { type Coverage, type Covered, coverageOf, percentCovered, type TreeCoverage } from './coverage-of.js';
export { type CoverageItem, type CoverageKind, coverageKinds } from './items-of-tree.js';
