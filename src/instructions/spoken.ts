import { readings } from './aloud/index.js';

/** Longer texts stay as they are written: nobody reads twenty thousand characters aloud. */
const longest = 20_000;

/** Without one of these there is nothing to say otherwise: most texts are passed without a closer look. */
const mayHoldSomething =
  /[0-9@%\\/+*#>→»›]|\.[a-z]|(?:ctrl|control|alt|shift|cmd|command|win)-|Ctrl|Esc|PgUp|PgDn|PrtSc|(?:Del|Ins|Cmd|Opt|Win) key|approx\.|etc\./i;

/** What was read can hold something to read again, such as a code in a web address; never more often than this. */
const rounds = 8;

/**
 * A written text as one says it on the phone, in English: web addresses sign by sign, codes letter by letter, key
 * combinations by the names of the keys, numbers with their units. What cannot be told with certainty stays as it is
 * written, because a wrong reading is worse than none. Saying what is already said changes nothing.
 */
export function spoken(text: string): string {
  if (text.length > longest || !mayHoldSomething.test(text)) return text;
  let said = text;
  for (let round = 0; round < rounds; round += 1) {
    const next = readOnce(said);
    if (next === said) return said;
    said = next;
  }
  return text;
}

// Each reading looks at a bounded number of characters, and a word that none of them takes is passed as a whole: so the
// time grows with the length of the text and not faster.
function readOnce(text: string): string {
  let said = '';
  let at = 0;
  while (at < text.length) {
    const { length, words } = readAt(text, at);
    said += words;
    at += length;
  }
  return said;
}

const word = /[\p{L}\p{N}_]+|./suy;

function readAt(text: string, at: number): { readonly length: number; readonly words: string } {
  for (const { pattern, say } of readings) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const words = found === null ? undefined : say(found);
    if (found !== null && words !== undefined) return { length: found[0].length, words };
  }
  word.lastIndex = at;
  const [passed] = word.exec(text) ?? [text.charAt(at)];
  return { length: passed.length, words: passed };
}
