import { reading } from './reading.js';
import { spelled } from './spelled.js';

// What everybody says as it is written, though letters and digits are mixed in it.
const said =
  /^(?:wpa[23].*|wi-?fi.*|ipv[46].*|mp[34].*|rj-?45|x86[-_]64|usb.*|hdmi.*|[0-9]+[-_]in[-_][0-9]+|[0-9]+(?:x[0-9]+)+|[0-9]+[hms](?:[0-9]+[ms]?)*|.*[0-9][ap]m(?:[-_].*)?|(?:fy|q[1-4][-_]?)[0-9]{4}|[0-9]+[a-z]|[0-9]+(?:st|nd|rd|th)(?:[-_].*)?)$/i;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Whether letters and digits alternate as only a code does, or stand beside a long number. */
function mixesLikeACode(text: string): boolean {
  const letters = count(text, /[A-Za-z]/g);
  const digits = count(text, /[0-9]/g);
  const runs = count(text, /[A-Za-z]+|[0-9]+/g);
  if (letters === 0 || digits === 0 || letters + digits > 30) return false;
  return runs > 3 || (letters + digits > 4 && ((runs > 2 && digits > 1) || digits > 3));
}

/** Letters that are said as a word: three small ones with a vowel, or a long one in capitals. */
function holdsWord(text: string): boolean {
  const runs = text.match(/[a-z]{3,}|[A-Z]{5,}/g) ?? [];
  return runs.some((run) => /[aeiouy]/i.test(run));
}

const isWord = (text: string): boolean => /^[A-Za-z]+$/.test(text) && holdsWord(text);

function say(code: string): string | undefined {
  if (said.test(code)) return undefined;
  if (!holdsWord(code)) return mixesLikeACode(code) ? spelled(code, true) : undefined;
  // DESKTOP-7G3K2: the word is said, and the code beside it spelled.
  const parts = code.split(/([-_])/);
  const rest = parts.filter((part) => !isWord(part));
  if (rest.some(holdsWord) || !rest.some(mixesLikeACode)) return undefined;
  return parts.map((part) => (isWord(part) ? part : spelled(part, true))).join(', ');
}

/**
 * A code that mixes letters and digits: `capital B as in Bravo, 7, capital K as in Kilo, dash, 2 0 4`. Names that
 * everybody says as they are written (4K, MP3, WPA2, COVID-19), and short ones, are none.
 */
export const code = reading('[A-Za-z0-9]{1,30}(?:[-_][A-Za-z0-9]{1,30}){0,7}', ([found]) => say(found));
