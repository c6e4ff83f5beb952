export { type CallResult, type Difference, runCall, runCalls } from './run-call.js';
