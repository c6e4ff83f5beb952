import { faultName } from '../instructions/index.js';
import type { KnowledgeBase } from '../knowledge/index.js';
import { faultAt } from '../session/index.js';
import type { Round } from './round.js';
import type { Finding, Score } from './score.js';

/** A score as one reads it: what was hidden, the points, what was missed, and where that would help a shorter way. */
export function scoreInWords(kb: KnowledgeBase, { scenario }: Round, score: Score): readonly string[] {
  const { points, asked, shortest, findings } = score;
  const { fault, ends, desk, name, way } = scenario;
  const hidden = fault === undefined ? name : faultName(kb, fault);
  const end =
    ends === 'fixed'
      ? fault !== undefined && faultAt(kb, fault)?.fix.length === 0
        ? 'for which nothing has to be mended'
        : 'which could be mended'
      : ends === 'referred'
        ? `which goes to: ${kb.desks.get(desk ?? '')?.name ?? desk}`
        : 'which ends without a fix';
  const questions = `${asked} question${asked === 1 ? '' : 's'} answered. The shortest way has ${shortest}.`;
  const lines = [`It was: ${hidden}, ${end}.`, `${points} of 100 points. ${questions}`];
  for (const finding of findings) lines.push(`-${finding.lost}  ${findingInWords(kb, finding)}`);
  if (findings.length === 0) lines.push('Nothing was missed.');
  const isLonger = findings.some(({ kind }) => kind === 'longer' || kind === 'fault-missed' || kind === 'other-end');
  if (isLonger) lines.push('The shortest way:', ...way.map(({ ask, words }, at) => `${at + 1}  ${ask} ${words}`));
  return lines;
}

function findingInWords(kb: KnowledgeBase, { kind, about = '', count = 0 }: Finding): string {
  const title = kb.facts.get(about)?.title ?? about;
  switch (kind) {
    case 'left':
      return 'The call was left before its end.';
    case 'fault-missed':
      return `The fault was not found: ${faultName(kb, about)}.`;
    case 'other-end':
      return 'The call ended in another way than it should have.';
    case 'longer':
      return `${count} question${count === 1 ? '' : 's'} more than needed.`;
    case 'not-said':
      return `An answer was entered that the caller did not give: ${title}`;
    case 'not-explained':
      return `The caller had not understood, and an answer was entered all the same: ${title}`;
    case 'not-recorded':
      return `The caller told this, and it was not recorded: ${title}`;
    case 'asked-again':
      return `The caller had to say it again: ${title}`;
    case 'correction-missed':
      return `The caller took this reply back, and it still stands: ${title}`;
    case 'tried-again':
      return 'The caller had tried a fix already, and it was read all the same.';
  }
}
