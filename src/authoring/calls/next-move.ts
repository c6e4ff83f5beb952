import type {
  CallAnswer,
  CallExample,
  CallHappening,
  CallReply,
  CallTurn,
  KnowledgeBase,
} from '../../knowledge/index.js';
import type { Asking, Doing, Input, Isolated, Situation } from '../../session/index.js';
import { findsOut, namesOf } from './names-of.js';

/** What an example does where the call stands. */
export interface NextMove {
  readonly inputs: readonly Input[];
  /** What of the example says so; absent where nothing had to. */
  readonly turn?: CallTurn;
  /** What is left of the answers after it. */
  readonly left: readonly CallTurn[];
}

/**
 * What the example does next: its next turn where that belongs here, else what the world says, else what goes without
 * saying (steps are done, the caller agrees, nothing is a known issue). Undefined where the example does not say.
 */
export function nextMove(
  kb: KnowledgeBase,
  now: Situation,
  example: CallExample,
  left: readonly CallTurn[],
): NextMove | undefined {
  const [next, ...rest] = left;
  if (next !== undefined && 'happens' in next) return { inputs: inputsOf(next), turn: next, left: rest };
  if (now.type === 'fixed' || now.type === 'referred' || now.type === 'closed') return undefined;
  const input = next !== undefined && belongs(kb, now, next) ? inputOf(next.reply, now) : undefined;
  if (next !== undefined && input !== undefined)
    return { inputs: [input], turn: next, left: [...onceMore(next), ...rest] };
  if (now.type !== 'asking') return { inputs: [{ done: true }], left };
  const true_ = fromWorld(kb, now, example);
  if (true_ !== undefined) return { ...true_, left };
  if (findsOut(now)) return undefined;
  return { inputs: [{ answer: now.purpose === 'issue' ? 'no' : 'yes' }], left };
}

/** Whether a turn is about what is open. Steps can also be named by the fault that they mend, unless they are skipped. */
function belongs(kb: KnowledgeBase, now: Asking | Doing | Isolated, { question, reply }: CallAnswer): boolean {
  if (namesOf(now).includes(question)) return true;
  if (!('done' in reply || 'consent' in reply || 'tried' in reply)) return false;
  const node = kb.trees.get(now.tree)?.nodes.get(now.node);
  return node?.kind === 'fault' && [node.fault, `${now.tree}/${node.fault}`].includes(question);
}

/** A reply as an input, where it is one to what is open. */
function inputOf(reply: CallReply, now: Asking | Doing | Isolated): Input | undefined {
  if (now.type !== 'asking') {
    if ('skip' in reply) return { skip: reply.skip };
    if ('done' in reply) return { done: true };
    return 'confused' in reply ? { confused: true } : undefined;
  }
  if ('done' in reply) return undefined;
  const said = 'consent' in reply ? { consent: reply.consent } : 'tried' in reply ? { tried: reply.tried } : undefined;
  if (now.purpose === 'consent' || now.purpose === 'tried') {
    const agrees = said?.[now.purpose];
    if (agrees === undefined) return undefined;
    return agrees === 'yes' || agrees === 'no' ? { answer: agrees } : { unsure: agrees };
  }
  if ('consent' in reply || 'tried' in reply) return undefined;
  return 'confused' in reply ? { confused: true } : reply;
}

/** The same turn once less, where it is to be taken several times. */
function onceMore(turn: CallAnswer): readonly CallAnswer[] {
  const { reply } = turn;
  if ('confused' in reply && reply.confused > 1) return [{ ...turn, reply: { confused: reply.confused - 1 } }];
  return 'done' in reply && reply.done > 1 ? [{ ...turn, reply: { done: reply.done - 1 } }] : [];
}

function inputsOf({ happens }: CallHappening): readonly Input[] {
  if ('tell' in happens) return [{ tell: Object.fromEntries(happens.tell), source: 'agent' }];
  if ('change' in happens)
    return happens.change.map(({ question, reply }) => ({ revise: { node: question, ...(reply as object) } }));
  if ('back' in happens) return Array.from({ length: happens.back }, () => ({ back: true }) as const);
  return 'return' in happens ? [{ return: true }] : [happens];
}

/** What is true in the world of the example, as the reply to a question. */
function fromWorld(
  kb: KnowledgeBase,
  now: Asking,
  example: CallExample,
): Pick<NextMove, 'inputs' | 'turn'> | undefined {
  const { world, fixedBy, otherwise } = example;
  if (world === undefined || now.purpose === 'consent' || now.purpose === 'tried') return undefined;
  const names = namesOf(now);
  const said = names.map((name) => world.get(name)).find((each) => each !== undefined);
  const input = said && inputOf(said.reply, now);
  if (said !== undefined && input !== undefined) return { inputs: [input], turn: said };
  if (now.purpose === 'issue') return undefined;
  if (now.purpose === 'verify' && fixedBy !== undefined) {
    const { solved, partly } = kb.trees.get(now.tree)?.faults.get(now.fault ?? '')?.verify ?? {};
    const failed = now.answers.find(({ id }) => id !== solved && id !== partly)?.id;
    const answer = names.includes(fixedBy) ? solved : failed;
    if (answer !== undefined) return { inputs: [{ answer }] };
  }
  return otherwise === undefined ? undefined : { inputs: [{ unsure: otherwise }] };
}
