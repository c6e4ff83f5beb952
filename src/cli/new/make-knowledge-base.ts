import { readdirSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { idOf, loadTexts, newKnowledgeBase } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { askingIn } from './asking.js';
import { putFiles } from './put-files.js';
import { asWord, kbOption, sayNext } from './say-next.js';
import { schemaPath } from './schema-path.js';

/** What was given on the command line. */
export interface MakeKnowledgeBaseOptions {
  readonly title?: string;
  readonly desk?: string;
  readonly yes?: boolean;
}

/** Begins a knowledge base in a folder that is new or empty. @returns the exit code. @throws Misuse */
export async function makeKnowledgeBase(
  named: string | undefined,
  { title: given, desk, yes }: MakeKnowledgeBaseOptions,
  environment: Environment,
): Promise<number> {
  const asking = askingIn(environment, yes);
  const folder = await asking.one(named, {
    option: 'faultline new knowledge-base my-desk',
    message: 'The folder for it:',
    usual: 'my-desk',
    wrong: whyNotIn,
  });
  const name = basename(resolve(folder));
  const usual = name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]+/g, ' ');
  const title = await asking.one(given, { option: '--title', message: 'What is it called?', usual });
  const second = await asking.one(desk, {
    option: '--desk',
    message: 'Which desk takes what nobody here can mend?',
    usual: 'Second line',
  });
  const id = idOf(name) || idOf(title) || 'my-desk';
  const files = newKnowledgeBase({ id, title, desk: second, schema: schemaPath(folder, '') });
  const mistake = (await loadTexts(files)).diagnostics.find(({ severity }) => severity === 'error');
  if (mistake !== undefined) throw new Misuse(`Nothing was written, since it would be wrong. ${mistake.message}`);
  const written = putFiles(folder, files);
  sayNext(environment, written, [
    ['the first subject that callers bring', `faultline new tree${kbOption(folder)}`],
    ['whom a call can be referred to, under "desks"', `open ${written[0]}`],
    ['whether all is well', `faultline lint ${asWord(folder)}`],
  ]);
  return exit.fine;
}

function whyNotIn(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isDirectory()) return `"${folder}" is a file. A knowledge base is a folder: choose another name.`;
  const holds = readdirSync(folder).filter((name) => !name.startsWith('.'));
  if (holds.includes('knowledge-base.yaml'))
    return `"${folder}" is a knowledge base already. Add to it with "faultline new tree".`;
  return holds.length === 0 ? undefined : `The folder "${folder}" is not empty. Choose a new one.`;
}
