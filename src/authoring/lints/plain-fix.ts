import type { Fix } from './lint.js';
import type { WrittenText } from './written-texts.js';

// A single word such as these is not text to YAML, or an author has to put it in quotes.
const notText = /^(?:true|false|null|yes|no|on|off|y|n|[-+.\d]\S*)$/i;

/** How to write a text otherwise: certain only where it stands on one line, just as it is read, and stays text. */
export function plainFix({ at, isPlain }: WrittenText, text: string): Fix | undefined {
  return isPlain && /\p{L}/u.test(text) && !notText.test(text) ? { place: at, text } : undefined;
}
