import { type Input, listen, openSearch, type Situation } from '../../index.js';
import { type Call, TakenOver } from './call.js';
import { describer } from './json-describe.js';
import type { Door } from './json-lines.js';
import { dayOf, isSaid, mostKept } from './words-kept.js';

/** The version of the protocol: schema/protocol.schema.json describes it. */
export const protocol = 1;

/** Why it is refused where it was not. */
export const noWords = '"say" is a text: what the caller said.';

/** Where the search index is kept, and what time it is. */
export interface Surroundings {
  readonly cache: string;
  readonly clock: () => string;
}

/** Speaks one JSON object a line, the version first unless it was `greeted` with it: out, where the call stands; in, one event. @returns where it stood at the end of input. */
export async function speakJson(
  call: Call,
  door: Door,
  { greeted, ...surroundings }: Surroundings & { readonly greeted: boolean },
): Promise<Situation> {
  let now = await call.now();
  let describe = await describer(call);
  await door.put({ ...(greeted ? {} : { protocol }), ...describe(now) });
  for (let input = await door.next(); input !== undefined; input = await door.next()) {
    const wrong = 'refused' in input ? input.refused : extraKey(input.value);
    if ('refused' in input || wrong !== undefined) {
      await door.put({ type: 'refused', reason: wrong });
    } else if ('ask' in input.value) {
      // Loaded when it is asked for, so that the first question does not wait for it.
      const { explain } = await import('./json-explain.js');
      await door.put(await explain(call, now, input.value, describe));
      continue;
    } else if ('reply' in input.value) {
      await door.put(await (await import('./json-written.js')).replyRead(call, now, input.value.reply));
    } else if ('say' in input.value) {
      await door.put(await heard(call, now, input.value.say, surroundings));
    } else {
      const refused = await taken(call, input.value as Input);
      if (refused !== undefined) await door.put({ type: 'refused', reason: refused });
      now = await call.now();
      describe = await describer(call);
    }
    await door.put(describe(now));
  }
  return now;
}

/** Takes an event. @returns why it was not taken. */
async function taken(call: Call, input: Input): Promise<string | undefined> {
  try {
    return (await call.take(input)).refused;
  } catch (error) {
    if (!(error instanceof TakenOver)) throw error;
    return `${error.message} Resume the case with --take-over to take it back.`;
  }
}

/** What only the door understands, each with the other keys that it can have. */
const ownKinds = { ask: ['revise', 'fault', 'term'], say: [], reply: [] } as const;

/** Why a line has a key too many, and would be taken for less than it says. */
function extraKey(line: object): string | undefined {
  for (const [kind, others] of Object.entries<readonly string[]>(ownKinds)) {
    const extra = Object.keys(line).find((key) => key !== kind && !others.includes(key));
    if (kind in line && extra !== undefined) return `"${extra}" does not belong to a line with "${kind}".`;
  }
  return undefined;
}

/** What words of the caller mean where the call stands. They are kept with the session; nothing is taken by itself. */
async function heard(call: Call, now: Situation, words: unknown, { cache, clock }: Surroundings): Promise<object> {
  const open = now.type === 'asking' ? { question: now } : {};
  if (!isSaid(words)) return { type: 'refused', reason: noWords };
  const { answers, unsure, facts, tried } = await listen(call.kb, words, { ...open, today: dayOf(clock()) });
  const { fits, results, notUnderstood } = (await openSearch(call.kb, { cache })).find(words);
  const offered = answers.length > 0 ? answers.map(({ answer }) => String(answer)) : results.map(({ tree }) => tree);
  const kept = { said: words.slice(0, mostKept), offered, missed: notUnderstood };
  const question = now.type === 'asking' ? { question: now.question } : {};
  const refused = await taken(call, { ...kept, ...question });
  if (refused !== undefined) return { type: 'refused', reason: refused };
  return { type: 'heard', answers, unsure, tried, facts, fits, results, not_understood: notUnderstood };
}
