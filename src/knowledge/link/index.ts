export { collect, compare } from './collect.js';
export type { ValidFile } from './files.js';
export { link } from './link.js';
