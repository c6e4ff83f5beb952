import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { NewerStore, openStore } from '../../src/index.js';
import { eachDatabase } from './each-database.js';
import { runWriter } from './run-process.js';

eachDatabase(({ fresh }) => {
  const noted = async (where: string, id: string): Promise<readonly string[]> => {
    const store = await openStore(where);
    const events = (await store.read(id))?.session.events ?? [];
    await store.close();
    return events.map((event) => ('note' in event ? event.note : ''));
  };

  test('eight processes that open a new store at once make it once, and all of them can write', async () => {
    const where = await fresh();
    const id = randomUUID();
    const ended = await Promise.all(
      Array.from({ length: 8 }, (_, index) => runWriter({ where, id, name: `process ${index}`, count: 3 })),
    );
    expect(ended.map(({ code, errors }) => [code, errors])).toEqual(Array.from({ length: 8 }, () => [0, '']));
    const notes = await noted(where, id);
    expect([...notes].sort()).toEqual(
      Array.from({ length: 8 }, (_, index) => [0, 1, 2].map((note) => `process ${index} ${note}`)).flat(),
    );
    const store = await openStore(where);
    const { db, sql } = store.database;
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    expect(rows.length).toBe(1);
    await store.close();
  });

  test('three processes that read and write the same case again and again lose nothing', async () => {
    const where = await fresh();
    const id = randomUUID();
    const ended = await Promise.all(['a', 'b', 'c'].map((name) => runWriter({ where, id, name, count: 60 })));
    expect(ended.map(({ errors }) => errors)).toEqual(['', '', '']);
    const notes = await noted(where, id);
    expect(notes.length).toBe(180);
    for (const name of ['a', 'b', 'c'])
      expect(notes.filter((note) => note.startsWith(name))).toEqual(
        Array.from({ length: 60 }, (_, index) => `${name} ${index}`),
      );
  });

  test('of processes that are killed while they write, everything they were told is kept is there', async () => {
    const where = await fresh();
    await (await openStore(where)).close();
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(
        [1, 2, 3].map(async (writer) => {
          const id = randomUUID();
          const last = String(1 + ((round * 7 + writer * 5) % 23));
          const { lines, code } = await runWriter({ where, id, name: 'note', count: 10_000 }, (line, child) => {
            if (line === last) setTimeout(() => child.kill('SIGKILL'), (round * writer * 3) % 7);
          });
          expect(code).toBeNull();
          const told = Number(lines.at(-1)) + 1;
          const notes = await noted(where, id);
          // One more can be stored that nobody was told of any more.
          expect([told, told + 1]).toContain(notes.length);
          expect(notes).toEqual(notes.map((_, index) => `note ${index}`));
        }),
      );
    }
  });

  test('a store whose making was killed, again and again, is made by the next one', async () => {
    const where = await fresh();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await runWriter({ where, id: 'x', name: 'note', count: 0 }, (line, child) => {
        if (line === 'opening') setTimeout(() => child.kill('SIGKILL'), attempt * 20);
      });
    }
    const { code, errors, lines } = await runWriter({ where, id: 'x', name: 'note', count: 2 });
    expect([code, errors, lines]).toEqual([0, '', ['opening', 'open', '0', '1']]);
    expect(await noted(where, 'x')).toEqual(['note 0', 'note 1']);
  });

  test('a store that a newer Faultline has changed is refused, and left as it is', async () => {
    const where = await fresh();
    const store = await openStore(where);
    const { db, sql } = store.database;
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(db);
    const before = await db.introspection.getTables();
    await expect(openStore(where)).rejects.toThrow(NewerStore);
    await expect(openStore(where)).rejects.toThrow(/"9999-later".*Update Faultline here/);
    expect(await db.introspection.getTables()).toEqual(before);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    expect(rows.length).toBe(2);
    await store.close();
  });
});
