import type { Reading } from './reading.js';

/**
 * The sign between two names in a way through menus: `Settings, then Network`. Only where a name follows: a comparison
 * of numbers stays as it is.
 */
export const menuStep: Reading = {
  pattern: /(?<=[\p{L}\p{N})"'”’.…&*+}])[ \t](?:>|→|»|›|->|=>)[ \t](?=["'“‘{]?[\p{Lu}{])/uy,
  say: ({ index, input }) => {
    // What is before the sign has to be a name as well: `if x > Y` is none.
    const name = /[^\s>→»›]{1,60}$/u.exec(input.slice(Math.max(0, index - 60), index))?.[0] ?? '';
    return /^\p{Ll}?$/u.test(name) ? undefined : ', then ';
  },
};
