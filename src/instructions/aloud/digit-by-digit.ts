/** A number as one dictates it: digit by digit, in groups of three or four with a comma between them. */
export function digitByDigit(digits: string): string {
  const size = digits.length % 4 === 0 ? 4 : 3;
  const groups: string[] = [];
  let rest = digits;
  // A digit that would be left alone at the end is said with the group before it.
  while (rest.length > size + 1) {
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return [...groups, rest].map((group) => [...group].join(' ')).join(', ');
}
