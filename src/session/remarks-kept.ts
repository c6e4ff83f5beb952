import { type KnowledgeBase, type Place, withoutUndefined } from '../knowledge/index.js';
import type { Channel, Session } from './event.js';
import { changesSomething } from './history.js';

/** How agent and caller talk at the moment. */
export function channelOf({ channel = 'phone', events }: Session): Channel {
  const changed = events.findLast((event) => 'channel' in event);
  return changed?.channel ?? channel;
}

/** Who is calling, as far as it is known. */
export function callerOf({ caller, events }: Session): string | undefined {
  return events.findLast((event) => 'caller' in event)?.caller ?? caller;
}

/** Who is calling, how they are reached, and what it is about, as far as it was told. */
export interface Caller {
  readonly name?: string;
  readonly contact?: string;
  readonly account?: string;
  readonly device?: string;
}

/** All that is known of the caller. */
export function callerKnown(session: Session): Caller {
  const last = (key: 'contact' | 'account' | 'device'): string | undefined =>
    (session.events.findLast((event) => key in event) as Readonly<Record<string, string>> | undefined)?.[key];
  return withoutUndefined({
    name: callerOf(session),
    contact: last('contact'),
    account: last('account'),
    device: last('device'),
  });
}

/** Something that was promised to the caller, and by when if that was said. */
export interface Promised {
  readonly promised: string;
  readonly by?: string;
  readonly at?: string;
}

/** What the caller was promised, in order. */
export function promisesOf({ events }: Session): readonly Promised[] {
  return events.filter((event) => 'promised' in event);
}

/** Why the call was ended early, as long as nobody has gone on with it. */
export function abandonedNow({ events }: Session): { readonly abandoned: string; readonly at?: string } | undefined {
  const last = events.findLast((event) => 'abandoned' in event || 'resumed' in event || changesSomething(event));
  return last !== undefined && 'abandoned' in last ? last : undefined;
}

/** How content the caller said to be, from 1 to 5, if they were asked. */
export function satisfactionOf({ events }: Session): number | undefined {
  return events.findLast((event) => 'satisfaction' in event)?.satisfaction;
}

/** Something about a question or step that is wrong or unclear, for its author. */
export interface Flag {
  readonly flag: string;
  /** What was open then. */
  readonly question: string;
  /** Where the author wrote it; absent when it is not in the knowledge base any more. */
  readonly place?: Place;
  readonly at?: string;
}

/** What was flagged in a call, in order. */
export function flagsOf(kb: KnowledgeBase, { events }: Session): readonly Flag[] {
  return events.flatMap((event) => {
    if (!('flag' in event)) return [];
    const { flag, question, at } = event;
    const place = placeOfQuestion(kb, question);
    return [withoutUndefined({ flag, question, place, at })];
  });
}

/** Where the question or step with a key was written: keys begin with `tree/node#`, `fact:name#`, `issue:id` or `end:tree/node`. */
function placeOfQuestion(kb: KnowledgeBase, key: string): Place | undefined {
  const [, kind, name = ''] = /^(?:(fact|issue|end):)?([^#]*)/.exec(key) ?? [];
  if (kind === 'fact') return kb.facts.get(name)?.at;
  if (kind === 'issue') return kb.overlays.get(name)?.at;
  const [tree = '', node = ''] = name.split('/');
  return kb.trees.get(tree)?.nodes.get(node)?.at;
}

/** Why a call was broken off, and when to call back, as long as nobody has taken it up again. */
export interface Parked {
  readonly parked: string;
  readonly callBack?: string;
  readonly agent?: string;
  readonly at?: string;
}

/** Whether a call is broken off at the moment: it was parked, and nothing but remarks has come after that. */
export function parkedNow({ events }: Session): Parked | undefined {
  const last = events.findLast((event) => 'parked' in event || 'resumed' in event || changesSomething(event));
  return last !== undefined && 'parked' in last ? last : undefined;
}
