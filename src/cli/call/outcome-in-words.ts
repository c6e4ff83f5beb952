import type { CaseSummary, KnowledgeBase } from '../../index.js';

/** How a case ended, or how it stands, in two or three words. */
export function outcomeInWords(kb: KnowledgeBase, { outcome, desk, holder }: CaseSummary): string {
  switch (outcome) {
    case 'resolved':
      return 'solved';
    case 'referred':
    case 'visit': {
      const name = desk === undefined ? undefined : (kb.desks.get(desk)?.name ?? desk);
      return name === undefined ? 'passed on' : `passed to ${name}`;
    }
    case 'parked':
      return 'parked';
    case 'known-issue':
      return 'a known issue';
    case 'abandoned':
      return 'ended early';
    case 'unresolved':
      return 'not solved';
    case 'open':
      return holder === undefined ? 'cut off' : 'open now';
  }
}
