import type { KnowledgeBase } from '../knowledge/index.js';

/** What follows from something in the knowledge base alone is worked out once: the knowledge base never changes. */
export function remembered<Owner extends object, Result extends object>(
  make: (owner: Owner, kb: KnowledgeBase) => Result,
): (owner: Owner, kb: KnowledgeBase) => Result {
  const results = new WeakMap<Owner, Result>();
  return (owner, kb) => {
    let result = results.get(owner);
    if (result === undefined) {
      result = Object.freeze(make(owner, kb));
      results.set(owner, result);
    }
    return result;
  };
}
