import type { FactValue } from '../../rules/index.js';
import type { CallAnswer, CallHappening, CallReply, CallTurn } from '../call-example.js';
import { factValue } from '../fact-value.js';
import type { AskNode } from '../model.js';
import { entriesOf, keyPlace, sourceOf, valuePlace } from '../read/index.js';
import { happeningKinds } from '../schema/index.js';
import type { CallLinking } from './call-linking.js';
import type { FileValue } from './files.js';
import { lookUp } from './linking.js';
import { findQuestion, type Question, type TreesOfCall } from './questions.js';
import { linkFactValues } from './rules.js';

/** One entry of the answers of a call, as it is written. */
export type WrittenTurn = NonNullable<FileValue<'calls'>['calls'][number]['answers']>[number];
type Written = WrittenTurn[string];
type Plain = string | number | (string | number)[];

/** The turns of one entry: what its keys say, in their order. */
export function linkTurns(written: WrittenTurn, trees: TreesOfCall, context: CallLinking): readonly CallTurn[] {
  return entriesOf(written).map(([key, turn]) => {
    const happens = (happeningKinds as readonly string[]).includes(key);
    // A question that bears the name of something that happens comes first: it was there before.
    if (happens && 'among' in findQuestion(key, trees, context)) return linkHappening(written, key, trees, context);
    return linkAnswer(written, key, turn, trees, context);
  });
}

/** One reply, under the name of its question. Reports a question or an answer that does not exist. */
export function linkAnswer(
  written: Readonly<Record<string, Written>>,
  question: string,
  turn: Written,
  trees: TreesOfCall,
  context: CallLinking,
): CallAnswer {
  const at = keyPlace(written, question);
  const found = questionNamed(question, at, trees, context);
  if (isPlain(turn)) {
    const answer = found === undefined ? turn : linkReply(found, written, question, turn, context);
    return { question, reply: { answer: answer as FactValue }, at };
  }
  const [[kind, value] = ['', '']] = Object.entries(turn);
  if (replyKinds.includes(kind)) return { question, reply: { [kind]: value } as unknown as CallReply, at };
  const reason = 'Only tell and change take a list of facts or questions.';
  context.report('value-misfit', at, { value: question, of: 'answers', reason });
  return { question, reply: { unsure: 'dont-know' }, at };
}

const replyKinds: readonly string[] = ['unsure', 'skip', 'later', 'confused', 'done', 'consent', 'tried'];

function isPlain(turn: Written): turn is Plain {
  return typeof turn !== 'object' || (Array.isArray(turn) && turn.every((each) => typeof each !== 'object'));
}

/** What a name of a question means; reports one that means nothing. */
export function questionNamed(
  name: string,
  at: CallAnswer['at'],
  trees: TreesOfCall,
  context: CallLinking,
): Question | undefined {
  const found = findQuestion(name, trees, context);
  if (!('among' in found)) return found;
  context.report('unknown-question', at, { name, among: found.among });
  return undefined;
}

function linkHappening(written: WrittenTurn, key: string, trees: TreesOfCall, context: CallLinking): CallHappening {
  const { names, report } = context;
  const at = keyPlace(written, key);
  const given: unknown = written[key];
  const maps = Array.isArray(given) ? (given as readonly unknown[]).filter((each) => typeof each === 'object') : [];
  const misfit = (reason: string): CallHappening => {
    report('value-misfit', valuePlace(written, key), { value: sourceOf(written, key), of: key, reason });
    return { happens: { back: 1 }, at };
  };
  if (key === 'tell') {
    if (maps.length === 0) return misfit('Write a list of facts: tell: [os: windows]');
    const told = maps.map((each) => linkFactValues(each as Record<string, unknown>, names, context));
    return { happens: { tell: new Map(told.flatMap((each) => [...each])) }, at };
  }
  if (key === 'change') {
    if (maps.length === 0) return misfit('Write a list of earlier questions with new answers: change: [lamp: off]');
    const changed = maps as readonly Readonly<Record<string, Written>>[];
    const answers = changed.flatMap((each) =>
      entriesOf(each).map(([question, turn]) => linkAnswer(each, question, turn, trees, context)),
    );
    return { happens: { change: answers }, at };
  }
  if (key === 'back') {
    const isCount = typeof given === 'number' && Number.isInteger(given) && given > 0 && given <= 100;
    return isCount ? { happens: { back: given }, at } : misfit('Write how many steps are taken back: back: 1');
  }
  if (key === 'problem' && typeof given === 'number') return { happens: { problem: given }, at };
  if (typeof given !== 'string') return misfit('Write one name.');
  if (key === 'problem') lookUp(names.trees, given, 'unknown-tree', written, key, context);
  else if (key === 'refer') lookUp(names.desks, given, 'unknown-desk', written, key, context);
  else if (key !== 'tried' || !isTriable(given, context)) {
    questionNamed(given.replace(/:step\d+$/, ''), valuePlace(written, key), trees, context);
  }
  return { happens: { [key]: given } as CallHappening['happens'], at };
}

function isTriable(name: string, { names }: CallLinking): boolean {
  return name === 'step' || names.procedures.known.has(name);
}

function linkReply(
  question: Question,
  parent: object,
  name: string,
  reply: Plain,
  { names, report }: CallLinking,
): FactValue {
  if (question.kind === 'unclear') return reply as FactValue;
  const factName = question.kind === 'fact' ? question.fact : (question.node as AskNode | undefined)?.fact;
  const fact = factName === undefined ? undefined : names.facts.known.get(factName);
  if (fact !== undefined) {
    const result = factValue(fact, reply);
    if ('value' in result) return result.value;
    report('value-misfit', valuePlace(parent, name), {
      value: sourceOf(parent, name),
      of: fact.name,
      reason: result.reason,
    });
    return reply as FactValue;
  }
  if (question.kind === 'fact' || factName !== undefined) return reply as FactValue;
  const among = question.answers.map((answer) => answer.id);
  if (typeof reply === 'string' && among.includes(reply)) return reply;
  if (typeof reply === 'string') report('unknown-answer', valuePlace(parent, name), { name: reply, among });
  else
    report('value-misfit', valuePlace(parent, name), {
      value: sourceOf(parent, name),
      of: name,
      reason: `Write one of the answers: ${among.join(', ')}.`,
    });
  return reply as FactValue;
}
