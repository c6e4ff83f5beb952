import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  appendCall,
  type KnowledgeBase,
  loadFolder,
  maskSession,
  parseSession,
  readCaseNumber,
  recordCall,
  runCall,
  type Session,
} from '../../index.js';
import { caseGiven } from '../cases/case-given.js';
import { withStore } from '../cases/with-store.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { readSession } from '../session-file.js';
import { styleFor } from '../style.js';
import { writeWhole } from '../write-whole.js';
import { resultLines } from './result-lines.js';

/**
 * Makes an example call of a call that was played, and puts it at the end of the call file of its tree.
 * @param from the number of a case, a session file, or "-" for a session on standard input
 * @returns the exit code. @throws Misuse
 */
export async function recordInto(
  folder: string,
  from: string,
  wanted: string | undefined,
  environment: Environment,
): Promise<number> {
  const { knowledgeBase: kb } = await loadFolder(folder);
  const session = maskSession(kb, await sessionGiven(from, environment));
  const { tree } = session;
  if (wanted !== undefined && wanted !== tree)
    throw new Misuse(`That call began in the tree "${tree}", not "${wanted}".`);
  if (!kb.trees.has(tree)) throw new Misuse(`The knowledge base "${folder}" has no tree "${tree}" that can be used.`);
  const recorded = await recordCall(kb, session);
  if ('reason' in recorded) throw new Misuse(recorded.reason);
  const path = callFileOf(kb, tree);
  const file = join(folder, path);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  writeWhole(file, await written(before, tree, recorded.call, path), before === undefined ? 0o644 : modeOf(file));
  const style = styleFor(environment, false);
  const again = (await loadFolder(folder)).knowledgeBase;
  const example = again.calls.find((call) => call.tree === tree && call.name === recorded.call.name);
  const result = example === undefined ? undefined : await runCall(again, example);
  const print = (line: string): void => {
    environment.stdout.write(`${style.clean(line)}\n`);
  };
  print(`Recorded as "${recorded.call.name}" in ${path}${example === undefined ? '' : `:${example.at.line}`}.`);
  if (result === undefined) print('It cannot be read back: run "faultline lint".');
  else for (const line of resultLines(result, true)) print(line);
  return result?.differences.length === 0 ? exit.fine : exit.unresolved;
}

async function sessionGiven(from: string, environment: Environment): Promise<Session> {
  if (from === '-') return parsed(await textOf(environment.stdin), 'standard input');
  if (existsSync(from)) return readSession(from);
  if (typeof readCaseNumber(from) !== 'number')
    throw new Misuse(`"${from}" is neither the number of a case nor a session file.`);
  const { session } = await withStore(environment, (store) => caseGiven(store, from));
  if (session.tree === '') throw new Misuse(`No tree was found for case ${from}: there is no call to record.`);
  return session;
}

async function textOf(stdin: Environment['stdin']): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stdin) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string, where: string): Session {
  const session = parseSession(text);
  if ('reason' in session) throw new Misuse(`There is no session on ${where}: ${session.reason}`);
  return session.session;
}

/** The call file of a tree, relative to the knowledge base: the one that there is, or the one beside it. */
function callFileOf(kb: KnowledgeBase, tree: string): string {
  const own = kb.calls.find((call) => call.tree === tree)?.at.file;
  return own ?? (kb.trees.get(tree)?.at.file ?? `${tree}.yaml`).replace(/\.ya?ml$/, '.calls.yaml');
}

async function written(before: string | undefined, tree: string, call: object, path: string): Promise<string> {
  try {
    return await appendCall(before, tree, call);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Misuse(`${path} has mistakes: mend it first ("faultline lint" says what is wrong).`);
  }
}

function modeOf(file: string): number {
  return statSync(file).mode & 0o777;
}
