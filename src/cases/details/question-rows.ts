import type { Move, Question, Reason } from '../../session/index.js';
import type { QuestionRow } from '../schema/tables.js';
import { treeVersion } from '../tree-version.js';
import type { AboutCase } from './about-case.js';

/**
 * The questions that stand, each with its reply. `question` is how reports name it: the node, `fact:os` for the usual
 * question of a fact, `verify:fault`, `tried:...`, `consent:node` or `issue:id`.
 */
export function questionRows({ kb, case_number, day, moves, time }: AboutCase): readonly QuestionRow[] {
  const confused = new Map<string, number>();
  for (const { reason } of moves)
    if (reason.kind === 'confused') confused.set(reason.key, (confused.get(reason.key) ?? 0) + 1);
  return moves.flatMap((move) => {
    const reply = replyOf(move.reason);
    if (reply === undefined) return [];
    const { question, event } = reply;
    const times = moves.flatMap(({ reason }) =>
      reason.kind === 'confused' && reason.key === question.key ? [time.get(reason.event) ?? 0] : [],
    );
    return {
      case_number,
      sequence: event,
      day,
      tree: move.tree,
      question: nameOf(question, move),
      tree_version: treeVersion(kb, move.tree),
      reply: reply.kind,
      answer: reply.answer ?? null,
      took: Math.round((time.get(event) ?? 0) + times.reduce((sum, each) => sum + each, 0)),
      confused: confused.get(question.key) ?? 0,
    };
  });
}

interface ReplyToQuestion {
  readonly question: Question;
  readonly event: number;
  readonly kind: string;
  readonly answer?: string;
}

function replyOf(reason: Reason): ReplyToQuestion | undefined {
  switch (reason.kind) {
    case 'answered': {
      const { question, event, value } = reason;
      return { question, event, kind: 'answered', answer: Array.isArray(value) ? value.join(', ') : String(value) };
    }
    case 'unsure':
      return { question: reason.question, event: reason.event, kind: reason.unsure };
    case 'postponed':
      return { question: reason.question, event: reason.event, kind: 'later' };
    case 'not-agreed':
      return { question: reason.question, event: reason.event, kind: 'answered', answer: 'no' };
    case 'tried':
      return { question: reason.question, event: reason.event, kind: 'answered', answer: 'yes' };
    case 'skipped':
      return reason.question && { question: reason.question, event: reason.event, kind: 'skipped' };
    default:
      return undefined;
  }
}

function nameOf(question: Question, { node }: Move): string {
  switch (question.purpose) {
    case 'node':
      return node;
    case 'fact':
      return `fact:${question.fact}`;
    case 'verify':
      return `verify:${question.fault}`;
    case 'tried':
      return `tried:${question.what}`;
    case 'consent':
      return `consent:${node}`;
    case 'issue':
      return `issue:${question.issue}`;
  }
}
