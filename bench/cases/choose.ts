/** One of a list, with the same chance for each. The list must not be empty. */
export function choose<Each>(list: readonly Each[], next: () => number): Each {
  return list[Math.floor(next() * list.length)] as Each;
}

/** One of a list, the more likely the greater its weight. The list must not be empty. */
export function chooseByWeight<Each>(list: readonly (readonly [Each, number])[], next: () => number): Each {
  let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [each, weight] of list) {
    left -= weight;
    if (left < 0) return each;
  }
  return (list.at(-1) as readonly [Each, number])[0];
}
