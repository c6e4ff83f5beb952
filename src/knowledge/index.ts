export type { Condition, FactValue, Scalar } from '../rules/index.js';
export type { Place } from '../source/index.js';
export { appendCall } from './append-call.js';
export type * from './call-example.js';
export { diagnosticKinds } from './diagnostic-kinds.js';
export { type Entry, type Inserted, insertEntry } from './edit/insert-entry.js';
export { type FactValueResult, factValue } from './fact-value.js';
export { faultCauses } from './fault-causes.js';
export {
  components,
  edgesFrom,
  findLoops,
  loopsWithoutQuestion,
  type PlaceInTree,
  reachableNodes,
} from './graph/index.js';
export type { HandOverPlaceholder } from './hand-over-placeholders.js';
export { jsonSchemas } from './json-schemas.js';
export type { KnowledgeBase } from './knowledge-base.js';
export { keptWith, loadFolder } from './load-folder.js';
export { loadTexts } from './load-texts.js';
export type { Loaded, LoadFolderOptions, SourceFile } from './loaded.js';
export type * from './model.js';
export { nearestTerm } from './nearest-term.js';
export { outcomes } from './outcomes.js';
export type { Overlay } from './overlay.js';
export {
  entriesOf,
  entryPlace,
  headPlace,
  isWritten,
  keyPlace,
  piecePlace,
  sourceOf,
  valuePlace,
} from './read/written.js';
export type { FileKind } from './schema/index.js';
export { withoutUndefined } from './without-undefined.js';
export type { DiagnosticKind } from './words/index.js';
export type { WrittenFile } from './written-file.js';
