import type { Asking } from '../session/index.js';
import type { CallerReply } from './scenario.js';

const diagnostic: readonly string[] = ['node', 'fact', 'verify'];

/** Whether a question finds something out. Others (whether the caller agrees, has tried it, knows an issue) are not counted. */
export function isCounted({ purpose }: Pick<Asking, 'purpose'>): boolean {
  return diagnostic.includes(purpose);
}

/**
 * What every caller who is played replies to a question that finds nothing out: yes, they agree; no, it is not the known
 * issue, and it has not been tried, unless they say so.
 */
export function standingReply({ purpose, answers }: Asking, tried = false): CallerReply {
  const kind: string = purpose;
  const wanted = kind === 'issue' || (kind === 'tried' && !tried) ? 'no' : 'yes';
  const answer = answers.find(({ id }) => id === wanted) ?? answers[0];
  return answer === undefined ? { unsure: 'dont-know' } : { answer: answer.id };
}
