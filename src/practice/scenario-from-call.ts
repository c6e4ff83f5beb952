import type { CallAnswer, CallExample, CallTurn, KnowledgeBase } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import type { Asking } from '../session/index.js';
import type { CallerReply, Scenario } from './scenario.js';
import { scenarioFromWalk } from './scenario-from-walk.js';
import { type Walked, walk } from './walk.js';

/**
 * What is true at the caller's of an example call. Facts that the example has as given are asked for on the way, or,
 * where that would lead elsewhere, told with the first words. Undefined where the example cannot be played so.
 */
export async function scenarioFromCall(kb: KnowledgeBase, example: CallExample): Promise<Scenario | undefined> {
  if (!kb.trees.has(example.tree) || !example.answers.every(isPlain)) return undefined;
  for (const told of [new Map<string, FactValue>(), example.given]) {
    const walked = await walk(kb, example.tree, told, repliesOf(example));
    if (walked === undefined || !endsLike(walked, example)) continue;
    const scenario = await scenarioFromWalk(kb, example.tree, walked, told, example.name);
    const facts = new Map([...scenario.facts, ...example.given]);
    return { ...scenario, facts };
  }
  return undefined;
}

/** The replies of an example in their order; a question that it does not have is answered by what it has as given. */
function repliesOf({ answers, given }: CallExample): (now: Asking) => CallerReply | undefined {
  const left = answers.filter(isPlain);
  return (now) => {
    const next = left[0];
    if (next !== undefined && namesOf(now).includes(next.question)) {
      left.shift();
      return next.reply;
    }
    const value = now.fact === undefined ? undefined : given.get(now.fact);
    return value === undefined ? undefined : { answer: value };
  };
}

/** Whether a turn is nothing but an answer, or not knowing. */
function isPlain(turn: CallTurn): turn is CallAnswer & { readonly reply: CallerReply } {
  return 'reply' in turn && ('answer' in turn.reply || 'unsure' in turn.reply);
}

function namesOf({ purpose, tree, node, fact, fault }: Asking): readonly (string | undefined)[] {
  if (purpose === 'fact') return [fact];
  if (purpose === 'verify') return [fault, `${tree}/${fault}`];
  return [node, `${tree}/${node}`, fact];
}

function endsLike({ end }: Walked, { ends, desk }: CallExample): boolean {
  return end.type === ends && (desk === undefined || (end.type === 'referred' && end.desk === desk));
}
