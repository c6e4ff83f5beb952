import {
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
  type ParseOptions,
  Parser,
  YAMLParseError,
} from 'yaml';

/**
 * The document that the tokens of a text make, as `parseDocument` would give it, without splitting the text into tokens
 * a second time. `length` is that of the text.
 */
export function documentOf(
  tokens: readonly string[],
  length: number,
  options: ParseOptions & DocumentOptions,
): Document.Parsed {
  const [first, second] = new Composer(options).compose(parsed(tokens), true, length);
  if (first === undefined) throw new Error('The composer always makes a document.');
  if (second !== undefined) {
    const [start, end] = second.range;
    first.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'There is more than one document.'));
  }
  return first as Document.Parsed;
}

function* parsed(tokens: readonly string[]): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const token of tokens) yield* parser.next(token);
  yield* parser.end();
}
