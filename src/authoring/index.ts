export {
  type Agreed,
  type CallResult,
  type Difference,
  type RecordedCall,
  recordCall,
  renderJunit,
  runCall,
  runCalls,
  type WrittenCall,
} from './calls/index.js';
export {
  type Change,
  type ChangedThing,
  callsElsewhere,
  compareKnowledge,
  type EndsElsewhere,
  sessionsElsewhere,
} from './diff/index.js';
export {
  applyFixes,
  type Finding as LintFinding,
  type Fix as LintFix,
  type LintOptions,
  lintKinds,
  lintKnowledge,
} from './lints/index.js';
