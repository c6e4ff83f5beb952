import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileKind } from '../file-kind.js';
import type { SourceFile } from '../loaded.js';

/** The files of a folder that belong to a knowledge base, and the links among them that are not followed. */
export interface Folder {
  readonly files: readonly SourceFile[];
  readonly refusedLinks: readonly string[];
}

/**
 * Reads the files of a knowledge base that are wanted, of each at most `mostBytes`. Hidden folders and `node_modules` are passed over.
 * A link is followed only to a file inside the folder. Throws what the file system throws.
 */
export function readFolder(directory: string, mostBytes: number, wanted: (path: string) => boolean): Folder {
  const files: SourceFile[] = [];
  const refusedLinks: string[] = [];
  const root = realpathSync(directory);
  const folders = [''];
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder + entry.name;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(`${path}/`);
        continue;
      }
      if (fileKind(path) === undefined && !(entry.isSymbolicLink() && isVisible(entry))) continue;
      const absolute = join(root, path);
      if (entry.isSymbolicLink() && !isFileInside(root, absolute)) {
        if (fileKind(path) !== undefined || isFolder(absolute)) refusedLinks.push(path);
        continue;
      }
      if (fileKind(path) === undefined || !(entry.isFile() || entry.isSymbolicLink())) continue;
      if (wanted(path)) files.push({ path, text: readStart(absolute, mostBytes) });
    }
  }
  return { files, refusedLinks };
}

function isVisible(entry: Dirent): boolean {
  return !entry.name.startsWith('.') && entry.name !== 'node_modules';
}

// The real path of both sides is compared: comparing what is written can be got round.
function isFileInside(root: string, link: string): boolean {
  try {
    const real = realpathSync(link);
    return real.startsWith(root.endsWith(sep) ? root : root + sep) && statSync(real).isFile();
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readStart(path: string, mostBytes: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(Math.min(fstatSync(file).size, mostBytes));
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
