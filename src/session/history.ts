import type { KnowledgeBase } from '../knowledge/index.js';
import { draftFrom } from './draft.js';
import type { Act, Event, Remark, Session } from './event.js';
import { fits, isValue, perform } from './perform.js';
import { beginning, settle } from './settle.js';
import type { State } from './state.js';

/** An act that still stands, and the state after it. The list shares its past, so that a change replays only what follows. */
export interface Entry {
  /** Absent for the start of the call. */
  readonly act?: Act;
  /** Index in the session's events. */
  readonly event: number;
  readonly state: State;
  readonly before: Entry | undefined;
}

/** What stands after an event, and what stood before it: going back returns to that. */
export interface Moment {
  readonly last: Entry;
  readonly before: Moment | undefined;
}

/** The moment at which a call starts. @throws Error when the knowledge base does not hold the tree. */
async function firstMoment(kb: KnowledgeBase, session: Session): Promise<Moment> {
  const tree = kb.trees.get(session.tree);
  if (tree === undefined) throw new Error(`There is no tree "${session.tree}".`);
  const draft = beginning(tree.id, tree.start, session.started?.slice(0, 10));
  await settle(kb, draft);
  return { last: { event: -1, state: draft, before: undefined }, before: undefined };
}

/** The moment after one more event. An act that does not fit is set aside until its question comes. */
async function nextMoment(kb: KnowledgeBase, moment: Moment, event: Event, index: number): Promise<Moment> {
  if (!changesSomething(event)) return moment;
  if ('back' in event) return moment.before ?? moment;
  if ('revise' in event) return { last: await revised(kb, moment.last, event.revise, event.to), before: moment };
  return { last: await appended(kb, moment.last, event, index), before: moment };
}

/** Whether an event is more than a remark. */
export function changesSomething(event: Event): event is Exclude<Event, Remark | { readonly reopened: string }> {
  return !remarks.some((kind) => kind in event);
}

const remarks = [
  'note',
  'said',
  'reopened',
  'flag',
  'parked',
  'resumed',
  'channel',
  'caller',
  'contact',
  'account',
  'device',
  'promised',
  'abandoned',
  'satisfaction',
] as const;

/** Every moment's end: the state of a session computed from its events alone. */
export async function replay(kb: KnowledgeBase, session: Session): Promise<Moment> {
  return momentAfter(kb, await firstMoment(kb, session), session.events, 0);
}

/** The moment after more events, of which the first is at index `from` of the session's list. */
export async function momentAfter(
  kb: KnowledgeBase,
  moment: Moment,
  events: readonly Event[],
  from: number,
): Promise<Moment> {
  let after = moment;
  let index = from;
  for (const event of events) {
    after = await nextMoment(kb, after, event, index);
    index += 1;
  }
  return after;
}

/** The acts that stand, first to last, without the start. */
export function entriesOf(last: Entry): readonly Entry[] {
  const entries: Entry[] = [];
  for (let entry: Entry | undefined = last; entry !== undefined; entry = entry.before) {
    if (entry.act !== undefined) entries.push(entry);
  }
  return entries.reverse();
}

/** The entry for the event at `index`, if it still stands. */
export function entryOf(last: Entry, index: number): Entry | undefined {
  let entry: Entry | undefined = last;
  while (entry !== undefined && (entry.act === undefined || entry.event !== index)) entry = entry.before;
  return entry;
}

async function appended(kb: KnowledgeBase, before: Entry, act: Act, event: number): Promise<Entry> {
  const draft = draftFrom(before.state);
  if (fits(kb, before.state, act)) {
    // A newer reply to the same question takes the place of one that was waiting for it.
    if (draft.aside.length > 0) draft.aside = draft.aside.filter((each) => replyKey(each.act) !== replyKey(act));
    perform(kb, draft, act, event);
    await settle(kb, draft);
  } else if ('tell' in act) {
    const [told, rest] = partedByFit(kb, act);
    draft.aside = [...draft.aside, { act: rest, event }];
    perform(kb, draft, told, event);
    await settle(kb, draft);
  } else {
    draft.aside = [...draft.aside.filter((each) => replyKey(each.act) !== replyKey(act)), { act, event }];
  }
  return { act, event, state: draft, before };
}

/** What was told, parted into what this version of the knowledge base has a place for, and the rest. */
function partedByFit(kb: KnowledgeBase, act: Extract<Act, { tell: unknown }>): readonly [typeof act, typeof act] {
  const entries = Object.entries(act.tell);
  const told = entries.filter(([fact, value]) => isValue(kb, fact, value));
  const rest = entries.filter(([fact, value]) => !isValue(kb, fact, value));
  return [
    { ...act, tell: Object.fromEntries(told) },
    { ...act, tell: Object.fromEntries(rest) },
  ];
}

/** The acts that stand with one of them exchanged, replayed from there on. */
async function revised(kb: KnowledgeBase, last: Entry, index: number, to: Act): Promise<Entry> {
  const target = entryOf(last, index);
  if (target?.before === undefined) return last;
  const later: { readonly act: Act; readonly event: number }[] = [];
  for (let entry = last; entry !== target && entry.before !== undefined; entry = entry.before) {
    if (entry.act !== undefined) later.unshift({ act: entry.act, event: entry.event });
  }
  let entry = target.before;
  for (const { act, event } of newestOnly([{ act: to, event: index }, ...later])) {
    entry = await appended(kb, entry, act, event);
  }
  return entry;
}

/** Of several replies to one question only the last counts. */
function newestOnly(acts: readonly { readonly act: Act; readonly event: number }[]): typeof acts {
  const newest = new Map(acts.map(({ act, event }) => [replyKey(act), event]));
  return acts.filter(({ act, event }) => newest.get(replyKey(act)) === event);
}

const noReplies = ['tell', 'jump', 'refer', 'return', 'problem', 'tried', 'confused'] as const;

/** What an act replies to. Acts that are no reply (facts told, a jump, a referral) stand for themselves. */
function replyKey(act: Act): string | Act {
  return 'tell' in act || noReplies.some((kind) => kind in act) ? act : act.question;
}
