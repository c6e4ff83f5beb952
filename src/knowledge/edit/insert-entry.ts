import type { Node, Pair } from 'yaml';

/** What is put into a file: the lines of an entry as they stand without the indentation of its place, the first with its key. */
export interface Entry {
  /** Its key in a map; absent in a list, whose first line begins with "- ". */
  readonly key?: string;
  readonly lines: readonly string[];
}

/** The text with the entry in it, or why it cannot be put there, as the rest of a sentence: "it is written in braces". */
export type Inserted = { readonly text: string } | { readonly reason: string };

/**
 * Puts an entry behind the last one of a map or list in a YAML file, and leaves everything else as it is: comments, layout,
 * line ends. A map in braces takes only an entry of one line. A map that is missing at the top is begun at the end.
 * @param path the keys that lead to the map or list, such as `nodes`, `power`, `answers`
 */
export async function insertEntry(text: string, path: readonly string[], entry: Entry): Promise<Inserted> {
  const { isMap, isSeq, parseDocument } = await import('yaml');
  const document = parseDocument(text, { version: '1.2', schema: 'core', merge: false, strict: true });
  if (document.errors.length > 0) return { reason: 'it is no YAML' };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const put = (at: number, lines: readonly string[]): Inserted => ({
    text: `${text.slice(0, at)}${at === 0 || text[at - 1] === '\n' ? '' : newline}${lines.join(newline)}${newline}${text.slice(at)}`,
  });
  const holder = document.getIn(path, true) as Node | undefined;
  if (holder === undefined && path.length === 1 && isMap(document.contents) && document.contents.flow !== true)
    return put(text.length, [`${path[0]}:`, ...indented(entry.lines, 2)]);
  if (!isMap(holder) && !isSeq(holder)) return { reason: `"${path.join('.')}" is no map or list` };
  if (isMap(holder) && entry.key !== undefined && holder.has(entry.key))
    return { reason: `"${entry.key}" is there already` };
  const [start = 0, end = start] = holder.range ?? [];
  if (holder.flow === true) {
    const [line = '', ...more] = entry.lines;
    if (more.length > 0 || isSeq(holder)) return { reason: `"${path.join('.')}" is written in brackets` };
    return { text: inBraces(text, end - 1, line) };
  }
  const last = holder.items.at(-1) as Pair<Node, Node | null> | Node | undefined;
  if (last === undefined) return { reason: `"${path.join('.')}" is empty` };
  const lineEnd = text.indexOf('\n', text.slice(0, end).trimEnd().length - 1);
  return put(lineEnd < 0 ? text.length : lineEnd + 1, indented(entry.lines, columnOf(text, start)));
}

/** How far the first entry is indented: those that follow have to be as far. */
function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function indented(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(columns)}${line}`));
}

/** Before the brace that closes a map. Where that stands on a line of its own, so does the entry. */
function inBraces(text: string, brace: number, line: string): string {
  const before = text.slice(0, brace).trimEnd();
  const gap = text.slice(before.length, brace);
  const comma = before.endsWith('{') || before.endsWith(',') ? '' : ',';
  const lead = gap.includes('\n') ? `${gap.slice(0, gap.lastIndexOf('\n') + 1)}${entryIndent(before)}` : ' ';
  return `${before}${comma}${lead}${line}${gap === '' ? ' ' : gap}${text.slice(brace)}`;
}

function entryIndent(before: string): string {
  return /[^\n]*$/.exec(before)?.[0].match(/^\s*/)?.[0] ?? '';
}
