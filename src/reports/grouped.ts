/** The rows that have the same key, in the order in which each key came first. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** The sum of what each row has. */
export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** How many there are of rows that are counted already. */
export function countOf(rows: readonly { readonly count: number }[]): number {
  return sumOf(rows, ({ count }) => count);
}

/** Rows with the most of something first; those with as much in the order of their ids, whatever the database gave first. */
export function mostFirst<Row extends { readonly id: string }>(
  rows: readonly Row[],
  of: (row: Row) => number,
): readonly Row[] {
  return rows.toSorted((one, other) => of(other) - of(one) || (one.id < other.id ? -1 : 1));
}
