import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { WritingJob, Written } from './writing.js';

/** So many processes are started at once: the rest waits, so that the machine is not busy with starting them. */
const startedAtOnce = 8;

const script = fileURLToPath(new URL('write-events.js', import.meta.url));

/** Does each job in a process of its own. All of them begin to write together, when all of them are ready. */
export async function writingProcesses(jobs: readonly WritingJob[]): Promise<readonly Written[]> {
  const started: Started[] = [];
  try {
    for (let from = 0; from < jobs.length; from += startedAtOnce) {
      const some = jobs.slice(from, from + startedAtOnce).map(start);
      started.push(...some);
      await Promise.all(some.map(({ next }) => next()));
    }
    for (const { child } of started) child.stdin.write('go\n');
    return await Promise.all(started.map(async ({ next }) => JSON.parse(await next()) as Written));
  } finally {
    for (const { child } of started) child.kill();
  }
}

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  /** Its next line. */
  readonly next: () => Promise<string>;
}

function start(job: WritingJob): Started {
  const child = spawn(process.execPath, [script, JSON.stringify(job)]);
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    async next() {
      const { value, done } = await lines.next();
      if (done === true) {
        const { exitCode, signalCode } = child;
        throw new Error(
          `A process that writes has ended (${exitCode ?? signalCode ?? 'its output was closed'}): ${said}`,
        );
      }
      return value;
    },
  };
}
