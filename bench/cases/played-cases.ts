import { type CaseStore, type KnowledgeBase, openStore, type Session, situation, standingOf } from '../../src/index.js';
import { choose, chooseByWeight } from './choose.js';
import { beginningOfAll, placeholders } from './placeholders.js';
import { playCall } from './play-call.js';

/** The tables in which a case has rows: it itself, then what belongs to it. */
export const caseTables = [
  'cases',
  'events',
  'texts',
  'faults',
  'questions',
  'steps',
  'facts',
  'sayings',
  'agents',
] as const;

/** The rows of one case in each of these tables. */
export type CaseRows = Readonly<Record<(typeof caseTables)[number], readonly Record<string, unknown>[]>>;

/** A call that was played and kept: its rows as JSON, with placeholders. */
export interface PlayedCase {
  readonly tree: string;
  readonly knowledge: string;
  readonly outcome: string;
  readonly rows: string;
}

/** One call in so many is one for which no tree was found. */
const withoutTree = 40;

/**
 * Plays so many calls of a knowledge base, keeps each in a store in memory as the program does, and takes out the rows:
 * so they are what `keep` and `detail` store.
 */
export async function playedCases(
  kb: KnowledgeBase,
  count: number,
  next: () => number,
): Promise<readonly PlayedCase[]> {
  const store = await openStore(':memory:');
  try {
    const played: PlayedCase[] = [];
    const trees = weighted([...kb.trees.keys()]);
    while (played.length < count) {
      const session =
        played.length % withoutTree === 1
          ? callWithoutTree(kb, next)
          : await playCall(kb, chooseByWeight(trees, next), next);
      const { tree, knowledge } = session;
      const rows = await keptRows(store, kb, session, String(played.length));
      played.push({ tree, knowledge, outcome: String(rows.cases[0]?.outcome), rows: JSON.stringify(rows) });
    }
    return played;
  } finally {
    await store.close();
  }
}

/** Some trees are wanted much more often than others. */
function weighted(trees: readonly string[]): readonly (readonly [string, number])[] {
  // In an order that has nothing to do with their names.
  const spread = trees.map((_, index) => trees[(index * 7) % trees.length] as string);
  const all = new Set(spread).size === trees.length ? spread : trees;
  return all.map((tree, index) => [tree, 1 / (index + 1) ** 0.8]);
}

async function keptRows(store: CaseStore, kb: KnowledgeBase, session: Session, id: string): Promise<CaseRows> {
  const now = session.tree === '' ? undefined : await situation(kb, session);
  const standing = standingOf(kb, session, now, new Date(beginningOfAll).toISOString());
  const kept = await store.keep({ id, session, standing });
  const stored = await store.read(kept.number);
  if (stored === undefined || !(await store.detail(kb, stored))) throw new Error(`Call ${id} was not kept.`);
  const { db } = store.database;
  const rows = caseTables.map(async (table) => {
    const column = table === 'cases' ? 'number' : 'case_number';
    return [table, await db.selectFrom(table).selectAll().where(column, '=', kept.number).execute()];
  });
  return Object.fromEntries(await Promise.all(rows)) as CaseRows;
}

const strange = [
  ['the coffee machine on our floor is leaking', ['coffee', 'machine', 'leaking']],
  ['my badge does not open the garage', ['badge', 'garage']],
  ['who do i ask for a new chair', ['chair']],
  ['the beamer in the meeting room hums', ['beamer', 'hums']],
  ['the time sheet is gone', ['time', 'sheet']],
] as const;

/** What a caller said fitted no tree, once or twice, and the call ended. */
function callWithoutTree(kb: KnowledgeBase, next: () => number): Session {
  const at = (seconds: number) => new Date(beginningOfAll + seconds * 1000).toISOString();
  const [said, missed] = choose(strange, next);
  const again = next() < 0.4 ? [{ said: `${said} really`, offered: [], missed, at: at(31), took: 17_000 }] : [];
  return {
    format: 1,
    tree: '',
    knowledge: kb.hash,
    started: at(0),
    words: `${said}, ${placeholders.detail}`,
    agent: placeholders.agent,
    events: [
      { said, offered: [], missed, at: at(14), took: 14_000 },
      ...again,
      { abandoned: 'nothing fits', at: at(55), took: 24_000 },
    ],
  };
}
