import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateCases } from '../../bench/cases/generate-cases.js';
import { caseTables } from '../../bench/cases/played-cases.js';
import { twoKnowledgeBases } from '../../bench/cases/two-knowledge-bases.js';
import { type CaseStore, type KnowledgeBase, openStore, situation, standingOf } from '../../src/index.js';
import { eachDatabase } from './each-database.js';

/** The knowledge base is read without a cache. */
const patience = 60_000;
const cases = 60;
const settings = { cases, played: 40, seed: 7 };
const folder = mkdtempSync(join(tmpdir(), 'faultline-generated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All rows of a store, without what counts from where it was made. */
async function rowsOf({ database: { db } }: CaseStore): Promise<Readonly<Record<string, readonly object[]>>> {
  const rows: Record<string, readonly object[]> = {};
  for (const table of [...caseTables, 'links'] as const) {
    const all = await db.selectFrom(table).selectAll().execute();
    rows[table] = all.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  return rows;
}

/** Keeps a stored case again, event after event, in another store under the same number. */
async function keptAgain(from: CaseStore, to: CaseStore, number: number, kb: KnowledgeBase): Promise<void> {
  const stored = await from.read(number);
  if (stored === undefined) throw new Error(`There is no case ${number}.`);
  const { id, session } = stored;
  let kept: { readonly number: number; readonly version: number } | undefined;
  for (let version = 1; version <= session.events.length; version += 1) {
    const now = { ...session, events: session.events.slice(0, version) };
    const standing = standingOf(kb, now, now.tree === '' ? undefined : await situation(kb, now), '');
    const keeping = await to.keep({ id, session: now, standing, ...(kept === undefined ? {} : { kept }) });
    if (keeping.result !== 'kept') throw new Error(`Case ${number} was ${keeping.result}.`);
    kept = keeping;
  }
  if (stored.treeVersion === undefined) return;
  const again = await to.read(number);
  if (again !== undefined) await to.detail(kb, again);
}

eachDatabase(({ fresh }) => {
  let generated: CaseStore;
  afterAll(() => generated?.close());
  beforeAll(async () => {
    const where = await fresh();
    await generateCases(where, settings);
    generated = await openStore(where);
  }, patience);

  test(
    'the rows are what keep and detail store for the same events',
    async () => {
      const kept = await openStore(await fresh());
      const both = (await twoKnowledgeBases()).map(({ kb }) => kb);
      const knowledge = (await generated.list({}, { limit: cases })).map((each) => each.knowledge).reverse();
      for (let number = 1; number <= cases; number += 1) {
        const kb = both.find(({ hash }) => hash === knowledge[number - 1]);
        if (kb === undefined) throw new Error(`Nobody has the knowledge base of case ${number}.`);
        await keptAgain(generated, kept, number, kb);
      }
      expect(new Set(knowledge).size).toBe(2);
      for (const hash of knowledge) expect(await generated.hasKnowledge(hash)).toBe(true);
      for (const { one, other, why, at } of await generated.database.db.selectFrom('links').selectAll().execute())
        await kept.link(one, other, why, at);
      expect(await rowsOf(kept)).toEqual(await rowsOf(generated));
      await kept.close();
    },
    patience,
  );

  test('calls end in different ways, and some callers come back', async () => {
    const all = await generated.list({}, { limit: cases });
    expect(new Set(all.map(({ outcome }) => outcome)).size).toBeGreaterThan(4);
    expect(new Set(all.map(({ account }) => account)).size).toBeGreaterThan(10);
    const callers = all.flatMap(({ account }) => account ?? []);
    expect(new Set(callers).size).toBeLessThan(callers.length);
  });

  test(
    'the same seed makes the same store on the other database too, and a new case gets the next number',
    async () => {
      const path = join(folder, `${randomUUID()}.db`);
      await generateCases(path, settings);
      const again = await openStore(path);
      expect(await rowsOf(again)).toEqual(await rowsOf(generated));
      await again.close();
      const stored = await generated.read(1);
      if (stored === undefined) throw new Error('There is no case 1.');
      const kept = await generated.keep({ id: 'new', session: stored.session, standing: stored });
      expect(kept.number).toBe(cases + 1);
    },
    patience,
  );
});
