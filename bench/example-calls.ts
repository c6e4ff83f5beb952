import type { CallAnswer, CallExample, Input, KnowledgeBase, Situation } from '../src/index.js';
import { type TakenCall, takeCall } from './take-call.js';

/** Every example call of a knowledge base, taken: questions are answered as written, steps are done. */
export async function exampleCalls(kb: KnowledgeBase): Promise<readonly TakenCall[]> {
  const calls: TakenCall[] = [];
  for (const example of kb.calls) {
    if (kb.trees.has(example.tree)) calls.push(await takeCall(kb, example.tree, example.given, replies(example)));
  }
  return calls;
}

function replies({ answers }: CallExample): (now: Situation) => Input | undefined {
  const left = answers.filter(
    (turn): turn is CallAnswer & { readonly reply: Plain } => 'reply' in turn && isPlain(turn),
  );
  return (now) => {
    if (now.type === 'asking') return left.shift()?.reply;
    if (now.type !== 'doing' && now.type !== 'isolated') return undefined;
    const next = left[0];
    if (next === undefined || !('skip' in next.reply) || next.question !== now.node) return { done: true };
    left.shift();
    return next.reply;
  };
}

type Plain = Extract<
  CallAnswer['reply'],
  { readonly answer: unknown } | { readonly unsure: string } | { readonly skip: string }
>;

function isPlain({ reply }: CallAnswer): boolean {
  return 'answer' in reply || 'unsure' in reply || 'skip' in reply;
}
