import {
  type CaseStore,
  caseNumberInWords,
  handOver,
  handOverNote,
  type KnowledgeBase,
  letterAfterCall,
  type Session,
} from '../../index.js';
import { minutesAhead } from '../call/clock-words.js';
import { dayOf } from '../call/words-kept.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { printable } from '../printable.js';
import { caseGiven } from './case-given.js';
import { caseView } from './case-view.js';
import { type CaseOptions, knowledgeAtHand, withStore } from './with-store.js';

/** What was given on the command line. */
export interface HandoverOptions extends CaseOptions {
  /** The desk it is written for, whose form it then has. */
  readonly desk?: string;
  readonly json?: boolean;
}

/** Prints the note with which a case is handed over. @returns 0 @throws Misuse */
export async function runHandoverCommand(
  written: string,
  { desk, json, ...options }: HandoverOptions,
  environment: Environment,
): Promise<number> {
  const { stdout, now } = environment;
  const atHand = await knowledgeAtHand(environment, options);
  return withStore(environment, async (store) => {
    const { kb, session, number } = await readableCase(store, atHand, written);
    if (desk !== undefined && !kb.desks.has(desk))
      throw new Misuse(`There is no desk "${desk}". The desks are: ${[...kb.desks.keys()].join(', ')}.`);
    const told = await handOver(kb, session, { number, now: now() });
    const note = (): string =>
      handOverNote(kb, told, { zone: minutesAhead(now()), ...(desk === undefined ? {} : { desk }) });
    stdout.write(json === true ? `${JSON.stringify(told, null, 2)}\n` : `${printable(note()).trimEnd()}\n`);
    return exit.fine;
  });
}

/** What was given on the command line. */
export interface LetterCommandOptions extends CaseOptions {
  readonly agent?: string;
  readonly json?: boolean;
}

/** Prints the letter to the caller after a call. @returns 0 @throws Misuse */
export async function runLetterCommand(
  written: string,
  { agent, json, ...options }: LetterCommandOptions,
  environment: Environment,
): Promise<number> {
  const { stdout, now, variables } = environment;
  const atHand = await knowledgeAtHand(environment, options);
  return withStore(environment, async (store) => {
    const { kb, session, number, name, by } = await readableCase(store, atHand, written);
    const signed = agent ?? by ?? variables.FAULTLINE_AGENT;
    const letter = await letterAfterCall(kb, session, {
      number,
      ...(name === undefined ? {} : { caller: name }),
      ...(signed === undefined ? {} : { agent: signed }),
      zone: minutesAhead(now()),
      today: dayOf(now()),
    });
    stdout.write(
      json === true
        ? `${JSON.stringify(letter, null, 2)}\n`
        : `${printable(`Subject: ${letter.subject}\n\n${letter.body}`).trimEnd()}\n`,
    );
    return exit.fine;
  });
}

interface ReadableCase {
  readonly kb: KnowledgeBase;
  readonly session: Session;
  readonly number: string;
  readonly name: string | undefined;
  readonly by: string | undefined;
}

/** A case that can be told in words. @throws Misuse when there is none, or no knowledge base for it. */
async function readableCase(store: CaseStore, atHand: KnowledgeBase, written: string): Promise<ReadableCase> {
  const stored = await caseGiven(store, written);
  const view = await caseView(store, atHand, stored);
  const number = caseNumberInWords(stored.number);
  if (view.kind === 'events')
    throw new Misuse(
      stored.tree === ''
        ? `No tree was found for case ${number}: there is nothing to hand over but what was said. See "faultline cases show ${number}".`
        : `The knowledge base of case ${number} is not at hand, nor its tree "${stored.tree}". See "faultline cases show ${number}".`,
    );
  return { kb: view.kb, session: view.session, number, name: stored.name, by: stored.agent };
}
