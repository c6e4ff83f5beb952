import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { SourceFile } from '../index.js';
import { Misuse } from './exit.js';

const run = promisify(execFile);
/** Files that are read at once. */
const atOnce = 16;
const largest = 4 * 1024 * 1024;

/**
 * The YAML files of a folder as they were in a revision of the git repository that the folder is in. Nothing is checked out.
 * @throws Misuse when there is no git, no repository, or no such revision.
 */
export async function filesInRevision(folder: string, revision: string): Promise<readonly SourceFile[]> {
  // A revision that begins with a hyphen would be taken for an option.
  if (revision.startsWith('-')) throw new Misuse(`"${revision}" is neither a folder nor a revision.`);
  const listed = await git(folder, ['ls-tree', '-r', '-z', revision, '--', '.'], revision);
  const entries = listed
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, mode, hash, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return hash !== undefined && path !== undefined && mode !== '120000' && /\.ya?ml$/.test(path)
        ? [{ hash, path }]
        : [];
    });
  if (entries.length === 0)
    throw new Misuse(`There was no knowledge base in "${folder}" in the revision "${revision}".`);
  const files: SourceFile[] = [];
  for (let from = 0; from < entries.length; from += atOnce)
    files.push(
      ...(await Promise.all(
        entries.slice(from, from + atOnce).map(async ({ hash, path }) => ({
          path,
          text: new Uint8Array(await git(folder, ['cat-file', 'blob', hash], revision)),
        })),
      )),
    );
  return files;
}

async function git(folder: string, words: readonly string[], revision: string): Promise<Buffer> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...words], { encoding: 'buffer', maxBuffer: largest });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: Buffer };
    if (code === 'ENOENT')
      throw new Misuse(`"${revision}" is not a folder, and git, which would know revisions, is not installed.`);
    const said = String(stderr ?? '').trim();
    if (/not a git repository/i.test(said))
      throw new Misuse(`"${revision}" is not a folder, and "${folder}" is in no git repository.`);
    throw new Misuse(`There is neither a folder nor a revision "${revision}".`);
  }
}
