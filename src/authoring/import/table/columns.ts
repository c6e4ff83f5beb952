import type { Place, PlaceInText } from '../../../source/index.js';

/** A row of a table, its cells by what their column is. */
export interface Row<Column extends string> {
  /** The text of a column; empty without it. */
  readonly get: (column: Column) => string;
  /** Where a column of it stands; the whole row without one. */
  readonly at: (column?: Column) => Place;
  readonly line: number;
}

/** For each column that is looked for, what its heading can be: in small letters, only letters and digits. */
export type Headings<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** Which column of a table is where, and the others. */
export interface Columns<Column extends string> {
  readonly has: (column: Column) => boolean;
  readonly rowOf: (row: { readonly cells: readonly string[]; readonly line: number }) => Row<Column>;
  /** The headings that are none of those that are looked for. */
  readonly others: readonly string[];
}

/** Finds the columns by their headings. */
export function columnsOf<Column extends string>(
  header: readonly string[],
  headings: Headings<Column>,
  text: string,
  placeOf: PlaceInText,
): Columns<Column> {
  const where = new Map<Column, number>();
  const names = Object.keys(headings) as Column[];
  const others: string[] = [];
  header.forEach((heading, index) => {
    const plain = heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    const column = names.find((name) => headings[name].includes(plain) && !where.has(name));
    if (column !== undefined) where.set(column, index);
    else if (plain !== '') others.push(heading);
  });
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const rowOf: Columns<Column>['rowOf'] = ({ cells, line }) => {
    const start = lineStarts[line - 1] ?? 0;
    const get = (column: Column): string => cells[where.get(column) ?? -1] ?? '';
    return {
      get,
      line,
      at: (column) => {
        const end = text.indexOf('\n', start);
        const whole = placeOf(start, end === -1 ? text.length : end);
        if (column === undefined || get(column) === '') return whole;
        // Cells before it can hold the same words.
        let from = start;
        for (const cell of cells.slice(0, where.get(column)))
          from = Math.max(from, text.indexOf(cell, from)) + cell.length;
        const [first = ''] = get(column).split('\n');
        const found = text.indexOf(first, from);
        return found === -1 ? whole : placeOf(found, found + first.length);
      },
    };
  };
  return { has: (column) => where.has(column), rowOf, others };
}
