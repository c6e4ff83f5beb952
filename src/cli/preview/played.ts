import {
  appendCall,
  type CallResult,
  type CallSoFar,
  type Input,
  instruct,
  type KnowledgeBase,
  moveInWords,
  playAgain,
  recordCall,
  step,
  termsSaid,
  trail,
  unsureKinds,
  unsureWords,
  wayOf,
} from '../../index.js';
import { situationSaid } from '../call/json-describe.js';
import type { WrittenKnowledge } from './knowledge.js';

/** A call longer than this is no call: it is not played. */
const mostInputs = 2_000;

/** What a page sends about its call, or why it is none. */
export function callSent(value: unknown): CallSoFar | { readonly reason: string } {
  const { tree, at, words, inputs } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const isText = (each: unknown): boolean => each === undefined || (typeof each === 'string' && each.length <= 10_000);
  if (typeof tree !== 'string' || !isText(at) || !isText(words) || !Array.isArray(inputs))
    return { reason: 'A call has a "tree", and "inputs": a list of events.' };
  if (inputs.length > mostInputs) return { reason: `A call has at most ${mostInputs} events.` };
  return {
    tree,
    inputs: inputs as readonly Input[],
    ...(at === undefined ? {} : { at: String(at) }),
    ...(words === undefined ? {} : { words: String(words) }),
  };
}

/** Where a call stands on the knowledge that there is, after one thing more if one is given. */
export async function played(written: WrittenKnowledge, call: CallSoFar, next: unknown, now: string): Promise<object> {
  const held = written.holding(call.tree);
  if (held === undefined) return { inputs: [], reason: noCall(written, call.tree) };
  const { kb, stale } = held;
  const soFar = await playAgain(kb, { at: now, ...call });
  const { session, situation, refused } =
    next === undefined || soFar.stopped !== undefined
      ? { ...soFar, refused: undefined }
      : await step(kb, soFar.session, next as Input);
  const inputs = next === undefined || refused !== undefined ? soFar.inputs : [...soFar.inputs, next as Input];
  const moves = await trail(kb, session);
  const words = instruct(kb, situation, { said: termsSaid(kb, moves) });
  return {
    stale,
    inputs,
    ...(refused === undefined ? {} : { refused }),
    ...(soFar.stopped === undefined ? {} : { stopped: soFar.stopped }),
    waiting: soFar.waiting,
    situation: situationSaid(situation, words),
    wait: words.wait?.words,
    unsure: unsureKinds.map((id) => ({ id, words: unsureWords(id) })),
    way: moves.flatMap((move) => moveInWords(kb, situation.facts, move) ?? []),
    walked: wayOf(call.tree, moves),
    // Inside a visit, the node that visits.
    here: [situation, ...situation.path].find(({ tree }) => tree === call.tree)?.node,
    ...(situation.tree === call.tree ? {} : { elsewhere: kb.trees.get(situation.tree)?.title ?? situation.tree }),
  };
}

function noCall(written: WrittenKnowledge, tree: string): string {
  const { trees } = written.now();
  if (trees.some(({ id }) => id === tree)) return 'The call can be played as soon as the tree has no mistake.';
  return trees.length === 0
    ? 'As soon as there is a tree its call can be played here.'
    : 'Choose a tree to play its call.';
}

/** The call as an example to copy, or why it cannot be one. */
export async function asExample(written: WrittenKnowledge, call: CallSoFar, now: string): Promise<object> {
  const held = written.holding(call.tree);
  if (held === undefined) return { reason: noCall(written, call.tree) };
  const { kb } = held;
  const { session } = await playAgain(kb, { at: now, ...call });
  const recorded = await recordCall(kb, session);
  if ('reason' in recorded) return { reason: recorded.reason };
  const own = kb.calls.find((each) => each.tree === call.tree)?.at.file;
  // Its first line names a schema by where it is written, which is not known here.
  const whole = (await appendCall(undefined, call.tree, recorded.call)).replace(/^#.*\n/, '');
  if (own === undefined) return { yaml: whole, where: `into a new file, ${callFileOf(kb, call.tree)}` };
  return { yaml: whole.slice(whole.indexOf('\ncalls:\n') + '\ncalls:\n'.length), where: `at the end of ${own}` };
}

function callFileOf(kb: KnowledgeBase, tree: string): string {
  return (kb.trees.get(tree)?.at.file ?? `${tree}.yaml`).replace(/\.ya?ml$/, '.calls.yaml');
}

/** The example calls of a tree: how each went, and what was said and done in it, to be played. */
export async function examples(written: WrittenKnowledge, tree: string): Promise<object> {
  const held = written.holding(tree);
  if (held === undefined) return { calls: [] };
  const results = await written.calls(held.kb, tree);
  return { calls: results.map(exampleSaid) };
}

function exampleSaid({ example, differences, agreed, inputs }: CallResult): object {
  const { name, tree, on, words } = example;
  const last = agreed.at(-1);
  return {
    name,
    passed: differences.length === 0,
    lines: [
      ...(differences.length > 0 && last !== undefined
        ? [`Agreed up to ${last.place.file}:${last.place.line}: ${last.words}`]
        : []),
      ...differences.map(
        ({ message, hint, place }) =>
          `${place.file}:${place.line}:${place.column}: ${message}${hint === undefined ? '' : ` ${hint}`}`,
      ),
    ],
    call: {
      tree,
      inputs,
      ...(on === undefined ? {} : { at: `${on}T12:00:00Z` }),
      ...(words === undefined ? {} : { words }),
    },
  };
}
