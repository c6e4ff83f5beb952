/**
 * A number from 0 up to 1 that always is the same for the same seed and key: what looks like chance in practice comes
 * from here, so that a round can be played again.
 */
export function chance(seed: number, key: string): number {
  // FNV-1a, then stirred: neighbouring seeds must not give neighbouring numbers.
  let hash = 2166136261 ^ seed;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/** One of a list, by seed and key. @throws RangeError when the list is empty. */
export function pick<T>(seed: number, key: string, list: readonly T[]): T {
  if (list.length === 0) throw new RangeError('There is nothing to pick from.');
  return list[Math.floor(chance(seed, key) * list.length)] as T;
}

/** A list in another order, by seed and key. */
export function shuffled<T>(seed: number, key: string, list: readonly T[]): readonly T[] {
  return list
    .map((item, index) => ({ item, at: chance(seed, `${key}/${index}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
