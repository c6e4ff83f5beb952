import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import type { Environment } from './environment.js';

/** Where Faultline keeps things on this platform. `FAULTLINE_HOME` puts them all in one folder. */
export function placesOf(variables: Environment['variables']): { readonly cache: string; readonly sessions: string } {
  const home = variables.FAULTLINE_HOME;
  if (home !== undefined && home !== '') return { cache: `${home}/cache`, sessions: `${home}/sessions` };
  const { cache, data } = envPaths('faultline', { suffix: '' });
  return { cache, sessions: `${data}/sessions` };
}

/** The knowledge base that comes with Faultline. */
export const shippedKnowledgeBase = fileURLToPath(new URL('../../../knowledge-base', import.meta.url));
