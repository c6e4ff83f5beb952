import type { KnowledgeBase, Overlay } from '../knowledge/index.js';
import { nodeAt } from './ask.js';
import { decided, judgeFault, record } from './draft.js';
import type { Act } from './event.js';
import { leave, refer } from './follow.js';
import type { Draft, Question, Reason } from './state.js';

/**
 * Takes the reply to a question that no node asks: whether something tried was done rightly, whether the caller agrees
 * to a step, whether it is a known issue. Only a yes is a yes. @returns whether the question was one of those.
 */
export function replyToProcedure(
  kb: KnowledgeBase,
  draft: Draft,
  question: Question,
  act: Act,
  event: number,
): boolean {
  const reason = reasonOf(question, act, event);
  if (reason === undefined) return false;
  const yes = reason.kind === 'answered' && reason.value === 'yes';
  switch (question.purpose) {
    case 'tried':
      makeSure(kb, draft, question, yes, reason, event);
      return true;
    case 'consent':
      consent(kb, draft, question, yes, reason, event);
      return true;
    case 'issue':
      knownIssue(kb, draft, question.issue, yes, reason);
      return true;
    default:
      return false;
  }
}

function reasonOf(question: Question, act: Act, event: number): Extract<Reason, { question?: Question }> | undefined {
  if ('answer' in act) return { kind: 'answered', question, value: act.answer, event };
  if ('unsure' in act) return { kind: 'unsure', question, unsure: act.unsure, event };
  if ('skip' in act) return { kind: 'skipped', key: question.key, question, why: act.skip, event };
  return undefined;
}

/** Done rightly: those steps are passed and credited. Not so, or nobody knows: they are read. */
function makeSure(
  kb: KnowledgeBase,
  draft: Draft,
  question: Extract<Question, { purpose: 'tried' }>,
  yes: boolean,
  reason: Reason,
  event: number,
): void {
  const { what, steps: covered } = question;
  draft.claims = draft.claims.filter((claim) => claim !== what);
  if (!yes) {
    record(draft, reason);
    return;
  }
  const credited: Reason = { kind: 'tried', question, what, event };
  const { phase } = draft;
  const steps = phase.at === 'steps' ? phase.steps : covered;
  const left = steps.filter((step) => !covered.includes(step));
  const index = phase.at === 'steps' ? phase.index : 0;
  if (index < left.length) {
    record(draft, credited);
    draft.phase = { at: 'steps', steps: left, index };
  } else if (nodeAt(kb, draft).kind === 'fault') {
    record(draft, credited);
    draft.phase = { at: 'verify', steps };
  } else {
    leave(kb, draft, credited, 'then');
  }
}

/** Without consent the rest of the steps is passed: they follow from the one that is not done. */
function consent(
  kb: KnowledgeBase,
  draft: Draft,
  question: Extract<Question, { purpose: 'consent' }>,
  yes: boolean,
  reason: Reason,
  event: number,
): void {
  if (yes && draft.phase.at === 'steps') {
    record(draft, reason);
    draft.phase = { ...draft.phase, agreed: question.step };
    return;
  }
  const why = reason.kind === 'skipped' ? { why: reason.why } : {};
  const refused: Reason = { kind: 'not-agreed', question, ...why, event };
  const node = nodeAt(kb, draft);
  if (node.kind === 'fault') judgeFault(draft, `${draft.tree}/${node.fault}`, 'found');
  leave(kb, draft, refused, node.kind === 'fault' ? 'unsolved' : 'then');
}

function knownIssue(kb: KnowledgeBase, draft: Draft, id: string, yes: boolean, reason: Reason): void {
  draft.issues = new Set(draft.issues).add(id);
  const overlay = kb.overlays.get(id);
  record(draft, reason);
  if (overlay === undefined || !yes) return;
  const { then, title } = overlay;
  if (then.kind === 'refer') refer(draft, then.desk, title);
  else if (then.kind === 'close')
    draft.phase = { at: 'end', end: { type: 'closed', say: wordsOf(overlay).join(' '), issue: id } };
  else draft.warnings = [...draft.warnings, `${title}. ${wordsOf(overlay).join(' ')}`];
  decided(draft);
}

function wordsOf({ explain, workaround }: Overlay): readonly string[] {
  return workaround === undefined ? [explain] : [explain, workaround];
}
