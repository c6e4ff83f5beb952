import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type CaseStore,
  type KnowledgeBase,
  loadFolder,
  loadTexts,
  openStore,
  type SourceFile,
  situation,
} from '../../src/index.js';
import { filesBelow, fixtures } from '../knowledge/fixtures.js';
import { playRandom } from '../session/random-calls.js';
import { kept, noon } from './a-call.js';
import { eachDatabase } from './each-database.js';

/** The knowledge base of a folder, and another version of it. */
async function twoVersions(folder: string): Promise<{
  readonly old: KnowledgeBase;
  readonly files: readonly SourceFile[];
  readonly now: KnowledgeBase;
}> {
  const files = filesBelow(folder);
  const { knowledgeBase: old } = await loadTexts(files);
  const changed = files.map((file) =>
    file.path.endsWith('wifi.yaml') ? { ...file, text: `${file.text.toString()}\n# changed\n` } : file,
  );
  const { knowledgeBase: now } = await loadTexts(changed);
  return { old, files, now };
}

eachDatabase(({ fresh }) => {
  let store: CaseStore;
  let where: string;
  beforeAll(async () => {
    where = await fresh();
    store = await openStore(where);
  });
  afterAll(() => store.close());

  test('a version is kept once, and what is loaded from it is the same', async () => {
    const { old, files, now } = await twoVersions(`${fixtures}/desk`);
    expect(now.hash).not.toBe(old.hash);
    expect(await store.hasKnowledge(old.hash)).toBe(false);
    // Asked for too early: that is not remembered.
    expect(await store.knowledge(old.hash, now)).toBeUndefined();
    await Promise.all([1, 2, 3].map(() => store.keepKnowledge(old, files, noon)));
    expect(await store.hasKnowledge(old.hash)).toBe(true);
    const rows = await store.database.db.selectFrom('knowledge').select(['hash', 'name', 'stored']).execute();
    expect(rows).toEqual([{ hash: old.hash, name: 'desk', stored: noon }]);
    const loaded = await store.knowledge(old.hash, now);
    expect(loaded?.hash).toBe(old.hash);
    expect(loaded?.trees).toEqual(old.trees);
    expect(await store.knowledge(now.hash, now)).toBe(now);
  });

  test('a call that was taken with an older version is replayed with that one', async () => {
    const { old, files, now } = await twoVersions(`${fixtures}/desk`);
    await store.keepKnowledge(old, files, noon);
    const { session } = await playRandom(old, {
      tree: 0,
      throws: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    });
    const { number } = await kept(store, old, session);
    const again = await openStore(where);
    const stored = await again.read(number);
    if (stored === undefined) throw new Error('the case is gone');
    expect(await again.detail(now, stored)).toBe(false);
    const kb = await again.knowledge(stored.knowledge, now);
    if (kb === undefined) throw new Error('its knowledge base is gone');
    expect(await situation(kb, stored.session)).toEqual(await situation(old, session));
    expect(await again.refresh(now)).toBe(0);
    expect((await again.read(number))?.treeVersion).toMatch(/^[0-9a-f]{12}$/);
    await again.close();
  });

  test('a case whose version is not kept is left, and said to be', async () => {
    const { old, now } = await twoVersions(`${fixtures}/office`);
    const before = await store.refresh(now);
    const { session } = await playRandom(old, { tree: 0, throws: [[1, 1]] });
    await kept(store, old, session);
    const { knowledgeBase: other } = await loadFolder('test/fixtures/desk');
    expect(await store.refresh(other)).toBe(before + 1);
  });
});
