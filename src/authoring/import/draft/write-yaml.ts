import { hostileCharacters } from '../../../source/index.js';

/** A value of YAML that can be written: a text, a list, a map on one line, or a map of lines with comments. */
export type Written = string | readonly Written[] | { readonly short: readonly (readonly [string, string])[] } | Block;

/** A map over several lines. */
export interface Block {
  readonly lines: readonly Line[];
}

/** A key with its value and its comments. */
export interface Line {
  readonly key: string;
  readonly value: Written;
  /** Comments on lines of their own before it. */
  readonly above?: readonly string[];
  /** A comment behind it. */
  readonly beside?: string;
}

/** A text on one line, without characters that are not seen, at most so long. */
export function oneLine(text: string, most = 2_000): string {
  const clean = hostileCharacters(text, 1).length === 0 ? text : [...text].filter(isSeen).join('');
  const line = clean.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

const isSeen = (character: string): boolean => /\s/.test(character) || hostileCharacters(character, 1).length === 0;

/** A comment of one line. */
export function comment(text: string): string {
  return `# ${oneLine(text, 400)}`;
}

/** Lines of YAML, ending with a line break. `indent` is in blanks. */
export function writeBlock({ lines }: Block, indent = 0): string {
  return lines.map((line) => writeLine(line, indent)).join('');
}

function writeLine({ key, value, above = [], beside }: Line, indent: number): string {
  const blanks = ' '.repeat(indent);
  const behind = beside === undefined ? '' : ` ${comment(beside)}`;
  const before = above.map((text) => `${blanks}${comment(text)}\n`).join('');
  const name = `${before}${blanks}${writeKey(key)}:`;
  if (typeof value === 'string') return `${name} ${writeText(value)}${behind}\n`;
  if (isList(value)) return `${name}${behind}\n${value.map((item) => writeItem(item, indent + 2)).join('')}`;
  if ('short' in value) return `${name} ${writeShort(value.short)}${behind}\n`;
  return `${name}${behind}\n${writeBlock(value, indent + 2)}`;
}

function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value);
}

function writeItem(item: Written, indent: number): string {
  const blanks = ' '.repeat(indent);
  if (typeof item === 'string') return `${blanks}- ${writeText(item)}\n`;
  if (isList(item)) return '';
  if ('short' in item) return `${blanks}- ${writeShort(item.short)}\n`;
  return `${blanks}- ${writeBlock(item, indent + 2).trimStart()}`;
}

function writeShort(entries: readonly (readonly [string, string])[]): string {
  return `{ ${entries.map(([key, value]) => `${writeKey(key)}: ${writeText(value, true)}`).join(', ')} }`;
}

/** A key: a name that could be taken for a number or a truth value gets quotes. */
function writeKey(key: string): string {
  return /^[a-z_][a-z0-9_-]*$/.test(key) && !isNoText(key) ? key : JSON.stringify(key);
}

const isNoText = (text: string): boolean => /^(?:true|false|null|~)$/i.test(text);

/** A text without quotes where that cannot be read as something else. */
function writeText(text: string, inMap = false): string {
  const plain = /^[\p{L}][\p{L}\p{N} ,.'’()/%–_-]*\??$/u.test(text) && !isNoText(text) && !text.endsWith(' ');
  return plain && !(inMap && text.includes(',')) ? text : JSON.stringify(text);
}
