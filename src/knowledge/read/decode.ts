import { codePointName, hostileCharacters, placeInText } from '../../source/index.js';
import type { Report } from '../words/index.js';

const large = 256 * 1024;
const largest = 1024 * 1024;

/** The most bytes of a file that are ever looked at: one more than are allowed. */
export const mostBytes = largest + 1;

function decodeBytes(path: string, bytes: Uint8Array, report: Report): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const at = Math.max(0, firstDifference(lenient, bytes));
    report('not-utf8', placeInText(path, lenient)(at, at + 1), {});
    return undefined;
  }
}

// The first replacement character that does not stand for itself in the bytes.
function firstDifference(lenient: string, bytes: Uint8Array): number {
  const encoder = new TextEncoder();
  let offset = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let from = 0;
  for (let at = lenient.indexOf('\ufffd'); at !== -1; at = lenient.indexOf('\ufffd', at + 1)) {
    offset += encoder.encode(lenient.slice(from, at)).length;
    const genuine = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!genuine) return at;
    offset += 3;
    from = at + 1;
  }
  return lenient.length - 1;
}

/**
 * The text of a file, without a byte order mark, once its size, its encoding and its characters are found right;
 * nothing when it must not be parsed. `shown` is the text as far as it is known, for excerpts.
 */
export function decode(path: string, content: string | Uint8Array, report: Report): { text?: string; shown: string } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const top = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  if (bytes.length > largest) {
    report('too-large', top, {});
    return { shown: '' };
  }
  if (bytes.length > large) report('file-large', top, { size: bytes.length });
  const decoded = typeof content === 'string' ? content.replace(/^\ufeff/, '') : decodeBytes(path, content, report);
  if (decoded === undefined) return { shown: new TextDecoder('utf-8').decode(bytes) };
  const hidden = hostileCharacters(decoded);
  if (hidden.length === 0) return { text: decoded, shown: decoded };
  const placeOf = placeInText(path, decoded);
  for (const { offset, character } of hidden)
    report('hidden-character', placeOf(offset, offset + character.length), { character: codePointName(character) });
  return { shown: decoded };
}
