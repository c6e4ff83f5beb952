import { factValue, type KnowledgeBase, type UnsureKind } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { faultOf, nodeAt, replyTo, treeAt } from './ask.js';
import { asked } from './asked.js';
import { claimNamed } from './claims.js';
import { timesConfused } from './confused.js';
import { decided, fade, judgeFault, learn, record } from './draft.js';
import type { Act } from './event.js';
import { edgeOut, follow, leave, refer } from './follow.js';
import { canTurn, comeBack, jump, positionOf, turnTo } from './places.js';
import { replyToProcedure } from './procedure-questions.js';
import type { Draft, Known, Postponed, Question, Reason, State, Stop } from './state.js';

/** Whether an act fits where the call waits: it belongs to that question, and is a possible reply to it. */
export function fits(kb: KnowledgeBase, state: State, act: Act): boolean {
  if ('tell' in act) return Object.entries(act.tell).every(([fact, value]) => isValue(kb, fact, value));
  if ('tried' in act) return claimNamed(kb, state, act.tried) !== undefined;
  if ('problem' in act) return canTurn(kb, state, act.problem);
  if ('return' in act) return state.away.length > 0;
  const { stop } = state;
  if (act.question !== stop.key) return false;
  if ('jump' in act) return positionOf(kb, act.jump) !== undefined;
  if ('refer' in act) return kb.desks.has(act.refer);
  if ('confused' in act) return stop.type !== 'end';
  // The reply to a question that was put off takes the place of putting it off: it never comes as an act of its own.
  if (stop.type === 'asking' && stop.raised !== undefined) return false;
  if ('later' in act) return canPutOff(stop);
  if ('answer' in act) return stop.type === 'asking' && 'value' in replyTo(kb, state, stop.question, act.answer);
  if ('unsure' in act) return stop.type === 'asking';
  if ('done' in act) return stop.type === 'doing' || stop.type === 'isolated';
  return stop.type !== 'end';
}

/** Whether the open question is one that can wait: what is asked before steps, or after them, cannot. */
export function canPutOff(stop: Stop): boolean {
  if (stop.type !== 'asking' || stop.raised !== undefined) return false;
  return stop.question.purpose === 'node' || stop.question.purpose === 'fact';
}

/** Whether this is a value of a fact that is declared. */
export function isValue(kb: KnowledgeBase, fact: string, value: FactValue): boolean {
  const declared = kb.facts.get(fact);
  return declared !== undefined && 'value' in factValue(declared, value);
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
    jump(kb, draft, act, event);
  } else if ('return' in act) {
    comeBack(draft, event);
  } else if ('problem' in act) {
    turnTo(kb, draft, act, event);
  } else if ('confused' in act) {
    confuse(kb, draft, event);
  } else if ('refer' in act) {
    const why = act.why ?? 'The agent decided so.';
    record(draft, { kind: 'referred', key: stop.key, desk: act.refer, why, event });
    refer(draft, act.refer, why);
    decided(draft);
  } else if ('tried' in act) {
    const what = claimNamed(kb, draft, act.tried) as string;
    record(draft, { kind: 'claimed', what, event });
    if (!draft.claims.includes(what)) draft.claims = [...draft.claims, what];
  } else if (stop.type === 'asking' && replyToProcedure(kb, draft, stop.question, act, event)) {
    // It was about steps or a known issue, and is done.
  } else if ('later' in act && stop.type === 'asking') {
    const { question } = stop;
    const { tree, node, problem } = draft;
    leaveOpen(kb, draft, question, 'cant-check', { kind: 'postponed', question, why: act.later, event });
    draft.postponed = [...draft.postponed, { tree, node, question, why: act.later, event, problem }];
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
  askedAnew(draft);
  if ('fact' in node && node.fact !== undefined) learn(draft, node.fact, known(value, 'caller', act.at, event));
  leave(kb, draft, reason, 'answer', String(value));
}

function verified(kb: KnowledgeBase, draft: Draft, fault: string, value: FactValue, reason: Reason): void {
  const { verify } = faultOf(treeAt(kb, draft), fault);
  const outcome = value === verify?.solved ? 'fixed' : value === verify?.partly ? 'partly' : 'ruled-out';
  judgeFault(draft, `${draft.tree}/${fault}`, outcome);
  leave(kb, draft, reason, outcome === 'fixed' ? 'solved' : outcome === 'partly' ? 'partly' : 'unsolved');
}

/** Its node has asked a question once more that was put off when the call was here before: it has had its reply. */
function askedAnew(draft: Draft): void {
  if (draft.postponed.length === 0) return;
  const { tree, node, problem } = draft;
  const isHere = (each: Postponed): boolean => each.tree === tree && each.node === node && each.problem === problem;
  draft.postponed = draft.postponed.filter((each) => each.question.purpose !== 'node' || !isHere(each));
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
  if (question.purpose === 'node') askedAnew(draft);
  if (question.purpose === 'fact') record(draft, reason);
  else leave(kb, draft, reason, 'unsure', kind);
}

/** The caller has not understood. When no wording of a question is left, the call goes on at another way of finding it out. */
function confuse(kb: KnowledgeBase, draft: Draft, event: number): void {
  const { stop } = draft;
  const reason: Reason = { kind: 'confused', key: stop.key, event };
  const isOwn = stop.type === 'asking' && stop.question.purpose === 'node' && stop.raised === undefined;
  const own = isOwn ? stop.question : undefined;
  const instead = own && edgeOut(kb, draft, 'confused');
  const wordings = own === undefined ? [] : (asked(kb, draft, own).ifConfused ?? []);
  if (instead !== undefined && timesConfused(draft) >= wordings.length) follow(kb, draft, reason, instead);
  else record(draft, reason);
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
