import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Section, within } from '../finding.js';
import { median } from '../median.js';
import { shippedKnowledgeBase } from '../shipped-knowledge-base.js';
import { hostileTexts } from './hostile-texts.js';

const rounds = 5;
const mostNanoseconds = 50e6;

/** The time of a search for words that were made to be slow, as the first search of a process and after that. */
export async function hostileWords(): Promise<Section> {
  const names = [...hostileTexts().keys()];
  const cache = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  try {
    const measured = new Map(names.map((name) => [name, { first: [] as number[], warm: [] as number[] }]));
    for (let round = -1; round < rounds; round += 1)
      for (const [name, { first, warm }] of measured) {
        const times = inNewProcess(name, cache);
        if (round < 0) continue;
        first.push(times.first * 1e6);
        warm.push(times.warm * 1e6);
      }
    return {
      title: 'Hostile words, on the shipped knowledge base',
      remarks: [
        '100,000 characters where nothing else is said; search(kb, words) after the search was opened',
        `"first": the first search of a new process, with loading what it needs; ${rounds} processes of each, in turn`,
      ],
      findings: [...measured].flatMap(([name, { first, warm }]) => [
        within({ name: `${name}, first`, nanoseconds: median(first), rounds: first }, mostNanoseconds),
        within({ name: `${name}, warm`, nanoseconds: median(warm), rounds: warm }, mostNanoseconds),
      ]),
    };
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function inNewProcess(name: string, cache: string): { readonly first: number; readonly warm: number } {
  const script = fileURLToPath(new URL('./first-search.js', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [script, name, shippedKnowledgeBase, cache], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as { first: number; warm: number };
}
