import {
  type FactHeard,
  type FactValue,
  type Found,
  type KnowledgeBase,
  listen,
  openSearch,
  type Result,
  type Said,
} from '../../index.js';
import type { Style } from '../style.js';
import { confirmFacts } from './confirm-facts.js';
import type { Front, Listing } from './front.js';
import { numbered } from './menu.js';

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

/** Longer words are cut when they are kept: somebody has pasted a book. */
export const mostKept = 10_000;

/** Results that are less likely are not shown beside others. */
const hardly = 0.02;

/** Lets the agent type what the caller says, until a tree is found or everything has been asked that narrows it down. */
export async function firstWords(
  reception: Reception,
  words: readonly string[],
  earlier: string | undefined,
): Promise<FirstWords> {
  const { kb, front, style } = reception;
  front.show(style.title(kb.title, 'a new call'));
  if (earlier !== undefined)
    front.show(style.dim(`An unfinished call is kept. Go on with it by: faultline call --resume ${earlier}`));
  front.show(style.say('How can I help you? What happens, and on what device?'));
  return lookFor(reception, words.join(' '));
}

async function lookFor(reception: Reception, first: string): Promise<FirstWords> {
  const { kb, front, style, cache, clock } = reception;
  const { find } = await openSearch(kb, { cache });
  const said: Said[] = [];
  let facts: Readonly<Record<string, FactValue>> = {};
  let typed = first;
  let questions = find('').ask;
  for (;;) {
    const sought = await front.find('What does the caller say?', typed, (text) => listingFor(kb, find, text));
    typed = sought.typed.trim();
    const found = find(typed);
    const words = typed.slice(0, mostKept);
    const offered = found.results.map(({ tree }) => tree);
    const record = { said: words, offered, missed: found.notUnderstood, at: clock() };
    if (typed !== '') said.push(sought.chosen === undefined ? record : { ...record, chose: sought.chosen });
    if (sought.chosen !== undefined || typed === '') {
      const heard = typed === '' ? [] : await heardIn(kb, typed, clock());
      const confirmed = await confirmFacts(front, style, heard);
      return {
        words,
        said,
        facts: { ...facts, ...confirmed },
        ...(sought.chosen === undefined ? {} : { tree: sought.chosen }),
      };
    }
    const [question, ...others] = questions;
    if (question === undefined) {
      const tree = await withoutResult(reception, found);
      return { words, said, facts, ...(tree === undefined ? {} : { tree }) };
    }
    questions = others;
    front.show(style.say(question.say ?? question.ask));
    const reply = await front.type(`${question.ask} (Enter to pass on)`);
    if (reply === undefined) continue;
    typed = `${typed} ${reply.replaceAll(/\s+/g, ' ')}`;
    const { fact } = question;
    const about = fact === undefined ? undefined : kb.facts.get(fact);
    if (fact === undefined || about === undefined) continue;
    const asked = { expects: about.type, answers: about.choices, fact };
    const [answer, ...more] = (await listen(kb, reply, { question: asked, today: dayOf(clock()) })).answers;
    if (answer !== undefined && more.length === 0) facts = { ...facts, [fact]: answer.answer };
  }
}

async function heardIn(kb: KnowledgeBase, words: string, now: string): Promise<readonly FactHeard[]> {
  return (await listen(kb, words, { today: dayOf(now) })).facts;
}

/** The day of a time in ISO 8601. */
export function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** Nothing fits, and everything has been asked: the tree for all the rest, one of all trees, or none. */
async function withoutResult({ kb, front, style }: Reception, found: Found): Promise<string | undefined> {
  const rest = kb.nothingFits.tree === undefined ? undefined : kb.trees.get(kb.nothingFits.tree);
  const desk = found.notCovered?.desk === undefined ? undefined : kb.desks.get(found.notCovered.desk)?.name;
  if (found.notCovered !== undefined)
    front.show(
      style.note(
        `This is about: ${found.notCovered.name}. No tree covers it.${desk === undefined ? '' : ` It goes to: ${desk}.`}`,
      ),
    );
  const options = [
    ...(rest === undefined ? [] : [{ id: 'rest', label: `Begin with: ${rest.title}` }]),
    { id: 'all', label: 'Choose one of all trees' },
    { id: 'none', label: 'End here; what was said is kept' },
  ];
  front.show(style.heading('Nothing fits what was said.'));
  const choice = await front.choose({ ...numbered(options), commands: [] });
  if (choice === 'rest') return rest?.id;
  return choice === 'all' ? front.pick('Which one? (type to find it)', allTrees(kb)) : undefined;
}

function allTrees(kb: KnowledgeBase): readonly { readonly id: string; readonly label: string }[] {
  return [...kb.trees.values()]
    .map(({ id, title }) => ({ id, label: title }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** What is offered for what has been typed so far; all trees while that is nothing. */
function listingFor(kb: KnowledgeBase, find: (words: string, options: object) => Found, text: string): Listing {
  if (text.trim() === '') return { options: allTrees(kb), notes: [] };
  const found = find(text, { typing: true });
  const options = worthShowing(found.results).map(({ tree, title, symptom, confidence }) => ({
    id: tree,
    label: title,
    side: `${Math.round(100 * confidence)}%`,
    ...(symptom === undefined ? {} : { detail: `"${symptom}"` }),
  }));
  return { options, notes: notesOn(found) };
}

/** The results without those that are hardly possible, as long as there are others. */
export function worthShowing(results: readonly Result[]): readonly Result[] {
  const possible = results.filter(({ confidence }) => confidence >= hardly);
  return possible.length > 0 ? possible : results.slice(0, 1);
}

/** What the agent should know about what was found: that nothing fits, and what was not understood. */
export function notesOn({ fits, notCovered, notUnderstood }: Found): readonly string[] {
  const outside = notCovered === undefined ? '' : ` It sounds like: ${notCovered.name}, which no tree covers.`;
  return [
    ...(fits ? [] : [`Nothing fits well.${outside}`]),
    ...(notUnderstood.length === 0 ? [] : [`Not understood: ${notUnderstood.slice(0, 8).join(', ')}`]),
  ];
}
