import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Loaded } from '../loaded.js';
import { fromStored, storedFormat, toStored } from './stored-form.js';

/** How many compiled knowledge bases are kept. */
const kept = 4;

const digest = (body: string | Uint8Array): string => createHash('sha256').update(body).digest('hex');
const firstLine = (version: string, key: string): string => `faultline ${storedFormat} ${version} ${key} `;

/**
 * The compiled knowledge base stored under a key, the hash of all files it was made of; nothing where there is none, or where it was damaged or written by
 * another version.
 */
export function fromCache(
  directory: string,
  key: string,
  version: string,
): Pick<Loaded, 'knowledgeBase' | 'diagnostics'> | undefined {
  try {
    const bytes = readFileSync(join(directory, `${key}.json`));
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    if (bytes.toString('utf8', 0, end) !== firstLine(version, key) + digest(body)) return undefined;
    return fromStored(body);
  } catch {
    return undefined;
  }
}

/** Stores a compiled knowledge base. What goes wrong is passed over: a call does not need the cache. */
export function toCache(directory: string, key: string, loaded: Loaded, version: string): void {
  const temporary = join(directory, `.${key}.${randomBytes(6).toString('hex')}`);
  try {
    makeFolder(directory);
    const body = toStored(loaded);
    const file = openSync(temporary, 'wx', 0o600);
    try {
      const bytes = Buffer.from(`${firstLine(version, key)}${digest(body)}\n${body}`);
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, join(directory, `${key}.json`));
    removeOld(directory, `${key}.json`);
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // Nothing is lost: an unfinished file is never read.
    }
  }
}

// Not the recursive option of mkdirSync: it never comes back where a file system takes no folders, such as /proc.
function makeFolder(directory: string): void {
  if (existsSync(directory)) return;
  if (dirname(directory) !== directory) makeFolder(dirname(directory));
  mkdirSync(directory, { mode: 0o700 });
}

function removeOld(directory: string, newest: string): void {
  const others = readdirSync(directory)
    .filter((name) => /^[0-9a-f]{64}\.json$/.test(name) && name !== newest)
    .map((name) => ({ name, time: statSync(join(directory, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of others.slice(kept - 1)) rmSync(join(directory, name), { force: true });
}
