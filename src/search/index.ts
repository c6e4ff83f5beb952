import type { KnowledgeBase } from '../knowledge/index.js';
import type { Found, Search, SearchOptions } from './found.js';
import type { OpenQuestion } from './heard-answers.js';
import type { Listened } from './listened.js';

export type { Found, Result, Search, SearchOptions } from './found.js';
export type { AnswerHeard, OpenQuestion } from './heard-answers.js';
export type { FactHeard } from './heard-facts.js';
export type { Listened } from './listened.js';
export type { Match } from './reasons.js';
export type { How } from './understand.js';

// What does the work is imported only when it is called: a call that begins with a tree's name needs none of it.

const opened = new WeakMap<KnowledgeBase, Promise<Search>>();

/**
 * Opens the search of a knowledge base, for results while somebody types. Its index is made once for each knowledge base.
 * @param cache a directory in which the index is kept between runs: the one that `loadFolder` is given. It counts where
 * the search of this knowledge base is opened for the first time; `search` opens it without.
 */
export function openSearch(kb: KnowledgeBase, { cache }: { readonly cache?: string } = {}): Promise<Search> {
  let search = opened.get(kb);
  if (search === undefined) {
    search = import('./find.js').then(({ openIndexes }) => openIndexes(kb, cache));
    opened.set(kb, search);
    // What went wrong is not remembered: the next time may go well.
    search.catch(() => opened.delete(kb));
  }
  return search;
}

/**
 * Finds the trees to begin in by what the caller says, and the facts that the words tell. Any text will do: a few
 * thousand characters of it are looked at.
 * @param today the day on which it is said, as `2026-11-01`; without it no dates are understood
 */
export async function search(
  kb: KnowledgeBase,
  words: string,
  { today, ...options }: SearchOptions & { readonly today?: string } = {},
): Promise<Found & Pick<Listened, 'facts' | 'tried'>> {
  const { find } = await openSearch(kb);
  const { facts, tried } = await listen(kb, words, today === undefined ? {} : { today });
  return { ...find(words, options), facts, ...(tried === undefined ? {} : { tried }) };
}

/**
 * Understands what the caller said to a question: by the answers' labels and `hear`, numbers and dates in words, ways of
 * not knowing, and the facts that are told beside. Nothing is taken by itself: what it gives are proposals.
 * @param question what is open, as `situation` gives it; without it only facts are heard
 * @param today the day on which it is said, as `2026-11-01`; without it no dates are understood
 */
export async function listen(
  kb: KnowledgeBase,
  words: string,
  { question, today }: { readonly question?: OpenQuestion; readonly today?: string } = {},
): Promise<Listened> {
  const { listenTo } = await import('./listen.js');
  return listenTo(kb, words, question, today);
}

/**
 * The time that is meant by words such as "tomorrow at 3pm" or "in two hours", in ISO 8601; undefined where they mean no
 * time of day, or one that is over. English.
 * @param now the time at which it is said, in ISO 8601 @param timezone minutes east of Greenwich where it is said
 */
export async function timeSaid(words: string, now: string, timezone = 0): Promise<string | undefined> {
  const { nextTimeSaid } = await import('./said-values.js');
  return nextTimeSaid(words, now, timezone);
}
