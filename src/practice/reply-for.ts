import type { KnowledgeBase } from '../knowledge/index.js';
import { type Asking, addressOf, type Move } from '../session/index.js';
import { answerTowards } from './graph-distance.js';
import type { Round } from './round.js';
import type { CallerReply } from './scenario.js';
import { isCounted, standingReply } from './standing-reply.js';

/**
 * What is true at the caller's about an open question. On the shortest way that is the scenario's; elsewhere it is what
 * was said before, a known fact, or what the tree's graph says about the fault; else the caller does not know.
 */
export function replyFor(kb: KnowledgeBase, round: Round, now: Asking, moves: readonly Move[]): CallerReply {
  const { scenario, said, plan } = round;
  if (!isCounted(now)) return standingReply(now, plan.tried?.rightly === true && plan.tried.node === addressOf(now));
  if (now.purpose === 'verify' && !wasCarriedOut(now, moves)) return unsolved(kb, now);
  const key = withoutSteps(now.question);
  const planned = scenario.way.find((question) => withoutSteps(question.key) === key);
  if (planned !== undefined && fits(now, planned.reply)) return planned.reply;
  const before = said.findLast((each) => each.reply !== undefined && withoutSteps(each.question) === key);
  if (before?.reply !== undefined) return before.reply;
  if (now.purpose === 'verify') return verification(kb, round, now);
  return aboutFact(kb, round, now) ?? atNode(round, now) ?? towardsGoal(kb, round, now) ?? { unsure: 'dont-know' };
}

/** The key of a question without the steps that were done before it: skipping one does not change what is true. */
function withoutSteps(key: string): string {
  return key.replace(/\(.*\)$/, '');
}

function fits({ answers, expects }: Asking, reply: CallerReply): boolean {
  if ('unsure' in reply || answers.length === 0 || expects === 'choices') return true;
  return answers.some(({ id }) => id === reply.answer);
}

/** Whether at least one step was done, or the fix is said to have been tried. A fix that was only skipped mends nothing. */
function wasCarriedOut(now: Asking, moves: readonly Move[]): boolean {
  const here = moves.filter(({ tree, node }) => tree === now.tree && node === now.node);
  return here.some(({ reason }) => reason.kind === 'done' || reason.kind === 'tried') || !here.some(isSkipped);
}

function isSkipped({ reason }: Move): boolean {
  return reason.kind === 'skipped' && reason.question === undefined;
}

function verification(kb: KnowledgeBase, { scenario }: Round, now: Asking): CallerReply {
  const address = `${now.tree}/${now.fault}`;
  const asked = scenario.way.findLast(({ fault }) => fault === now.fault);
  if (asked !== undefined) return asked.reply;
  const { verify } = kb.trees.get(now.tree)?.faults.get(now.fault ?? '') ?? {};
  if (address === scenario.fault && scenario.ends === 'fixed' && verify !== undefined) return { answer: verify.solved };
  return unsolved(kb, now);
}

function unsolved(kb: KnowledgeBase, now: Asking): CallerReply {
  const { verify } = kb.trees.get(now.tree)?.faults.get(now.fault ?? '') ?? {};
  const answer = now.answers.find(({ id }) => id !== verify?.solved && id !== verify?.partly);
  return answer === undefined ? { unsure: 'dont-know' } : { answer: answer.id };
}

/** A fact that fades has its later value once the fault is mended. */
function aboutFact(kb: KnowledgeBase, { scenario }: Round, now: Asking): CallerReply | undefined {
  const { fact } = now;
  if (fact === undefined) return undefined;
  const mended = scenario.fault !== undefined && now.faults.get(scenario.fault) === 'fixed';
  const later = scenario.way.findLast((question) => question.fact === fact);
  if (later !== undefined && mended && kb.facts.get(fact)?.fades === true && fits(now, later.reply)) return later.reply;
  const value = scenario.facts.get(fact);
  const reply = value === undefined ? later?.reply : { answer: value };
  return reply !== undefined && fits(now, reply) ? reply : undefined;
}

/** The same node at another visit. */
function atNode({ scenario }: Round, now: Asking): CallerReply | undefined {
  const prefix = `${addressOf(now)}#`;
  const asked = scenario.way.findLast(({ key, fault }) => fault === undefined && key.startsWith(prefix));
  return asked !== undefined && fits(now, asked.reply) ? asked.reply : undefined;
}

function towardsGoal(kb: KnowledgeBase, { scenario }: Round, now: Asking): CallerReply | undefined {
  const answer = now.purpose === 'node' ? answerTowards(kb, addressOf(now), scenario.goal) : undefined;
  return answer !== undefined && fits(now, { answer }) ? { answer } : undefined;
}
