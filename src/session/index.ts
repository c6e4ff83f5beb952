export type { Ahead, Way } from './ahead.js';
export { faultAt, stepsAt } from './ask.js';
export { type AskedWords, asked } from './asked.js';
export { type Danger, dangers } from './dangers.js';
export type { Act, Channel, Event, Input, Remark, Revision, Said, Session, Source, Stamp } from './event.js';
export type {
  Account,
  Ground,
  Missing,
  OpenPoint,
  PossibleReply,
  Telling,
  Why,
  WhyNot,
} from './explain/index.js';
export { how, missing, stillPossible, whatIf, whatIfEach, why, whyNot } from './explained.js';
export { outcomeOf } from './outcome.js';
export { parseSession, readSession } from './parse-session.js';
export { type Recorded, recordOf } from './record.js';
export {
  abandonedNow,
  type Caller,
  callerKnown,
  callerOf,
  channelOf,
  type Flag,
  flagsOf,
  type Parked,
  type Promised,
  parkedNow,
  promisesOf,
  satisfactionOf,
} from './remarks-kept.js';
export type { Reply } from './replies-ahead.js';
export {
  type Asking,
  type Closed,
  type Doing,
  type Fixed,
  type Isolated,
  labelOf,
  type MeanwhileQuestion,
  type PostponedQuestion,
  type ProblemStanding,
  type Referred,
  type Situation,
} from './situation.js';
export { type StandingAct, standingActs } from './standing-acts.js';
export {
  addressOf,
  type FaultStatus,
  isSettled,
  type Known,
  type Move,
  type Position,
  type Question,
  type Reason,
  type State,
} from './state.js';
export { stateOf } from './state-of.js';
export {
  ahead,
  type Beginning,
  type Given,
  type Preview,
  preview,
  previewOf,
  type Reopened,
  reopen,
  type Stepped,
  situation,
  start,
  step,
  trail,
} from './step.js';
export { unsureKinds } from './unsure-kinds.js';
