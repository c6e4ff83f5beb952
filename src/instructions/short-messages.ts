import { sentencesOf } from './sentences.js';

/** What one can take in at a glance, also on a phone. */
const longest = 400;

/**
 * Texts as messages to paste: as many of them in one message as fit, each on lines of its own. A text that is too long
 * for one is parted between two sentences, never inside one.
 */
export function shortMessages(texts: readonly string[]): readonly string[] {
  const pieces = texts.flatMap((text) => (text.length <= longest ? [text] : parted(text)));
  return joined(pieces, '\n');
}

function parted(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => joined(sentencesOf(line), ' '));
}

function joined(pieces: readonly string[], by: string): readonly string[] {
  const messages: string[] = [];
  for (const piece of pieces) {
    const last = messages.at(-1);
    if (last !== undefined && last.length + by.length + piece.length <= longest) {
      messages[messages.length - 1] = `${last}${by}${piece}`;
    } else messages.push(piece);
  }
  return messages;
}
