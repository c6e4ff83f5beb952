import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ExplorationFinding, explore, type LongCall, loadFolder, type TreeExplored } from '../index.js';
import type { Environment } from './environment.js';
import { exit, Misuse } from './exit.js';
import { knowledgeFolder } from './knowledge-folder.js';
import { printable } from './printable.js';
import { makeFolder } from './session-file.js';
import { shared, writeWhole } from './write-whole.js';

/** Walks all that can happen in calls and prints what is wrong. @returns the exit code. @throws Misuse */
export async function runExploreCommand(
  directory: string | undefined,
  options: { readonly tree?: string; readonly limit?: string; readonly write?: string; readonly json?: boolean },
  environment: Environment,
): Promise<number> {
  const { tree, write } = options;
  const limit = options.limit === undefined ? undefined : Number(options.limit);
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0))
    throw new Misuse(`--limit takes a number of states, such as 200000, not "${options.limit}".`);
  const { knowledgeBase } = await loadFolder(knowledgeFolder(directory));
  if (tree !== undefined && !knowledgeBase.trees.has(tree))
    throw new Misuse(`There is no tree "${tree}" that can be used.`);
  const { stderr } = environment;
  const isWatched = stderr.isTTY === true;
  const onTree = (id: string, index: number, of: number): void => {
    if (isWatched) stderr.write(`\r\u001B[KWalking ${printable(id)}, tree ${index + 1} of ${of} ...`);
  };
  const given = { ...(tree === undefined ? {} : { tree }), ...(limit === undefined ? {} : { states: limit }) };
  const found = await explore(knowledgeBase, { ...given, onTree });
  if (isWatched) stderr.write('\r\u001B[K');
  const print = (line: string): void => void environment.stdout.write(`${printable(line)}\n`);
  const files = write === undefined ? [] : writeReplays(write, found.findings);
  if (options.json === true) print(JSON.stringify(found));
  else {
    for (const [index, { place, kind, tree: begins, message }] of found.findings.entries()) {
      print(`${place.file}:${place.line}  ${kind}  ${message} (calls that begin in "${begins}")`);
      if (files[index] !== undefined)
        print(`  played again by: faultline call --tree ${begins} --replay ${files[index]}`);
    }
    for (const each of found.trees) for (const line of figures(each)) print(line);
    const states = found.trees.reduce((sum, each) => sum + each.states, 0);
    const end = found.complete ? 'Everything was looked at.' : 'Not everything was looked at: see above.';
    print(`${found.findings.length} findings in ${states} states. ${end}`);
  }
  return found.findings.length > 0 || !found.complete ? exit.unresolved : exit.fine;
}

function figures(each: TreeExplored): readonly string[] {
  const lines = [
    `${each.tree}: ${each.states} states, ${each.transitions} transitions${each.complete ? '' : ', not complete'}`,
  ];
  if (each.longest !== undefined) lines.push(`  longest call: ${long(each.longest)}`);
  if (each.mostBeforeFix !== undefined) lines.push(`  most questions before a fix: ${each.mostBeforeFix.questions}`);
  const own = each.faults.filter(({ fault }) => fault.startsWith(`${each.tree}/`));
  const faults = own.map(({ fault, questions }) => `${fault.slice(each.tree.length + 1)} ${questions}`);
  if (faults.length > 0) lines.push(`  fewest questions to each fault: ${faults.join(', ')}`);
  return [...lines, ...each.notReached.map((reason) => `  not reached: ${reason}`)];
}

function long({ questions, steps }: LongCall): string {
  return `${questions} questions and ${steps} steps`;
}

/** Writes the events of each finding that has some. @returns the files, at the places of their findings. */
function writeReplays(folder: string, findings: readonly ExplorationFinding[]): readonly (string | undefined)[] {
  if (!existsSync(folder)) makeFolder(folder);
  return findings.map(({ tree, kind, events }, index) => {
    if (events.length === 0) return undefined;
    const file = join(folder, `${tree}-${kind}-${index + 1}.jsonl`);
    writeWhole(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''), shared);
    return file;
  });
}
