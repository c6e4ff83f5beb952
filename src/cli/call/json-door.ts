import {
  addressOf,
  faultName,
  how,
  type Input,
  instruct,
  type KnowledgeBase,
  listen,
  type Move,
  missing,
  moveInWords,
  openSearch,
  previewOf,
  type Revision,
  type Situation,
  trail,
  whyNot,
} from '../../index.js';
import type { Call } from './call.js';
import { dayOf, mostKept } from './first-words.js';
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
      await door.put(await explain(call, now, input.value));
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

/** Answers a question about the call. Nothing is changed by asking. */
async function explain(
  call: Call,
  now: Situation,
  input: { readonly ask?: unknown; readonly revise?: unknown; readonly fault?: unknown },
): Promise<object> {
  const { ask } = input;
  const moves = await trail(call.kb, call.session());
  if (ask === 'trail') return { type: 'trail', moves: moves.map((move) => sayMove(call.kb, now, move)) };
  if (ask === 'why') return { type: 'why', say: instruct(call.kb, now).why ?? null };
  if (ask === 'what-if') {
    const seen = await previewOf(call.kb, call.session(), { revise: input.revise as Revision });
    if ('refused' in seen) return { type: 'refused', reason: seen.refused };
    const { kept, again, dropped, situation: then } = seen;
    return { type: 'what-if', kept, again, dropped, then: describe(call.kb, then) };
  }
  if (ask === 'how') {
    const led = await how(call.kb, call.session());
    return { type: 'how', moves: led.map((move) => sayMove(call.kb, now, move)) };
  }
  if (ask === 'why-not') return whyNotSaid(call, now, String(input.fault));
  if (ask === 'missing') {
    const facts = (await missing(call.kb, call.session())).map((fact) => ({
      fact,
      name: call.kb.facts.get(fact)?.title,
    }));
    return { type: 'missing', facts };
  }
  return { type: 'refused', reason: '"ask" is one of: trail, why, how, why-not, what-if, missing.' };
}

async function whyNotSaid(call: Call, now: Situation, name: string): Promise<object> {
  const address = name.includes('/') ? name : `${now.tree}/${name}`;
  const [tree = '', fault = ''] = address.split('/');
  if (!call.kb.trees.get(tree)?.faults.has(fault)) return { type: 'refused', reason: `There is no fault "${name}".` };
  const { status, moves } = await whyNot(call.kb, call.session(), address);
  return {
    type: 'why-not',
    fault: address,
    name: faultName(call.kb, address),
    status: status ?? 'not-reached',
    moves: moves.map((move) => sayMove(call.kb, now, move)),
  };
}

function sayMove(kb: KnowledgeBase, now: Situation, move: Move): object {
  const { reason, edge } = move;
  return {
    at: addressOf(move),
    reason,
    edge: edge && { kind: edge.kind, label: edge.label, to: edge.to },
    words: moveInWords(kb, now.facts, move),
  };
}
