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
export {
  edgeName,
  type Picture,
  type PictureCall,
  type PictureCount,
  type PictureEdge,
  type PictureLine,
  type PictureNode,
  type PictureOptions,
  type PicturePageOptions,
  type PictureWeights,
  type Point,
  pictureOf,
  toDot,
  toHtml,
  toMermaid,
  toSvg,
  wayOf,
  weightsOf,
} from './picture/index.js';
export { type CallResult, type Difference, runCall, runCalls } from './run-call.js';
