import { type Channel, type KnowledgeBase, type Said, type Session, start, step } from '../../index.js';
import { Misuse } from '../exit.js';
import type { StoreAccess } from '../keeping/store-access.js';
import { apartInWords, storeWaiting } from '../keeping/store-waiting.js';
import type { Places } from '../places.js';
import type { FirstWords } from './first-words.js';
import type { Door } from './json-lines.js';
import { callsToGoOnWith, type KeptCall } from './kept-calls.js';
import type { Talk } from './talk.js';

/** What was given for a call to begin with. */
export interface Given {
  /** What the caller says, or a tree's name. */
  readonly words: readonly string[];
  readonly tree?: string;
  readonly agent?: string;
  readonly caller?: string;
  readonly channel?: Channel;
}

/** Whom to ask for what is missing: a program, or else a person. */
export interface Asked {
  readonly door: Door | undefined;
  readonly talk: Talk | undefined;
  readonly places: Places;
  readonly access: StoreAccess;
  readonly clock: () => string;
}

/** A call that has begun; its session has no tree where none was found. `greeted`: a program has been told the version. */
export interface Begun {
  readonly session: Session;
  readonly greeted: boolean;
}

/** Begins a call in the tree that is given, or in the one that the caller's words find. `kept` was cut off before that. @throws Misuse */
export async function beginCall(
  kb: KnowledgeBase,
  given: Given,
  kept: Session | undefined,
  asked: Asked,
): Promise<Begun> {
  const { door, talk, places, clock } = asked;
  const { words } = given;
  const tree = treeGiven(kb, given);
  if (tree !== undefined) {
    const isName = words.length === 1 && words[0] === tree;
    const first = { tree, words: isName ? '' : words.join(' '), said: [], facts: {} };
    return { session: await sessionFrom(kb, first, given, kept, clock()), greeted: false };
  }
  const spoken = kept?.words === undefined ? words : [kept.words];
  if (door !== undefined) {
    const { beginByJson } = await import('./json-beginning.js');
    const beginning = { kb, door, cache: places.cache, clock };
    const first = await beginByJson(beginning, spoken.join(' '), saidBefore(kept));
    return { session: await sessionFrom(kb, first, given, kept, clock()), greeted: true };
  }
  if (talk === undefined) throw new Error('There is nobody to ask.');
  const first = await talk.firstWords(kb, spoken, await waiting(kb, asked, given.agent));
  return { session: await sessionFrom(kb, first, given, kept, clock()), greeted: false };
}

function treeGiven(kb: KnowledgeBase, { tree, words }: Given): string | undefined {
  if (tree !== undefined && !kb.trees.has(tree))
    throw new Misuse(`There is no tree "${tree}". The trees are: ${[...kb.trees.keys()].join(', ')}.`);
  return tree ?? (words.length === 1 && kb.trees.has(words[0] ?? '') ? words[0] : undefined);
}

/** The session of a call that begins: what was said first, and the facts that were heard in it. */
async function sessionFrom(
  kb: KnowledgeBase,
  first: FirstWords,
  { agent, caller, channel }: Given,
  kept: Session | undefined,
  at: string,
): Promise<Session> {
  const { tree, words, said, facts, tried = [] } = await masked(kb, first);
  const earlier = kept?.events ?? [];
  const begun = kept?.started ?? at;
  const spoken = {
    ...(words === '' ? {} : { words }),
    ...(agent === undefined ? {} : { agent }),
    ...(caller === undefined ? {} : { caller }),
    ...(channel === undefined ? {} : { channel }),
  };
  if (tree === undefined)
    return { format: 1, tree: '', knowledge: kb.hash, started: begun, ...spoken, events: [...earlier, ...said] };
  let session: Session = { ...start(kb, { tree, at: begun, ...spoken }), events: [...earlier, ...said] };
  const heard = Object.keys(facts).length === 0 ? [] : [{ tell: facts, source: 'caller' } as const];
  for (const input of [...heard, ...tried.map((name) => ({ tried: name }))])
    ({ session } = await step(kb, session, input, at));
  return session;
}

/** What was said first, without what is nobody's business: passwords, numbers of cards and the like. */
async function masked(kb: KnowledgeBase, first: FirstWords): Promise<FirstWords> {
  const isSilent = first.words === '' && first.said.length === 0 && Object.keys(first.facts).length === 0;
  if (isSilent) return first;
  const { maskInput, maskText } = await import('./masked.js');
  const told = maskInput(kb, { tell: first.facts }) as { readonly tell: FirstWords['facts'] };
  return {
    ...first,
    words: maskText(first.words).text,
    said: first.said.map((each) => ({ ...each, ...(maskInput(kb, each) as Said) })),
    facts: told.tell,
  };
}

/** What was said, and recorded, before a call was cut off. */
function saidBefore(kept: Session | undefined): readonly string[] {
  return (kept?.events ?? []).flatMap((event) => ('said' in event ? [event.said] : []));
}

/** The calls that wait to be gone on with. A store that is out of reach is no reason to keep a caller waiting. */
async function waiting(
  kb: KnowledgeBase,
  { access, talk, places, clock }: Asked,
  agent: string | undefined,
): Promise<readonly KeptCall[]> {
  try {
    const store = await access.get();
    for (const file of await storeWaiting(store, kb, places.sessions, clock())) talk?.warn(apartInWords(file));
    return await callsToGoOnWith(kb, store, agent, clock());
  } catch {
    return [];
  }
}
