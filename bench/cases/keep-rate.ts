import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/index.js';
import type { Finding, Section } from '../finding.js';
import { median } from '../median.js';
import { percentile } from '../percentile.js';
import { makeBareTable } from './bare-writer.js';
import { callsToKeep } from './calls-to-keep.js';
import { type DatabaseToMeasure, withDatabases } from './databases.js';
import type { WritingJob, Written } from './writing.js';
import { writingProcesses } from './writing-processes.js';

const rounds = 5;
const milliseconds = 3_000;
const writers = ['store', 'driver'] as const;

/** How many events a second are confirmed as stored, beside what the driver alone does with the same durability. */
export async function keepRate(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  const calls = join(folder, 'calls.json');
  try {
    writeFileSync(calls, JSON.stringify(await callsToKeep(100)));
    const findings = await withDatabases(async (databases) => {
      const all: Finding[] = [];
      for (const database of databases)
        for (const agents of [1, 8]) all.push(...(await beside(database, agents, calls)));
      return all;
    });
    return {
      title: 'Events kept, each confirmed before the next',
      remarks: [
        `${rounds} rounds of ${milliseconds / 1000} s of each, in turn; the medians of the rounds; each agent in a process of its own`,
        'The bare driver inserts a row for each event: no case, no hold, nothing for lists. Both synchronise with the disk.',
      ],
      findings,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function beside(database: DatabaseToMeasure, agents: number, calls: string): Promise<readonly Finding[]> {
  const where = { store: await database.fresh(), driver: await database.fresh() };
  await (await openStore(where.store)).close();
  await makeBareTable(where.driver);
  const measured: Record<(typeof writers)[number], Round[]> = { store: [], driver: [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const by of writers) {
      const jobs = Array.from(
        { length: agents },
        (_, agent): WritingJob => ({ by, where: where[by], calls, first: agent * 7, until: { milliseconds } }),
      );
      const done = roundOf(await writingProcesses(jobs));
      if (round >= 0) measured[by].push(done);
    }
  }
  const name = `${database.name}, ${agents === 1 ? 'one agent' : `${agents} agents`}`;
  const ratio = median(measured.store.map(({ rate }, round) => rate / (measured.driver[round]?.rate ?? Number.NaN)));
  return [
    ...lines(`${name}: case store`, measured.store).map((finding, index) =>
      index === 0 ? { ...finding, compared: 'ours / bare driver', ratio } : finding,
    ),
    ...lines(`${name}: bare driver`, measured.driver),
  ];
}

interface Round {
  readonly rate: number;
  readonly middle: number;
  readonly slow: number;
}

function roundOf(all: readonly Written[]): Round {
  const failure = all.flatMap(({ failures }) => failures)[0];
  if (failure !== undefined) throw new Error(`An event was not kept: ${failure}`);
  const latencies = all.flatMap((each) => each.latencies);
  const rate = all.reduce((sum, { latencies: own, passed }) => sum + (own.length * 1000) / passed, 0);
  return { rate, middle: percentile(latencies, 0.5), slow: percentile(latencies, 0.99) };
}

function lines(name: string, measured: readonly Round[]): readonly Finding[] {
  return [
    { what: name, perSecond: median(measured.map(({ rate }) => rate)) },
    { what: '  median', nanoseconds: median(measured.map(({ middle }) => middle)) * 1e6 },
    { what: '  99th percentile', nanoseconds: median(measured.map(({ slow }) => slow)) * 1e6 },
  ];
}
