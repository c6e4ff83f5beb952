import { reading } from './reading.js';

const inFull: Readonly<Record<string, string>> = {
  'e.g.': 'for example',
  'i.e.': 'that is',
  'approx.': 'about',
  'etc.': 'and so on',
};

/** Abbreviations that nobody says: `for example`. At the end of a sentence the full stop stays. */
export const abbreviation = reading(String.raw`e\.g\.|i\.e\.|approx\.|etc\.`, ({ 0: found, index, input }) => {
  const after = input.slice(index + found.length, index + found.length + 3);
  const ends = found === 'etc.' && /^["”’)]?(?:\s+\p{Lu}|\s*$)/u.test(after);
  return `${inFull[found]}${ends ? '.' : ''}`;
});
