import { expect, test } from '@jest/globals';
import { openStore } from '../../src/index.js';
import { eachDatabase } from './each-database.js';

eachDatabase(({ fresh }) => {
  test('a store is made on first use, and is empty', async () => {
    const store = await openStore(await fresh());
    expect(await store.count({})).toBe(0);
    await store.close();
  });
});
