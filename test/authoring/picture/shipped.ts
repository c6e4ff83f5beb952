import type { KnowledgeBase } from '../../../src/index.js';
import { loadShipped } from '../../knowledge-base/load-shipped.js';

/** The shipped knowledge base with its example calls, read no oftener than needed. */
export async function shipped(): Promise<KnowledgeBase> {
  return (await loadShipped()).knowledgeBase;
}
