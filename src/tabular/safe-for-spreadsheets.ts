/**
 * With what a spreadsheet begins a formula, or a command to another program, in both widths; before it, what is not seen or
 * does not count: blanks, invisible characters, quotes.
 */
const formula =
  /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}"'`\u2018-\u201F\u00AB\u00BB\uFF02\uFF07]*[=+\-@|%＝＋－＠｜％\u2212\uFE62\uFE63\uFE66\uFE6A\uFE6B]/u;
/** Where a line of a cell ends. */
const lineEnd = /(\r\n|[\n\r\v\f\u0085\u2028\u2029])/;
/** Where programs cut a line into cells that are not told, or set up, to cut at commas. */
const cut = /([;\t])/;

/**
 * A text that no spreadsheet takes for a formula. An apostrophe stands before each of its lines, and each of their parts
 * between semicolons and tabs, that one could take for one, also behind blanks, invisible characters and quotes. What
 * begins with an apostrophe is safe already, and every other text stays as it is. Numbers that a report made itself are no
 * texts: they do not come here.
 */
export function safeForSpreadsheets(text: string): string {
  return text.split(lineEnd).map(safeLine).join('');
}

function safeLine(line: string): string {
  const safe = line.split(cut).map((part) => (formula.test(part) && !part.startsWith("'") ? `'${part}` : part));
  return (line.startsWith('\t') ? "'" : '') + safe.join('');
}
