import type { KnowledgeBase } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { type Act, type Move, type Session, type Situation, situation, trail } from '../session/index.js';
import type { Round } from './round.js';
import type { CallerReply } from './scenario.js';

/**
 * Something that cost points.
 * - left: the call was not taken to its end - fault-missed: the fault was not found - other-end: it ended elsewhere
 * - longer: more questions than needed; `count` of them - not-said: an answer that the caller did not give
 * - not-explained: the caller had asked back, and an answer was entered all the same
 * - not-recorded: a fact that the caller told is not in the record - asked-again: what had been said was asked again
 * - correction-missed: the caller took a reply back - tried-again: a fix was read that the caller had tried
 */
export interface Finding {
  readonly kind:
    | 'left'
    | 'fault-missed'
    | 'other-end'
    | 'longer'
    | 'not-said'
    | 'not-explained'
    | 'not-recorded'
    | 'asked-again'
    | 'correction-missed'
    | 'tried-again';
  readonly lost: number;
  /** The question, fact or fault that it is about. */
  readonly about?: string;
  readonly count?: number;
}

/** How well a round went. */
export interface Score {
  /** 0 to 100. */
  readonly points: number;
  /** How many questions the caller answered, and how many the shortest way has. */
  readonly asked: number;
  readonly shortest: number;
  /** What cost points, the gravest first. */
  readonly findings: readonly Finding[];
}

/** How many points each finding costs; `longer` is for each question. */
export const costs: Readonly<Record<Finding['kind'], number>> = {
  left: 40,
  'fault-missed': 50,
  'other-end': 30,
  'not-said': 10,
  'not-explained': 10,
  'correction-missed': 10,
  'not-recorded': 5,
  'asked-again': 5,
  'tried-again': 5,
  longer: 5,
};
/** For a call that ended wrongly or was left, where no fault was to be found: the end was all there was to find. */
const costOfEnd = 80;
/** At most for all questions too many. */
const mostForQuestions = 30;

/** Scores a round by its session: what was entered against what was said, and the questions against the shortest way. */
export async function scoreRound(kb: KnowledgeBase, round: Round, session: Session): Promise<Score> {
  const now = await situation(kb, session);
  const moves = await trail(kb, session);
  const asked = new Set(round.said.filter(({ counts }) => counts).map(({ question }) => question)).size;
  const shortest = round.scenario.way.length;
  const findings = [
    ...ending(round, now, moves),
    ...entered(round, session),
    ...corrections(round, now, moves),
    ...recorded(round, now),
    ...said(round, session),
  ];
  if (asked > shortest) {
    const count = asked - shortest;
    findings.push({ kind: 'longer', lost: Math.min(mostForQuestions, count * costs.longer), count });
  }
  const lost = findings.reduce((sum, finding) => sum + finding.lost, 0);
  findings.sort((a, b) => b.lost - a.lost);
  return { points: Math.max(0, 100 - lost), asked, shortest, findings };
}

function finding(kind: Exclude<Finding['kind'], 'longer'>, about?: string): Finding {
  return about === undefined ? { kind, lost: costs[kind] } : { kind, lost: costs[kind], about };
}

function ending({ scenario }: Round, now: Situation, moves: readonly Move[]): readonly Finding[] {
  const { fault, ends, desk } = scenario;
  const findings: Finding[] = [];
  const found = moves.some(
    ({ tree, reason }) =>
      (reason.kind === 'explained' || reason.kind === 'tried') && `${tree}/${faultIn(reason)}` === fault,
  );
  const isMended = fault !== undefined && now.faults.has(fault);
  if (fault !== undefined && !found && !isMended) findings.push(finding('fault-missed', fault));
  const isOver = now.type === 'fixed' || now.type === 'referred' || now.type === 'closed';
  const isRight = now.type === ends && (now.type !== 'referred' || now.desk === desk);
  const end = finding(isOver ? 'other-end' : 'left');
  if (!isRight) findings.push(fault === undefined ? { ...end, lost: costOfEnd } : end);
  return findings;
}

function faultIn(reason: Move['reason']): string | undefined {
  return 'fault' in reason ? reason.fault : undefined;
}

/** Answers that were entered and not given: told by their question, each of them once. */
function entered({ said, scenario }: Round, session: Session): readonly Finding[] {
  const findings = new Map<string, Finding>();
  const acts = session.events.flatMap((event) => ('revise' in event ? [event.to] : isAct(event) ? [event] : []));
  for (const act of acts) {
    if ('tell' in act) {
      for (const [fact, value] of Object.entries(act.tell)) {
        if (!isTrue(fact, value)) findings.set(`fact ${fact}`, finding('not-said', fact));
      }
    } else if ('answer' in act || 'unsure' in act) {
      const about = said.filter(({ question }) => question === act.question);
      const given = [
        ...about.flatMap(({ reply }) => reply ?? []),
        ...said.flatMap(({ correction }) => (correction?.question === act.question ? correction.reply : [])),
      ];
      const fact = /^fact:(.*)#\d+$/.exec(act.question)?.[1];
      const isGiven =
        given.some((reply) => same(reply, act)) ||
        (fact !== undefined && 'answer' in act && given.length === 0 && wasTold(fact, act.answer));
      if (isGiven) continue;
      const ask = about.at(-1)?.ask ?? fact ?? act.question;
      const isPuzzled = given.length === 0 && about.some(({ kind }) => kind === 'asks-back');
      findings.set(act.question, finding(isPuzzled ? 'not-explained' : 'not-said', ask));
    }
  }
  return [...findings.values()];

  function wasTold(fact: string, value: FactValue): boolean {
    return said.some(({ told }) => equal(told.get(fact), value));
  }
  function isTrue(fact: string, value: FactValue): boolean {
    if (wasTold(fact, value) || equal(scenario.facts.get(fact), value)) return true;
    return said.some((each) => each.fact === fact && each.reply !== undefined && same(each.reply, { answer: value }));
  }
}

function isAct(event: Session['events'][number]): event is Act {
  return 'answer' in event || 'unsure' in event || 'tell' in event;
}

/** A reply that was taken back must not stand any more: neither in the way of the call nor among its facts. */
function corrections({ said, scenario }: Round, now: Situation, moves: readonly Move[]): readonly Finding[] {
  return said.flatMap(({ correction }) => {
    if (correction === undefined) return [];
    const standing = moves.findLast(
      ({ reason }) => 'question' in reason && reason.question?.key === correction.question,
    )?.reason;
    const fact = scenario.way.find(({ key }) => key === correction.question)?.fact;
    const known = fact === undefined ? undefined : now.facts.get(fact)?.value;
    const { reply } = correction;
    const isRight =
      standing?.kind === 'answered'
        ? same(reply, { answer: standing.value })
        : standing?.kind === 'unsure'
          ? same(reply, { unsure: standing.unsure })
          : known !== undefined && same(reply, { answer: known });
    return isRight ? [] : [finding('correction-missed', correction.ask)];
  });
}

function recorded({ said }: Round, now: Situation): readonly Finding[] {
  const told = new Map(said.flatMap((each) => [...each.told]));
  return [...told].flatMap(([fact, value]) =>
    equal(now.facts.get(fact)?.value, value) ? [] : [finding('not-recorded', fact)],
  );
}

function said({ said, plan }: Round, session: Session): readonly Finding[] {
  const again = said.filter((each) => each.again).map(({ ask }) => finding('asked-again', ask));
  const claimed = said.some(({ kind }) => kind === 'tried');
  const taken = session.events.some((event) => 'tried' in event);
  return claimed && !taken ? [...again, finding('tried-again', plan.tried?.node)] : again;
}

function same(
  reply: CallerReply,
  act: { readonly answer?: unknown; readonly unsure?: unknown } | CallerReply,
): boolean {
  if ('unsure' in reply) return 'unsure' in act && act.unsure !== undefined;
  return 'answer' in act && equal(reply.answer, act.answer as FactValue);
}

function equal(a: FactValue | undefined, b: FactValue): boolean {
  if (typeof a === 'object' && typeof b === 'object')
    return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
  return a !== undefined && String(a) === String(b);
}
