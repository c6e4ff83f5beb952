import { isMap, isNode, isSeq, parseDocument, stringify } from 'yaml';

const options = { version: '1.2', schema: 'core' } as const;
const head = '# yaml-language-server: $schema=../../schema/calls.schema.json\n';

/** A call file with one more call at its end; everything else in it stays as it is written. */
export function appendTo(text: string | undefined, tree: string, call: object): string {
  if (text === undefined || text.trim() === '') return `${head}tree: ${tree}\ncalls:\n${written(call, 2)}`;
  const document = parseDocument(text, options);
  const root = document.contents;
  const calls = isMap(root) ? root.get('calls', true) : undefined;
  if (document.errors.length > 0 || !isSeq(calls)) throw new TypeError('This is not a call file.');
  const last = calls.items.at(-1);
  const range = isNode(last) ? last.range : undefined;
  if (calls.flow === true || range === undefined || range === null) {
    // A list in brackets cannot be gone on with line by line.
    calls.flow = false;
    calls.add(document.createNode(call));
    return document.toString({ lineWidth: 0 });
  }
  const indent = indentOfItem(text.slice(0, range[0]));
  const end = text.slice(0, range[1]).trimEnd().length;
  // A comment behind the last value belongs to its line.
  const lineEnd = text.indexOf('\n', end);
  const until = lineEnd === -1 ? text.length : lineEnd;
  const rest = text.slice(until + 1);
  return `${text.slice(0, until)}\n${written(call, indent)}${rest}`;
}

/** How far the dash stands in that begins the item before whose value the text ends. */
function indentOfItem(before: string): number {
  const line = before.split('\n').findLast((each) => /^ *-(?:\s|$)/.test(each)) ?? '';
  return line.length - line.trimStart().length;
}

function written(call: object, indent: number): string {
  const text = stringify([call], { ...options, lineWidth: 0, collectionStyle: 'any', flowCollectionPadding: true });
  const blanks = ' '.repeat(indent);
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `${blanks}${line}`))
    .join('\n');
}
