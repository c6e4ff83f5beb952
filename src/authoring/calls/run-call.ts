import type { CallExample, KnowledgeBase } from '../../knowledge/index.js';
import { trail } from '../../session/index.js';
import type { CallResult } from './call-result.js';
import { checkWords } from './check-words.js';
import { compareEnd } from './compare-end.js';
import { playCall } from './play-call.js';

/**
 * Plays one example call: questions are answered in its order, or from its world; steps are taken as done. The caller
 * agrees to every step and nothing is a known issue, unless the example says otherwise.
 */
export async function runCall(kb: KnowledgeBase, example: CallExample): Promise<CallResult> {
  if (!kb.trees.has(example.tree)) {
    const message = `The tree "${example.tree}" is not there.`;
    return { example, differences: [{ message, place: example.at }], agreed: [], trail: [], inputs: [] };
  }
  const found = await checkWords(kb, example);
  if (example.ends === undefined) return { example, differences: found, agreed: [], trail: [], inputs: [] };
  const played = await playCall(kb, example);
  const moves = await trail(kb, played.session);
  // Where the ways have parted the rest says nothing.
  const differences = played.differences.length > 0 ? played.differences : compareEnd(kb, example, played, moves);
  return {
    example,
    differences: [...found, ...differences],
    agreed: played.agreed,
    trail: moves,
    inputs: played.inputs,
  };
}

/** Plays every example call of the knowledge base, or of one tree, in order. */
export async function runCalls(kb: KnowledgeBase, tree?: string): Promise<readonly CallResult[]> {
  const results: CallResult[] = [];
  for (const example of kb.calls) {
    if (tree === undefined || example.tree === tree) results.push(await runCall(kb, example));
  }
  return results;
}
