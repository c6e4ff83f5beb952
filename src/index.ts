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
export type * from './knowledge/index.js';
// Loading
export {
  diagnosticKinds,
  edgesFrom,
  factValue,
  findLoops,
  jsonSchemas,
  loadFolder,
  loadTexts,
  loopsWithoutQuestion,
  reachableNodes,
} from './knowledge/index.js';
// What the caller says
export {
  type AnswerHeard,
  type FactHeard,
  type Found,
  type How,
  type Listened,
  listen,
  type Match,
  type OpenQuestion,
  openSearch,
  type Result,
  type Search,
  type SearchOptions,
  search,
} from './search/index.js';
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
  type Said,
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
export { type Diagnostic, displayWidth, excerpt, neutralised, type Place, type Severity } from './source/index.js';
