import { type CaseStore, type CaseSummary, caseNumberInWords, type KnowledgeBase } from '../../index.js';
import { isLeftOver } from '../keeping/holder-name.js';
import { timeInWords } from './clock-words.js';

/** A call that was not brought to its end. */
export interface KeptCall {
  readonly number: number;
  /** Whose it is and what it is about, in a line. */
  readonly label: string;
}

/** How many are offered at most. */
const mostParked = 50;
const mostCutOff = 3;
/** A call that was cut off longer ago is not waited for any more: in milliseconds. */
const aDay = 86_400_000;

/**
 * The calls to go on with: those that were parked, by the time to call back; then the newest of this agent that were cut
 * off within a day. What somebody has open at the moment is not among them.
 */
export async function callsToGoOnWith(
  kb: KnowledgeBase,
  store: CaseStore,
  agent: string | undefined,
  now: string,
): Promise<readonly KeptCall[]> {
  const parked = (await store.list({ outcome: ['parked'] }, { limit: mostParked })).filter(isFree);
  parked.sort((a, b) => ((a.callBack ?? '~') < (b.callBack ?? '~') ? -1 : 1));
  const open = await store.list({ outcome: ['open'], ...(agent === undefined ? {} : { agent }) }, { limit: 20 });
  const since = new Date(Date.parse(now) - aDay).toISOString();
  const isCutOff = (each: CaseSummary): boolean => isFree(each) && each.tree !== '' && each.changed >= since;
  const cutOff = open.filter(isCutOff).slice(0, mostCutOff);
  return [...parked, ...cutOff].map((each) => ({ number: each.number, label: labelOf(kb, each, now) }));
}

function isFree({ holder }: CaseSummary): boolean {
  return holder === undefined || isLeftOver(holder);
}

function labelOf(kb: KnowledgeBase, each: CaseSummary, now: string): string {
  const subject = kb.trees.get(each.tree)?.title ?? each.words ?? each.tree;
  const who = each.name === undefined ? subject : `${each.name}, ${subject}`;
  const which = `${who}, case ${caseNumberInWords(each.number)}`;
  if (each.outcome === 'open') return `Cut off: ${which}`;
  if (each.callBack === undefined) return `Parked: ${which} (${each.reason})`;
  const due = each.callBack <= now ? 'Was to be called back' : 'To call back';
  return `${due} ${timeInWords(each.callBack, now)}: ${which} (${each.reason})`;
}
