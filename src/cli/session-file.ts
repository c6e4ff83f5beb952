import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { parseSession, type Session } from '../index.js';
import { Misuse } from './exit.js';

/** Keeps a session: it is written beside the old one and then takes its place, so that one of them is always whole. */
export function writeSession(file: string, session: Session): void {
  makeFolder(dirname(file));
  const draft = `${file}.${process.pid}.new`;
  try {
    const descriptor = openSync(draft, 'w', 0o600);
    try {
      writeFileSync(descriptor, `${JSON.stringify(session, null, 1)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
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
