import { distance } from 'fastest-levenshtein';

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '-').replaceAll(' ', '-');

// Two letters exchanged are the commonest slip, and count as one change.
function changes(wanted: string, candidate: string): number {
  const far = distance(wanted, candidate);
  const sameLetters = far === 2 && [...wanted].sort().join('') === [...candidate].sort().join('');
  return sameLetters ? 1 : far;
}

/**
 * The name an author probably meant: the one with the fewest letters to change, if few enough for the length of the
 * name. Case, underscores and blanks count for nothing. Of equally near names the first is taken.
 */
export function nearest(name: string, among: Iterable<string>): string | undefined {
  if (name.length > 100) return undefined;
  const wanted = plain(name);
  let best: string | undefined;
  let least = Math.min(3, Math.max(1, Math.floor(wanted.length / 3))) + 1;
  for (const candidate of among) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const far = changes(wanted, plain(candidate));
    if (far >= least) continue;
    best = candidate;
    least = far;
  }
  return best;
}
