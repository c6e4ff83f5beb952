// Run by writing-processes.ts as a process of its own: writes events one after the other, each confirmed before the next.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type Hold, openStore } from '../../src/index.js';
import { bareWriter } from './bare-writer.js';
import type { CallToWrite } from './calls-to-keep.js';
import type { WritingJob, Written, WrittenCall } from './writing.js';

/** Writes one event of a call; `sequence` counts from 0. @throws when it is not stored. */
interface Writer {
  write(id: string, call: CallToWrite, sequence: number): Promise<void>;
  close(): Promise<void>;
}

async function storeWriter(where: string): Promise<Writer> {
  const store = await openStore(where);
  const hold: Hold = { token: randomUUID(), name: 'bench', forMs: 180_000 };
  let kept: { readonly number: number; readonly version: number } | undefined;
  return {
    async write(id, { session, standings }, sequence) {
      const now = { ...session, events: session.events.slice(0, sequence + 1) };
      const standing = standings[sequence];
      if (standing === undefined) throw new Error('The call has ended.');
      const before = sequence === 0 || kept === undefined ? {} : { kept };
      const keeping = await store.keep({ id, session: now, standing, hold, ...before });
      if (keeping.result !== 'kept') throw new Error(keeping.result);
      kept = keeping;
    },
    close: () => store.close(),
  };
}

async function writeAll({ first, until }: WritingJob, calls: readonly CallToWrite[], writer: Writer): Promise<Written> {
  const latencies: number[] = [];
  const written: WrittenCall[] = [];
  const failures: string[] = [];
  const from = performance.now();
  const isOver = (): boolean =>
    'calls' in until ? written.length >= until.calls : performance.now() - from >= until.milliseconds;
  for (let index = first; !isOver(); index += 1) {
    const call = calls[index % calls.length] as CallToWrite;
    const id = randomUUID();
    let confirmed = 0;
    for (; confirmed < call.session.events.length; confirmed += 1) {
      const before = performance.now();
      try {
        await writer.write(id, call, confirmed);
      } catch (error) {
        failures.push(String(error));
        break;
      }
      latencies.push(performance.now() - before);
    }
    written.push({ id, call: index % calls.length, confirmed });
  }
  return { latencies, passed: performance.now() - from, written, failures };
}

const job = JSON.parse(process.argv[2] ?? '') as WritingJob;
const calls = JSON.parse(readFileSync(job.calls, 'utf8')) as readonly CallToWrite[];
const writer: Writer = job.by === 'store' ? await storeWriter(job.where) : await bareWriter(job.where);
// Nobody begins with a program that has never run: one call before, while the others do nothing yet.
await writeAll({ ...job, until: { calls: 1 } }, calls, writer);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const result = await writeAll(job, calls, writer);
await writer.close();
process.stdin.destroy();
process.stdout.write(`${JSON.stringify(result)}\n`);
