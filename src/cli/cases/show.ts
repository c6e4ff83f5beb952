import {
  type CaseStore,
  caseNumberInWords,
  flagsOf,
  type KnowledgeBase,
  recordInWords,
  type StoredCase,
  situation,
  valueInWords,
} from '../../index.js';
import { timeInWords } from '../call/clock-words.js';
import type { Environment } from '../environment.js';
import { exit } from '../exit.js';
import { holderInWords } from '../keeping/holder-name.js';
import { outcomeInWords, subjectInWords } from '../outcome-in-words.js';
import { caseGiven } from './case-given.js';
import { type CaseView, caseView } from './case-view.js';
import { eventLine, unfitLine } from './event-line.js';
import { type Page, pageOn } from './page.js';
import { lengthInWords, timeOfDay, whenInWords } from './when-words.js';
import { type CaseOptions, knowledgeAtHand, withStore } from './with-store.js';

/** Prints all there is to know of a case. @returns 0 @throws Misuse when there is no such case. */
export async function runShowCommand(written: string, options: CaseOptions, environment: Environment): Promise<number> {
  const kb = await knowledgeAtHand(environment, options);
  return withStore(environment, async (store) => {
    const stored = await caseGiven(store, written);
    const view = await caseView(store, kb, stored);
    const page = pageOn(environment, 14);
    const now = environment.now();
    head(page, view.kind === 'events' ? kb : view.kb, stored, now);
    whichVersion(page, view);
    await record(page, view);
    await found(page, view);
    await ties(page, store, kb, stored, now);
    return exit.fine;
  });
}

function head(page: Page, kb: KnowledgeBase, stored: StoredCase, now: string): void {
  page.title(`Case ${caseNumberInWords(stored.number)}: ${subjectInWords(kb, stored)}`);
  const entry = (name: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') page.entry(name, text);
  };
  const { name, contact, account, device, reason, satisfaction, holder } = stored;
  entry('How it stands', outcomeInWords(kb, stored, now));
  entry('Why', reason);
  entry('Caller', [name, contact].filter(Boolean).join(', '));
  entry('Account', account);
  entry('Device', device);
  entry('Said first', stored.words);
  entry('Agent', stored.agent);
  entry('By', stored.channel === 'email' ? 'e-mail' : stored.channel);
  entry('Begun', timeOf(stored.begun, now));
  entry('Last event', timeOf(stored.changed, now));
  entry('Time spent', stored.took === 0 ? undefined : lengthInWords(stored.took));
  entry('Stands at', stored.place);
  entry('Tree', stored.treeVersion ? `${stored.tree}, version ${stored.treeVersion}` : stored.tree);
  entry('Content', satisfaction === undefined ? undefined : `${satisfaction} of 5`);
  if (holder !== undefined)
    page.note(`${holderInWords(holder)} has it open since ${timeOf(new Date(holder.since).toISOString(), now)}.`);
}

function timeOf(time: string, now: string): string {
  return Number.isNaN(Date.parse(time)) ? '' : timeInWords(time, now);
}

function whichVersion(page: Page, view: CaseView): void {
  if (view.kind === 'events') {
    if (view.session.tree !== '')
      page.note(
        'The knowledge base it was taken with is not at hand, nor its tree: these are the events as they are kept.',
      );
    return;
  }
  if (view.kind === 'as-taken') return;
  page.note('The knowledge base it was taken with is not at hand. It is read with the present one.');
  if (view.unfit.length === 0) return;
  page.part('What no longer fits (it stays in the case)');
  for (const given of view.unfit) page.line(unfitLine(given));
}

async function record(page: Page, view: CaseView): Promise<void> {
  const { events } = view.session;
  page.part('What happened');
  if (view.kind === 'events') {
    for (const event of events) page.entry(stamp(event.at, event.took), eventLine(event));
    return;
  }
  const took = new Map(events.flatMap(({ at, took: spent }) => (at === undefined ? [] : [[at, spent] as const])));
  let last: string | undefined;
  for (const { at, words } of await recordInWords(view.kb, view.session)) {
    // One event can have several lines: only the first of them has its time.
    page.entry(at !== undefined && at === last ? '' : stamp(at, at === undefined ? undefined : took.get(at)), words);
    last = at;
  }
  if (events.length === 0) page.line('Nothing yet.');
}

function stamp(at: string | undefined, took: number | undefined): string {
  const spent = took === undefined || took < 1000 ? '' : lengthInWords(took);
  return [timeOfDay(at), spent].filter(Boolean).join(' ');
}

const statusWords = {
  suspected: 'suspected',
  'ruled-out': 'ruled out',
  isolated: 'found, and being mended',
  found: 'found; it cannot be mended on the phone',
  fixed: 'mended, and verified',
  partly: 'its fix helped in part',
  unverified: 'mended; nobody could check',
} as const;

async function found(page: Page, view: CaseView): Promise<void> {
  if (view.kind === 'events') return;
  const { kb, session } = view;
  const { facts, faults } = await situation(kb, session);
  if (facts.size > 0) page.part('What is known');
  for (const [name, { value, source }] of facts) {
    const fact = kb.facts.get(name);
    page.line(`${fact?.title ?? name}: ${fact === undefined ? String(value) : valueInWords(fact, value)} (${source})`);
  }
  if (faults.size > 0) page.part('Faults');
  for (const [address, status] of faults) {
    const [tree = '', fault = ''] = address.split('/');
    page.line(`${kb.trees.get(tree)?.faults.get(fault)?.name ?? address}: ${statusWords[status]}`);
  }
  const flags = flagsOf(kb, session);
  if (flags.length > 0) page.part('For the author');
  for (const { flag, question, place } of flags)
    page.line(`${place === undefined ? question : `${place.file}:${place.line}`}: ${flag}`);
}

async function ties(page: Page, store: CaseStore, kb: KnowledgeBase, stored: StoredCase, now: string): Promise<void> {
  const linked = await store.linked(stored.number);
  if (linked.length > 0) page.part('Tied to');
  const numbers = new Set(linked.map((each) => each.case.number));
  for (const { case: other, why } of linked)
    page.entry(caseNumberInWords(other.number), `${why === '' ? '' : `${why}: `}${summary(kb, other, now)}`);
  const earlier = (await store.earlier(stored, stored.id)).filter((each) => !numbers.has(each.case.number));
  if (earlier.length > 0) page.part('Other cases of the same caller or device');
  for (const { case: other, same } of earlier)
    page.entry(caseNumberInWords(other.number), `${summary(kb, other, now)} (same ${same.join(', ')})`);
}

function summary(kb: KnowledgeBase, other: Parameters<typeof subjectInWords>[1], now: string): string {
  return `${whenInWords(other.begun, now)}, ${subjectInWords(kb, other)}, ${outcomeInWords(kb, other, now)}`;
}
