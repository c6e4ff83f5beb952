import type { Answer, Fact } from '../model.js';
import { entriesOf, isWritten, keyPlace, valuePlace } from '../read/index.js';
import type { NodeValue } from './files.js';
import { type TreeLinking, type Way, wayToNode } from './tree-linking.js';

/** What the keys of an asking node have in common. */
export type Asking = Omit<NodeValue<'ask'>, 'ask'>;

/** The answers of a question, and the way each leads. */
export interface LinkedAnswers {
  readonly answers: readonly Answer[];
  /** By answer; `*` for values that cannot be listed. */
  readonly ways: ReadonlyMap<string, Way>;
}

type AnswerValue = NonNullable<Asking['answers']>[string];

/** Single keys 1 to 9 choose an answer. */
const mostAnswers = 9;

/** An id as a label: `by-a-cable` becomes "By a cable". */
export function labelOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether the values of a fact can be listed as answers of which one is given. */
export function isListed(fact: Fact): boolean {
  return fact.type === 'choice' || fact.type === 'yes-no';
}

/**
 * The answers of a question: those it lists, and the choices of its fact that go on at `then`. `kind` is the key that
 * carries the question, `fact` its fact as far as it is sound.
 */
export function linkAnswers(node: Asking, kind: string, fact: Fact | undefined, context: TreeLinking): LinkedAnswers {
  const { report } = context;
  const written = node.answers === undefined ? [] : entriesOf(node.answers);
  if (node.fact === undefined && written.length === 0) report('answers-missing', keyPlace(node, kind), {});
  if (fact !== undefined && !isListed(fact) && node.answers !== undefined)
    report('answers-misplaced', keyPlace(node, 'answers'), { fact: fact.name, type: fact.type });
  const then = isWritten(node, 'then') ? wayToNode(node, 'then', context) : undefined;
  if (
    node.fact !== undefined &&
    then === undefined &&
    (written.length === 0 || (fact !== undefined && !isListed(fact)))
  )
    report('then-missing', keyPlace(node, kind), { fact: node.fact });
  if (fact === undefined ? written.length === 0 && node.fact !== undefined : !isListed(fact))
    return { answers: [], ways: new Map(then === undefined ? [] : [['*', then]]) };
  const linked = listedAnswers(node, written, then, fact, context);
  if (linked.answers.length > mostAnswers)
    report('answers-too-many', keyPlace(node, node.answers === undefined ? kind : 'answers'), {
      count: linked.answers.length,
    });
  return linked;
}

function listedAnswers(
  node: Asking,
  written: readonly (readonly [string, AnswerValue])[],
  then: Way | undefined,
  fact: Fact | undefined,
  context: TreeLinking,
): LinkedAnswers {
  const answers: Answer[] = [];
  const ways = new Map<string, Way>();
  for (const [id, value] of written) {
    const parent = node.answers as object;
    const choice = fact?.choices.find((one) => one.id === id);
    if (fact !== undefined && choice === undefined)
      context.report('unknown-choice', keyPlace(parent, id), {
        fact: fact.name,
        name: id,
        among: fact.choices.map((one) => one.id),
      });
    const own = typeof value === 'object' && value !== null ? value : {};
    const hear = [...new Set([...(own.hear ?? []), ...(choice?.hear ?? [])])];
    answers.push({ id, label: own.label ?? choice?.label ?? labelOf(id), hear });
    const way = answerWay(parent, id, value, context) ?? then;
    if (way !== undefined) ways.set(id, way);
    else context.report('answer-no-way', keyPlace(parent, id), { answer: id });
  }
  const others = (fact?.choices ?? []).filter((choice) => !written.some(([id]) => id === choice.id));
  if (then !== undefined) for (const choice of others) ways.set(choice.id, then);
  else if (fact !== undefined && others.length > 0 && written.length > 0)
    context.report('choice-no-way', keyPlace(node, 'answers'), {
      fact: fact.name,
      choices: others.map((choice) => choice.id),
    });
  return { answers: [...answers, ...others], ways };
}

function answerWay(parent: object, id: string, value: AnswerValue, context: TreeLinking): Way | undefined {
  if (typeof value === 'string') return wayToNode(parent, id, context);
  if (value === null || value.go === undefined) return undefined;
  return { ...wayToNode(value, 'go', context), at: valuePlace(value, 'go') };
}
