import type { KnowledgeBase } from '../../knowledge/index.js';
import { type Input, type Situation, situation, start, step } from '../../session/index.js';
import { waitingFor } from './waiting-for.js';

/** How often a way round has to be gone before it is taken for one without end. */
const rounds = 3;

/**
 * Whether a call that takes a way to a place can go round from there again and again: each time the same questions come
 * and each reply is taken. States that count as one inside visits can make a circle in which no call goes.
 */
export async function playsAgain(
  kb: KnowledgeBase,
  tree: string,
  way: readonly Input[],
  round: readonly Input[],
): Promise<boolean> {
  let session = start(kb, { tree });
  let now = await situation(kb, session);
  const take = async (inputs: readonly Input[]): Promise<readonly (string | undefined)[] | undefined> => {
    const asked: (string | undefined)[] = [];
    for (const input of inputs) {
      asked.push(placeOf(now));
      const after = await step(kb, session, input);
      if (after.refused !== undefined) return undefined;
      ({ session, situation: now } = after);
    }
    return asked;
  };
  if ((await take(way)) === undefined) return false;
  const first = JSON.stringify(await take(round));
  for (let time = 1; time < rounds; time += 1) if (JSON.stringify(await take(round)) !== first) return false;
  return first !== undefined;
}

function placeOf(now: Situation): string | undefined {
  return waitingFor(now).asks;
}
