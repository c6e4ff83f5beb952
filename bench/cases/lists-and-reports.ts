import {
  type CaseFilter,
  type CaseStore,
  headlinesOf,
  makeReport,
  noNames,
  openStore,
  reportIds,
} from '../../src/index.js';
import { type Finding, type Section, within } from '../finding.js';
import { median } from '../median.js';
import type { Timing } from '../side-by-side.js';
import { type DatabaseToMeasure, withDatabases } from './databases.js';
import { generateCases } from './generate-cases.js';

const rounds = 5;
const mostForList = 200e6;
const mostForReport = 2e9;
const page = { limit: 50 };

/** Lists as they are asked for: some stop after the newest cases, some have to look at all of them. */
const lists: Readonly<Record<string, CaseFilter>> = {
  'list, the newest': {},
  'list by caller': { caller: 'Ana Abel' },
  'list by device': { device: 'LAPTOP-00100' },
  'list by outcome': { outcome: ['parked'] },
  'list by agent': { agent: 'Ana A.' },
  'list by agent whom there is not': { agent: 'Nobody' },
  'list by fault': { fault: 'program-muted' },
  'list of a month, a year ago': { since: '2025-11', until: '2025-12' },
  'list of those that are held': { held: true },
  'list with a text that many have': { text: 'urgent' },
  'list with two texts that few have': { text: 'coffee urgent' },
  'list with a text that none has': { text: 'zzzz' },
};

/** The times of lists and reports on a large store. @param store one that is there, filled where it is empty; else both kinds */
export async function listsAndReports(store: string | undefined, cases: number): Promise<Section> {
  const findings =
    store === undefined
      ? await withDatabases(async (databases) => {
          const all: Finding[] = [];
          for (const database of databases) all.push(...(await measured(database, cases)));
          return all;
        })
      : await measured({ name: 'here', fresh: () => Promise.resolve(store) }, cases);
  return {
    title: `Lists and reports of ${cases.toLocaleString('en')} cases`,
    remarks: [
      `pages of ${page.limit}; reports over both years, without their names; each once before, then the median of ${rounds}`,
      '"first": the first time since the store was opened',
    ],
    findings,
  };
}

async function measured(database: DatabaseToMeasure, cases: number): Promise<readonly Finding[]> {
  const where = await database.fresh();
  const before = await openStore(where, { patience: 'report' });
  const isEmpty = (await before.count({})) === 0;
  await before.close();
  if (isEmpty) await generateCases(where, { cases });
  const store = await openStore(where, { patience: 'report' });
  try {
    const of = (name: string) => `${database.name}: ${name}`;
    const all = await listFindings(store, of);
    const options = { since: '2024-01-01', until: '2026-12-31' };
    const names = noNames;
    all.push(...(await timed(of('headlines'), () => headlinesOf(store.database, options), mostForReport)));
    for (const id of reportIds) {
      const make = () => makeReport(id, store.database, options, names);
      all.push(...(await timed(of(`report "${id}"`), make, mostForReport)));
    }
    return all;
  } finally {
    await store.close();
  }
}

async function listFindings(store: CaseStore, of: (name: string) => string): Promise<Finding[]> {
  const all: Finding[] = [];
  for (const [name, filter] of Object.entries(lists))
    all.push(...(await timed(of(name), () => store.list(filter, page), mostForList)));
  const [newest] = await store.list({}, { limit: 1 });
  const middle = Math.ceil((newest?.number ?? 1) / 2);
  all.push(...(await timed(of('one case with its events'), () => store.read(middle), mostForList)));
  const caller = { name: 'Ana Abel', device: 'LAPTOP-00100' };
  all.push(...(await timed(of('earlier cases of a caller'), () => store.earlier(caller), mostForList)));
  return all;
}

async function timed(what: string, work: () => Promise<unknown>, most: number): Promise<readonly Finding[]> {
  const each: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const from = performance.now();
    await work();
    each.push((performance.now() - from) * 1e6);
  }
  const [first = Number.NaN, ...others] = each;
  const timing: Timing = { name: what, nanoseconds: median(others), rounds: others };
  const finding = within(timing, most);
  return first > 2 * timing.nanoseconds && first > most / 4
    ? [finding, { what: '  first', nanoseconds: first }]
    : [finding];
}
