import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Session } from '../../index.js';
import { writeSession } from '../session-file.js';

/** A file in which a call waits for the case store. */
export interface Aside {
  /** Writes all of the call. @returns the file that holds it; undefined where none can be written. */
  readonly put: (session: Session) => string | undefined;
  /** Removes what was put, once it is stored. */
  readonly clear: () => void;
}

/** Where a call with this id waits: in the folder for that, or, where nothing can be written there, in the folder for temporary files. */
export function aside(sessions: string, id: string): Aside {
  const name = fileOf(id);
  const files = foldersAside(sessions).map((folder) => join(folder, name));
  const written = new Set<string>();
  return {
    put(session) {
      for (const file of files) {
        try {
          writeSession(file, session);
          written.add(file);
          return file;
        } catch {
          // The next place may do.
        }
      }
      return undefined;
    },
    clear() {
      for (const file of written) {
        try {
          rmSync(file, { force: true });
          written.delete(file);
        } catch {
          // It is found again at the next start, and is known to be stored then.
        }
      }
    },
  };
}

/** The folders in which calls can wait, the usual one first. The other belongs to this user and this store alone. */
export function foldersAside(sessions: string): readonly string[] {
  const which = createHash('sha256').update(resolve(sessions)).digest('hex').slice(0, 8);
  return [sessions, join(tmpdir(), `faultline-${userName()}-${which}`)];
}

/** The file for a call with an id; the process is named in it, so that others see whether it is still alive. */
function fileOf(id: string): string {
  return `call-${id}.${process.pid}.json`;
}

/** What the name of a waiting file says: the id of its call, and the process that writes it. */
export function readFileName(file: string): { readonly id: string; readonly process: number } | undefined {
  const [, id = '', pid = ''] =
    /^call-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d+)\.json$/.exec(basename(file)) ?? [];
  return id === '' ? undefined : { id, process: Number(pid) };
}

function userName(): string {
  try {
    return userInfo().username.replace(/[^\w-]/g, '_');
  } catch {
    return 'user';
  }
}
