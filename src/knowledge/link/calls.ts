import type { FactValue } from '../../rules/index.js';
import { factValue } from '../fact-value.js';
import type { AskNode, CallAnswer, CallExample } from '../model.js';
import { entryPlace, headPlace, keyPlace, sourceOf, valuePlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import type { CallLinking } from './call-linking.js';
import type { FileValue, ValidFile } from './files.js';
import { isDeclared, isSound, lookUp } from './linking.js';
import { findQuestion, type Question, treesOfCall } from './questions.js';
import { linkFactValues } from './rules.js';

type CallsValue = FileValue<'calls'>;
type CallValue = CallsValue['calls'][number];
type Reply = NonNullable<CallValue['answers']>[number][string];

/** Links one call file. Calls with an error, and those of a tree that does not exist, are left out. */
export function linkCalls(file: ValidFile, context: CallLinking): CallExample[] {
  const value = file.holder?.root as Partial<CallsValue> | undefined;
  const id = value?.tree;
  if (value === undefined || typeof id !== 'string' || !Array.isArray(value.calls)) return [];
  const { names } = context;
  lookUp(names.trees, id, 'unknown-tree', value, 'tree', context);
  if (!isDeclared(names.trees, id)) return [];
  const list = value.calls;
  return [...list.entries()].flatMap(([index, call]) => {
    if (!isSound(list, index, context)) return [];
    const linked = linkCall(id, call, headPlace(list, index), context);
    return context.flawless(entryPlace(list, index)) ? [linked] : [];
  });
}

function linkCall(tree: string, call: CallValue, at: CallExample['at'], context: CallLinking): CallExample {
  const { names, report } = context;
  const trees = treesOfCall(tree, context);
  const given = linkFactValues(call.given, names, context);
  const answers = (call.answers ?? []).flatMap((one) => linkAnswer(one, trees, context));
  if (call.fault !== undefined && trees.complete) {
    const among = trees.ids.flatMap((id) => [...(names.trees.known.get(id)?.faults ?? [])]);
    if (!among.includes(call.fault))
      report('unknown-fault', valuePlace(call, 'fault'), {
        name: call.fault,
        among,
        where: 'this tree or those it visits',
      });
  }
  if (call.desk !== undefined) lookUp(names.desks, call.desk, 'unknown-desk', call, 'desk', context);
  for (const [index, name] of (call.never_asked ?? []).entries()) {
    const found = findQuestion(name, trees, context);
    if ('among' in found)
      report('unknown-question', valuePlace(call.never_asked as object, index), { name, among: found.among });
  }
  return withoutUndefined({
    tree,
    name: call.name,
    given,
    answers,
    ends: call.ends,
    fault: call.fault,
    desk: call.desk,
    neverAsked: [...(call.never_asked ?? [])],
    at,
  });
}

function linkAnswer(
  written: Readonly<Record<string, Reply>>,
  trees: ReturnType<typeof treesOfCall>,
  context: CallLinking,
): readonly CallAnswer[] {
  return Object.entries(written).map(([question, reply]) => {
    const at = keyPlace(written, question);
    if (typeof reply === 'object' && 'unsure' in reply) {
      reportMissing(question, trees, at, context);
      return { question, reply: { unsure: reply.unsure }, at };
    }
    if (typeof reply === 'object' && 'skip' in reply) {
      reportMissing(question, trees, at, context);
      return { question, reply: { skip: reply.skip }, at };
    }
    const found = findQuestion(question, trees, context);
    if ('among' in found) {
      context.report('unknown-question', at, { name: question, among: found.among });
      return { question, reply: { answer: reply as FactValue }, at };
    }
    return { question, reply: { answer: linkReply(found, written, question, reply, context) }, at };
  });
}

function reportMissing(
  question: string,
  trees: ReturnType<typeof treesOfCall>,
  at: CallAnswer['at'],
  context: CallLinking,
): void {
  const found = findQuestion(question, trees, context);
  if ('among' in found) context.report('unknown-question', at, { name: question, among: found.among });
}

function linkReply(
  question: Question,
  parent: object,
  name: string,
  reply: string | number | readonly (string | number)[],
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
