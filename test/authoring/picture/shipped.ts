import { type KnowledgeBase, loadFolder } from '../../../src/index.js';

/** The shipped knowledge base with its example calls, read no oftener than needed. */
export async function shipped(): Promise<KnowledgeBase> {
  const { FAULTLINE_TEST_CACHE: cache } = process.env;
  return (await loadFolder('knowledge-base', cache === undefined ? {} : { cache })).knowledgeBase;
}
