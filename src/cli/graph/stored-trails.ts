import { type CaseStore, type KnowledgeBase, type Move, trail, treeVersion } from '../../index.js';

/** The ways of the stored calls through a tree. */
export interface StoredTrails {
  readonly trails: readonly (readonly Move[])[];
  /** How many calls went through another version of the tree, or can no longer be played. */
  readonly passedOver: number;
}

/** So many cases are listed at a time. */
const pageSize = 200;

/**
 * Plays every stored call again, and gives the trails of those that came into this tree as it is now, wherever they began.
 * Throws what the database throws.
 */
export async function storedTrails(store: CaseStore, kb: KnowledgeBase, tree: string): Promise<StoredTrails> {
  const version = treeVersion(kb, tree);
  const trails: (readonly Move[])[] = [];
  let passedOver = 0;
  let before: number | undefined;
  for (;;) {
    const page = await store.list({}, { limit: pageSize, ...(before === undefined ? {} : { before }) });
    for (const { number } of page) {
      const stored = await store.read(number);
      if (stored === undefined || stored.session.tree === '') continue;
      const then = await store.knowledge(stored.knowledge, kb);
      const moves = then === undefined ? undefined : await played(then, stored.session);
      if (moves === undefined) passedOver += stored.session.tree === tree ? 1 : 0;
      else if (moves.some((move) => move.tree === tree)) {
        if (then !== undefined && treeVersion(then, tree) === version) trails.push(moves);
        else passedOver += 1;
      }
    }
    before = page.at(-1)?.number;
    if (page.length < pageSize) return { trails, passedOver };
  }
}

/** A stored call that does not fit the knowledge base it was taken with cannot be counted. */
async function played(kb: KnowledgeBase, session: Parameters<typeof trail>[1]): Promise<readonly Move[] | undefined> {
  return kb.trees.has(session.tree) ? trail(kb, session) : undefined;
}
