import { type Loaded, loadFolder } from '../../src/index.js';

/**
 * The shipped knowledge base, compiled once for all the files of a run: what is kept equals what is compiled
 * (`test/knowledge/cache.test.ts`).
 */
export function loadShipped(options: { readonly calls?: boolean } = {}): Promise<Loaded> {
  const { FAULTLINE_TEST_CACHE: cache } = process.env;
  return loadFolder('knowledge-base', { ...options, ...(cache === undefined ? {} : { cache }) });
}
