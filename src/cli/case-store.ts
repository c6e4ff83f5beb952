import { type CaseStore, openStore, type StoreOptions } from '../index.js';
import type { Environment } from './environment.js';
import { Misuse } from './exit.js';
import { placesOf } from './places.js';

/** Where the cases are: the PostgreSQL or the file that `FAULTLINE_DATABASE` names, or else a file in the data folder. @throws Misuse */
export function whereCasesAre(variables: Environment['variables']): string {
  const named = variables.FAULTLINE_DATABASE;
  if (named === undefined || named === '') return placesOf(variables).cases;
  if (!named.includes('://') || (/^postgres(?:ql)?:\/\/[^/]/.test(named) && URL.canParse(named))) return named;
  throw new Misuse(
    'FAULTLINE_DATABASE is the address of a PostgreSQL, postgres://user:password@host:5432/name, or the path of a file.',
  );
}

/** Opens the case store, and makes it on first use. @throws Misuse when it cannot be opened, with a sentence that says why. */
export async function openCaseStore({ variables }: Environment, options: StoreOptions = {}): Promise<CaseStore> {
  const where = whereCasesAre(variables);
  try {
    return await openStore(where, options);
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}
