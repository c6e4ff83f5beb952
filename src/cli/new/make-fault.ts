import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  answersTo,
  type FaultText,
  faultCauses,
  idOf,
  nearest,
  newCall,
  newFault,
  runCalls,
  type SourceFile,
  type Tree,
} from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { type Asking, askingIn } from './asking.js';
import { nameWanted } from './name-wanted.js';
import { type OwnKnowledge, ownKnowledge, textOf, withFiles } from './own-knowledge.js';
import { changeFile, putFiles } from './put-files.js';
import { asWord, sayNext } from './say-next.js';

/** What was given on the command line. */
export interface MakeFaultOptions {
  readonly tree?: string;
  readonly title?: string;
  readonly explain?: string;
  readonly step?: readonly string[];
  readonly verify?: string;
  readonly cause?: string;
  readonly question?: string;
  readonly answer?: string;
  readonly kb?: string;
  readonly yes?: boolean;
}

/** Where the fault is told: a question, and a new answer to it. */
interface Told {
  readonly question: string;
  readonly answer: { readonly id: string; readonly label: string };
}

/** Puts a fault into a tree, and an example call that finds it where the way there needs answers only. @returns the exit code. @throws Misuse */
export async function makeFault(
  named: string | undefined,
  options: MakeFaultOptions,
  environment: Environment,
): Promise<number> {
  const own = await ownKnowledge(options.kb);
  const asking = askingIn(environment, options.yes);
  const tree = await treeGiven(own, options.tree, asking);
  const fault = await faultGiven(tree, named, options, asking);
  const told = await toldGiven(tree, options, asking);
  const { folder, loaded } = own;
  const { file } = tree.at;
  const place = { desk: loaded.knowledgeBase.defaultDesk, ...told };
  const changed = await newFault(textOf(own, file), tree, fault, place);
  if ('reason' in changed) {
    throw new Misuse(
      `Nothing was written: ${changed.reason} in ${file}. Write one entry on each line there, and try again.`,
    );
  }
  const treeFile: SourceFile = { path: file, text: changed.text };
  await withFiles(own, [treeFile]);
  const call = told === undefined ? undefined : await callFor(own, tree, treeFile, fault, told);
  const written = [changeFile(folder, treeFile)];
  if (call !== undefined)
    written.push(...(call.isNew ? putFiles(folder, [call.file]) : [changeFile(folder, call.file)]));
  const remarks = [
    ...(told === undefined ? [`Nothing leads to it yet: let an answer go to the node "${fault.id}".`] : []),
    ...(told !== undefined && call === undefined
      ? ['No example call was written: the way there needs more than answers.']
      : []),
  ];
  sayNext(
    environment,
    written,
    [
      ['what the caller should then see (expect), a caution', `open ${written[0]}`],
      ['whether all is well', `faultline lint ${asWord(folder)}`],
      ['play the example calls', `faultline test ${asWord(folder)} --tree ${tree.id}`],
    ],
    remarks,
  );
  return exit.fine;
}

async function treeGiven({ loaded }: OwnKnowledge, given: string | undefined, asking: Asking): Promise<Tree> {
  const { trees } = loaded.knowledgeBase;
  if (trees.size === 0) throw new Misuse('There is no tree yet that can be used. Write one with "faultline new tree".');
  if (given !== undefined && !trees.has(given)) {
    const near = nearest(given, trees.keys());
    throw new Misuse(
      `There is no tree "${given}" that can be used.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    );
  }
  const choices = [...trees.values()].map(({ id, title }) => ({ value: id, name: `${id}: ${title}` }));
  const id = await asking.choice(given, { option: '--tree', message: 'Which tree does it belong to?' }, choices);
  return trees.get(id) as Tree;
}

async function faultGiven(
  tree: Tree,
  named: string | undefined,
  options: MakeFaultOptions,
  asking: Asking,
): Promise<FaultText> {
  const name = await asking.one(options.title, { option: '--title', message: 'What is wrong, in a few words?' });
  const taken = (id: string): string | undefined =>
    tree.faults.has(id) ? `The tree "${tree.id}" has a fault "${id}" already. Choose another name.` : undefined;
  const id = await asking.one(named, nameWanted(idOf(name), taken));
  const explain = await asking.one(options.explain, {
    option: '--explain',
    message: 'How do you explain it to the caller?',
    usual: `${name.replace(/\.$/, '')}. That is why it does not work.`,
  });
  const steps = await asking.several(options.step, {
    option: '--step',
    message: 'What should the caller do to mend it, one action each?',
  });
  const verify = await asking.one(options.verify, {
    option: '--verify',
    message: 'How does one see that it is mended?',
    usual: 'Does it work now?',
  });
  const causes = faultCauses.map((cause) => ({ value: cause, name: cause.replaceAll('-', ' ') }));
  const cause = await asking.choice(
    options.cause,
    { option: '--cause', message: 'What kind of cause is it?', usual: 'settings' },
    causes,
  );
  return { id, name, cause, explain, steps, verify };
}

const none = '';

async function toldGiven(tree: Tree, options: MakeFaultOptions, asking: Asking): Promise<Told | undefined> {
  const questions = [...tree.nodes.values()].flatMap((node) =>
    // Answers of a named fact are its choices, and belong into facts.yaml first.
    (node.kind === 'ask' || node.kind === 'check') && node.fact === undefined ? [node] : [],
  );
  if (options.question === undefined && options.answer !== undefined)
    throw new Misuse('To which question is that the answer? Say it with --question.');
  const choices = [
    ...questions.map(({ id, ask }) => ({ value: id, name: `${id}: ${ask}` })),
    { value: none, name: 'None yet' },
  ];
  const wanted = { option: '--question', message: 'Which question tells it?', usual: none };
  const question = await asking.choice(options.question, wanted, choices);
  const node = questions.find(({ id }) => id === question);
  if (node === undefined) return undefined;
  const taken = (label: string): string | undefined => {
    const id = idOf(label);
    if (id === '') return `"${label}" has no letter or digit to make a name from.`;
    return node.answers.some((answer) => answer.id === id)
      ? `The question "${question}" has that answer already.`
      : undefined;
  };
  if (node.answers.length >= 9)
    throw new Misuse(
      `The question "${question}" has nine answers already, and no more than that can be chosen by a key.`,
    );
  const label = await asking.one(options.answer, {
    option: '--answer',
    message: `What does the caller answer then to "${node.ask}"?`,
    wrong: taken,
  });
  return { question, answer: { id: idOf(label), label } };
}

/** The file of example calls with one that finds the fault; undefined where such a call cannot be made, or does not pass. */
async function callFor(
  own: OwnKnowledge,
  tree: Tree,
  treeFile: SourceFile,
  fault: FaultText,
  { question, answer }: Told,
): Promise<{ readonly file: SourceFile; readonly isNew: boolean } | undefined> {
  const way = answersTo(tree, question);
  if (way === undefined) return undefined;
  const path = treeFile.path.replace(/\.(ya?ml)$/, '.calls.$1');
  const isNew = !existsSync(join(own.folder, path));
  const call = {
    name: `${fault.name}, and the fix helps`,
    answers: [...way, { question, answer: answer.id }, { question: fault.id, answer: 'yes' }],
    ends: ['ends: fixed', `fault: ${fault.id}`],
  };
  const made = await newCall(isNew ? undefined : textOf(own, path), tree.id, call);
  if ('reason' in made) return undefined;
  const file = { path, text: made.text };
  try {
    const kb = await withFiles(own, [treeFile, file]);
    const results = await runCalls(kb, tree.id);
    return results.some(({ example, differences }) => example.name === call.name && differences.length > 0)
      ? undefined
      : { file, isNew };
  } catch (error) {
    if (error instanceof Misuse) return undefined;
    throw error;
  }
}
