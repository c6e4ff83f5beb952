import type { Command } from 'commander';
import type { Environment } from '../environment.js';

/**
 * Adds the command `new` with its parts. What does the work is loaded when it is asked for.
 * @param done is told the exit code
 */
export function addNewCommand(faultline: Command, environment: Environment, done: (code: number) => void): void {
  const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  const created = faultline
    .command('new')
    .description('begin a knowledge base, a tree, a fault or a procedure; what is not given is asked');
  const yes = ['-y, --yes', 'ask nothing: what is not given is filled in'] as const;
  const kb = ['--kb <folder>', 'the knowledge base (default: this folder)'] as const;

  created
    .command('knowledge-base')
    .description('begin a knowledge base in a new or empty folder')
    .argument('[folder]', 'where it is to be')
    .option('--title <title>', 'what it is called')
    .option('--desk <name>', 'the desk for what nobody here can mend (default: Second line)')
    .option(...yes)
    .action(async (folder: string | undefined, options) => {
      const { makeKnowledgeBase } = await import('./make-knowledge-base.js');
      done(await makeKnowledgeBase(folder, options, environment));
    });
  created
    .command('tree')
    .description('write a tree with a question, a fault and its example calls')
    .argument('[id]', 'its name, such as printer-offline (default: made from the title)')
    .option('--title <title>', 'what is wrong, in a line')
    .option('--symptom <words>', 'what callers say (repeat for more)', collect)
    .option('--area <folder>', 'the folder that it belongs in')
    .option('--question <question>', 'a first question, to which "no" tells the fault')
    .option('--fault <name>', 'what is wrong then')
    .option('--cause <cause>', 'its kind of cause')
    .option('--explain <words>', 'how it is explained to the caller')
    .option('--step <words>', 'a step that mends it (repeat for more)', collect)
    .option('--verify <question>', 'how one sees that it is mended')
    .option('--desk <id>', 'the desk for what cannot be mended here')
    .option(...kb)
    .option(...yes)
    .action(async (id: string | undefined, options) => {
      const { makeTree } = await import('./make-tree.js');
      done(await makeTree(id, options, environment));
    });
  created
    .command('fault')
    .description('put a fault into a tree, with the answer that leads to it and an example call')
    .argument('[id]', 'its name, such as paper-jam (default: made from the title)')
    .option('--tree <id>', 'the tree')
    .option('--title <name>', 'what is wrong, in a few words')
    .option('--explain <words>', 'how it is explained to the caller')
    .option('--step <words>', 'a step that mends it (repeat for more)', collect)
    .option('--verify <question>', 'how one sees that it is mended')
    .option('--cause <cause>', 'its kind of cause')
    .option('--question <node>', 'the question that tells it')
    .option('--answer <label>', 'the answer to that question that tells it')
    .option(...kb)
    .option(...yes)
    .action(async (id: string | undefined, options) => {
      const { makeFault } = await import('./make-fault.js');
      done(await makeFault(id, options, environment));
    });
  created
    .command('procedure')
    .description('write steps that several trees or faults share')
    .argument('[id]', 'its name, such as restart-router (default: made from the title)')
    .option('--title <title>', 'what is done')
    .option('--step <words>', 'a step (repeat for more)', collect)
    .option('--tried <question>', 'the question that makes sure of it when it has been tried before')
    .option(...kb)
    .option(...yes)
    .action(async (id: string | undefined, options) => {
      const { makeProcedure } = await import('./make-procedure.js');
      done(await makeProcedure(id, options, environment));
    });
}
