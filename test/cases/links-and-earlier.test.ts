import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CaseStore, type KnowledgeBase, loadFolder, openStore, start } from '../../src/index.js';
import { kept, noon, withEvents } from './a-call.js';
import { eachDatabase } from './each-database.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/desk'));
});

eachDatabase(({ fresh }) => {
  let store: CaseStore;
  beforeAll(async () => {
    store = await openStore(await fresh());
  });
  afterAll(() => store.close());

  const aCase = (...events: Parameters<typeof withEvents>[1][]) =>
    kept(store, kb, withEvents(start(kb, { tree: 'wifi', at: noon }), ...events));
  const linked = async (number: number) =>
    (await store.linked(number)).map(({ case: { number: other }, why }) => [other, why]);

  test('a tie is seen from both sides, the newest case first, and given a new reason', async () => {
    const [one, two, three] = [await aCase(), await aCase(), await aCase()];
    await store.link(two.number, one.number, 'the same outage', noon);
    await store.link(two.number, three.number, 'called again', noon);
    expect(await linked(two.number)).toEqual([
      [three.number, 'called again'],
      [one.number, 'the same outage'],
    ]);
    expect(await linked(one.number)).toEqual([[two.number, 'the same outage']]);
    await store.link(one.number, two.number, 'the same router', noon);
    expect(await linked(one.number)).toEqual([[two.number, 'the same router']]);
    expect(await store.unlink(two.number, one.number)).toBe(true);
    expect(await store.unlink(two.number, one.number)).toBe(false);
    expect(await linked(one.number)).toEqual([]);
  });

  test('a case is tied neither to itself nor to one that is not there', async () => {
    const { number } = await aCase();
    await expect(store.link(number, number, 'itself', noon)).rejects.toThrow(
      `Case ${number} cannot be tied to itself.`,
    );
    await expect(store.link(99_999_999_999, number, 'none', noon)).rejects.toThrow('There is no case 99999999999.');
    await expect(store.link(number, 2_000_000, 'none', noon)).rejects.toThrow('There is no case 2000000.');
    expect(await linked(number)).toEqual([]);
  });

  test('with a case go its ties', async () => {
    const [one, two] = [await aCase(), await aCase()];
    await store.link(one.number, two.number, 'the same', noon);
    await store.database.db.deleteFrom('cases').where('number', '=', one.number).execute();
    expect(await linked(two.number)).toEqual([]);
  });

  test('earlier cases of a caller are found by all that is known of them, the newest first, without this one', async () => {
    const by = { caller: 'Zoë Quartz' };
    const first = await aCase(by, { contact: '+49 30 998877' });
    const second = await aCase({ caller: 'somebody else' }, { contact: '0049 (30) 998877' }, { device: 'QZ-1' });
    const third = await aCase({ caller: 'ZOE QUARTZ' }, { account: 'quartz' }, { device: 'qz-1' });
    const own = await aCase(by);
    await aCase({ caller: 'Zoe Quartzer' }, { device: 'QZ-11' });
    const caller = { name: 'zoë  quartz', contact: '004930998877', account: 'Quartz', device: 'qz-1' };
    expect((await store.earlier(caller, own.id)).map(({ case: { number }, same }) => [number, same])).toEqual([
      [third.number, ['name', 'account', 'device']],
      [second.number, ['contact', 'device']],
      [first.number, ['name', 'contact']],
    ]);
    expect((await store.earlier({ name: 'Zoë Quartz' })).map(({ case: { number } }) => number)).toContain(own.number);
  });

  test('who is not known has no earlier cases', async () => {
    await aCase({ caller: '' }, { contact: ' ' });
    expect(await store.earlier({})).toEqual([]);
    expect(await store.earlier({ name: '  ', contact: '' })).toEqual([]);
  });

  test('of a caller who calls every day the ten newest are shown', async () => {
    const numbers: number[] = [];
    for (let index = 0; index < 12; index += 1) numbers.push((await aCase({ account: 'daily' })).number);
    const found = await store.earlier({ account: 'DAILY' });
    expect(found.map(({ case: { number } }) => number)).toEqual(numbers.reverse().slice(0, 10));
  });
});
