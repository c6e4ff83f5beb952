import type { Fix } from './lint.js';
import { plainFix } from './plain-fix.js';
import type { WrittenText } from './written-texts.js';

/** How to give a text another ending, where that is certain. */
export function endFix(written: WrittenText, ending: string): Fix | undefined {
  return plainFix(written, `${written.text.replace(/[\s.:,;!]+$/, '')}${ending}`);
}
