import { listen, loadFolder, openSearch } from '../index.js';
import { notesOn, worthShowing } from './call/first-words.js';
import { dayOf } from './call/words-kept.js';
import type { Environment } from './environment.js';
import { exit, Misuse } from './exit.js';
import { knowledgeFolder } from './knowledge-folder.js';
import { placesOf } from './places.js';
import { styleFor } from './style.js';

/** What was given on the command line. */
export interface FindOptions {
  readonly kb?: string;
  readonly json?: boolean;
}

/** Prints the trees that fit what a caller says. @returns 0 when one fits, 1 when none does. @throws Misuse */
export async function runFindCommand(
  words: readonly string[],
  options: FindOptions,
  environment: Environment,
): Promise<number> {
  const { stdout, variables, now } = environment;
  const said = words.join(' ');
  if (said.trim() === '') throw new Misuse('Say what the caller says: faultline find my printer is offline');
  const { cache } = placesOf(variables);
  const { knowledgeBase: kb } = await loadFolder(knowledgeFolder(options.kb), { cache, calls: false });
  const found = (await openSearch(kb, { cache })).find(said);
  const { facts } = await listen(kb, said, { today: dayOf(now()) });
  const code = found.fits ? exit.fine : exit.unresolved;
  if (options.json === true) {
    stdout.write(`${JSON.stringify({ ...found, facts }, null, 2)}\n`);
    return code;
  }
  const style = styleFor(environment, stdout.isTTY !== true);
  const put = (line: string): void => {
    stdout.write(`${line}\n`);
  };
  for (const note of notesOn(kb, found)) put(style.note(note));
  for (const { tree, title, symptom, confidence, matched } of worthShowing(found.results)) {
    put(style.heading(`${Math.round(100 * confidence)}%  ${tree}: ${title}`));
    if (symptom !== undefined) put(style.aside('Nearest symptom', symptom));
    if (matched.length > 0)
      put(
        style.aside(
          'Matched',
          matched.map(({ said: word, as }) => (as === undefined ? word : `${word} (${as})`)).join(', '),
        ),
      );
  }
  for (const { title, readings } of facts)
    put(style.aside('Heard', `${title}: ${readings.map(({ label, words: by }) => `${label} ("${by}")`).join(' or ')}`));
  if (!found.fits) for (const { ask, say = ask } of found.ask) put(style.aside('Ask', say));
  return code;
}
