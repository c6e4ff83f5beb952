import { edgesFrom, type FactValue, type KnowledgeBase } from '../../knowledge/index.js';
import { type Input, type Situation, unsureKinds } from '../../session/index.js';
import type { ValuesOfFact } from './values-of-fact.js';

/** What can be done where a call waits. */
export interface PossibleInputs {
  /** Each is taken in a call of its own: one input, or one that is repeated until the call moves. */
  readonly inputs: readonly Input[];
  /** Whether the question can be answered at all; true where none is open. */
  readonly answerable: boolean;
  /** Whether these stand for all the values that it can get. */
  readonly all: boolean;
}

/**
 * Every input that can lead on in a way of its own: each answer and each way of not knowing, steps done and skipped, and
 * not understanding where that leads elsewhere.
 */
export function possibleInputs(
  kb: KnowledgeBase,
  now: Situation,
  valuesOf: (fact: string) => ValuesOfFact,
): PossibleInputs {
  if (now.type === 'doing' || now.type === 'isolated')
    return { inputs: [{ done: true }, { skip: 'left out' }], answerable: true, all: true };
  if (now.type !== 'asking') return { inputs: [], answerable: true, all: true };
  const { purpose, answers, expects, fact } = now;
  const listed =
    answers.length > 0 && expects !== 'choices' ? { values: answers.map(({ id }) => id), all: true } : undefined;
  const { values, all }: ValuesOfFact = listed ?? (fact === undefined ? { values: [], all: true } : valuesOf(fact));
  // After a fix, and about a step, not knowing is not knowing: nothing asks why.
  const kinds = purpose === 'node' || purpose === 'fact' ? unsureKinds : unsureKinds.slice(0, 1);
  const inputs: Input[] = [
    ...values.map((answer: FactValue) => ({ answer })),
    ...kinds.map((unsure) => ({ unsure })),
    ...(purpose === 'node' && leadsWhenConfused(kb, now) ? [{ confused: true } as const] : []),
  ];
  return { inputs, answerable: values.length > 0, all };
}

function leadsWhenConfused(kb: KnowledgeBase, { tree: id, node }: Situation): boolean {
  const tree = kb.trees.get(id);
  return tree !== undefined && edgesFrom(tree, node).some(({ kind }) => kind === 'confused');
}
