import { faultCauses, idOf, isId, newTree } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { askingIn } from './asking.js';
import { nameWanted } from './name-wanted.js';
import { areasOf, ownKnowledge, withFiles } from './own-knowledge.js';
import { putFiles } from './put-files.js';
import { asWord, kbOption, sayNext } from './say-next.js';
import { schemaPath } from './schema-path.js';

/** What was given on the command line. */
export interface MakeTreeOptions {
  readonly title?: string;
  readonly symptom?: readonly string[];
  readonly area?: string;
  readonly question?: string;
  readonly fault?: string;
  readonly cause?: string;
  readonly explain?: string;
  readonly step?: readonly string[];
  readonly verify?: string;
  readonly desk?: string;
  readonly kb?: string;
  readonly yes?: boolean;
}

const usualQuestion = 'Is it switched on?';
const usualFault = 'It is switched off';

/** Writes a tree and its example calls. @returns the exit code. @throws Misuse */
export async function makeTree(
  named: string | undefined,
  options: MakeTreeOptions,
  environment: Environment,
): Promise<number> {
  const own = await ownKnowledge(options.kb);
  const { folder, loaded } = own;
  const kb = loaded.knowledgeBase;
  const { explain, verify } = options;
  const asking = askingIn(environment, options.yes);
  const title = await asking.one(options.title, { option: '--title', message: 'What is wrong, in a line?' });
  const taken = (tree: string): string | undefined =>
    kb.trees.has(tree) ? `There is already a tree "${tree}". Choose another name.` : undefined;
  const id = await asking.one(named, nameWanted(idOf(title), taken));
  const areas = areasOf(own);
  const area = await areaGiven(options.area, areas, asking);
  const symptoms = await asking.several(options.symptom, {
    option: '--symptom',
    message: 'What does a caller say who has this?',
  });
  const question = await asking.one(options.question, {
    option: '--question',
    message: 'A first question, to which "no" tells a fault:',
    usual: usualQuestion,
  });
  const fault = await asking.one(options.fault, {
    option: '--fault',
    message: 'What is wrong then, in a few words?',
    // What is usual fits the usual question only.
    ...(question === usualQuestion ? { usual: usualFault } : {}),
  });
  const steps = await asking.several(options.step, {
    option: '--step',
    message: 'What should the caller do to mend it, one action each?',
    ...(fault === usualFault ? { usual: 'Please switch it on.' } : {}),
  });
  const cause = causeGiven(options.cause);
  const desk = options.desk ?? kb.defaultDesk;
  if (!kb.desks.has(desk))
    throw new Misuse(`There is no desk "${desk}". There is: ${[...kb.desks.keys()].join(', ')}.`);
  const files = newTree({
    id,
    title,
    symptoms,
    area,
    question,
    fault,
    steps,
    desk,
    date: environment.now().slice(0, 10),
    schema: schemaPath(folder, area),
    ...(cause === undefined ? {} : { cause }),
    ...(explain === undefined ? {} : { explain }),
    ...(verify === undefined ? {} : { verify }),
  });
  await withFiles(own, files);
  const written = putFiles(folder, files);
  sayNext(environment, written, [
    ['more of what callers say, and your own questions', `open ${written[0]}`],
    ['whether all is well', `faultline lint ${asWord(folder)}`],
    ['play its example calls', `faultline test ${asWord(folder)} --tree ${id}`],
    ['take a call in it', `faultline call${kbOption(folder)} --tree ${id}`],
    ['see it in a browser while you write', `faultline preview ${asWord(folder)} --tree ${id}`],
  ]);
  return exit.fine;
}

async function areaGiven(
  given: string | undefined,
  areas: readonly string[],
  asking: ReturnType<typeof askingIn>,
): Promise<string> {
  const wrong = (area: string): string | undefined => {
    if (area === 'procedures' || area.startsWith('procedures/')) return 'In the folder "procedures" are no trees.';
    return area.split('/').every(isId)
      ? undefined
      : `"${area}" is no folder for a tree: it has small letters, digits and hyphens, such as printing.`;
  };
  if (given === '' || given === '.') return '';
  const known = areas.length === 0 ? '' : ` (there is ${areas.join(', ')})`;
  const message = `The folder that it belongs in${known}, or . for none:`;
  const area = await asking.one(given, {
    option: '--area',
    message,
    usual: areas[0] ?? '.',
    wrong: (answer) => (answer === '.' ? undefined : wrong(answer)),
  });
  return area === '.' ? '' : area;
}

/** The kind of cause that was given. @throws Misuse when there is none of this name */
export function causeGiven(given: string | undefined): string | undefined {
  if (given === undefined || faultCauses.some((cause) => cause === given)) return given;
  throw new Misuse(`There is no cause "${given}". There is: ${faultCauses.join(', ')}.`);
}
