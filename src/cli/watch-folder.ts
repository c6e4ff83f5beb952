import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Misuse } from './exit.js';

/** Editors write a file in several goes: so long nothing has to change before something is done, in milliseconds. */
const rest = 150;
/** So often the folder is looked at where the system tells of no change: it does not of all, nor in every file system. */
const round = 1_000;
/** A folder that is written without a pause is not waited for longer than so many rests. */
const mostRests = 20;

/** A folder that is watched. */
export interface FolderWatch {
  /** Ends when it is closed, and fails as what is done at a change fails. */
  readonly ended: Promise<void>;
  close(): void;
}

/**
 * Does something, and again whenever YAML files below the folder have changed and come to rest: once for what is saved
 * together, and never twice at the same time. A folder that is removed and comes back is a change as well.
 * @throws Misuse when the folder cannot be read
 */
export async function watchFolder(folder: string, task: () => Promise<void>): Promise<FolderWatch> {
  let seen = await look(folder);
  if (seen.files === '')
    throw new Misuse(`The folder "${folder}" cannot be watched: ${seen.reason ?? 'it is not there'}.`);
  let over = false;
  let hinted = false;
  let wake = (): void => {};
  const hints = new Map<string, { readonly number: number; readonly watcher: FSWatcher }>();
  const pause = (milliseconds: number, untilHint: boolean): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      const woken = (): void => {
        clearTimeout(timer);
        resolve();
      };
      wake = () => {
        if ((untilHint && hinted) || over) woken();
      };
      // Something may have changed while nobody waited.
      wake();
    });
  const hint = (): void => {
    hinted = true;
    wake();
  };
  const forget = (path: string): void => {
    hints.get(path)?.watcher.close();
    hints.delete(path);
  };
  const attend = (): void => {
    for (const [path, { number }] of hints) if (seen.folders.get(path) !== number) forget(path);
    for (const [path, number] of seen.folders) {
      if (hints.has(path)) continue;
      try {
        const watcher = watch(path, hint);
        watcher.on('error', () => forget(path));
        hints.set(path, { number, watcher });
      } catch {
        // What cannot be watched is still looked at, only later.
      }
    }
  };
  const go = async (): Promise<void> => {
    while (!over) {
      await pause(round, true);
      hinted = false;
      let now = await look(folder);
      if (over || now.files === seen.files) {
        seen = now;
        attend();
        continue;
      }
      for (let rests = 0; rests < mostRests && !over; rests += 1) {
        await pause(rest, false);
        const before = now;
        now = await look(folder);
        if (now.files === before.files) break;
      }
      seen = now;
      attend();
      if (!over) await task();
    }
  };
  const end = (): void => {
    for (const path of hints.keys()) forget(path);
  };
  attend();
  try {
    await task();
  } catch (error) {
    end();
    throw error;
  }
  const ended = go().finally(end);
  // Whoever waits for it is told; until somebody does, that is no fault of its own.
  ended.catch(ignored);
  return {
    ended,
    close: () => {
      over = true;
      wake();
    },
  };
}

/** What there is to see of a folder: its YAML files with their times and sizes in one text, empty where it cannot be read. */
interface Seen {
  readonly files: string;
  /** The folders, each with the number by which the system tells it from another of the same name. */
  readonly folders: ReadonlyMap<string, number>;
  readonly reason?: string;
}

async function look(folder: string): Promise<Seen> {
  const folders = new Map<string, number>();
  const files: string[] = [];
  const visit = async (path: string): Promise<void> => {
    const { ino } = await stat(path);
    const entries = await readdir(path, { withFileTypes: true });
    folders.set(path, ino);
    for (const entry of entries) {
      const inside = join(path, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) await visit(inside).catch(ignored);
      else if (/\.ya?ml$/.test(entry.name)) files.push(await fingerprint(inside));
    }
  };
  try {
    await visit(folder);
  } catch (error) {
    return { files: '', folders, reason: (error as Error).message };
  }
  return { files: `there\n${files.sort().join('\n')}`, folders };
}

async function fingerprint(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${path} ${mtimeMs} ${size} ${ino}`;
  } catch {
    // It is gone since the folder was read, or a link leads nowhere.
    return path;
  }
}

/** Such as that a folder was removed while it was looked at. */
function ignored(): void {}
