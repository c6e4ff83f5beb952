import { type Covered, coverageKinds, coverageOf, loadFolder, percentCovered, runCalls } from '../index.js';
import type { Environment } from './environment.js';
import { exit, Misuse } from './exit.js';
import { knowledgeFolder } from './knowledge-folder.js';
import { printable } from './printable.js';

/** Says what the example calls cover of a knowledge base. @returns the exit code. @throws Misuse */
export async function runCoverageCommand(
  directory: string | undefined,
  options: { readonly tree?: string; readonly threshold?: string; readonly of: string; readonly json?: boolean },
  environment: Environment,
): Promise<number> {
  const { tree } = options;
  const threshold = percentGiven(options.threshold);
  const { knowledgeBase } = await loadFolder(knowledgeFolder(directory));
  if (tree !== undefined && !knowledgeBase.trees.has(tree))
    throw new Misuse(`There is no tree "${tree}" that can be used.`);
  const results = await runCalls(knowledgeBase);
  const coverage = coverageOf(
    knowledgeBase,
    results.map(({ trail }) => trail),
    tree,
  );
  const print = (line: string): void => void environment.stdout.write(`${printable(line)}\n`);
  if (options.json === true) print(JSON.stringify(coverage));
  else {
    for (const { uncovered } of coverage.trees)
      for (const { place, name } of uncovered) print(`${place.file}:${place.line}  not covered: ${name}`);
    const sums = (kinds: typeof coverage.kinds): string =>
      coverageKinds.map((kind) => `${kind} ${share(kinds[kind])}`).join(', ');
    for (const each of coverage.trees) print(`${each.tree}: ${sums(each.kinds)}`);
    print(`All: ${sums(coverage.kinds)}`);
  }
  const counted = coverageKinds.filter((kind) => options.of === 'all' || kind === options.of);
  const isBelow = counted.some((kind) => percentCovered(coverage.kinds[kind]) < threshold);
  return isBelow ? exit.unresolved : exit.fine;
}

function share(counted: Covered): string {
  return counted.of === 0 ? '-' : `${percentCovered(counted)}% (${counted.covered} of ${counted.of})`;
}

function percentGiven(given: string | undefined): number {
  const percent = Number(given ?? 0);
  if (!(percent >= 0 && percent <= 100)) throw new Misuse(`--threshold takes a number from 0 to 100, not "${given}".`);
  return percent;
}
