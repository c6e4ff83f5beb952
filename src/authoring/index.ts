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
export * from './coverage/index.js';
export {
  type Change,
  type ChangedThing,
  callsElsewhere,
  compareKnowledge,
  type EndsElsewhere,
  sessionsElsewhere,
} from './diff/index.js';
export * from './explore/index.js';
export {
  type Chart as ImportedChart,
  type ChartEdge,
  type ChartNode,
  type FieldNames,
  fieldKinds,
  type ImportedCharts,
  type ImportedTree,
  type ImportOptions as ChartOptions,
  type ImportRemark,
  importTrees,
  leftOutLines,
} from './import/index.js';
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
