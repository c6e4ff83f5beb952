import { caseNumberInWords, maskText } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { printable } from '../printable.js';
import { caseGiven } from './case-given.js';
import { type CaseOptions, knowledgeAtHand, withStore } from './with-store.js';

/** What was given on the command line. */
export interface NoteOptions extends CaseOptions {
  readonly agent?: string;
}

/** Longer notes are refused: somebody has pasted a book. */
const longest = 10_000;

/** Adds a note to a case, also while somebody has it open. @returns 0 @throws Misuse */
export async function runNoteCommand(
  written: string,
  words: readonly string[],
  options: NoteOptions,
  environment: Environment,
): Promise<number> {
  const { stdout, variables, now } = environment;
  const note = words.join(' ').trim();
  if (note === '') throw new Misuse(`Say what to note: faultline cases note ${written} she has a new printer`);
  if (note.length > longest) throw new Misuse(`A note has at most ${longest} characters.`);
  const agent = options.agent ?? variables.FAULTLINE_AGENT;
  const kb = await knowledgeAtHand(environment, options);
  return withStore(environment, async (store) => {
    const { number } = await caseGiven(store, written);
    const by = agent === undefined || agent === '' ? {} : { agent };
    const { text } = maskText(note);
    const added = await store.add(kb, number, { note: text, ...by, at: now() });
    if (added === undefined) throw new Misuse(`Case ${caseNumberInWords(number)} was erased just now.`);
    stdout.write(`Noted in case ${caseNumberInWords(number)}.\n`);
    if (text !== note) stdout.write(`It was kept as: ${printable(text)}\n`);
    return exit.fine;
  });
}
