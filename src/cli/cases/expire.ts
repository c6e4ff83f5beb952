import { type Expired, expireCases } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { confirmed } from './confirmed.js';
import { type CaseOptions, knowledgeAtHand, withStore } from './with-store.js';

/** What was given on the command line. */
export interface ExpireCommandOptions extends CaseOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** Erases what was kept for as long as the knowledge base says. @returns 0, or 1 where it was not wanted. @throws Misuse */
export async function runExpireCommand(options: ExpireCommandOptions, environment: Environment): Promise<number> {
  const { stdout, stderr, now } = environment;
  const { retention } = await knowledgeAtHand(environment, options);
  if (retention.size === 0)
    throw new Misuse(
      'The knowledge base says of no outcome how long its cases are kept. Write "retention: { resolved: 365 }" into its manifest, in days.',
    );
  return withStore(environment, async (store) => {
    const over = await expireCases(store, retention, now(), { dryRun: true });
    for (const [outcome, count] of over.byOutcome)
      stdout.write(`${outcome}, after ${retention.get(outcome)} days: ${inWords(count)}\n`);
    if (over.cases === 0 || options.dryRun === true) {
      stdout.write(
        over.cases === 0 ? 'No case is over its time.\n' : `${inWords(over.cases)} would go; nothing was erased.\n`,
      );
      return exit.fine;
    }
    if (!(await confirmed(`${inWords(over.cases)} will be erased.`, options.yes, environment))) {
      stdout.write('Nothing was erased.\n');
      return exit.unresolved;
    }
    const expired: Expired = await expireCases(store, retention, now());
    stdout.write(`${inWords(expired.cases)} erased.\n`);
    if (expired.notScrubbed !== undefined) stderr.write(`${notScrubbedWords(expired.notScrubbed)}\n`);
    return expired.notScrubbed === undefined ? exit.fine : exit.unresolved;
  });
}

/** That deleted text is still in the files, and what to do. */
export function notScrubbedWords(reason: string): string {
  return `The text of what was erased could not be taken out of the files of the database yet: ${reason}. Somebody is using it; run the same once more when nobody does.`;
}

function inWords(count: number): string {
  return `${count} case${count === 1 ? '' : 's'}`;
}
