import type { CaseSummary, KnowledgeBase } from '../index.js';
import { timeInWords } from './call/clock-words.js';

type Ended = Pick<CaseSummary, 'outcome' | 'desk' | 'issue' | 'callBack'>;

/** How a case ended, or how it stands, in a few words: with the desk, and seen from `now` with the time to call back. */
export function outcomeInWords(kb: KnowledgeBase, { outcome, desk, issue, callBack }: Ended, now?: string): string {
  const deskName = desk === undefined ? undefined : (kb.desks.get(desk)?.name ?? desk);
  switch (outcome) {
    case 'referred':
      return deskName === undefined ? 'referred' : `referred: ${deskName}`;
    case 'visit':
      return deskName === undefined ? 'visit' : `visit: ${deskName}`;
    case 'parked':
      if (callBack === undefined || now === undefined) return 'parked';
      return `${callBack <= now ? 'overdue' : 'call back'} ${timeInWords(callBack, now)}`;
    case 'known-issue':
      return issue === undefined ? 'known issue' : `known issue: ${issue}`;
    case 'abandoned':
      return 'ended early';
    default:
      return outcome;
  }
}

/** What a case is about: the title of its tree, or what was said first; and the fault that was found. */
export function subjectInWords(kb: KnowledgeBase, { tree, words, fault }: CaseSummary): string {
  const about = kb.trees.get(tree)?.title ?? words ?? (tree === '' ? 'nothing was said' : tree);
  if (fault === undefined) return about;
  const [of = '', id = ''] = fault.split('/');
  return `${about}: ${kb.trees.get(of)?.faults.get(id)?.name ?? id}`;
}
