export type * from './model.js';
export { type FileKind, fileSchemas } from './schema/index.js';
