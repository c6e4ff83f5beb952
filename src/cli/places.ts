import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import type { Environment } from './environment.js';

/** Folders of this platform: what can be made again, and the calls. */
export interface Places {
  readonly cache: string;
  readonly sessions: string;
}

/** Where Faultline keeps things on this platform. `FAULTLINE_HOME` puts them all in one folder. */
export function placesOf(variables: Environment['variables']): Places {
  const home = variables.FAULTLINE_HOME;
  if (home !== undefined && home !== '') return { cache: `${home}/cache`, sessions: `${home}/sessions` };
  const { cache, data } = envPaths('faultline', { suffix: '' });
  return { cache, sessions: `${data}/sessions` };
}

/** The folder of the package: the nearest above this file that has a package.json, wherever the build has put it. */
export const packageFolder = folderAbove(fileURLToPath(import.meta.url));

/** The knowledge base that comes with Faultline. */
export const shippedKnowledgeBase = join(packageFolder, 'knowledge-base');

function folderAbove(path: string): string {
  const folder = dirname(path);
  return folder === path || existsSync(join(folder, 'package.json')) ? folder : folderAbove(folder);
}
