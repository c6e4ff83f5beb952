import { caseNumberInWords, type Verified, verifyCases } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit } from '../exit.js';
import { printable } from '../printable.js';
import { type CaseOptions, knowledgeAtHand, withStore } from './with-store.js';

/** What was given on the command line. */
export interface VerifyCommandOptions extends CaseOptions {
  readonly json?: boolean;
}

/** More findings than this are only counted. */
const mostShown = 50;

/** Looks whether every case is whole, and prints what is not. @returns 0 when all are, 1 when not. @throws Misuse */
export async function runVerifyCommand(options: VerifyCommandOptions, environment: Environment): Promise<number> {
  const { stdout, stderr } = environment;
  const kb = await knowledgeAtHand(environment, options);
  const verified = await withStore(environment, (store) =>
    verifyCases(store, kb, {
      onProgress: (checked) => {
        if (stderr.isTTY === true && checked % 100 === 0) stderr.write(`\r${checked} cases looked at`);
      },
    }),
  );
  if (stderr.isTTY === true && verified.checked >= 100) stderr.write('\r\u001B[K');
  stdout.write(options.json === true ? asJson(verified) : inWords(verified));
  return verified.findings.length === 0 ? exit.fine : exit.unresolved;
}

function asJson({ notReplayable, findings, ...counts }: Verified): string {
  const numbered = findings.map(({ number, ...rest }) =>
    number === undefined ? rest : { number: caseNumberInWords(number), ...rest },
  );
  const without = Object.fromEntries(notReplayable);
  return `${JSON.stringify({ ...counts, notReplayable: without, findings: numbered }, null, 2)}\n`;
}

function inWords({ checked, replayed, notReplayable, findings }: Verified): string {
  const lines = findings.slice(0, mostShown).map(({ number, what, expected, found }) => {
    const of = number === undefined ? '' : `${caseNumberInWords(number)}  `;
    return printable(`${of}${what}: should be ${expected}, but is ${found}`).replaceAll('\n', ' ');
  });
  if (findings.length > mostShown) lines.push(`and ${findings.length - mostShown} more. See all of them with --json.`);
  for (const [hash, count] of notReplayable)
    lines.push(
      `${cases(count)} could not be replayed: the knowledge base ${hash.slice(0, 12)} is neither at hand nor kept.`,
    );
  const damaged = new Set(findings.map(({ number }) => number)).size;
  lines.push(
    findings.length === 0
      ? `All is well: ${cases(checked)} looked at, ${replayed} of them replayed.`
      : `${cases(checked)} looked at, ${replayed} of them replayed. ${damaged === 1 ? 'One is' : `${damaged} are`} not as recorded.`,
  );
  return `${lines.join('\n')}\n`;
}

function cases(count: number): string {
  return `${count} case${count === 1 ? '' : 's'}`;
}
