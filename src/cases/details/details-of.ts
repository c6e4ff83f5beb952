import type { KnowledgeBase } from '../../knowledge/index.js';
import { type Session, situation, trail } from '../../session/index.js';
import { keyText } from '../drivers/storable-text.js';
import type { AgentRow, FactRow, FaultRow, QuestionRow, SaidRow, StepRow } from '../schema/tables.js';
import { treeVersion } from '../tree-version.js';
import { agentRows } from './agent-rows.js';
import { faultRows } from './fault-rows.js';
import { questionRows } from './question-rows.js';
import { stepRows } from './step-rows.js';
import { textOf } from './text-of.js';
import { timeOf } from './time-of.js';

/** What reports count: worked out from a case's events, and made anew whenever they have grown. */
export interface CaseDetails {
  readonly treeVersion: string;
  readonly text: string;
  readonly faults: readonly FaultRow[];
  readonly questions: readonly QuestionRow[];
  readonly steps: readonly StepRow[];
  readonly facts: readonly FactRow[];
  readonly sayings: readonly SaidRow[];
  readonly agents: readonly AgentRow[];
}

/**
 * The details of a case that is pinned to this knowledge base. What was taken back or changed is not in them: each
 * question counts once, as it stands at the end.
 * @param day the day on which the call began, as 2026-11-28
 * @throws Error when the session belongs to another version of the knowledge base.
 */
export async function detailsOf(
  kb: KnowledgeBase,
  case_number: number,
  session: Session,
  day: string,
): Promise<CaseDetails> {
  const sayings = sayingsOf(session, { case_number, day });
  const agents = agentRows(session, { case_number, day });
  if (session.tree === '')
    return {
      treeVersion: '',
      text: textOf(kb, session),
      faults: [],
      questions: [],
      steps: [],
      facts: [],
      sayings,
      agents,
    };
  const now = await situation(kb, session);
  const moves = await trail(kb, session);
  const time = timeOf(session, moves);
  const about = { kb, case_number, day, moves, time, faults: now.faults };
  const steps = stepRows(about);
  return {
    treeVersion: treeVersion(kb, session.tree),
    text: textOf(kb, session, now),
    faults: faultRows(about, steps),
    questions: questionRows(about),
    steps,
    facts: [...now.facts].flatMap(([fact, { value, source }]) =>
      [...new Set((Array.isArray(value) ? value : [value]).map((each) => keyText(String(each))))].map((each) => {
        const personal = kb.facts.get(fact)?.personal === true ? 1 : 0;
        return { case_number, day, fact, value: each, source, personal };
      }),
    ),
    sayings,
    agents,
  };
}

function sayingsOf(
  { events }: Session,
  about: { readonly case_number: number; readonly day: string },
): readonly SaidRow[] {
  return events.flatMap((event, sequence) => {
    if (!('said' in event)) return [];
    const { said, question = null, chose = null, offered, missed } = event;
    return [{ ...about, sequence, said, question, chose, offered: offered.length, missed: missed.join(' ') }];
  });
}
