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
  utimesSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** How many files of each kind are kept: those that were used last. */
const most = 4;

const digest = (body: string | Uint8Array): string => createHash('sha256').update(body).digest('hex');
const firstLine = (version: string, name: string): string => `faultline ${version} ${name} `;

/** A file of the cache: the hash of what it was made of, and of which kind it is. */
export interface CacheName {
  readonly hash: string;
  readonly kind: 'knowledge-base' | 'search';
}

const fileName = ({ hash, kind }: CacheName): string => `${hash}.${kind}.json`;

/** What is kept under a name; nothing where there is none, or where it was damaged or written by another version. */
export function fromCache(directory: string, name: CacheName, version: string): Buffer | undefined {
  const path = join(directory, fileName(name));
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    if (bytes.toString('utf8', 0, end) !== firstLine(version, fileName(name)) + digest(body)) return undefined;
    noteUse(path);
    return body;
  } catch {
    return undefined;
  }
}

// Where nothing may be written, what is kept stays as old as it was.
function noteUse(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // It was read all the same.
  }
}

/** Keeps something under a name. What goes wrong is passed over: a call does not need the cache. */
export function toCache(directory: string, name: CacheName, version: string, body: string): void {
  const temporary = join(directory, `.${name.hash}.${randomBytes(6).toString('hex')}`);
  try {
    makeFolder(directory);
    const file = openSync(temporary, 'wx', 0o600);
    try {
      const bytes = Buffer.from(`${firstLine(version, fileName(name))}${digest(body)}\n${body}`);
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, join(directory, fileName(name)));
    removeOld(directory, name);
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

function removeOld(directory: string, newest: CacheName): void {
  const others = readdirSync(directory)
    .filter(
      (name) => /^[0-9a-f]{64}\./.test(name) && name.endsWith(`.${newest.kind}.json`) && name !== fileName(newest),
    )
    .map((name) => ({ name, time: statSync(join(directory, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of others.slice(most - 1)) rmSync(join(directory, name), { force: true });
}
