/** Longer words are cut when they are kept: somebody has pasted a book. */
export const mostKept = 10_000;

/** The day of a time in ISO 8601. */
export function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** Whether something that came in as words was said at all. */
export function isSaid(words: unknown): words is string {
  return typeof words === 'string' && words.trim() !== '';
}
