import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone, type Finding, oursOver, type Section } from './finding.js';
import { median } from './median.js';
import { packageRoot } from './shipped-knowledge-base.js';
import type { Timing } from './side-by-side.js';

/** A process that is timed from its start. */
interface Started {
  readonly name: string;
  readonly words: readonly string[];
  readonly until: 'first byte' | 'exit';
}

const ours: Started = {
  name: 'faultline, first question (cache warm)',
  words: ['bin/faultline.js', 'call', '--json', '--tree', 'printer-offline'],
  until: 'first byte',
};
const peers: readonly Started[] = [
  { name: 'node -e 0, to its end', words: ['-e', '0'], until: 'exit' },
  { name: "node -e 'console.log(1)', to its first byte", words: ['-e', 'console.log(1)'], until: 'first byte' },
];
const rounds = 25;

/** The time from the start of the process to the first question, beside a bare Node. */
export async function startUp(): Promise<Section> {
  const home = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  try {
    await timed(ours, home);
    const [own, bare, printing] = (await inTurn([ours, ...peers], home)) as [Timing, Timing, Timing];
    const findings: Finding[] = [alone(own), oursOver(own, bare, 1.6), oursOver(own, printing)];
    return {
      title: 'Start-up to the first question',
      remarks: [`${rounds} processes of each, in turn; from spawn to the first byte on stdout`],
      findings,
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function inTurn(all: readonly Started[], home: string): Promise<readonly Timing[]> {
  const measured = all.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, each] of all.entries()) measured[index]?.push(await timed(each, home));
  }
  return all.map(({ name }, index) => {
    const each = measured[index] ?? [];
    return { name, nanoseconds: median(each), rounds: each };
  });
}

/** Nanoseconds until what is waited for; returns when the process has ended, so that it disturbs no other. */
function timed({ words, until }: Started, home: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    let passed: number | undefined;
    const process_ = spawn(process.execPath, [...words], {
      cwd: packageRoot,
      env: { ...process.env, FAULTLINE_HOME: home },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const stop = (): void => {
      passed ??= (performance.now() - from) * 1e6;
    };
    process_.stdout.on('data', () => {
      if (until === 'first byte') stop();
    });
    process_.on('error', reject);
    process_.on('exit', () => {
      if (until === 'exit') stop();
    });
    process_.on('close', () => {
      if (passed === undefined) reject(new Error(`"node ${words.join(' ')}" printed nothing.`));
      else resolve(passed);
    });
  });
}
