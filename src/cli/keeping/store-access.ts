import type { CaseStore } from '../../index.js';

/** One open store for a whole command, that can be given up and opened again. */
export interface StoreAccess {
  /** The store, opened by the first who asks. @throws what opening it throws. */
  get(): Promise<CaseStore>;
  /** Gives up what is open: the next who asks opens it anew. */
  drop(): Promise<void>;
}

/** Access to the store that `open` opens. */
export function storeAccess(open: () => Promise<CaseStore>): StoreAccess {
  let opened: Promise<CaseStore> | undefined;
  return {
    get() {
      if (opened === undefined) {
        const opening = open();
        opened = opening;
        opening.catch(() => {
          if (opened === opening) opened = undefined;
        });
      }
      return opened;
    },
    async drop() {
      const dropped = opened;
      opened = undefined;
      try {
        await (await dropped)?.close();
      } catch {
        // It was not open, or what it was connected to is gone.
      }
    },
  };
}
