import { idOf, newProcedure } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit } from '../exit.js';
import { askingIn } from './asking.js';
import { nameWanted } from './name-wanted.js';
import { ownKnowledge, withFiles } from './own-knowledge.js';
import { putFiles } from './put-files.js';
import { asWord, sayNext } from './say-next.js';
import { schemaPath } from './schema-path.js';

/** What was given on the command line. */
export interface MakeProcedureOptions {
  readonly title?: string;
  readonly step?: readonly string[];
  readonly tried?: string;
  readonly kb?: string;
  readonly yes?: boolean;
}

/** Writes a procedure. @returns the exit code. @throws Misuse */
export async function makeProcedure(
  named: string | undefined,
  options: MakeProcedureOptions,
  environment: Environment,
): Promise<number> {
  const own = await ownKnowledge(options.kb);
  const { folder, loaded } = own;
  const asking = askingIn(environment, options.yes);
  const title = await asking.one(options.title, {
    option: '--title',
    message: 'What is done, such as Restart the router?',
  });
  const taken = (id: string): string | undefined =>
    loaded.knowledgeBase.procedures.has(id) ? `There is already a procedure "${id}". Choose another name.` : undefined;
  const id = await asking.one(named, nameWanted(idOf(title), taken));
  const steps = await asking.several(options.step, {
    option: '--step',
    message: 'What should the caller do, one action each?',
  });
  const { tried } = options;
  const file = newProcedure({
    id,
    title,
    steps,
    schema: schemaPath(folder, 'procedures'),
    ...(tried === undefined ? {} : { tried }),
  });
  await withFiles(own, [file]);
  const written = putFiles(folder, [file]);
  sayNext(
    environment,
    written,
    [
      [`what the caller should see (expect), how long it takes (wait)`, `open ${written[0]}`],
      ['whether all is well', `faultline lint ${asWord(folder)}`],
    ],
    [`Use it in a tree as a step: - { use: ${id} }`],
  );
  return exit.fine;
}
