import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { caseNumberInWords, type Imported, importCases } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { printable } from '../printable.js';
import { type CaseOptions, knowledgeAtHand, withStore } from './with-store.js';

/** Takes in the cases of files. @returns 0, or 1 where something could not be taken in. @throws Misuse */
export async function runImportCommand(
  files: readonly string[],
  options: CaseOptions,
  environment: Environment,
): Promise<number> {
  const { stdout, now } = environment;
  const kb = await knowledgeAtHand(environment, options);
  let isWhole = true;
  await withStore(environment, async (store) => {
    for (const file of files) {
      const imported = await importCases(store, kb, await casesIn(file), { now: now() });
      for (const line of inWords(file, imported)) stdout.write(`${printable(line)}\n`);
      isWhole = isWhole && imported.conflicts.length === 0 && imported.refused.length === 0;
    }
  });
  return isWhole ? exit.fine : exit.unresolved;
}

/**
 * The cases in a file, each as JSON: of JSON Lines line by line; of one JSON value, which may be a list, as a whole.
 * @throws Misuse when it cannot be read.
 */
async function casesIn(file: string): Promise<AsyncIterable<string> | Iterable<string>> {
  try {
    const first = await firstLine(file);
    if (isJson(first) && !first.trimStart().startsWith('[')) return createInterface({ input: createReadStream(file) });
    const text = await readFile(file, 'utf8');
    // What is no JSON as a whole is taken line by line, so that each bad line is told.
    if (!isJson(text)) return text.split('\n');
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.map((each) => JSON.stringify(each)) : [text];
  } catch (error) {
    throw new Misuse(`"${file}" cannot be read: ${(error as Error).message}`);
  }
}

async function firstLine(file: string): Promise<string> {
  const input = createReadStream(file);
  try {
    // Not the reader of lines: it hears of no mistake of what it reads from.
    let start = '';
    for await (const part of input.setEncoding('utf8')) {
      start += part as string;
      if (start.includes('\n')) break;
    }
    return start.split('\n')[0] ?? '';
  } finally {
    input.destroy();
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** More cases than this are not told one by one. */
const mostShown = 20;

function inWords(file: string, { cases, conflicts, refused }: Imported): readonly string[] {
  const of = (result: string) => cases.filter((each) => each.result === result).length;
  const renamed = cases.filter(({ before, number }) => before !== undefined && before !== caseNumberInWords(number));
  return [
    `${file}: ${of('new')} new, ${of('completed')} completed, ${of('there')} there already.`,
    ...renamed.slice(0, mostShown).map(({ before, number }) => `  ${before} is ${caseNumberInWords(number)} here`),
    ...(renamed.length > mostShown ? [`  and ${renamed.length - mostShown} more have other numbers here`] : []),
    ...conflicts.map(({ line, number, why }) => {
      const what = why === 'open' ? 'somebody has it open' : 'it is here with other events';
      return `  line ${line}, case ${caseNumberInWords(number)}: ${what}; it was left as it is`;
    }),
    ...refused.map(({ line, reason }) => `  line ${line}: ${reason}`),
  ];
}
