export type { Diagnostic, Severity } from './diagnostic.js';
export { displayWidth } from './display-width.js';
export { excerpt } from './excerpt.js';
export { codePointName, hostileCharacters, neutralised } from './hostile-characters.js';
export { nearest } from './nearest.js';
export type { Place } from './place.js';
export { type PlaceInText, placeInText } from './place-in-text.js';
