import { type CaseStore, openStore } from '../../src/index.js';
import { random } from '../random.js';
import { choose } from './choose.js';
import { type CaseLink, insertCases } from './insert-cases.js';
import { madeCase } from './made-case.js';
import { ownOf } from './people.js';
import { type CaseRows, type PlayedCase, playedCases } from './played-cases.js';
import { twoKnowledgeBases } from './two-knowledge-bases.js';
import { timesOfCalls } from './working-hours.js';

/** What is to be generated. */
export interface Generating {
  readonly cases: number;
  /** The same store comes of the same seed. */
  readonly seed?: number;
  /** How many calls are played before they are varied. */
  readonly played?: number;
  /** The day after the last one, as 2026-11-28. */
  readonly end?: string;
}

/** What was generated. */
export interface Generated {
  readonly cases: number;
  readonly events: number;
  readonly rows: number;
  /** How long the calls were played, and how long the rows were written, in milliseconds. */
  readonly playing: number;
  readonly writing: number;
}

const days = 730;
/** With the second knowledge base begin the last ones of the cases. */
const newerFrom = 0.6;
/** In one transaction. */
const atOnce = 1_000;
/** Calls that were cut off so shortly before the end have no details yet: nobody has made a report since. */
const withoutDetails = 2 * 24 * 3_600_000;

/**
 * Fills an empty case store (a path or an address, as `openStore` takes it) with cases made of calls of the knowledge
 * base that comes with Faultline: two years of a desk with forty agents, with callers who come back.
 * @throws Error when there are cases in it already.
 */
export async function generateCases(where: string, options: Generating): Promise<Generated> {
  const { cases, seed = 1, played = 3_000, end = '2026-11-28' } = options;
  const next = random(seed);
  const store = await openStore(where, { patience: 'report' });
  try {
    if ((await store.count({})) > 0) throw new Error(`There are cases in ${store.label} already.`);
    const from = performance.now();
    const both = await twoKnowledgeBases();
    const calls: (readonly PlayedCase[])[] = [];
    for (const { kb, files } of both) {
      calls.push(await playedCases(kb, Math.ceil(played / both.length), next));
      await store.keepKnowledge(kb, files, `${end}T00:00:00.000Z`);
    }
    const written = performance.now();
    const counts = await writeCases(store, calls, timesOfCalls(cases, days, Date.parse(end), next), next);
    return { cases, ...counts, playing: written - from, writing: performance.now() - written };
  } finally {
    await store.close();
  }
}

async function writeCases(
  store: CaseStore,
  calls: readonly (readonly PlayedCase[])[],
  times: readonly number[],
  next: () => number,
): Promise<Pick<Generated, 'events' | 'rows'>> {
  let [events, rows] = [0, 0];
  const lastOf = new Map<number, number>();
  const callers = Math.ceil(times.length / 3);
  const end = times.at(-1) ?? 0;
  for (let first = 0; first < times.length; first += atOnce) {
    const made: CaseRows[] = [];
    const links: CaseLink[] = [];
    for (const [index, begun] of times.slice(first, first + atOnce).entries()) {
      const number = first + index + 1;
      const played = choose(calls[number > times.length * newerFrom ? 1 : 0] ?? [], next);
      const { caller, ...own } = ownOf(callers, next);
      const earlier = lastOf.get(caller);
      if (earlier !== undefined && next() < 0.1)
        links.push({ one: earlier, other: number, why: 'the same again', at: new Date(begun).toISOString() });
      lastOf.set(caller, number);
      const rowsOfCase = madeCase(played, { number, id: uuid(next), begun, own });
      const isNew = played.outcome === 'open' && begun > end - withoutDetails;
      made.push(isNew ? notDetailed(rowsOfCase) : rowsOfCase);
    }
    events += made.reduce((sum, each) => sum + each.events.length, 0);
    rows += await insertCases(store.database, made, links);
  }
  return { events, rows };
}

/** The rows of a case before `detail`. */
function notDetailed({ cases, events }: CaseRows): CaseRows {
  const bare = cases.map((row) => ({ ...row, detailed: -1, tree_version: null }));
  return { cases: bare, events, texts: [], faults: [], questions: [], steps: [], facts: [], sayings: [], agents: [] };
}

function uuid(next: () => number): string {
  const digits = Array.from({ length: 8 }, () =>
    Math.floor(next() * 65_536)
      .toString(16)
      .padStart(4, '0'),
  );
  const [a, b, c, d, e, f, g, h] = digits as [string, string, string, string, string, string, string, string];
  return `${a}${b}-${c}-4${d.slice(1)}-a${e.slice(1)}-${f}${g}${h}`;
}
