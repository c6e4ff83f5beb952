import type { KnowledgeBase } from '../knowledge/index.js';

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without the keys that are undefined. */
export function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}

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
