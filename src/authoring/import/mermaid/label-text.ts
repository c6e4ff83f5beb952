import { hostileCharacters } from '../../../source/index.js';

/** The text of a label, and what of it was left out. */
export interface LabelText {
  readonly text: string;
  /** A word for each kind of thing that was left out, such as `icon`. */
  readonly leftOut: readonly string[];
}

const named: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
  semi: ';',
  colon: ':',
  hash: '#',
  num: '#',
  percnt: '%',
  lpar: '(',
  rpar: ')',
  lbrack: '[',
  rbrack: ']',
  lsqb: '[',
  rsqb: ']',
  lbrace: '{',
  rbrace: '}',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rarr: '→',
  larr: '←',
  check: '✓',
  copy: '©',
  reg: '®',
  deg: '°',
  euro: '€',
};
// Only what is known as markup: "<name>" in a label is a place holder that an author wrote.
const markup =
  /<\/?(?:a|b|i|u|s|em|strong|span|div|p|font|small|big|sub|sup|code|pre|center|ul|ol|li|hr|img|h[1-6])(?:\s[^<>]*)?\/?>/gi;
const icon = /(?:^|(?<=[\s>]))(?:fa|fab|fas|far|fal|fad|fak|mdi):[\w-]+/g;

/**
 * The plain text of a label as Mermaid writes it: without markup, with its entities (`#quot;`, `&amp;`, `#9829;`) as the
 * characters that they stand for, and on one line.
 */
export function labelText(written: string): LabelText {
  const leftOut = new Set<string>();
  const without = (pattern: RegExp, word: (found: string) => string, text: string): string =>
    text.replace(pattern, (found: string) => {
      leftOut.add(word(found));
      return ' ';
    });
  const markdown = /^`([\s\S]*)`$/.exec(written.trim());
  let text = (markdown?.[1] ?? written).replace(/<br\s*\/?>|\\n/gi, '\n');
  text = text.replace(markup, (tag) => {
    if (/\b(?:href|src)\s*=/i.test(tag)) leftOut.add('link');
    return /^<\/?(?:p|div|li|ul|ol|hr|h[1-6])\b/i.test(tag) ? '\n' : '';
  });
  text = without(icon, () => 'icon', text);
  text = text.replace(/\*\*(?=\S)([^*\n]+)\*\*/g, '$1');
  if (markdown !== null) text = text.replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]+)\1(?![\p{L}\p{N}])/gu, '$2');
  text = text.replace(/[#&](#?)([a-z]{2,8}|x?[0-9a-f]{1,6});/gi, entity);
  if (hostileCharacters(text, 1).length > 0) {
    leftOut.add('invisible character');
    const hidden = hostileCharacters(text, text.length);
    let clean = '';
    let from = 0;
    for (const { offset, character } of hidden) {
      clean += text.slice(from, offset);
      from = offset + character.length;
    }
    text = clean + text.slice(from);
  }
  return { text: text.replace(/\s+/g, ' ').trim(), leftOut: [...leftOut] };
}

function entity(whole: string, _: string, name: string): string {
  const known = Object.hasOwn(named, name.toLowerCase()) ? named[name.toLowerCase()] : undefined;
  if (known !== undefined) return known;
  const code = /^x[0-9a-f]+$/i.test(name) ? Number.parseInt(name.slice(1), 16) : /^\d+$/.test(name) ? Number(name) : -1;
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
