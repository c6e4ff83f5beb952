import type { AskNode, DecideNode, DoNode, FaultNode, KnowledgeBase, Node } from '../knowledge/index.js';
import { faultOf, nodeAt, stepsAt, treeAt } from './ask.js';
import { claimOfNode, claimOfStep } from './claims.js';
import { factKey, judgeFault, record, timesLeft, unchanged } from './draft.js';
import { edgeOut, follow, leave, refer, wayBack } from './follow.js';
import { issueToAsk } from './issues.js';
import { factToAsk, judgeOf, stepsThatApply, verdictsOf } from './judges.js';
import { fits, perform } from './perform.js';
import { questionToRaise } from './postponed.js';
import { applyRules } from './rules.js';
import { addressOf, type Draft, isSettled, type Phase, type Stop } from './state.js';

/** More moves than this without a stop is a circle. The loader refuses those it can see; this catches the rest. */
const mostMoves = 1000;

/**
 * Brings a draft to where the call waits for the agent next: rules about changed facts are applied, questions whose
 * fact is known are passed, conditions are judged, and acts that were set aside are taken up when their question comes.
 */
export async function settle(kb: KnowledgeBase, draft: Draft): Promise<void> {
  for (let moves = 0; moves < mostMoves; moves += 1) {
    if (draft.changed.size > 0) await applyRules(kb, draft);
    const here = arrive(kb, draft);
    const stop = here instanceof Promise ? await here : here;
    if (stop === undefined) continue;
    const held = heldUp(kb, draft, stop);
    // Awaited only where there is something to wait for: every answer comes through here.
    draft.stop = held instanceof Promise ? await held : held;
    const waiting = draft.aside.findIndex(({ act }) => fits(kb, draft, act));
    const taken = draft.aside[waiting];
    if (taken === undefined) return;
    draft.aside = draft.aside.filter((each) => each !== taken);
    perform(kb, draft, taken.act, taken.event);
  }
  record(draft, { kind: 'circle' });
  refer(draft, kb.defaultDesk, `The tree "${draft.tree}" goes round in a circle at "${draft.node}".`);
  draft.stop = { type: 'end', key: `end:${addressOf(draft)}` };
}

/** What comes before a stop: a known issue that it may be, or a question that was put off and can change a conclusion. */
function heldUp(kb: KnowledgeBase, draft: Draft, stop: Stop): Stop | Promise<Stop> {
  const raised = questionToRaise(kb, draft, stop);
  if (raised !== undefined) {
    const { question } = raised;
    return { type: 'asking', key: stop.key, question, raised };
  }
  if (kb.overlays.size === 0) return stop;
  return issueToAsk(kb, draft, stop).then((issue) => {
    if (issue === undefined) return stop;
    const key = `issue:${issue.id}`;
    return { type: 'asking', key, question: { purpose: 'issue', key, issue: issue.id } };
  });
}

/** Where the call waits at the place it is at; undefined when it has moved on by itself. */
function arrive(kb: KnowledgeBase, draft: Draft): Stop | undefined | Promise<Stop | undefined> {
  const { phase } = draft;
  if (phase.at === 'end') return { type: 'end', key: `end:${addressOf(draft)}` };
  const node = nodeAt(kb, draft);
  if (phase.at === 'steps') return arriveAtStep(kb, draft, node, phase);
  switch (node.kind) {
    case 'ask':
    case 'check':
      return arriveAtQuestion(kb, draft, node);
    case 'do':
      return arriveAtSteps(kb, draft, node);
    case 'decide':
      return decide(kb, draft, node);
    case 'fault':
      return phase.at === 'verify' ? verification(draft, node, phase.steps) : arriveAtFault(kb, draft, node);
    case 'visit':
      return moved(() =>
        leave(kb, draft, { kind: wayBack(draft, node.tree) === undefined ? 'visited' : 'inside' }, 'visit'),
      );
    case 'refer':
    case 'close':
      return moved(() => leave(kb, draft, { kind: 'ended' }, 'then'));
  }
}

function moved(move: () => void): undefined {
  move();
  return undefined;
}

function arriveAtQuestion(kb: KnowledgeBase, draft: Draft, node: AskNode): Stop | undefined {
  const { fact } = node;
  if (fact === undefined) {
    const key = `${addressOf(draft)}#${timesLeft(draft) + 1}`;
    return { type: 'asking', key, question: { purpose: 'node', key } };
  }
  const known = draft.facts.get(fact);
  const edge = known && edgeOut(kb, draft, 'answer', String(known.value));
  if (known !== undefined && edge !== undefined) {
    follow(kb, draft, { kind: 'known', fact, value: known.value, source: known.source }, edge);
    return undefined;
  }
  const unsure = draft.unknown.get(fact);
  if (unsure !== undefined) {
    leave(kb, draft, { kind: 'known-unsure', fact, unsure }, 'unsure', unsure);
    return undefined;
  }
  const key = factKey(draft, fact);
  return { type: 'asking', key, question: { purpose: 'node', key } };
}

function usualQuestion(draft: Draft, fact: string): Stop {
  const key = factKey(draft, fact);
  return { type: 'asking', key, question: { purpose: 'fact', key, fact } };
}

async function arriveAtSteps(kb: KnowledgeBase, draft: Draft, node: DoNode): Promise<Stop | undefined> {
  const found = await stepsThatApply(kb, node.steps, draft);
  if ('ask' in found) return usualQuestion(draft, found.ask);
  if (found.steps.length === 0) return moved(() => leave(kb, draft, { kind: 'nothing-to-do' }, 'then'));
  const phase = { at: 'steps', steps: found.steps, index: 0 } as const;
  draft.phase = phase;
  return arriveAtStep(kb, draft, node, phase);
}

/** Before a step is read, the caller is asked about what has been tried already, and whether a risky one may be done. */
function arriveAtStep(kb: KnowledgeBase, draft: Draft, node: Node, phase: Extract<Phase, { at: 'steps' }>): Stop {
  const { steps, index, agreed } = phase;
  const key = stepKey(draft, phase);
  const claim = claimOfStep(kb, draft, node, steps, index);
  if (claim !== undefined) return makingSure(key, claim.what, claim.steps);
  const step = steps[index] ?? 0;
  if (agreed !== step && stepsAt(kb, draft)[step]?.risky === true) {
    const consent = `${key}:consent`;
    return { type: 'asking', key: consent, question: { purpose: 'consent', key: consent, step } };
  }
  return { type: 'doing', key, steps, index };
}

function makingSure(of: string, what: string, steps: readonly number[]): Stop {
  const key = `${of}:tried(${what})`;
  return { type: 'asking', key, question: { purpose: 'tried', key, what, steps } };
}

async function decide(kb: KnowledgeBase, draft: Draft, node: DecideNode): Promise<Stop | undefined> {
  const judge = judgeOf(kb, node, () => node.branches);
  const verdicts = await verdictsOf(judge, draft);
  for (const [branch, verdict] of verdicts.entries()) {
    if (verdict === 'true') return moved(() => leave(kb, draft, { kind: 'decided', branch }, 'branch', String(branch)));
    const ask = verdict === 'undetermined' ? factToAsk(kb, judge, branch, draft) : undefined;
    if (ask !== undefined) return usualQuestion(draft, ask);
  }
  return moved(() => leave(kb, draft, { kind: 'decided', branch: 'otherwise' }, 'otherwise'));
}

async function arriveAtFault(kb: KnowledgeBase, draft: Draft, node: FaultNode): Promise<Stop | undefined> {
  const address = `${draft.tree}/${node.fault}`;
  const status = draft.faults.get(address);
  if (status !== undefined && isSettled(status)) {
    return moved(() => leave(kb, draft, { kind: 'already-tried', fault: node.fault, status }, 'unsolved'));
  }
  const found = await stepsThatApply(kb, faultOf(treeAt(kb, draft), node.fault).fix, draft);
  if ('ask' in found) return usualQuestion(draft, found.ask);
  judgeFault(draft, address, 'isolated');
  const key = `${addressOf(draft)}#${timesLeft(draft) + 1}:found`;
  const claim = found.steps.length === 0 ? undefined : claimOfNode(draft, node);
  return claim === undefined ? { type: 'isolated', key, steps: found.steps } : makingSure(key, claim, found.steps);
}

/** The verification belongs to the steps that were done: after other steps it is asked again. */
function verification(draft: Draft, node: FaultNode, steps: readonly number[]): Stop {
  const key = `${addressOf(draft)}#${timesLeft(draft) + 1}:verify(${steps.join(',')})`;
  return { type: 'asking', key, question: { purpose: 'verify', key, fault: node.fault } };
}

function stepKey(draft: Draft, phase: { readonly steps: readonly number[]; readonly index: number }): string {
  return `${addressOf(draft)}#${timesLeft(draft) + 1}:step${phase.steps[phase.index]}`;
}

/** The state at the very start of a call in a tree, not yet settled. */
export function beginning(tree: string, node: string, day?: string): Draft {
  return {
    tree,
    node,
    stack: [],
    phase: { at: 'node' },
    stop: { type: 'end', key: '' },
    away: [],
    overtaken: false,
    problems: [{ tree }],
    problem: 0,
    postponed: [],
    claims: [],
    issues: new Set(),
    day,
    facts: new Map(),
    unknown: new Map(),
    faults: new Map(),
    fired: new Set(),
    warnings: [],
    trail: undefined,
    aside: [],
    changed: unchanged,
  };
}
