import { type Input, instruct, type KnowledgeBase, listen, openSearch, type Situation } from '../../index.js';
import type { Call } from './call.js';
import { dayOf, mostKept } from './first-words.js';
import { explain } from './json-explain.js';
import type { Door } from './json-lines.js';

/** The version of the protocol: schema/protocol.schema.json describes it. */
export const protocol = 1;

/** Whether something that came in under "say" was said at all. */
export function isSaid(words: unknown): words is string {
  return typeof words === 'string' && words.trim() !== '';
}

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
  await door.put({ ...(greeted ? {} : { protocol }), ...describe(call.kb, now) });
  for (let input = await door.next(); input !== undefined; input = await door.next()) {
    if ('refused' in input) {
      await door.put({ type: 'refused', reason: input.refused });
    } else if ('ask' in input.value) {
      await door.put(await explain(call, now, input.value, (situation) => describe(call.kb, situation)));
      continue;
    } else if ('say' in input.value) {
      await door.put(await heard(call, now, input.value.say, surroundings));
    } else {
      const stepped = await call.take(input.value as Input);
      if (stepped.refused !== undefined) await door.put({ type: 'refused', reason: stepped.refused });
      now = stepped.situation;
    }
    await door.put(describe(call.kb, now));
  }
  return now;
}

/** What words of the caller mean where the call stands. They are kept with the session; nothing is taken by itself. */
async function heard(call: Call, now: Situation, words: unknown, { cache, clock }: Surroundings): Promise<object> {
  const open = now.type === 'asking' ? { question: now } : {};
  if (!isSaid(words)) return { type: 'refused', reason: noWords };
  const { answers, unsure, facts } = await listen(call.kb, words, { ...open, today: dayOf(clock()) });
  const { fits, results, notUnderstood } = (await openSearch(call.kb, { cache })).find(words);
  const offered = answers.length > 0 ? answers.map(({ answer }) => String(answer)) : results.map(({ tree }) => tree);
  const kept = { said: words.slice(0, mostKept), offered, missed: notUnderstood };
  const question = now.type === 'asking' ? { question: now.question } : {};
  const { refused } = await call.take({ ...kept, ...question });
  if (refused !== undefined) return { type: 'refused', reason: refused };
  return { type: 'heard', answers, unsure, facts, fits, results, not_understood: notUnderstood };
}

/** A situation as the protocol says it. */
function describe(kb: KnowledgeBase, now: Situation): object {
  const words = instruct(kb, now);
  return {
    type: now.type,
    tree: now.tree,
    node: now.node,
    question: now.question,
    heading: words.heading,
    say: words.say.join('\n'),
    expect: words.expect,
    wait_seconds: words.wait?.seconds,
    if_confused: words.ifConfused,
    why: words.why,
    notes: words.notes,
    risky: words.risky || undefined,
    ...particulars(now),
    facts: Object.fromEntries([...now.facts].map(([name, { value, source }]) => [name, { value, source }])),
    faults: Object.fromEntries(now.faults),
    warnings: now.warnings,
  };
}

function particulars(now: Situation): object {
  switch (now.type) {
    case 'asking':
      return {
        purpose: now.purpose,
        fact: now.fact,
        fault: now.fault,
        expects: now.expects,
        unit: now.unit,
        answers: now.answers.map(({ id, label }) => ({ id, label })),
      };
    case 'doing':
      return { fault: now.fault, steps: now.steps.map(({ say }) => say), index: now.index };
    case 'isolated':
      return { fault: now.fault, name: now.name, cause: now.cause, steps: now.steps.map(({ say }) => say) };
    case 'fixed':
      return { mended: now.mended };
    case 'referred':
      return { desk: now.desk, because: now.because, collect: now.collect };
    case 'closed':
      return {};
  }
}
