import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../../index.js';
import { Misuse } from '../exit.js';
import { shared, writeWhole } from '../write-whole.js';

/**
 * Writes new files into a knowledge base, and none of them where one is there already.
 * @returns their paths. @throws Misuse
 */
export function putFiles(folder: string, files: readonly SourceFile[]): readonly string[] {
  const paths = files.map(({ path }) => join(folder, path));
  for (const path of paths) if (statSync(path, { throwIfNoEntry: false }) !== undefined) throw there(path);
  for (const [index, { text }] of files.entries()) {
    const path = paths[index] ?? '';
    writing(path, () => {
      mkdirSync(dirname(path), { recursive: true });
      writeWhole(path, String(text), shared, { fresh: true });
    });
  }
  return paths;
}

/** Writes a file anew that is there. Whoever may read it now may do so afterwards. @throws Misuse */
export function changeFile(folder: string, { path, text }: SourceFile): string {
  const shown = join(folder, path);
  writing(shown, () => {
    const real = realpathSync(shown);
    writeWhole(real, String(text), statSync(real).mode & 0o777);
  });
  return shown;
}

function writing(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw there(path);
    throw new Misuse(`"${path}" cannot be written: ${message}`);
  }
}

function there(path: string): Misuse {
  return new Misuse(`"${path}" is there already, and nothing is overwritten. Choose another name.`);
}
