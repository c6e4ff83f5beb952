import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSession, type Session } from '../../src/index.js';

/** The session files of a home, oldest first. */
export function sessionFiles({ home }: { readonly home: string }): readonly string[] {
  const folder = join(home, 'sessions');
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** The session that is kept in a home. @throws Error when it is not exactly one. */
export function kept(at: { readonly home: string }): { readonly file: string; readonly session: Session } {
  const [file, ...others] = sessionFiles(at);
  if (file === undefined || others.length > 0) throw new Error(`${others.length + (file ? 1 : 0)} sessions are kept`);
  return { file, session: sessionIn(file) };
}

/** The session in a file. @throws Error when it is none. */
export function sessionIn(file: string): Session {
  const parsed = parseSession(readFileSync(file, 'utf8'));
  if ('reason' in parsed) throw new Error(parsed.reason);
  return parsed.session;
}
