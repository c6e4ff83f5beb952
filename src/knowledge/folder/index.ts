import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hashedParts, isKnowledge, sortedFiles } from '../content.js';
import { freeze } from '../freeze.js';
import type { Loaded, LoadFolderOptions, SourceFile } from '../loaded.js';
import { type CacheName, fromCache, toCache } from './cache.js';
import { readFolder } from './read-folder.js';
import { fromStored, storedFormat, toStored } from './stored-form.js';

/** One byte more than a file may have: enough to see that it is too large. */
const mostBytes = 1024 * 1024 + 1;

/** Reads, and compiles unless the cache has it. Throws what the file system throws. */
export async function loadFromFolder(
  directory: string,
  { cache, calls = true, written = false }: LoadFolderOptions,
): Promise<Loaded> {
  const { files, refusedLinks } = readFolder(directory, mostBytes, calls ? () => true : isKnowledge);
  const sorted = sortedFiles(files);
  const hash = digest(sorted.filter(({ path }) => isKnowledge(path)));
  const key = calls ? digest(sorted) : hash;
  // Links that were refused are not part of the hash, so what was compiled with them is not kept.
  const cached = cache !== undefined && refusedLinks.length === 0 && !written;
  const name = { hash: key, kind: 'knowledge-base' } as const;
  const version = cached ? `${storedFormat} ${packageVersion()}` : '';
  if (cached) {
    const found = storedIn(fromCache(cache, name, version));
    if (found !== undefined) return withSources(found, sorted);
  }
  const { compile } = await import('../compile.js');
  const loaded = compile(sorted, { hash, refusedLinks, written });
  if (cached) toCache(cache, name, version, toStored(loaded));
  return loaded;
}

/** The text that belongs to a name in the cache: the one that is kept, or the one that is made now and kept. */
export function keptInCache(directory: string, name: CacheName, format: number, make: () => string): string {
  const version = `${format} ${packageVersion()}`;
  const found = fromCache(directory, name, version);
  if (found !== undefined) return found.toString();
  const made = make();
  toCache(directory, name, version, made);
  return made;
}

function storedIn(body: Buffer | undefined): Omit<Loaded, 'sources'> | undefined {
  try {
    return body && fromStored(body);
  } catch {
    return undefined;
  }
}

// The texts are for excerpts, which a call never shows: they are decoded when they are asked for.
function withSources(found: Omit<Loaded, 'sources'>, files: readonly SourceFile[]): Loaded {
  let sources: Loaded['sources'] | undefined;
  return Object.freeze({
    ...found,
    get sources() {
      const decoder = new TextDecoder('utf-8');
      sources ??= freeze(new Map(files.map(({ path, text }) => [path, decoder.decode(text as Uint8Array)])));
      return sources;
    },
  });
}

function digest(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const part of hashedParts(files)) hash.update(part);
  return hash.digest('hex');
}

function packageVersion(): string {
  const text = readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}
