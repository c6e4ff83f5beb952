import { nearest } from '../source/index.js';
import type { KnowledgeBase } from './knowledge-base.js';

/** The term of the glossary that was probably meant by one that is not in it, if any is near enough. */
export function nearestTerm(kb: KnowledgeBase, written: string): string | undefined {
  return nearest(written, kb.glossary.keys());
}
