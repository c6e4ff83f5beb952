import { callerKey } from '../../src/cases/index.js';
import { beginningOfAll, type Own, placeholders } from './placeholders.js';
import type { CaseRows, PlayedCase } from './played-cases.js';

/** What makes a case out of a call that was played. */
export interface Making {
  readonly number: number;
  readonly id: string;
  /** When it began, in milliseconds. */
  readonly begun: number;
  readonly own: Own;
}

const wanted = new RegExp(
  `${Object.values(placeholders).join('|')}|${Object.values(placeholders).join('|').toLowerCase()}|2000-[-0-9]{5}T[0-9:.]{12}Z|"2000-01-01"`,
  'g',
);

/** The rows of a case: those of the call with its own number, times and people. */
export function madeCase({ rows }: PlayedCase, { number, id, begun, own }: Making): CaseRows {
  const words = new Map<string, string>();
  for (const [key, placeholder] of Object.entries(placeholders)) {
    const word = own[key as keyof Own];
    words.set(placeholder, word);
    words.set(placeholder.toLowerCase(), word.toLowerCase());
  }
  words.set('"2000-01-01"', `"${isoTime(begun).slice(0, 10)}"`);
  const text = rows.replace(wanted, (found) => words.get(found) ?? isoTime(begun + Date.parse(found) - beginningOfAll));
  const made = Object.entries(JSON.parse(text) as CaseRows).map(([table, each]) => [
    table,
    each.map((row) => ({ ...withKeys(row), ...(table === 'cases' ? { number, id } : { case_number: number }) })),
  ]);
  return Object.fromEntries(made) as CaseRows;
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}

/** The columns in which names are compared hold more than small letters: they are made anew. */
function withKeys(row: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.entries(row).flatMap(([column, value]) =>
    column.endsWith('_key') && typeof value === 'string' ? [[column, callerKey(value) ?? null]] : [],
  );
  return keys.length === 0 ? row : { ...row, ...Object.fromEntries(keys) };
}
