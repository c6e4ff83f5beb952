import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/index.js';
import { type Finding, type Section, shareOf } from '../finding.js';
import { percentile } from '../percentile.js';
import { type CallToWrite, callsToKeep } from './calls-to-keep.js';
import { type DatabaseToMeasure, withDatabases } from './databases.js';
import type { WritingJob, Written } from './writing.js';
import { writingProcesses } from './writing-processes.js';

const callsOfEach = 3;

/** So many processes on one store, each keeping calls event by event as fast as it can; then everything is looked for. */
export async function manyWriters(writers: number): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  const calls = join(folder, 'calls.json');
  try {
    writeFileSync(calls, JSON.stringify(await callsToKeep(100)));
    const findings = await withDatabases(async (databases) => {
      const all: Finding[] = [];
      for (const database of databases) all.push(...(await writtenTo(database, writers, calls)));
      return all;
    });
    return {
      title: `${writers} agents on one store`,
      remarks: [
        `${writers} processes, all at once; each has kept a call before, and keeps ${callsOfEach} more, every event confirmed before the next, without a pause between them`,
        'Afterwards each confirmed event is looked for: whether it is there, in its place and as it was.',
      ],
      findings,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writtenTo(database: DatabaseToMeasure, writers: number, calls: string): Promise<readonly Finding[]> {
  const where = await database.fresh();
  await (await openStore(where)).close();
  const jobs = Array.from(
    { length: writers },
    (_, agent): WritingJob => ({ by: 'store', where, calls, first: agent * 7, until: { calls: callsOfEach } }),
  );
  const written = await writingProcesses(jobs);
  const latencies = written.flatMap((each) => each.latencies);
  const failures = written.flatMap((each) => each.failures);
  const passed = Math.max(...written.map((each) => each.passed));
  const lost = await lostEvents(where, written, JSON.parse(readFileSync(calls, 'utf8')) as readonly CallToWrite[]);
  const of = latencies.length;
  return [
    { what: `${database.name}: events`, perSecond: (of * 1000) / passed },
    ...([0.5, 0.99, 1] as const).map((share, index) => ({
      what: `  ${['median', '99th percentile', 'longest'][index]}`,
      nanoseconds: percentile(latencies, share) * 1e6,
    })),
    shareOf('  confirmed events that are not there', lost, of),
    shareOf(
      `  errors that an agent would see${failures[0] === undefined ? '' : ` (${failures[0]})`}`,
      failures.length,
      of,
    ),
  ];
}

/** How many of the confirmed events are not in the store as they were handed in. */
async function lostEvents(where: string, written: readonly Written[], calls: readonly CallToWrite[]): Promise<number> {
  const store = await openStore(where, { patience: 'report' });
  let lost = 0;
  try {
    for (const { id, call, confirmed } of written.flatMap((each) => each.written)) {
      const stored = (await store.read(id))?.session.events ?? [];
      const events = calls[call]?.session.events.slice(0, confirmed) ?? [];
      lost += events.filter((event, index) => JSON.stringify(event) !== JSON.stringify(stored[index])).length;
    }
  } finally {
    await store.close();
  }
  return lost;
}
