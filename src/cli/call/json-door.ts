import {
  addressOf,
  faultName,
  how,
  type Input,
  instruct,
  type KnowledgeBase,
  type Move,
  missing,
  moveInWords,
  previewOf,
  type Revision,
  type Situation,
  trail,
  whyNot,
} from '../../index.js';
import type { Environment } from '../environment.js';
import type { Call } from './call.js';

/** The version of the protocol: schema/protocol.schema.json describes it. */
const protocol = 1;

/** Speaks one JSON object a line: out, where the call stands; in, one event. @returns where it stood at the end of input. */
export async function speakJson(call: Call, environment: Environment): Promise<Situation> {
  const put = async (value: object): Promise<void> => {
    if (!environment.stdout.write(`${JSON.stringify(value)}\n`)) {
      await new Promise((resolve) => environment.stdout.once('drain', resolve));
    }
  };
  let now = await call.now();
  await put({ protocol, ...describe(call.kb, now) });
  // Loaded only now, so that the first question does not wait for it.
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: environment.stdin, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const input = parse(line);
    if ('refused' in input) {
      await put({ type: 'refused', reason: input.refused });
    } else if ('ask' in input.value) {
      await put(await explain(call, now, input.value));
      continue;
    } else {
      const stepped = await call.take(input.value as Input);
      if (stepped.refused !== undefined) await put({ type: 'refused', reason: stepped.refused });
      now = stepped.situation;
    }
    await put(describe(call.kb, now));
  }
  return now;
}

const longestLine = 100_000;

function parse(line: string): { readonly value: object } | { readonly refused: string } {
  if (line.length > longestLine) return { refused: `A line has at most ${longestLine} characters.` };
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return { value };
  } catch {
    return { refused: 'The line is not JSON.' };
  }
  return { refused: 'An event is a JSON object, such as {"answer":"yes"}.' };
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
