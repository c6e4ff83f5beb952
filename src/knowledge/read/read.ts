import { placeInText } from '../../source/index.js';
import type { SourceFile } from '../loaded.js';
import type { Report } from '../words/index.js';
import { convert } from './convert.js';
import { decode } from './decode.js';
import { documentOf } from './document-of.js';
import { syntaxReason } from './syntax-reason.js';
import { checkTokens } from './tokens.js';
import { remember } from './written.js';

/** What was read from one file. */
export interface ReadFile {
  readonly path: string;
  /** The text as far as it could be decoded, for excerpts. */
  readonly shown: string;
  /** Its value under `root`, with places beside it; absent where the file could not be read. */
  readonly holder?: { readonly root: unknown };
}

const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  stringKeys: true,
  strict: true,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/**
 * Reads one file without trusting it: size, encoding, characters, tokens, then YAML, then what YAML allows and we do
 * not. Never throws for what is in the file.
 */
export function read(file: SourceFile, report: Report): ReadFile {
  const { path } = file;
  const { text, shown } = decode(path, file.text, report);
  if (text === undefined) return { path, shown };
  const placeOf = placeInText(path, text);
  const tokens = checkTokens(text, placeOf, report);
  if (!tokens.fine) return { path, shown };
  const document = documentOf(tokens.tokens, text.length, options);
  const problem = [...document.errors, ...document.warnings].sort(
    (a, b) => a.pos[0] - b.pos[0] || Number(b.code === 'MISSING_CHAR') - Number(a.code === 'MISSING_CHAR'),
  )[0];
  if (problem !== undefined) {
    // What is found missing only at the end of the text was left open at the last thing in it.
    const start = problem.pos[0] >= text.trimEnd().length ? tokens.last : problem.pos[0];
    const place = placeOf(start, endOnLine(text, [start, problem.pos[1]]));
    if (problem.code === 'MULTIPLE_DOCS') report('several-documents', place, {});
    else if (problem.code === 'NON_STRING_KEY') report('key-not-text', place, {});
    else report('syntax', place, { reason: syntaxReason(problem) });
    return { path, shown };
  }
  const span = [0, text.trimEnd().length] as const;
  const root = convert(document.contents, { text, placeOf, report }, span);
  if (root === null || root === '') {
    report('empty-file', placeOf(0, 0), {});
    return { path, shown };
  }
  const holder = { root };
  remember(holder, { text, placeOf, entries: new Map([['root', { value: span }]]) });
  return { path, shown, holder };
}

// Of a place of several lines only the first is marked.
function endOnLine(text: string, [start, end]: readonly [number, number]): number {
  const lineEnd = text.indexOf('\n', start);
  return Math.min(Math.max(start + 1, end), lineEnd === -1 ? text.length : lineEnd);
}
