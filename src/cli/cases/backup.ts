import { backupStore, counted, NoBackup, type Restored, restoreStore } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { printable } from '../printable.js';
import { withStore } from './with-store.js';

/** Writes a backup of all cases to a new file, also while calls are taken. @returns 0 @throws Misuse */
export async function runBackupCommand(file: string, environment: Environment): Promise<number> {
  const { stdout, now } = environment;
  return withStore(environment, async (store) => {
    const { cases, events } = await ofFile(() => backupStore(store, file, now()));
    stdout.write(printable(`Backed up in ${file}: ${counted(cases, 'case')} with ${counted(events, 'event')}.\n`));
    return exit.fine;
  });
}

/** What was given on the command line. */
export interface RestoreCommandOptions {
  readonly replace?: boolean;
}

/** Puts a backup into the case store. @returns 0, or 1 where it was left alone. @throws Misuse */
export async function runRestoreCommand(
  file: string,
  { replace }: RestoreCommandOptions,
  environment: Environment,
): Promise<number> {
  const { stdout, now } = environment;
  return withStore(environment, async (store) => {
    const kept = `${file}.replaced-${now().replace(/[:.]/g, '-')}`;
    const before = await store.count({});
    const restored = await ofFile(() => restoreStore(store, file, now(), replace === true ? { replacing: kept } : {}));
    const code = 'refused' in restored ? exit.unresolved : exit.fine;
    for (const line of inWords(restored, store.label, before > 0 ? kept : undefined))
      stdout.write(`${printable(line)}\n`);
    return code;
  });
}

function inWords(restored: Restored, label: string, kept: string | undefined): readonly string[] {
  if ('refused' in restored) {
    return restored.refused === 'cases'
      ? [
          `There are ${restored.cases} cases in ${label}. To put the backup in their place, say --replace: they are backed up first.`,
        ]
      : [
          `Somebody has a case open in ${label}, or has stored something just now. Nothing was changed: restore when nobody takes calls.`,
        ];
  }
  const { cases, events, at, erasedSince } = restored;
  return [
    `Restored, as it was at ${at}: ${counted(cases, 'case')} with ${counted(events, 'event')}.`,
    ...(kept === undefined ? [] : [`What was there before is backed up in ${kept}`]),
    ...(erasedSince === 0
      ? []
      : [
          `${erasedSince} cases were erased since then, and may be back now: run "faultline cases expire", and forget again whoever was forgotten.`,
        ]),
  ];
}

/** Mistakes about a file become sentences; those of the database are told elsewhere. */
async function ofFile<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { message, path } = error as NodeJS.ErrnoException;
    if (error instanceof NoBackup || path !== undefined || /^There is a file/.test(message)) throw new Misuse(message);
    throw error;
  }
}
