// Control characters but tab and line feed, a carriage return that ends no line, soft hyphen, fillers, bidi marks and
// overrides, zero-width characters, line and paragraph separators, noncharacters, tags, lone surrogates. Written as
// text, because a literal would put the characters themselves into this file.
const hostile =
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f' +
  '\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff\\u{e0000}-\\u{e0fff}]|\\r(?!\\n)|\\p{Cs}';
const anywhere = new RegExp(hostile, 'gu');
const once = new RegExp(hostile, 'u');

/** The places, as offsets, of characters that are invisible or that change how others are shown; at most `limit`. */
export function hostileCharacters(text: string, limit = 20): readonly { offset: number; character: string }[] {
  const found: { offset: number; character: string }[] = [];
  if (!once.test(text)) return found;
  for (const match of text.matchAll(anywhere)) {
    found.push({ offset: match.index, character: match[0] });
    if (found.length === limit) break;
  }
  return found;
}

/** The name of a character as `U+202E`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text with every hostile character replaced by a visible one of width one, so that it can be shown anywhere. */
export function neutralised(text: string): string {
  return text.replace(anywhere, '\ufffd');
}
