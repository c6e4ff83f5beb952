import { nearest, neutralised, type Severity } from '../../source/index.js';

/** What is said about one finding: a sentence, and what would be right. */
export interface Said {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The words of one diagnostic: how grave it is, what it is in general, and what is said with its arguments. */
export interface Wording<Arguments> {
  readonly severity: Severity;
  readonly summary: string;
  readonly say: (args: Arguments) => Said;
}

/** The words of an error. */
export function error<Arguments>(summary: string, say: (args: Arguments) => Said): Wording<Arguments> {
  return { severity: 'error', summary, say };
}

/** The words of a warning. */
export function warning<Arguments>(summary: string, say: (args: Arguments) => Said): Wording<Arguments> {
  return { severity: 'warning', summary, say };
}

/** A name that was looked for, and the names that it could have been. */
export interface Missed {
  readonly name: string;
  readonly among: Iterable<string>;
}

/** Something of an author's in quotes; cut when long. */
export function quoted(text: string): string {
  const clean = neutralised(text).replace(/\s+/g, ' ');
  return `"${clean.length > 80 ? `${clean.slice(0, 79)}…` : clean}"`;
}

/** Names in quotes, as in: "a", "b" or "c". */
export function oneOf(names: readonly string[], word: 'or' | 'and' = 'or'): string {
  const all = names.map(quoted);
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${word} ${all.at(-1)}`;
}

/** A question with the nearest name, else the list of names if it is short, else nothing. */
export function suggestion({ name, among }: Missed): string | undefined {
  const all = [...among];
  const near = nearest(name, all);
  if (near !== undefined) return `Did you mean ${quoted(near)}?`;
  return all.length > 0 && all.length <= 12 ? `It can be ${oneOf(all)}.` : undefined;
}
