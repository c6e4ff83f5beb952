import { type CaseStore, caseNumberInWords, readCaseNumber, type StoredCase } from '../../index.js';
import { Misuse } from '../exit.js';

/** The number of a case as it was typed: 1042-9, 10429 or "#1042-9". @throws Misuse when its last digit does not fit. */
export function numberGiven(written: string): number {
  const number = readCaseNumber(written);
  if (typeof number === 'number') return number;
  throw new Misuse(number.reason);
}

/** The case with a number that was typed. @throws Misuse when there is none. */
export async function caseGiven(store: CaseStore, written: string): Promise<StoredCase> {
  const number = numberGiven(written);
  const found = await store.read(number);
  if (found !== undefined) return found;
  throw new Misuse(`There is no case ${caseNumberInWords(number)} here: it was never taken, or was erased.`);
}
