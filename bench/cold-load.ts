import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { loadFolder } from '../src/index.js';
import { alone, oursOver, type Section } from './finding.js';
import { median } from './median.js';
import { shippedKnowledgeBase } from './shipped-knowledge-base.js';
import { type Contender, sideBySide, type Timing } from './side-by-side.js';

const firstRounds = 7;

/** The time to load the shipped knowledge base without a cache, beside what parsing its files takes alone. */
export async function coldLoad(): Promise<Section> {
  const files = yamlFiles(shippedKnowledgeBase);
  const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
  const contenders: Contender[] = [
    { name: 'faultline, loadFolder without cache', run: loadOnce },
    { name: 'yaml, uniqueKeys: false', run: () => parseAll(files, false) },
    { name: 'yaml, as it comes', run: () => parseAll(files, true) },
  ];
  const [ours, fast, usual] = (await sideBySide(contenders, 11, 0)) as [Timing, Timing, Timing];
  const [firstOurs, firstBare] = firsts(['faultline', 'yaml']) as [Timing, Timing];
  return {
    title: 'Cold load of the shipped knowledge base',
    remarks: [
      `${files.length} files, ${(bytes / 1024).toFixed(0)} KiB; reading, parseDocument and toJS, against reading, checking, linking, freezing`,
      `"first": the first thing a new process does, with loading the modules; ${firstRounds} processes of each, in turn`,
    ],
    findings: [
      alone(ours),
      oursOver(ours, fast, 1.5),
      oursOver(ours, usual, 1.5),
      alone(firstOurs),
      oursOver(firstOurs, firstBare, 1.5),
    ],
  };
}

async function loadOnce(): Promise<number> {
  await loadFolder(shippedKnowledgeBase);
  return 1;
}

function yamlFiles(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => `${directory}/${path}`);
}

function parseAll(files: readonly string[], uniqueKeys: boolean): number {
  for (const file of files) parseDocument(readFileSync(file, 'utf8'), { uniqueKeys }).toJS();
  return 1;
}

function firsts(contenders: readonly ('faultline' | 'yaml')[]): readonly Timing[] {
  const measured = contenders.map((): number[] => []);
  const script = fileURLToPath(new URL('./first-load.js', import.meta.url));
  for (let round = 0; round < firstRounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const { stdout } = spawnSync(process.execPath, [script, contender, shippedKnowledgeBase], { encoding: 'utf8' });
      measured[index]?.push(Number(stdout) * 1e6);
    }
  }
  return contenders.map((name, index) => {
    const each = measured[index] ?? [];
    return { name: `${name}, first`, nanoseconds: median(each), rounds: each };
  });
}
