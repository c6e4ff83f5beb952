// The library: every public name, in sections, and nothing else.

// For authors
export { type CallResult, type Difference, runCall, runCalls } from './authoring/index.js';
// Words
export {
  type Choice,
  durationInWords,
  faultName,
  fill,
  type Instruction,
  instruct,
  moveInWords,
  unsureWords,
  valueInWords,
} from './instructions/index.js';
// Loading
export * from './knowledge/index.js';
// A call
export {
  type Asking,
  addressOf,
  asked,
  type Beginning,
  type Closed,
  type Doing,
  type Event,
  type FaultStatus,
  type Fixed,
  type Given,
  how,
  type Input,
  type Isolated,
  type Known,
  labelOf,
  type Move,
  missing,
  type Position,
  type Preview,
  parseSession,
  preview,
  previewOf,
  type Question,
  type Reason,
  type Referred,
  type Reopened,
  type Revision,
  reopen,
  type Session,
  type Situation,
  type Source,
  type Stepped,
  situation,
  start,
  step,
  trail,
  unsureKinds,
  type WhyNot,
  whyNot,
} from './session/index.js';
export { type Diagnostic, excerpt, neutralised, type Place, type Severity } from './source/index.js';
