import type { CallAnswer, CallExample, KnowledgeBase } from '../knowledge/index.js';
import {
  type Input,
  type Move,
  type Session,
  type Situation,
  situation,
  start,
  step,
  trail,
} from '../session/index.js';
import type { Place } from '../source/index.js';

/** Where a call went another way than its example says. */
export interface Difference {
  readonly message: string;
  readonly place: Place;
}

/** How an example call went. It passed when there is no difference. */
export interface CallResult {
  readonly example: CallExample;
  readonly differences: readonly Difference[];
  readonly trail: readonly Move[];
}

/** A call that goes on longer than this is going in circles. */
const mostSteps = 500;

/**
 * Plays one example call: questions are answered in its order, steps are taken as done. The caller agrees to every step,
 * and nothing is a known issue.
 */
export async function runCall(kb: KnowledgeBase, example: CallExample): Promise<CallResult> {
  const differences: Difference[] = [];
  const differs = (message: string, place: Place = example.at): void => {
    differences.push({ message, place });
  };
  if (!kb.trees.has(example.tree)) {
    return {
      example,
      differences: [{ message: `The tree "${example.tree}" is not there.`, place: example.at }],
      trail: [],
    };
  }
  let session: Session = start(kb, { tree: example.tree });
  const take = async (input: Input, place: Place): Promise<boolean> => {
    const stepped = await step(kb, session, input);
    session = stepped.session;
    if (stepped.refused !== undefined) differs(stepped.refused, place);
    return stepped.refused === undefined;
  };
  if (example.given.size > 0) await take({ tell: Object.fromEntries(example.given), source: 'agent' }, example.at);
  const answers = [...example.answers];
  let now = await situation(kb, session);
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (now.type === 'doing' || now.type === 'isolated') {
      const next = answers[0];
      const skips =
        next !== undefined && 'skip' in next.reply && next.question === now.node ? next.reply.skip : undefined;
      if (skips !== undefined) answers.shift();
      if (!(await take(skips === undefined ? { done: true } : { skip: skips }, example.at))) break;
    } else if (now.type === 'asking' && (now.purpose === 'consent' || now.purpose === 'issue')) {
      if (!(await take({ answer: now.purpose === 'consent' ? 'yes' : 'no' }, example.at))) break;
    } else if (now.type === 'asking') {
      const next = answers.shift();
      const names = namesOf(now);
      if (example.neverAsked.some((name) => names.includes(name)))
        differs(`"${names[0]}" is asked, and should never be.`);
      if (next === undefined) {
        differs(`The call asks "${names[0]}" (${now.ask}) and the example has no answer left.`);
        break;
      }
      if (!names.includes(next.question)) {
        differs(`The call asks "${names[0]}" (${now.ask}) here, not "${next.question}".`, next.at);
        break;
      }
      if (!(await take(inputFor(next), next.at))) break;
    } else {
      break;
    }
    now = await situation(kb, session);
  }
  const moves = await trail(kb, session);
  if (differences.length === 0) compareEnd(example, now, moves, answers, differs);
  return { example, differences, trail: moves };
}

/** The names an example can use for an open question, the usual one first. */
function namesOf(now: Extract<Situation, { type: 'asking' }>): readonly string[] {
  if (now.purpose === 'fact') return [now.fact ?? ''];
  if (now.purpose === 'verify') return [now.fault ?? '', `${now.tree}/${now.fault}`];
  return [now.node, `${now.tree}/${now.node}`, ...(now.fact === undefined ? [] : [now.fact])];
}

function inputFor({ reply }: CallAnswer): Input {
  return 'answer' in reply
    ? { answer: reply.answer }
    : 'unsure' in reply
      ? { unsure: reply.unsure }
      : { skip: reply.skip };
}

function compareEnd(
  example: CallExample,
  now: Situation,
  moves: readonly Move[],
  left: readonly CallAnswer[],
  differs: (message: string, place?: Place) => void,
): void {
  const [unused] = left;
  if (unused !== undefined) differs(`The call had ended before "${unused.question}" was asked.`, unused.at);
  if (now.type !== example.ends) differs(`The call ends "${now.type}", not "${example.ends}".`);
  if (example.fault !== undefined) {
    const found = moves.flatMap(({ tree, reason }) =>
      reason.kind === 'explained' ? [[reason.fault, `${tree}/${reason.fault}`]] : [],
    );
    const last = found.at(-1);
    if (!last?.includes(example.fault)) differs(`The fault found is "${last?.[0] ?? 'none'}", not "${example.fault}".`);
  }
  if (example.desk !== undefined) {
    const desk = now.type === 'referred' ? now.desk : 'none';
    if (desk !== example.desk) differs(`The desk is "${desk}", not "${example.desk}".`);
  }
}

/** Plays every example call of the knowledge base, or of one tree, in order. */
export async function runCalls(kb: KnowledgeBase, tree?: string): Promise<readonly CallResult[]> {
  const results: CallResult[] = [];
  for (const example of kb.calls) {
    if (tree === undefined || example.tree === tree) results.push(await runCall(kb, example));
  }
  return results;
}
