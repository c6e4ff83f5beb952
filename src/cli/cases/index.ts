import { type Command, Option } from 'commander';
import type { Environment } from '../environment.js';

const outcomes = 'open, resolved, referred, visit, parked, known-issue, abandoned or unresolved';

/**
 * Adds the command `cases` with all that it can do. What does the work is loaded when it is asked for.
 * @param done is told the exit code
 */
export function addCasesCommand(faultline: Command, environment: Environment, done: (code: number) => void): void {
  const cases = faultline.command('cases').description('look at the calls that were taken, and look after them');
  const command = (name: string, description: string): Command =>
    cases
      .command(name, { isDefault: name === 'list' })
      .description(description)
      .option('--kb <folder>', 'the knowledge base (default: the one that comes with Faultline)');
  choosing(command('list', 'the newest cases; with options only those that fit'))
    .option('--limit <number>', 'how many at most (default: 20)')
    .option('--before <case>', 'only cases that are older than this one')
    .option('--json', 'as JSON')
    .action(async (options) => done(await (await import('./list.js')).runListCommand(options, environment)));
  command('show', 'all there is to know of a case')
    .argument('<case>', 'its number, such as 1042-9')
    .action(async (number: string, options) =>
      done(await (await import('./show.js')).runShowCommand(number, options, environment)),
    );
  cases
    .command('resume')
    .description('go on with a case: the same as "faultline call --resume"')
    .argument('<case>', 'its number')
    .option('--kb <folder>', 'the knowledge base (default: the one that comes with Faultline)')
    .option('--take-over', 'also when somebody else has the case open')
    .option('--agent <name>', 'who takes the call (default: FAULTLINE_AGENT)')
    .option('--plain', 'plain lines, for screen readers and for input from a file')
    .option('--json', 'one JSON object a line, for programs')
    .action(async (number: string, options) => {
      const { runCallCommand } = await import('../call/command.js');
      done(await runCallCommand([], { ...options, set: [], resume: number }, environment));
    });
  command('handover', 'the note for whoever goes on with a case')
    .argument('<case>', 'its number')
    .option('--desk <id>', 'the desk it is written for')
    .option('--json', 'as JSON, for ticket systems')
    .action(async (number: string, options) =>
      done(await (await import('./handover.js')).runHandoverCommand(number, options, environment)),
    );
  command('letter', 'the letter to the caller: what was done, and how to keep it from coming back')
    .argument('<case>', 'its number')
    .option('--agent <name>', 'who signs it (default: who took the call last)')
    .option('--json', 'as JSON')
    .action(async (number: string, options) =>
      done(await (await import('./handover.js')).runLetterCommand(number, options, environment)),
    );
  choosing(command('export', 'write out cases, redacted unless --personal is given'))
    .addOption(
      new Option('--format <format>', 'how they are written')
        .choices(['json', 'jsonl', 'csv', 'markdown'])
        .default('jsonl'),
    )
    .option('--personal', 'also what tells who was calling')
    .option('--output <file>', 'into a new file')
    .action(async (options) => done(await (await import('./export.js')).runExportCommand(options, environment)));
  command(
    'import <files...>',
    'take in cases that were exported (JSON, JSON Lines), and call-*.json of older versions',
  ).action(async (files: string[], options) =>
    done(await (await import('./import.js')).runImportCommand(files, options, environment)),
  );
  command('note', 'add a note to a case, also while somebody has it open')
    .argument('<case>', 'its number')
    .argument('<words...>', 'what to note')
    .option('--agent <name>', 'who notes it (default: FAULTLINE_AGENT)')
    .action(async (number: string, words: string[], options) =>
      done(await (await import('./note.js')).runNoteCommand(number, words, options, environment)),
    );
  command('link', 'tie two cases to each other')
    .argument('<case>', 'the number of one')
    .argument('<other>', 'the number of the other')
    .argument('[why...]', 'what they have to do with each other')
    .action(async (one: string, other: string, why: string[]) =>
      done(await (await import('./link.js')).runLinkCommand(one, other, why, environment)),
    );
  command('unlink', 'untie two cases')
    .argument('<case>', 'the number of one')
    .argument('<other>', 'the number of the other')
    .action(async (one: string, other: string) =>
      done(await (await import('./link.js')).runUnlinkCommand(one, other, environment)),
    );
  command('forget', 'erase all cases of a caller, and show what is left of them')
    .argument('<caller>', 'their name, contact or account')
    .option('--except <case>', "a case that is somebody else's (repeat for more)", collect, [])
    .option('--also <word>', 'another word by which they are known (repeat for more)', collect, [])
    .option('--everywhere', 'take their words out of the cases of others too')
    .option('--yes', 'do not ask')
    .action(async (who: string, options) =>
      done(await (await import('./forget.js')).runForgetCommand(who, options, environment)),
    );
  command('expire', 'erase what was kept for as long as the knowledge base says')
    .option('--dry-run', 'only say what would go')
    .option('--yes', 'do not ask')
    .action(async (options) => done(await (await import('./expire.js')).runExpireCommand(options, environment)));
  command('verify', 'look whether every case is whole and plays to where it is recorded')
    .option('--json', 'as JSON')
    .action(async (options) => done(await (await import('./verify.js')).runVerifyCommand(options, environment)));
  cases
    .command('backup')
    .description('write a backup of all cases to a new file, also while calls are taken')
    .argument('<file>', 'a file that is not there yet')
    .action(async (file: string) => done(await (await import('./backup.js')).runBackupCommand(file, environment)));
  cases
    .command('restore')
    .description('put a backup into the case store, of the same or the other kind of database')
    .argument('<file>', 'a backup')
    .option('--replace', 'in the place of the cases that are there; they are backed up first')
    .action(async (file: string, options) =>
      done(await (await import('./backup.js')).runRestoreCommand(file, options, environment)),
    );
}

/** The options that choose cases. */
function choosing(command: Command): Command {
  return command
    .addOption(new Option('--outcome <outcome>', `${outcomes} (repeat for more)`).argParser(collect))
    .option('--agent <name>', 'who took them last')
    .option('--caller <name>', "the caller's name, contact or account")
    .option('--device <device>', 'what they are about')
    .option('--tree <id>', 'the tree they began in')
    .option('--fault <fault>', 'the fault that was found')
    .option('--desk <id>', 'the desk they were referred to')
    .option('--channel <channel>', 'phone, chat or email')
    .option('--since <day>', 'from this day on: 2026-11-28, 2026-11, today or yesterday')
    .option('--until <day>', 'up to and with this day')
    .option('--text <words>', 'words that were said, noted or found')
    .option('--open', 'only those that somebody has open now');
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
