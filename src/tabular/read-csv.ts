/** A table that was read. */
export interface ReadTable {
  /** Each row with the line in which it begins, from 1. Rows can differ in length; empty lines are left out. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
  /** Why it could not be read, and from which line on: then there are no rows. */
  readonly broken?: { readonly message: string; readonly line: number };
}

/**
 * Reads a table of values between commas, semicolons or tabs: what stands most often in its first line. Blanks round a value
 * are left out. Never throws for what stands in the text.
 */
export async function readCsv(text: string): Promise<ReadTable> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const first = text.replace(/^\ufeff/, '').split('\n', 1)[0] ?? '';
  const count = (delimiter: string): number => first.split(delimiter).length;
  const delimiter = [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best));
  try {
    const records: unknown = parse(text, {
      delimiter,
      bom: true,
      trim: true,
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    let end = 0;
    const rows = (
      records as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
    ).map(({ record, info }) => {
      // The line that is told is the one in which the row ends.
      const line = Math.max(end + 1, info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0));
      end = info.lines;
      return { cells: record, line };
    });
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
  } catch (problem) {
    const { message, lines } = problem as { readonly message: string; readonly lines?: number };
    if (typeof lines !== 'number') throw problem;
    return { rows: [], broken: { message: message.replace(/\.?$/, '.'), line: lines } };
  }
}
