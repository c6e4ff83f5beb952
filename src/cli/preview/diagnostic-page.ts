import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnosticKinds, lintKinds } from '../../index.js';
import { packageFolder } from '../places.js';

/** What the documentation says about a kind of finding, in Markdown; undefined where there is no such kind. */
export async function diagnosticPage(code: string): Promise<string | undefined> {
  // Only what is a kind is looked for: a name that was made up leads to no file.
  const kind = [...(await diagnosticKinds()), ...lintKinds].find((each) => each.code === code);
  if (kind === undefined) return undefined;
  try {
    return await readFile(join(packageFolder, 'docs', 'diagnostics', `${kind.code}.md`), 'utf8');
  } catch {
    return kind.summary;
  }
}
