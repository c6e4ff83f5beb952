import { existsSync } from 'node:fs';
import {
  type CaseStore,
  caseNumberInWords,
  type Hold,
  type Holder,
  type KnowledgeBase,
  readCaseNumber,
  reopen,
  type Session,
} from '../../index.js';
import { Misuse } from '../exit.js';
import { holderInWords, isLeftOver } from '../keeping/holder-name.js';
import type { StoreAccess } from '../keeping/store-access.js';
import { idOf } from '../keeping/store-waiting.js';
import { readSession } from '../session-file.js';
import { timeInWords } from './clock-words.js';
import { callsToGoOnWith } from './kept-calls.js';
import type { Talk } from './talk.js';

/** A call that is gone on with. */
export interface Resumed {
  readonly session: Session;
  readonly id: string;
  /** Absent for a call from a file that is not in the store. */
  readonly stored?: { readonly number: number; readonly version: number };
}

/** What it takes to find a call and to take it. */
export interface Resuming {
  readonly kb: KnowledgeBase;
  readonly access: StoreAccess;
  /** Whom to ask; absent for a program. */
  readonly talk: Talk | undefined;
  readonly hold: Hold;
  readonly takeOver: boolean;
  readonly agent: string | undefined;
  readonly now: string;
}

/**
 * Finds the call to go on with, and takes it so that nobody else does: by its number, by a session file, or chosen among
 * those that wait. One that somebody has open is taken over only when that is wanted.
 * @throws Misuse when there is none, or when it is left to them.
 */
export async function resume(which: string | true, resuming: Resuming): Promise<Resumed> {
  const number = which === true ? await chosen(resuming) : numberOrFile(which);
  if (typeof number === 'number') return fromStore(number, resuming);
  const session = readSession(number.file);
  const id = idOf(number.file);
  const stored = await storeOf(resuming)
    .then((store) => store.read(id))
    .catch(() => undefined);
  return stored === undefined ? { session, id } : fromStore(stored.number, resuming);
}

function numberOrFile(which: string): number | { readonly file: string } {
  const number = readCaseNumber(which);
  if (typeof number === 'number') return number;
  if (existsSync(which) || /[\\/]|\.json$/.test(which)) return { file: which };
  throw new Misuse(number.reason);
}

async function storeOf({ access }: Resuming): Promise<CaseStore> {
  try {
    return await access.get();
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

async function fromStore(number: number, resuming: Resuming): Promise<Resumed> {
  const store = await storeOf(resuming);
  const name = caseNumberInWords(number);
  if ((await store.read(number)) === undefined) throw new Misuse(`There is no case ${name}.`);
  const held = await store.hold(number, resuming.hold, resuming.takeOver);
  if (!held.held) {
    if (!isLeftOver(held.holder)) await askWhetherToTakeOver(name, held.holder, resuming);
    await store.hold(number, resuming.hold, true);
  }
  // Read once it is ours: until then whoever had it could write to it.
  const found = await store.read(number);
  if (found === undefined) throw new Misuse(`There is no case ${name} any more.`);
  const { session, id, version } = found;
  return { session, id, stored: { number, version } };
}

async function askWhetherToTakeOver(name: string, holder: Holder, { talk, now }: Resuming): Promise<void> {
  const since = timeInWords(new Date(holder.since).toISOString(), now);
  const who = holderInWords(holder);
  const said = `${who} has case ${name} open, since ${since}.`;
  if (talk === undefined) throw new Misuse(`${said} Add --take-over to take it all the same: they are told.`);
  const choice = await talk.ask(said, [
    { id: 'leave', label: 'Leave it to them' },
    { id: 'take', label: 'Take it over: they are told at their next answer' },
  ]);
  if (choice !== 'take')
    throw new Misuse(`Case ${name} is left to ${who === 'Somebody else' ? 'whoever has it' : who}.`);
}

async function chosen(resuming: Resuming): Promise<number> {
  const { kb, talk, agent, now } = resuming;
  if (talk === undefined) throw new Misuse('With --json, --resume needs the number of the case.');
  const waiting = await callsToGoOnWith(kb, await storeOf(resuming), agent, now);
  if (waiting.length === 0) throw new Misuse('No call is waiting to be gone on with.');
  const found = await talk.chooseKept(waiting);
  if (found === undefined) throw new Misuse('No call was chosen.');
  return found;
}

/** A session opened with the knowledge base at hand; what no longer fits is told. @throws Misuse when its tree is gone. */
export async function goOn(
  kb: KnowledgeBase,
  kept: Session,
  at: string,
  warn: (message: string) => void,
): Promise<Session> {
  if (!kb.trees.has(kept.tree))
    throw new Misuse(
      `The tree "${kept.tree}" of this call is not in the knowledge base. The case is kept as it is: "faultline cases show" has all of it.`,
    );
  const { session, unfit } = await reopen(kb, kept, at);
  if (session.knowledge === kept.knowledge) return session;
  const lost = unfit.map(({ question, reply, act }) => {
    if ('tell' in act)
      return `  told: ${Object.entries(act.tell)
        .map((fact) => fact.join(' = '))
        .join(', ')}`;
    return `  ${question}: ${reply ?? Object.keys(act)[0]}`;
  });
  const words = ['The knowledge base has changed since this call was begun.'];
  words.push(
    lost.length === 0 ? 'Everything that was answered still fits.' : 'These no longer fit, and are kept aside:',
  );
  warn([...words, ...lost].join('\n'));
  return session;
}
