import { type Command, Option } from 'commander';
import type { Environment } from '../environment.js';
import { graphFormats } from './graph-format.js';

/**
 * Adds the command `graph`. What does the work is loaded when it is asked for.
 * @param done is told the exit code
 */
export function addGraphCommand(faultline: Command, environment: Environment, done: (code: number) => void): void {
  faultline
    .command('graph')
    .description('draw a tree: as a picture, as a page to look around in, or for programs that draw')
    .argument('<tree>', 'the tree')
    .addOption(
      new Option('--format <format>', 'how it is drawn (default: as the name of the file ends, or svg)').choices(
        graphFormats,
      ),
    )
    .option('--out <file>', 'write it to this file')
    .option('--calls', 'count the example calls: what they never take is dotted, what they take often is wide')
    .option('--from-store', 'count the calls in the case store in the same way')
    .option('--kb <folder>', 'the knowledge base (default: the one that comes with Faultline)')
    .action(async (tree: string, options) => {
      const { runGraphCommand } = await import('./command.js');
      done(await runGraphCommand(tree, options, environment));
    });
}
