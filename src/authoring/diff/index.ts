export type { Change, ChangedThing } from './change.js';
export { compareKnowledge } from './compare-knowledge.js';
export { callsElsewhere, type EndsElsewhere, sessionsElsewhere } from './ends-elsewhere.js';
export { type PathElsewhere, pathsElsewhere } from './paths-elsewhere.js';
