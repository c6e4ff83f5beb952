import { type KnowledgeBase, withoutUndefined } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { admit } from './admit.js';
import type { Admitted } from './admitted.js';
import { type Ahead, questionsAhead } from './ahead.js';
import type { Act, Channel, Event, Input, Revision, Session, Stamp } from './event.js';
import { entriesOf, type Moment, momentAfter, replay } from './history.js';
import { type Situation, situationOf } from './situation.js';
import { type Move, movesOf, openKey } from './state.js';

/** How a call begins. The tree has to be in the knowledge base. */
export interface Beginning {
  readonly tree: string;
  /** When the call began, in ISO 8601. */
  readonly at?: string;
  /** What the caller said first. */
  readonly words?: string;
  /** Who takes the call. */
  readonly agent?: string;
  /** Who is calling. */
  readonly caller?: string;
  /** How they talk; the phone without it. */
  readonly channel?: Channel;
}

/** Where a session stands after an input; `refused` says why it was not taken, and then nothing has changed. */
export interface Stepped {
  readonly session: Session;
  readonly situation: Situation;
  readonly refused?: string;
}

/** Under this key a session that `step` has made carries what was computed for it: no JSON, copy or comparison sees it. */
const computed = Symbol('computed');
type Computed = { readonly [computed]?: { readonly kb: KnowledgeBase; readonly moment: Moment } };

/** What was computed for sessions that come from elsewhere. Not for all: each entry makes the next collections longer. */
const moments = new WeakMap<KnowledgeBase, WeakMap<Session, Promise<Moment>>>();

/** What has been computed for a session, or its replay. */
export function momentOf(kb: KnowledgeBase, session: Session & Computed): Moment | Promise<Moment> {
  const own = session[computed];
  if (own?.kb === kb) return own.moment;
  let known = moments.get(kb);
  if (known === undefined) {
    known = new WeakMap();
    moments.set(kb, known);
  }
  let moment = known.get(session);
  if (moment === undefined) {
    if (session.knowledge !== kb.hash) {
      throw new Error('The session belongs to another version of the knowledge base: reopen it first.');
    }
    moment = replay(kb, session);
    known.set(session, moment);
  }
  return moment;
}

/** A new session at the start of a tree. @throws Error when the knowledge base does not hold the tree. */
export function start(kb: KnowledgeBase, beginning: Beginning): Session {
  const { tree, at, words, agent, caller, channel } = beginning;
  if (!kb.trees.has(tree)) throw new Error(`There is no tree "${tree}".`);
  return {
    format: 1,
    tree,
    knowledge: kb.hash,
    ...withoutUndefined({ started: at }),
    ...withoutUndefined({ words, agent, caller, channel }),
    events: [],
  };
}

/**
 * Where a session stands: a pure function of the knowledge base and the session.
 * @throws Error when the session belongs to another version of the knowledge base.
 */
export async function situation(kb: KnowledgeBase, session: Session): Promise<Situation> {
  return situationOf(kb, (await momentOf(kb, session)).last.state);
}

/**
 * Takes one input. What cannot be taken is refused with a reason, and the session stays as it was.
 * @param stamp when it happened, in ISO 8601, or that and how long it took; kept with the event.
 * @throws Error when the session belongs to another version of the knowledge base.
 */
export async function step(
  kb: KnowledgeBase,
  session: Session,
  input: Input,
  stamp: string | Stamp = {},
): Promise<Stepped> {
  const known = momentOf(kb, session);
  const moment = known instanceof Promise ? await known : known;
  const admitted = admit(kb, moment, input, typeof stamp === 'string' ? { at: stamp } : stamp);
  if ('reason' in admitted) return { session, situation: situationOf(kb, moment.last.state), refused: admitted.reason };
  const { events } = admitted;
  const after = await momentAfter(kb, moment, events, session.events.length);
  const next: Session = { ...session, events: [...session.events, ...events] };
  Object.defineProperty(next, computed, { value: { kb, moment: after } });
  return { session: next, situation: situationOf(kb, after.last.state) };
}

/** The questions that can still come from where a session stands, and can be answered before they do; the nearest first. */
export async function ahead(kb: KnowledgeBase, session: Session): Promise<readonly Ahead[]> {
  return questionsAhead(kb, (await momentOf(kb, session)).last.state);
}

/** How a session came to where it stands, first move to last. */
export async function trail(kb: KnowledgeBase, session: Session): Promise<readonly Move[]> {
  return movesOf((await momentOf(kb, session)).last.state.trail);
}

/** A reply that was given before, in a preview or a report of what no longer fits. */
export interface Given {
  /** Index in the session's events. */
  readonly event: number;
  /** The key of the question it belongs to; absent for facts that were told. */
  readonly question?: string;
  readonly reply: FactValue | undefined;
  readonly act: Act;
}

/** What a change of an earlier answer would do. Nothing is changed by looking. */
export interface Preview {
  /** Later replies that stand as they are. */
  readonly kept: readonly Given[];
  /** Later replies whose question comes up again, because the old reply does not fit any more. */
  readonly again: readonly Given[];
  /** Later replies whose question is not on the new way. They are kept aside in case it comes up. */
  readonly dropped: readonly Given[];
  /** Where the call would then stand. */
  readonly situation: Situation;
}

/** What `revise` would do: which later answers are kept, asked again and dropped; or why it cannot be taken. */
export async function preview(
  kb: KnowledgeBase,
  session: Session,
  revise: Revision,
): Promise<Preview | { readonly refused: string }> {
  return previewOf(kb, session, { revise });
}

/** What any input would do to the replies given before; the same as `preview` for facts told anew. */
export async function previewOf(
  kb: KnowledgeBase,
  session: Session,
  input: Input,
): Promise<Preview | { readonly refused: string }> {
  const moment = await momentOf(kb, session);
  const admitted: Admitted = admit(kb, moment, input, {});
  if ('reason' in admitted) return { refused: admitted.reason };
  const after = await momentAfter(kb, moment, admitted.events, session.events.length);
  const revised = admitted.events.flatMap((event) => ('revise' in event ? [event.revise] : []));
  const first = Math.min(...revised);
  const { state } = after.last;
  const aside = new Set(state.aside.map(({ event }) => event));
  const asideBefore = new Set(moment.last.state.aside.map(({ event }) => event));
  const open = baseOf(openKey(state.stop));
  const kept: Given[] = [];
  const again: Given[] = [];
  const dropped: Given[] = [];
  const standing = new Set(entriesOf(after.last).map(({ event }) => event));
  for (const { act, event } of entriesOf(moment.last)) {
    if (act === undefined || event <= first || revised.includes(event)) continue;
    if (aside.has(event) && asideBefore.has(event)) continue;
    const given = givenOf(act, event);
    if (!aside.has(event) && standing.has(event)) kept.push(given);
    else if (given.question !== undefined && baseOf(given.question) === open) again.push(given);
    else dropped.push(given);
  }
  return { kept, again, dropped, situation: situationOf(kb, state) };
}

/** The key of a question without the steps it belongs to: the same question asked after other steps. */
function baseOf(key: string): string {
  return key.replace(/\(.*\)$/, '').replace(/:step\d+$/, ':step');
}

function givenOf(act: Act, event: number): Given {
  const reply = 'answer' in act ? act.answer : undefined;
  return 'question' in act ? { event, question: act.question, reply, act } : { event, reply, act };
}

/** A session opened against the knowledge base at hand. */
export interface Reopened extends Stepped {
  /** Replies that no longer fit where the call now goes. They stay in the session. */
  readonly unfit: readonly Given[];
}

/**
 * Opens a session, also one that was pinned to another version of the knowledge base: it is replayed, and the replies
 * that no longer fit are told. The returned session is pinned to this version; nothing is taken out of it.
 * @throws Error when the knowledge base does not hold the session's tree.
 */
export async function reopen(kb: KnowledgeBase, session: Session, at?: string): Promise<Reopened> {
  const changed = session.knowledge !== kb.hash;
  const mark: Event = at === undefined ? { reopened: kb.hash } : { reopened: kb.hash, at };
  const pinned: Session = changed ? { ...session, knowledge: kb.hash, events: [...session.events, mark] } : session;
  const moment = await momentOf(kb, pinned);
  const { state } = moment.last;
  const unfit = changed ? state.aside.map(({ act, event }) => givenOf(act, event)) : [];
  return { session: pinned, situation: situationOf(kb, state), unfit };
}
