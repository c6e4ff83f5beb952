export { appendTo } from './append-call.js';
export { mostBytes } from './decode.js';
export { type ReadFile, read } from './read.js';
export {
  entriesOf,
  entryPlace,
  headPlace,
  isWritten,
  keyPlace,
  piecePlace,
  sourceOf,
  valuePlace,
} from './written.js';
