import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { addCasesCommand } from './cases/index.js';
import { type Environment, processEnvironment } from './environment.js';
import { exit, Misuse } from './exit.js';
import { addGraphCommand } from './graph/index.js';
import { addManualCommand } from './manual/index.js';
import { addNewCommand } from './new/index.js';
import { packageFolder } from './places.js';
import { addPreviewCommand } from './preview/index.js';
import { addReportCommand } from './report/index.js';

/** Runs the command line. @returns the exit code: 0 fine, 1 findings or an unresolved call, 2 misuse, 70 our own fault. */
export async function main(words: readonly string[], environment: Environment = processEnvironment()): Promise<number> {
  let code: number = exit.fine;
  const done = (result: number): void => {
    code = result;
  };
  environment.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read our output has gone; there is nobody left to tell.
    if (error.code === 'EPIPE') process.exit(exit.unresolved);
    environment.stderr.write(`Output failed: ${error.message}\n`);
    process.exit(exit.ours);
  });
  try {
    await program(environment, done).parseAsync([...words], { from: 'user' });
  } catch (error) {
    code = failure(error, environment);
  }
  return code;
}

function failure(error: unknown, { stderr, variables }: Environment): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.misuse;
  if (error instanceof Misuse) {
    stderr.write(`${error.message}\n`);
    return exit.misuse;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  stderr.write(`Faultline itself has failed: ${message}\n`);
  stderr.write(variables.FAULTLINE_DEBUG ? `${stack}\n` : 'Set FAULTLINE_DEBUG=1 to see where.\n');
  return exit.ours;
}

function version(): string {
  const text = readFileSync(join(packageFolder, 'package.json'), 'utf8');
  return String((JSON.parse(text) as { readonly version: unknown }).version);
}

function program(environment: Environment, done: (code: number) => void): Command {
  const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  const faultline = new Command('faultline')
    .description('Guides a support agent through a call, from what the caller says to a verified fix.')
    .option('--version', 'print the version')
    .on('option:version', () => {
      environment.stdout.write(`${version()}\n`);
      throw new CommanderError(exit.fine, 'commander.version', '');
    })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: (text) => environment.stderr.write(text),
    })
    .showHelpAfterError('Run "faultline --help" to see what can be done.');
  faultline
    .command('call')
    .description('take a call')
    .argument('[words...]', "what the caller says, or a tree's name")
    .option('--tree <id>', 'the tree to begin in')
    .option('--set <fact=value>', 'a fact that is known already (repeat for more)', collect, [])
    .option('--kb <folder>', 'the knowledge base (default: the one that comes with Faultline)')
    .option('--resume [case]', 'go on with a case, by its number; without one, choose among those that wait')
    .option('--take-over', 'with --resume: also when somebody else has the case open')
    .addOption(
      new Option(
        '--replay <file>',
        'play the events of a file first (JSON lines, or a session), then go on by hand',
      ).conflicts('resume'),
    )
    .option('--caller <name>', 'who is calling')
    .option('--contact <how>', 'how the caller is reached: a telephone number, an e-mail address')
    .option('--account <account>', 'the account that it is about')
    .option('--device <device>', 'the device that it is about: its name or number')
    .option('--agent <name>', 'who takes the call (default: FAULTLINE_AGENT)')
    .addOption(new Option('--channel <channel>', 'how you talk with the caller').choices(['phone', 'chat', 'email']))
    .option('--plain', 'plain lines, for screen readers and for input from a file')
    .option('--json', 'one JSON object a line, for programs')
    .action(async (words: string[], options) => {
      const { runCallCommand } = await import('./call/command.js');
      done(await runCallCommand(words, options, environment));
    });
  faultline
    .command('practice')
    .description('practise with a caller who is played and hides a fault; at the end there is a score')
    .argument('[tree]', 'what the call is about (default: any tree)')
    .option('--manner <manner>', 'plain, confused, impatient, talkative or wrong (default: plain)')
    .option('--seed <number>', 'the round to play, to have the same one again (default: a new one)')
    .option('--graph', "hide a fault by the tree's own graph, and not one of its example calls")
    .option('--kb <folder>', 'the knowledge base (default: the one that comes with Faultline)')
    .option('--plain', 'plain lines, for screen readers and for input from a file')
    .option('--auto', 'only watch: an agent who listens plays the round')
    .action(async (tree: string | undefined, options) => {
      const { runPracticeCommand } = await import('./practice.js');
      done(await runPracticeCommand(tree, options, environment));
    });
  faultline
    .command('find')
    .description('find the trees that fit what a caller says')
    .argument('[words...]', 'what the caller says')
    .option('--kb <folder>', 'the knowledge base (default: the one that comes with Faultline)')
    .option('--json', 'as JSON')
    .action(async (words: string[], options) => {
      const { runFindCommand } = await import('./find.js');
      done(await runFindCommand(words, options, environment));
    });
  faultline
    .command('lint')
    .description('check a knowledge base, and say for every mistake what is wrong, where, and what would be right')
    .argument('[folder]', 'the knowledge base (default: the one that comes with Faultline)')
    .addOption(
      new Option('--format <format>', 'how it is printed').choices(['text', 'json', 'sarif', 'github']).default('text'),
    )
    .option('--strict', 'warnings count as errors')
    .option('--advice', 'also show advice: what a good author would look at, and may have reasons to leave')
    .option('--fix', 'first mend in the files what is certain; comments and layout stay')
    .option('--list', 'name every lint, and what it is about')
    .action(async (folder: string | undefined, options) => {
      const { runLintCommand } = await import('./lint.js');
      done(await runLintCommand(folder, options, environment));
    });
  faultline
    .command('test')
    .description('play the example calls (*.calls.yaml) of a knowledge base')
    .argument('[folder]', 'the knowledge base (default: the one that comes with Faultline)')
    .option('--tree <id>', 'only the calls of this tree')
    .option('--verbose', 'also print the calls that pass')
    .option('--watch', 'play them again on every change, and print what has changed; q ends it')
    .option('--junit <file>', 'also write the results as JUnit XML, for build servers')
    .option(
      '--record <call>',
      'make an example call of a case (its number), of a session file, or of a session on standard input (-)',
    )
    .action(async (folder: string | undefined, options) => {
      const { runTestCommand } = await import('./test/command.js');
      done(await runTestCommand(folder, options, environment));
    });
  faultline
    .command('diff')
    .description('say in words what callers will notice of a change of a knowledge base')
    .argument('<before>', 'how it was: a revision of git, such as HEAD, or a folder')
    .argument('[folder]', 'how it is (default: the one that comes with Faultline)')
    .option('--explore', 'also say which ways through the changed trees end elsewhere')
    .option('--cases', 'also say which of the newest 1,000 stored cases would stand elsewhere')
    .option('--json', 'as JSON')
    .action(async (before: string, folder: string | undefined, options) => {
      const { runDiffCommand } = await import('./diff.js');
      done(await runDiffCommand(before, folder, options, environment));
    });
  addPreviewCommand(faultline, environment, done);
  addGraphCommand(faultline, environment, done);
  faultline
    .command('coverage')
    .description('say what the example calls cover: answers, ways of not knowing, branches, faults, outcomes, steps')
    .argument('[folder]', 'the knowledge base (default: the one that comes with Faultline)')
    .option('--tree <id>', 'only this tree')
    .option('--threshold <percent>', 'end with exit code 1 when less is covered')
    .addOption(
      new Option('--of <kind>', 'what the threshold is of')
        .choices(['answers', 'unsure', 'branches', 'faults', 'outcomes', 'steps', 'all'])
        .default('answers'),
    )
    .option('--json', 'as JSON')
    .action(async (folder: string | undefined, options) => {
      const { runCoverageCommand } = await import('./coverage.js');
      done(await runCoverageCommand(folder, options, environment));
    });
  faultline
    .command('explore')
    .description('walk all that can happen in calls, and say what goes wrong: dead ends, circles, contradictions')
    .argument('[folder]', 'the knowledge base (default: the one that comes with Faultline)')
    .option('--tree <id>', 'only calls that begin in this tree')
    .option('--limit <states>', 'how many states of one tree are looked at, at most (default: 200000)')
    .option('--write <folder>', 'write the events of each finding into a file, for "faultline call --replay"')
    .option('--json', 'as JSON')
    .action(async (folder: string | undefined, options) => {
      const { runExploreCommand } = await import('./explore.js');
      done(await runExploreCommand(folder, options, environment));
    });
  faultline
    .command('import')
    .description('write trees from a flowchart or a table: Mermaid (.mmd, .md), CSV, JSON')
    .argument('<file>', 'the file with the charts')
    .option('--tree <id>', 'the name of the tree (default: by the title of the chart, or the name of the file)')
    .option('--map <file>', 'for JSON: a file that says which field is what')
    .option('--out <folder>', 'the folder to write into; without it the trees are printed')
    .action(async (file: string, options) => {
      const { runImportCommand } = await import('./import.js');
      done(await runImportCommand(file, options, environment));
    });
  addNewCommand(faultline, environment, done);
  addManualCommand(faultline, environment, done);
  addCasesCommand(faultline, environment, done);
  addReportCommand(faultline, environment, done);
  return faultline;
}
