import {
  type BroadQuestion,
  claimName,
  type FactHeard,
  type FactValue,
  type Found,
  type KnowledgeBase,
  listen,
  openSearch,
  type Result,
  type Said,
  type Search,
} from '../../index.js';
import type { Style } from '../style.js';
import { confirmFacts } from './confirm-facts.js';
import { Closed, type Front, type Listing } from './front.js';
import type { KeptCall } from './kept-calls.js';
import { numbered } from './menu.js';
import { emptyScene } from './scene.js';
import { dayOf, mostKept } from './words-kept.js';

/** How a call begins: in which tree, and what was said before that. */
export interface FirstWords {
  /** Absent where no tree was found. */
  readonly tree?: string;
  /** Everything the caller said. */
  readonly words: string;
  /** What was looked for, and what was chosen. */
  readonly said: readonly Said[];
  /** Facts that were heard, and that the agent confirmed. */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** What the caller has tried already, by its name. */
  readonly tried?: readonly string[];
}

/** What there is for finding where to begin. */
export interface Reception {
  readonly kb: KnowledgeBase;
  readonly front: Front;
  readonly style: Style;
  /** Where the search index is kept. */
  readonly cache: string;
  readonly clock: () => string;
}

/** How many calls that wait are shown on the first screen. */
const fewKept = 3;

/** Results that are less likely are not shown beside others. */
const hardly = 0.02;

/** Lets the agent type what the caller says, until a tree is found or everything has been asked that narrows it down. */
export async function firstWords(
  reception: Reception,
  words: readonly string[],
  earlier: readonly KeptCall[],
): Promise<FirstWords> {
  const { kb, front, style } = reception;
  const begun = emptyScene(kb.title, 'a new call');
  front.scene({ ...begun, since: reception.clock(), say: ['How can I help you? What happens, and on what device?'] });
  for (const { label } of earlier.slice(0, fewKept)) front.show(style.dim(label));
  if (earlier.length > 0) front.show(style.dim('Go on with one of these by: faultline call --resume'));
  return lookFor(reception, words.join(' '));
}

async function lookFor(reception: Reception, first: string): Promise<FirstWords> {
  const { find } = await openSearch(reception.kb, { cache: reception.cache });
  const said: Said[] = [];
  try {
    return await askOn(reception, find, first, said);
  } catch (error) {
    // What was said before input ended is kept.
    if (!(error instanceof Closed) || said.length === 0) throw error;
    return { words: said.at(-1)?.said ?? '', said, facts: {} };
  }
}

async function askOn(reception: Reception, find: Search['find'], first: string, said: Said[]): Promise<FirstWords> {
  const { kb, front, style, clock } = reception;
  const replies: FactHeard[] = [];
  let typed = first;
  let questions = find('').ask;
  for (;;) {
    const sought = await front.find('What does the caller say?', typed, (text) => listingFor(kb, find, text));
    typed = sought.typed.trim();
    const found = find(typed);
    const { facts: heard, tried: done = [] } = await listen(kb, typed, { today: dayOf(clock()) });
    if (typed !== '') said.push(recordOf(typed, found, heard, clock()));
    const [question, ...others] = questions;
    const isFound = sought.chosen !== undefined || typed === '';
    // Where the words name a subject that no tree covers, more questions are asked only if the agent wants them.
    const asksOn = !isFound && question !== undefined && found.notCovered === undefined;
    const tree = isFound || asksOn ? sought.chosen : await withoutResult(reception, found, question !== undefined);
    if (question !== undefined && (asksOn || tree === more)) {
      questions = others;
      front.show(style.say(question.say ?? question.ask));
      const reply = await front.type(`${question.ask} (Enter to pass on)`);
      if (reply === undefined) continue;
      typed = `${typed} ${reply.replaceAll(/\s+/g, ' ')}`;
      replies.push(...(await replyTo(kb, question, reply, clock())));
      continue;
    }
    const facts = tree === undefined ? {} : await confirmFacts(front, style, joined(replies, heard));
    const words = typed.slice(0, mostKept);
    if (tree === undefined) return { words, said, facts };
    return {
      tree,
      words,
      facts,
      tried: await confirmTried(reception, done),
      said: said.map((each, at) => (at === said.length - 1 ? { ...each, chose: tree } : each)),
    };
  }
}

/** Which of the procedures that can be meant the caller has tried already. Each is made sure of when its steps come. */
async function confirmTried({ kb, front, style }: Reception, done: readonly string[]): Promise<readonly string[]> {
  if (done.length === 0) return [];
  front.show(style.heading('The caller has done something already. What is it?'));
  const options = done.map((id) => ({ id, label: claimName(kb, id) }));
  const choice = await front.choose({ ...numbered([...options, { id: 'none', label: 'None of this' }]), commands: [] });
  return done.includes(choice) ? [choice] : [];
}

/** What was looked for, as it is kept. Words that told a fact were understood. */
export function recordOf(typed: string, found: Found, heard: readonly FactHeard[], at: string): Said {
  const told = new Set(heard.flatMap(({ readings }) => readings.flatMap(({ words }) => words.split(' '))));
  return {
    said: typed.slice(0, mostKept),
    offered: found.results.map(({ tree }) => tree),
    missed: found.notUnderstood.filter((word) => !told.has(word)),
    at,
  };
}

/** The fact that the reply to a broad question tells, where it tells one. */
async function replyTo(
  kb: KnowledgeBase,
  { fact }: BroadQuestion,
  reply: string,
  now: string,
): Promise<readonly FactHeard[]> {
  const about = fact === undefined ? undefined : kb.facts.get(fact);
  if (about === undefined) return [];
  const question = { expects: about.type, answers: about.choices, fact: about.name };
  const { answers } = await listen(kb, reply, { question, today: dayOf(now) });
  const readings = answers.map(({ answer, label, words }) => ({ value: answer, label, words }));
  return readings.length === 0 ? [] : [{ fact: about.name, title: about.title, readings }];
}

/** The facts of replies, and those heard beside them: of each fact the reply to its own question counts. */
function joined(replies: readonly FactHeard[], heard: readonly FactHeard[]): readonly FactHeard[] {
  return [...replies, ...heard.filter(({ fact }) => !replies.some((reply) => reply.fact === fact))];
}

/** Stands for no tree, but for the next question. No tree has such a name. */
const more = '?';

/** Nothing fits: the tree for all the rest, one of all trees, the next question, or none. */
async function withoutResult(
  { kb, front, style }: Reception,
  found: Found,
  canAskOn: boolean,
): Promise<string | undefined> {
  const rest = kb.nothingFits.tree === undefined ? undefined : kb.trees.get(kb.nothingFits.tree);
  for (const note of notesOn(kb, found)) front.show(style.note(note));
  const options = [
    ...(rest === undefined ? [] : [{ id: 'rest', label: `Begin with: ${rest.title}` }]),
    ...(canAskOn ? [{ id: more, label: 'Ask the caller more' }] : []),
    { id: 'all', label: 'Choose one of all trees' },
    { id: 'none', label: 'End here; what was said is kept' },
  ];
  front.show(style.heading('Nothing fits what was said.'));
  const choice = await front.choose({ ...numbered(options), commands: [] });
  if (choice === more) return more;
  if (choice === 'rest') return rest?.id;
  return choice === 'all' ? front.pick('Which one? (type to find it)', allTrees(kb)) : undefined;
}

function allTrees(kb: KnowledgeBase): readonly { readonly id: string; readonly label: string }[] {
  return [...kb.trees.values()]
    .map(({ id, title }) => ({ id, label: title }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** What is offered for what has been typed so far; all trees while that is nothing. */
export function listingFor(kb: KnowledgeBase, find: Search['find'], text: string): Listing {
  if (text.trim() === '') return { options: allTrees(kb), notes: [] };
  const found = find(text, { typing: true });
  const options = worthShowing(found.results).map(({ tree, title, symptom, confidence }) => ({
    id: tree,
    label: title,
    side: `${Math.round(100 * confidence)}%`,
    ...(symptom === undefined ? {} : { detail: `"${symptom}"` }),
  }));
  return { options, notes: notesOn(kb, found) };
}

/** The results without those that are hardly possible, as long as there are others. */
export function worthShowing(results: readonly Result[]): readonly Result[] {
  const possible = results.filter(({ confidence }) => confidence >= hardly);
  return possible.length > 0 ? possible : results.slice(0, 1);
}

/** What the agent should know about what was found: that nothing fits, and what was not understood. */
export function notesOn(kb: KnowledgeBase, { fits, notCovered, notUnderstood }: Found): readonly string[] {
  const desk = notCovered?.desk === undefined ? undefined : kb.desks.get(notCovered.desk)?.name;
  const goes = desk === undefined ? '' : ` It goes to: ${desk}.`;
  const outside = notCovered === undefined ? '' : ` It sounds like: ${notCovered.name}. No tree covers that.${goes}`;
  return [
    ...(fits ? [] : [`Nothing fits well.${outside}`]),
    ...(notUnderstood.length === 0 ? [] : [`Not understood: ${notUnderstood.slice(0, 8).join(', ')}`]),
  ];
}
