import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseSession, type Session } from '../index.js';
import { Misuse } from './exit.js';
import { writeWhole } from './write-whole.js';

/** Keeps a session: it is written beside the old one and then takes its place, so that one of them is always whole. */
export function writeSession(file: string, session: Session): void {
  makeFolder(dirname(file));
  writeWhole(file, `${JSON.stringify(session, null, 1)}\n`);
}

/** Makes a folder, readable by its owner only, where there is none. */
export function makeFolder(directory: string): void {
  // Not the recursive option of mkdirSync: it never comes back where a file system takes no folders, such as /proc.
  if (existsSync(directory)) return;
  if (dirname(directory) !== directory) makeFolder(dirname(directory));
  mkdirSync(directory, { mode: 0o700 });
}

/** Reads a session file. @throws Misuse when it is not there or not a session. */
export function readSession(file: string): Session {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Misuse(`The session file "${file}" cannot be read.`);
  }
  const parsed = parseSession(text);
  if ('reason' in parsed) throw new Misuse(`"${file}" is not a session file: ${parsed.reason}`);
  return parsed.session;
}
