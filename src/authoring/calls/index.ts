export type { Agreed, CallResult, Difference } from './call-result.js';
export type { WrittenCall } from './example-of.js';
export { type RecordedCall, recordCall } from './record-call.js';
export { renderJunit } from './render-junit.js';
export { runCall, runCalls } from './run-call.js';
