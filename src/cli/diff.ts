import { statSync } from 'node:fs';
import {
  type Change,
  callsElsewhere,
  compareKnowledge,
  type Input,
  type KnowledgeBase,
  loadFolder,
  loadTexts,
  type PathElsewhere,
  type Place,
  pathsElsewhere,
  sessionsElsewhere,
} from '../index.js';
import { withStore } from './cases/with-store.js';
import type { Environment } from './environment.js';
import { exit } from './exit.js';
import { filesInRevision } from './git-files.js';
import { knowledgeFolder } from './knowledge-folder.js';
import { styleFor } from './style.js';

/** How many stored cases are looked at: the newest. */
const mostCases = 1000;

/** What the command is told. */
export interface DiffOptions {
  readonly json?: boolean;
  readonly cases?: boolean;
  readonly explore?: boolean;
}

/** Says in words what callers will notice of a change of the knowledge base. @returns the exit code. @throws Misuse */
export async function runDiffCommand(
  other: string,
  directory: string | undefined,
  options: DiffOptions,
  environment: Environment,
): Promise<number> {
  const folder = knowledgeFolder(directory);
  const before = await knowledgeBefore(folder, other);
  const { knowledgeBase: after } = await loadFolder(folder);
  const changes = compareKnowledge(before, after);
  const calls = await callsElsewhere(before, after);
  const cases = options.cases === true ? await casesElsewhere(before, after, environment) : undefined;
  const paths =
    options.explore === true
      ? await pathsElsewhere(
          before,
          after,
          changes.flatMap(({ tree }) => tree ?? []),
        )
      : undefined;
  if (options.json === true) {
    environment.stdout.write(`${JSON.stringify({ changes, calls, paths, cases }, undefined, 2)}\n`);
    return exit.fine;
  }
  const style = styleFor(environment, false);
  const print = (line: string): void => {
    environment.stdout.write(`${style.clean(line)}\n`);
  };
  for (const [title, group] of grouped(changes, after)) {
    print(title);
    for (const { kind, message, at } of group)
      print(`  ${{ new: '+', gone: '-', changed: '~' }[kind]} ${message}${at === undefined ? '' : ` ${placeOf(at)}`}`);
    print('');
  }
  if (changes.length === 0) print('Callers will notice nothing.');
  section(
    print,
    'Example calls of the version before that go another way',
    calls.map(({ message, before: at }) => `${message}${at === undefined ? '' : ` ${placeOf(at)}`}`),
  );
  if (paths !== undefined) section(print, 'Ways through the changed trees that end elsewhere', paths.map(pathLine));
  if (cases !== undefined) section(print, 'Stored cases that would stand elsewhere now', cases);
  const notices = changes.length;
  print(
    `${notices} ${notices === 1 ? 'thing' : 'things'} to notice; ${calls.length} of ${before.calls.length} example calls go another way.`,
  );
  return exit.fine;
}

async function knowledgeBefore(folder: string, other: string): Promise<KnowledgeBase> {
  if (statSync(other, { throwIfNoEntry: false })?.isDirectory() === true)
    return (await loadFolder(other)).knowledgeBase;
  return (await loadTexts(await filesInRevision(folder, other))).knowledgeBase;
}

async function casesElsewhere(
  before: KnowledgeBase,
  after: KnowledgeBase,
  environment: Environment,
): Promise<readonly string[]> {
  return withStore(environment, async (store) => {
    const found = await store.list({}, { limit: mostCases });
    const read = await Promise.all(found.map(({ number }) => store.read(number)));
    const stored = read.flatMap((each) => (each === undefined ? [] : [each]));
    const elsewhere = await sessionsElsewhere(
      before,
      after,
      stored.map(({ session }) => session),
    );
    return elsewhere.map(({ index, before: was, after: is }) => `case ${stored[index]?.number}: ${is}, and was ${was}`);
  });
}

function grouped(changes: readonly Change[], kb: KnowledgeBase): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const { tree } = change;
    const title = tree === undefined ? 'Everywhere' : `${kb.trees.get(tree)?.title ?? tree} (${tree})`;
    groups.set(title, [...(groups.get(title) ?? []), change]);
  }
  return groups;
}

function pathLine({ tree, events, before, after }: PathElsewhere): string {
  return `${tree}, after ${events.map(inputInWords).join(', ')}: ${after} (before: ${before})`;
}

function inputInWords(input: Input): string {
  if ('answer' in input) return `"${String(input.answer)}"`;
  if ('unsure' in input) return `not knowing (${input.unsure})`;
  if ('tell' in input) return `telling ${JSON.stringify(input.tell)}`;
  return Object.keys(input)[0] ?? '';
}

function placeOf({ file, line }: Place): string {
  return `(${file}:${line})`;
}

function section(print: (line: string) => void, title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  print(title);
  for (const line of lines) print(`  ${line}`);
  print('');
}
