import { expect, test } from '@jest/globals';
import { makeReport, noNames, openStore, type ReportOptions } from '../../src/index.js';
import { eachDatabase } from '../cases/each-database.js';
import { chanceFrom } from './chance.js';
import { type PlantedCase, plant } from './plant.js';

const options: ReportOptions = { since: '2026-10-05', until: '2026-11-28' };

/** A call with a fault and what is known in it. */
function call(day: string, fault: string, facts: Readonly<Record<string, string>>, who?: string): PlantedCase {
  return {
    day,
    of: { fault: `printer/${fault}`, ...(who === undefined ? {} : { caller_key: who }) },
    facts: [
      ...Object.entries(facts).map(([fact, value]) => ({ fact, value })),
      { fact: 'badge', value: `Zorro ${fault}`, personal: 1 },
      { fact: 'by-rule', value: `ruled ${fault}`, source: 'rule' },
    ],
  };
}

function everyday(): readonly PlantedCase[] {
  const chance = chanceFrom(3);
  const pick = (items: readonly string[]): string => items[Math.floor(chance() * items.length)] ?? '';
  return Array.from({ length: 260 }, (_, index) => {
    const day = new Date(Date.UTC(2026, 5, 1) + Math.floor((index * 180) / 260) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    return call(day, pick(['paused', 'jam', 'toner']), {
      os: pick(['10', '11']),
      model: pick(['HP', 'Canon', 'Epson']),
    });
  });
}

const burst = Array.from({ length: 14 }, (_, index) =>
  call(`2026-11-${23 + (index % 5)}`, 'paused', { os: '11', model: 'HP' }),
);

eachDatabase(({ fresh }) => {
  test('a planted group is told in a sentence, with its cases, and without what is personal', async () => {
    const store = await openStore(await fresh());
    await plant(store, [...everyday(), ...burst]);
    const { rows } = await makeReport('together', store.database, options, {
      ...noNames,
      fault: (address) => (address === 'printer/paused' ? 'The print queue is paused' : undefined),
    });
    await store.close();
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect(row?.told).toMatch(
      /calls since 2\d November: The print queue is paused.*times as many as in the weeks before/,
    );
    expect(row?.told).toMatch(/by chance alone, once in [\d,]+ such reports|chance alone does not do that/);
    expect(row).toMatchObject({ subject: 'printer/paused', last: '2026-11-27' });
    expect(row?.shared).toEqual(expect.arrayContaining(['model: HP', 'os: 11']));
    expect(row?.cases).toEqual(expect.arrayContaining([expect.stringMatching(/^\d+-\d$/)]));
    expect(row?.all).toMatch(/^faultline cases list --fault printer\/paused --since 2026-11-2\d --until 2026-11-27/);
    expect(JSON.stringify(row)).not.toMatch(/Zorro|ruled/);
  }, 60_000);

  test('one caller who calls again and again is one problem', async () => {
    const store = await openStore(await fresh());
    await plant(store, [
      ...everyday(),
      ...burst.map((each) => ({ ...each, of: { ...each.of, caller_key: 'the same' } })),
    ]);
    const { rows } = await makeReport('together', store.database, options, noNames);
    await store.close();
    expect(rows).toEqual([]);
  }, 60_000);
});
