export { type Canvas, canvasOn, type Size } from './canvas.js';
export { cutLeft, cutRight, padded, widthOf, wrapped } from './fit-text.js';
export { type Key, readKeys } from './read-keys.js';
export { readText } from './read-text.js';
