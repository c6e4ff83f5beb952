/**
 * What stands in a column, and so how it is shown.
 * - text, day - count: a whole number - bar: the same, with a bar - number: with one decimal
 * - rate: so many of so many - duration: milliseconds - sparkline: a number for each week - list: several texts
 */
export type ColumnKind = 'text' | 'day' | 'count' | 'bar' | 'number' | 'rate' | 'duration' | 'sparkline' | 'list';

/** A column of a report. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Absent: always. `if-any`: where a row has something in it. `programs`: in CSV and JSON only. */
  readonly show?: 'if-any' | 'programs';
  /** Whether its texts are shown whole, however long they are: they are sentences. */
  readonly whole?: true;
}

/**
 * So many of so many. Where they are few, the interval in which the true share lies in 95 of 100 such cases, as shares
 * from 0 to 1.
 */
export interface Rate {
  readonly count: number;
  readonly of: number;
  readonly low?: number;
  readonly high?: number;
}

/** One value. Null where nothing was measured or could be counted: that is not zero. */
export type Cell = string | number | Rate | readonly number[] | readonly string[] | null;

/** A row: a value for the key of each column. */
export type Row = Readonly<Record<string, Cell>>;

/** How a report is drawn: bars of one column, or lines over the weeks. */
export type Chart =
  | { readonly kind: 'bars'; readonly label: string; readonly value: string }
  | { readonly kind: 'lines'; readonly label: string; readonly values: readonly string[] };

/** What a report found: a table with its question and what to know about it. Plain JSON. */
export interface Report {
  readonly id: string;
  readonly title: string;
  /** What it answers, in one sentence. */
  readonly question: string;
  /** What stands out, in one sentence. */
  readonly meaning: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly totals?: Row;
  /** How it was counted, and what it does not tell. */
  readonly notes: readonly string[];
  readonly chart?: Chart;
}
