import { factValue, type KnowledgeBase, type UnsureKind } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { faultOf, nodeAt, replyTo, stepsAt, treeAt } from './ask.js';
import { fade, goTo, judgeFault, learn, record } from './draft.js';
import type { Act } from './event.js';
import { edgeOut, follow, refer } from './follow.js';
import type { Draft, Known, Position, Question, Reason, State } from './state.js';

/** Whether an act fits where the call waits: it belongs to that question, and is a possible reply to it. */
export function fits(kb: KnowledgeBase, state: State, act: Act): boolean {
  if ('tell' in act) return Object.entries(act.tell).every(([fact, value]) => isValue(kb, fact, value));
  if (act.question !== state.stop.key) return false;
  const { stop } = state;
  if ('answer' in act) return stop.type === 'asking' && 'value' in replyTo(kb, state, stop.question, act.answer);
  if ('unsure' in act) return stop.type === 'asking';
  if ('done' in act) return stop.type === 'doing' || stop.type === 'isolated';
  if ('skip' in act) return stop.type !== 'end';
  if ('tried' in act) return triable(kb, state).includes(act.tried);
  if ('jump' in act) return positionOf(kb, act.jump) !== undefined;
  return kb.desks.has(act.refer);
}

/** Whether this is a value of a fact that is declared. */
export function isValue(kb: KnowledgeBase, fact: string, value: FactValue): boolean {
  const declared = kb.facts.get(fact);
  return declared !== undefined && 'value' in factValue(declared, value);
}

/** The position an address names, if the knowledge base holds it. */
export function positionOf(kb: KnowledgeBase, address: string): Position | undefined {
  const [tree = '', node = ''] = address.split('/');
  return kb.trees.get(tree)?.nodes.has(node) ? { tree, node } : undefined;
}

/**
 * What can be said to have been tried before, where the call waits: the node, the fault, and the procedures of the steps
 * that apply. Empty where no steps are being read.
 */
export function triable(kb: KnowledgeBase, state: State): readonly string[] {
  const { stop } = state;
  const node = nodeAt(kb, state);
  if ((stop.type !== 'doing' && stop.type !== 'isolated') || stop.steps.length === 0) return [];
  const steps = stepsAt(kb, state);
  const procedures = stop.steps.flatMap((step) => steps[step]?.procedure ?? []);
  return [...new Set([node.id, ...(node.kind === 'fault' ? [node.fault] : []), ...procedures])];
}

/** Does what an act says. It has to fit. Where the call goes on to is settled afterwards. */
export function perform(kb: KnowledgeBase, draft: Draft, act: Act, event: number): void {
  if ('tell' in act) {
    record(draft, { kind: 'told', facts: Object.keys(act.tell), event });
    for (const [fact, value] of Object.entries(act.tell)) learn(draft, fact, known(value, act.source, act.at, event));
    return;
  }
  const { stop } = draft;
  if ('jump' in act) {
    const to = positionOf(kb, act.jump) as Position;
    record(draft, { kind: 'jumped', key: stop.key, to, why: act.why ?? '', event });
    if (to.tree !== draft.tree) draft.stack = [];
    goTo(draft, to);
  } else if ('refer' in act) {
    const why = act.why ?? 'The agent decided so.';
    record(draft, { kind: 'referred', key: stop.key, desk: act.refer, why, event });
    refer(draft, act.refer, why);
  } else if ('tried' in act) {
    tried(kb, draft, act.tried, event);
  } else if ('answer' in act && stop.type === 'asking') {
    answer(kb, draft, stop.question, act, event);
  } else if ('unsure' in act && stop.type === 'asking') {
    leaveOpen(kb, draft, stop.question, act.unsure, {
      kind: 'unsure',
      question: stop.question,
      unsure: act.unsure,
      event,
    });
  } else if ('skip' in act && stop.type === 'asking') {
    const { question } = stop;
    leaveOpen(kb, draft, question, 'cant-check', { kind: 'skipped', key: stop.key, question, why: act.skip, event });
  } else {
    goOn(kb, draft, act, event);
  }
}

function known(value: FactValue, source: Known['source'], at: string | undefined, event: number): Known {
  return at === undefined ? { value, source, event } : { value, source, at, event };
}

function answer(
  kb: KnowledgeBase,
  draft: Draft,
  question: Question,
  act: Extract<Act, { answer: FactValue }>,
  event: number,
): void {
  const value = act.answer;
  const reason: Reason = { kind: 'answered', question, value, event };
  if (question.purpose === 'fact') {
    record(draft, reason);
    learn(draft, question.fact, known(value, 'caller', act.at, event));
    return;
  }
  if (question.purpose === 'verify') {
    verified(kb, draft, question.fault, value, reason);
    return;
  }
  const node = nodeAt(kb, draft);
  if ('fact' in node && node.fact !== undefined) learn(draft, node.fact, known(value, 'caller', act.at, event));
  leave(kb, draft, reason, 'answer', String(value));
}

function verified(kb: KnowledgeBase, draft: Draft, fault: string, value: FactValue, reason: Reason): void {
  const { verify } = faultOf(treeAt(kb, draft), fault);
  const outcome = value === verify?.solved ? 'fixed' : value === verify?.partly ? 'partly' : 'ruled-out';
  judgeFault(draft, `${draft.tree}/${fault}`, outcome);
  leave(kb, draft, reason, outcome === 'fixed' ? 'solved' : outcome === 'partly' ? 'partly' : 'unsolved');
}

/** A question that stays open leads on by the node's policy; the record keeps that it was not answered. */
function leaveOpen(kb: KnowledgeBase, draft: Draft, question: Question, kind: UnsureKind, reason: Reason): void {
  if (question.purpose === 'verify') {
    judgeFault(draft, `${draft.tree}/${question.fault}`, 'unverified');
    leave(kb, draft, reason, 'unsolved');
    return;
  }
  const node = nodeAt(kb, draft);
  const fact = question.purpose === 'fact' ? question.fact : 'fact' in node ? node.fact : undefined;
  if (fact !== undefined) draft.unknown = new Map(draft.unknown).set(fact, kind);
  if (question.purpose === 'fact') record(draft, reason);
  else leave(kb, draft, reason, 'unsure', kind);
}

/** The steps were done before the call: they are passed, and the call goes on at what follows them. */
function tried(kb: KnowledgeBase, draft: Draft, what: string, event: number): void {
  const { stop } = draft;
  const node = nodeAt(kb, draft);
  const reason: Reason = { kind: 'tried', key: stop.key, what, event };
  if (node.kind === 'fault' && (stop.type === 'doing' || stop.type === 'isolated')) {
    record(draft, reason);
    draft.phase = { at: 'verify', steps: stop.steps };
  } else {
    leave(kb, draft, reason, 'then');
  }
}

/** A step was done or skipped, or the agent has explained the fault. */
function goOn(kb: KnowledgeBase, draft: Draft, act: Act, event: number): void {
  const { stop } = draft;
  const node = nodeAt(kb, draft);
  const why = 'skip' in act ? act.skip : undefined;
  if (stop.type === 'isolated' && node.kind === 'fault') {
    const reason: Reason =
      why === undefined
        ? { kind: 'explained', key: stop.key, fault: node.fault, event }
        : { kind: 'skipped', key: stop.key, why, event };
    if (stop.steps.length > 0 && why === undefined) {
      record(draft, reason);
      draft.phase = { at: 'steps', steps: stop.steps, index: 0 };
    } else {
      judgeFault(draft, `${draft.tree}/${node.fault}`, why === undefined ? 'found' : 'suspected');
      leave(kb, draft, reason, 'unsolved');
    }
    return;
  }
  if (stop.type !== 'doing') return;
  const { steps, index } = stop;
  const step = steps[index] ?? 0;
  const reason: Reason =
    why === undefined ? { kind: 'done', key: stop.key, step, event } : { kind: 'skipped', key: stop.key, why, event };
  if (why === undefined) fade(kb, draft);
  if (index + 1 < steps.length) {
    record(draft, reason);
    draft.phase = { at: 'steps', steps, index: index + 1 };
  } else if (node.kind === 'fault') {
    record(draft, reason);
    draft.phase = { at: 'verify', steps };
  } else {
    leave(kb, draft, reason, 'then');
  }
}

/** Leaves the node along an edge; where an author left none, the call goes to the default desk rather than nowhere. */
export function leave(
  kb: KnowledgeBase,
  draft: Draft,
  reason: Reason,
  ...edge: Parameters<typeof edgeOut> extends [unknown, unknown, ...infer Rest] ? Rest : never
): void {
  const found = edgeOut(kb, draft, ...edge);
  if (found !== undefined) {
    follow(kb, draft, reason, found);
    return;
  }
  record(draft, reason);
  refer(draft, kb.defaultDesk, `The tree "${draft.tree}" knows no way on from "${draft.node}".`);
}
