import type { Fix } from './lint.js';
import type { WrittenText } from './written-texts.js';

/** How to give a text another ending: certain only where it stands on one line, just as it is read. */
export function endFix({ text, at, isPlain }: WrittenText, ending: string): Fix | undefined {
  if (!isPlain) return undefined;
  return { place: at, text: `${text.replace(/[.:,;!]$/, '')}${ending}` };
}
