import { type KnowledgeBase, type Step, withoutUndefined } from '../../knowledge/index.js';
import { asked, labelOf, type Move, stepsAt } from '../../session/index.js';
import { claimName, unsureWords } from '../trail-in-words.js';
import type { CallRead } from './call-read.js';

/** A step of something that was tried, and what became of it: `before` is done before the call, and rightly. */
export interface HandOverStep {
  readonly say: string;
  readonly state: 'done' | 'before' | 'skipped' | 'not-agreed';
  /** Why it was skipped or not agreed to. */
  readonly why?: string;
  /** The procedure that it belongs to, by its title. */
  readonly procedure?: string;
}

/** Something that was tried: a fix, or the steps of a node. */
export interface HandOverAttempt {
  /** The fault that it mends, `tree/fault`; absent for other steps. */
  readonly fault?: string;
  /** The fault by its name, the procedure by its title, or the first step. */
  readonly name: string;
  readonly steps: readonly HandOverStep[];
  /**
   * - solved, partly, unsolved: what the verification said - not-checked: it could not be checked, or it has not come to that
   * Absent where nothing was done, and for steps that no verification belongs to: there `after` says what came next.
   */
  readonly result?: 'solved' | 'partly' | 'unsolved' | 'not-checked';
  /** Why it could not be checked. */
  readonly why?: string;
  /** The question right after the steps, and its answer. */
  readonly after?: { readonly ask: string; readonly answer: string };
}

interface Group {
  readonly key: string;
  readonly moves: Move[];
  /** The move right after the last of them. */
  next?: Move;
}

/** What was tried in a call, in order, and whether it helped. */
export function attemptsOf(call: CallRead): readonly HandOverAttempt[] {
  return groupsOf(call.moves).flatMap((group) => {
    const attempt = attemptOf(call, group);
    return attempt.steps.length === 0 ? [] : [attempt];
  });
}

/** What the caller says to have tried, where nobody has made sure of it. */
export function claimsOf({ kb, moves }: CallRead): readonly string[] {
  const settled = moves.flatMap(({ reason }) =>
    'question' in reason && reason.question?.purpose === 'tried' ? [reason.question.what] : [],
  );
  const claimed = moves.flatMap(({ reason }) => (reason.kind === 'claimed' ? [reason.what] : []));
  return [...new Set(claimed)].filter((what) => !settled.includes(what)).map((what) => claimName(kb, what));
}

/** The moves about steps by the visit that they belong to. */
function groupsOf(moves: readonly Move[]): readonly Group[] {
  const groups = new Map<string, Group>();
  let latest: Group | undefined;
  for (const move of moves) {
    const key = visitOf(move);
    if (key === undefined) {
      if (latest !== undefined && latest.next === undefined) latest.next = move;
      continue;
    }
    const group = groups.get(key) ?? { key, moves: [] };
    group.moves.push(move);
    delete group.next;
    groups.set(key, group);
    latest = group;
  }
  return [...groups.values()];
}

const aboutSteps = /^([^:]+\/[^:#]+#\d+):(?:step\d+|found|verify)/;

/** The visit to a node whose steps a move is about, as `tree/node#2`. */
function visitOf({ reason }: Move): string | undefined {
  const key = 'question' in reason ? reason.question?.key : undefined;
  switch (reason.kind) {
    case 'done':
    case 'skipped':
      return aboutSteps.exec(key ?? reason.key)?.[1];
    case 'answered':
    case 'unsure':
    case 'tried':
    case 'not-agreed':
      return aboutSteps.exec(key ?? '')?.[1];
    default:
      return undefined;
  }
}

function attemptOf(call: CallRead, { moves, next }: Group): HandOverAttempt {
  const { kb } = call;
  const [first] = moves as [Move];
  const all = stepsAt(kb, first);
  const node = kb.trees.get(first.tree)?.nodes.get(first.node);
  const id = node?.kind === 'fault' ? node.fault : undefined;
  const steps = moves.flatMap((move) => stepsOf(call, all, move));
  const fault = id === undefined ? undefined : kb.trees.get(first.tree)?.faults.get(id);
  return {
    ...(id === undefined ? {} : { fault: `${first.tree}/${id}` }),
    name: fault?.name ?? nameOf(steps),
    steps,
    ...(id === undefined ? withoutUndefined({ after: afterwards(call, next) }) : resultOf(moves, steps)),
  };
}

function nameOf(steps: readonly HandOverStep[]): string {
  const procedures = new Set(steps.map(({ procedure }) => procedure));
  const [procedure] = procedures;
  return (procedures.size === 1 ? procedure : undefined) ?? steps[0]?.say ?? '';
}

function stepsOf({ kb, text }: CallRead, all: readonly Step[], { reason }: Move): readonly HandOverStep[] {
  const step = (index: number, state: HandOverStep['state'], why?: string): readonly HandOverStep[] => {
    const written = all[index];
    if (written === undefined) return [];
    const procedure = titleOf(kb, written);
    return [{ say: text(written.say), state, ...withoutUndefined({ why, procedure }) }];
  };
  switch (reason.kind) {
    case 'done':
      return step(reason.step, 'done');
    case 'skipped': {
      const index = /:step(\d+)$/.exec(reason.key)?.[1];
      return index === undefined ? [] : step(Number(index), 'skipped', reason.why);
    }
    case 'tried':
      return reason.question.purpose === 'tried' ? reason.question.steps.flatMap((each) => step(each, 'before')) : [];
    case 'not-agreed':
      return reason.question.purpose === 'consent' ? step(reason.question.step, 'not-agreed', reason.why) : [];
    default:
      return [];
  }
}

function titleOf(kb: KnowledgeBase, { procedure }: Step): string | undefined {
  return procedure === undefined ? undefined : kb.procedures.get(procedure)?.title;
}

const results = { solved: 'solved', partly: 'partly' } as const;

function resultOf(moves: readonly Move[], steps: readonly HandOverStep[]): Pick<HandOverAttempt, 'result' | 'why'> {
  const verified = moves.findLast(({ reason }) => 'question' in reason && reason.question?.purpose === 'verify');
  const reason = verified?.reason;
  if (reason?.kind === 'unsure') return { result: 'not-checked', why: unsureWords(reason.unsure) };
  if (reason?.kind === 'skipped') return { result: 'not-checked', why: reason.why };
  if (reason?.kind !== 'answered') {
    const wasDone = steps.some(({ state }) => state === 'done' || state === 'before');
    return wasDone ? { result: 'not-checked' } : {};
  }
  return { result: results[verified?.edge?.kind as keyof typeof results] ?? 'unsolved' };
}

function afterwards({ kb, text }: CallRead, next: Move | undefined): HandOverAttempt['after'] {
  if (next?.reason.kind !== 'answered') return undefined;
  const { ask, answers, purpose } = asked(kb, next, next.reason.question);
  return purpose === 'node' ? { ask: text(ask), answer: labelOf(answers, next.reason.value) } : undefined;
}
