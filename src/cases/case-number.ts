// The quasigroup of H. Michael Damm, "Total anti-symmetrische Quasigruppen" (Marburg, 2004): it finds every single wrong
// digit and every two neighbours that were exchanged.
const quasigroup = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

function checkDigit(digits: string): number {
  return [...digits].reduce((interim: number, digit) => quasigroup[interim]?.[Number(digit)] ?? 0, 0);
}

/**
 * A case's number as it is said and written: the number, a hyphen, and a digit that gives away a misheard one, such as
 * 1042-9.
 */
export function caseNumberInWords(number: number): string {
  return `${number}-${checkDigit(String(number))}`;
}

/**
 * Reads a case's number as somebody writes it: `1042-9`, `1042 9`, `#10429`. The check digit has to be there and to fit.
 * @returns the number, or a sentence that says what is wrong with it.
 */
export function readCaseNumber(written: string): number | { readonly reason: string } {
  const digits = written.replace(/[\s#._-]/g, '');
  if (!/^\d{2,15}$/.test(digits))
    return { reason: `"${written}" is no case number. One looks like this: ${caseNumberInWords(1042)}.` };
  if (checkDigit(digits) === 0) return Number(digits.slice(0, -1));
  return {
    reason: `There is no case "${written}": its last digit does not fit the others. A digit was left out, misheard or exchanged with its neighbour.`,
  };
}
