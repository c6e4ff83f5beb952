import { Lexer } from 'yaml';
import type { PlaceInText } from '../../source/index.js';
import type { Report } from '../words/index.js';

/** How deep things may be nested. */
export const deepest = 64;

const refused = { '&': 'anchor', '*': 'alias', '!': 'tag', '%': 'directive' } as const;
// What the lexer puts in without taking it from the text: a document begins, a bracket is missing, a text follows.
const withoutLength: ReadonlySet<string> = new Set(['\u0002', '\u0018']);
const textFollows = '\u001f';

/** What the tokens of a text say about it. */
export interface CheckedTokens {
  /** Whether the text may be parsed. */
  readonly fine: boolean;
  /** Where the last token begins that is not blank: when something is not closed, it begins there or before. */
  readonly last: number;
  /** All of them, in order, where the text may be parsed. */
  readonly tokens: readonly string[];
}

/**
 * Looks at the tokens of a text one after the other, before anything that calls itself looks at it: refuses anchors,
 * aliases, tags and directives, and nesting beyond `deepest`.
 */
export function checkTokens(text: string, placeOf: PlaceInText, report: Report): CheckedTokens {
  const columns: number[] = [];
  let flow = 0;
  let offset = 0;
  let lineStart = 0;
  let atBlock = true;
  let isScalar = false;
  let fine = true;
  let last = 0;
  const tokens: string[] = [];
  for (const token of new Lexer().lex(text)) {
    tokens.push(token);
    if (token === textFollows) {
      isScalar = true;
      if (atBlock && flow === 0) open(columns, offset - lineStart);
      atBlock = false;
      continue;
    }
    if (withoutLength.has(token)) continue;
    const first = token[0] as keyof typeof refused;
    if (!isScalar) {
      const what = refused[first];
      if (what !== undefined && !(what === 'directive' && offset !== lineStart)) {
        report('yaml-feature', placeOf(offset, offset + token.trimEnd().length), { what, text: token.trim() });
        fine = false;
      }
      if (token === '{' || token === '[') {
        if (atBlock && flow === 0) open(columns, offset - lineStart);
        flow += 1;
        atBlock = false;
      } else if (token === '}' || token === ']') flow = Math.max(0, flow - 1);
      else if ((token === '-' || token === '?') && flow === 0) {
        open(columns, offset - lineStart);
        atBlock = true;
      }
    }
    if (columns.length + flow > deepest) {
      report('too-deep', placeOf(offset, offset + token.length), {});
      return { fine: false, last, tokens: [] };
    }
    if (token.trim() !== '') last = offset;
    const lastBreak = token.lastIndexOf('\n');
    offset += token.length;
    if (lastBreak !== -1) {
      lineStart = offset - (token.length - lastBreak - 1);
      if (!isScalar || flow === 0) atBlock = true;
    }
    isScalar = false;
  }
  return { fine, last, tokens };
}

// A block begins at a column: those that began further right, or there, have ended.
function open(columns: number[], column: number): void {
  while (columns.length > 0 && (columns.at(-1) as number) >= column) columns.pop();
  columns.push(column);
}
