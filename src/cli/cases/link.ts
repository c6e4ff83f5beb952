import { caseNumberInWords } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { caseGiven, numberGiven } from './case-given.js';
import { withStore } from './with-store.js';

/** Ties two cases to each other. @returns 0 @throws Misuse */
export async function runLinkCommand(
  one: string,
  other: string,
  why: readonly string[],
  environment: Environment,
): Promise<number> {
  const { stdout, now } = environment;
  const numbers = numbersGiven(one, other);
  return withStore(environment, async (store) => {
    await caseGiven(store, one);
    await caseGiven(store, other);
    await store.link(...numbers, why.join(' ').trim(), now());
    stdout.write(`Cases ${inWords(numbers)} are tied to each other.\n`);
    return exit.fine;
  });
}

/** Unties two cases. @returns 0, or 1 where they were not tied. @throws Misuse */
export async function runUnlinkCommand(one: string, other: string, environment: Environment): Promise<number> {
  const numbers = numbersGiven(one, other);
  return withStore(environment, async (store) => {
    const were = await store.unlink(...numbers);
    environment.stdout.write(`Cases ${inWords(numbers)} ${were ? 'are no longer tied' : 'were not tied'}.\n`);
    return were ? exit.fine : exit.unresolved;
  });
}

function numbersGiven(one: string, other: string): readonly [number, number] {
  const numbers = [numberGiven(one), numberGiven(other)] as const;
  if (numbers[0] === numbers[1]) throw new Misuse('A case is not tied to itself: give two numbers.');
  return numbers;
}

function inWords([one, other]: readonly [number, number]): string {
  return `${caseNumberInWords(one)} and ${caseNumberInWords(other)}`;
}
