import { type Command, Option } from 'commander';
import type { Environment } from '../environment.js';

/**
 * Adds the command `report`. What does the work is loaded when it is asked for.
 * @param done is told the exit code
 */
export function addReportCommand(faultline: Command, environment: Environment, done: (code: number) => void): void {
  faultline
    .command('report')
    .description(
      'what the calls tell: faults, fixes, questions, words that found no tree, problems that belong together',
    )
    .argument('[report]', 'one report, whole (default: an overview)')
    .option('--since <day>', 'from this day on, such as 2026-11-28')
    .option('--until <day>', 'up to and with this day (default: today)')
    .option('--weeks <number>', 'so many weeks up to the last day (default: 12)')
    .option('--tree <id>', 'only calls in this tree')
    .option('--agent <name>', 'only calls that this agent had last')
    .option('--desk <id>', 'only calls that were referred to this desk')
    .addOption(new Option('--channel <channel>', 'only these calls').choices(['phone', 'chat', 'email']))
    .option('--by-version', 'count each version of a tree by itself')
    .option('--format <format>', 'text, csv, json, markdown or html (default: text)')
    .option('--output <file>', 'write it to this file')
    .option('--personal', 'show personal data of callers')
    .option('--kb <folder>', 'the knowledge base (default: the one that comes with Faultline)')
    .action(async (report: string | undefined, options) => {
      const { runReportCommand } = await import('./command.js');
      done(await runReportCommand(report, options, environment));
    });
}
