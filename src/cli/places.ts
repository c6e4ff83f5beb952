import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import type { Environment } from './environment.js';

/** Where things are on this platform: what can be made again, the cases, and the calls that wait for the case store. */
export interface Places {
  readonly cache: string;
  readonly sessions: string;
  /** A file. */
  readonly cases: string;
}

/** Where Faultline keeps things on this platform. `FAULTLINE_HOME` puts them all in one folder. */
export function placesOf(variables: Environment['variables']): Places {
  const home = variables.FAULTLINE_HOME;
  if (home !== undefined && home !== '') {
    return { cache: `${home}/cache`, sessions: `${home}/sessions`, cases: `${home}/cases.db` };
  }
  const { cache, data } = envPaths('faultline', { suffix: '' });
  return { cache, sessions: `${data}/sessions`, cases: `${data}/cases.db` };
}

/** The folder of the package: the nearest above this file that has a package.json, wherever the build has put it. */
export const packageFolder = folderAbove(fileURLToPath(import.meta.url));

/** The knowledge base that comes with Faultline. */
export const shippedKnowledgeBase = join(packageFolder, 'knowledge-base');

function folderAbove(path: string): string {
  const folder = dirname(path);
  return folder === path || existsSync(join(folder, 'package.json')) ? folder : folderAbove(folder);
}
