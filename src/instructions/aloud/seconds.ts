import { describes } from './describes.js';
import { reading } from './reading.js';

/** Seconds, written close to the number. The 1980s and his 30s are none. */
export const seconds = reading(
  String.raw`(?<!\b(?:the|his|her|their|my|your|our|early|late|mid|in) )([0-9]{1,3})s`,
  (found) => `${found[1]} second${found[1] === '1' || describes(found) ? '' : 's'}`,
);
