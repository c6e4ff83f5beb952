/** What differs between what should be stored and what is. */
export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** The columns in which a row differs from what it should be. */
export function compareColumns(name: string, expected: object, found: object): readonly Difference[] {
  const stored = found as Readonly<Record<string, unknown>>;
  return Object.entries(expected).flatMap(([column, value]) =>
    Object.is(value, stored[column])
      ? []
      : [{ what: `${name} ${column}`, expected: shown(value, stored[column]), found: shown(stored[column], value) }],
  );
}

/** The rows of a table that are missing, too many, or different. Rows with the same keys are the same row. */
export function compareRows(
  table: string,
  keys: readonly string[],
  expected: readonly object[],
  found: readonly object[],
): readonly Difference[] {
  const nameOf = (row: object): string =>
    keys
      .filter((key) => key !== 'case_number')
      .map((key) => String((row as Readonly<Record<string, unknown>>)[key]))
      .join(' ');
  const stored = new Map(found.map((row) => [nameOf(row), row]));
  const differences = expected.flatMap((row) => {
    const name = nameOf(row);
    const own = stored.get(name);
    stored.delete(name);
    if (own === undefined) return [{ what: `${table} ${name}`, expected: 'a row', found: 'none' }];
    return compareColumns(`${table} ${name}`, row, own);
  });
  return [
    ...differences,
    ...[...stored.keys()].map((name) => ({ what: `${table} ${name}`, expected: 'no row', found: 'one' })),
  ];
}

/** More characters than this of a value are not shown, and this many before the first that differs. */
const [longest, before] = [80, 20];

function shown(value: unknown, other: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  const [text, beside] = [String(value), String(other ?? '')];
  if (text.length <= longest) return text;
  const same = [...text].findIndex((character, at) => character !== beside[at]);
  const from = Math.max(0, (same < 0 ? beside.length : same) - before);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + longest)}${from + longest < text.length ? '…' : ''}`;
}
