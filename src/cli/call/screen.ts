import {
  type CaseSummary,
  callerOf,
  caseNumberInWords,
  type EarlierCase,
  type Instruction,
  type KnowledgeBase,
  type Known,
  type Move,
  moveInWords,
  type Session,
  type Situation,
  valueInWords,
} from '../../index.js';
import { breadcrumb } from './breadcrumb.js';
import { dayInWords } from './clock-words.js';
import { earlierInWords } from './earlier-in-words.js';
import type { Aside, Scene } from './scene.js';
import type { Written } from './written.js';

/** What a screen shows besides where the call stands. */
export interface Beside {
  readonly moves: readonly Move[];
  /** How many of the warnings were shown before. */
  readonly warned: number;
  readonly session: Session;
  /** What is written to the caller, where it is not said. */
  readonly written?: Written;
  /** Earlier cases of the same caller or device. */
  readonly earlier?: readonly EarlierCase[];
  /** The one in which the fault was mended that has been found now. */
  readonly again?: CaseSummary;
}

/** One screen: where the call is, what to read aloud, what is for the agent. */
export function sceneOf(kb: KnowledgeBase, now: Situation, words: Instruction, beside: Beside): Scene {
  const { moves, warned, session, written, earlier = [], again } = beside;
  const since = session.events.findLast((event) => 'resumed' in event)?.at ?? session.started;
  const caller = callerOf(session);
  const repeats = words.say.length === 1 && words.say[0] === words.heading;
  const turns = moves.filter(({ reason }) => 'event' in reason && !noStep.has(reason.kind)).length;
  return {
    ...(caller === undefined ? {} : { caller }),
    // Of a call that was taken up again the time counts that it takes this time.
    ...(since === undefined ? {} : { since }),
    ...(repeats ? {} : { heading: words.heading }),
    title: kb.trees.get(now.tree)?.title ?? now.tree,
    step: `turn ${turns + 1}`,
    facts: factsOf(kb, now).map(({ title, value }) => `${title}: ${value}`),
    open: [...calledBefore(kb, earlier), ...stillOpen(kb, now)],
    way: breadcrumb(kb, moves),
    history: wayOf(kb, now, moves),
    warnings: [...(again === undefined ? [] : [sameAgain(again)]), ...warningsOf(now, words, warned)],
    warned: now.warnings.slice(0, warned),
    say: written?.paragraphs ?? words.say,
    asides: written === undefined ? withWhatIsSaid(words) : [],
    notes: [...(written?.note === undefined ? [] : [written.note]), ...words.notes],
  };
}

function calledBefore(kb: KnowledgeBase, earlier: readonly EarlierCase[]): readonly Aside[] {
  const [newest, ...others] = earlier;
  if (newest === undefined) return [];
  const more = others.length === 0 ? '' : `, and ${others.length} more (k)`;
  return [{ name: 'Called before', text: `${earlierInWords(kb, newest)}${more}` }];
}

function sameAgain({ number, begun, outcome }: CaseSummary): string {
  const came = outcome === 'resolved' ? ', mended then' : '';
  return `The same fault as in case ${caseNumberInWords(number)} (${dayInWords(begun)}${came}). The same steps may not be enough.`;
}

/** What happened without the call getting on by it. */
const noStep: ReadonlySet<string> = new Set(['told', 'confused', 'claimed']);

function stillOpen(kb: KnowledgeBase, { tree: here, problems, postponed, away }: Situation): readonly Aside[] {
  const others = problems.filter(({ state }) => state === 'open');
  const left = away.at(-1);
  const from = left && kb.trees.get(left.tree);
  const place = from?.nodes.get(left?.node ?? '');
  const leftFrom = left?.tree === here && place !== undefined && 'ask' in place ? place.ask : from?.title;
  return [
    ...others.map(({ tree }) => ({ name: 'Also open', text: kb.trees.get(tree)?.title ?? tree })),
    ...postponed.map(({ ask }) => ({ name: 'Put off', text: ask })),
    ...(left === undefined ? [] : [{ name: 'g goes back to', text: leftFrom ?? left.tree }]),
  ];
}

function warningsOf(now: Situation, { risky }: Instruction, warned: number): readonly string[] {
  return [
    ...now.warnings.slice(warned),
    ...(risky && now.type === 'asking' ? ['Go on only when the caller agrees.'] : []),
    ...(now.type === 'isolated' && now.caution !== undefined ? ['Read the caution too.'] : []),
  ];
}

function withWhatIsSaid({ expect, terms }: Instruction): readonly Aside[] {
  return [
    ...(expect === undefined ? [] : [{ name: 'They should then notice', text: expect }]),
    ...terms.map(({ term, plain, looksLike }) => ({
      name: `With "${term}" I mean`,
      text: looksLike === undefined ? plain : `${plain} ${looksLike}`,
    })),
  ];
}

/** The way of a call so far, a line for each thing that a person would want to know. */
function wayOf(kb: KnowledgeBase, now: Situation, moves: readonly Move[]): readonly string[] {
  return moves.flatMap((move) => moveInWords(kb, now.facts, move) ?? []);
}

/** What is known in a call, the newest first, in words. */
export function factsOf(
  kb: KnowledgeBase,
  { facts }: Situation,
): readonly { readonly title: string; readonly value: string; readonly source: Known['source'] }[] {
  return [...facts].reverse().flatMap(([name, { value, source }]) => {
    const fact = kb.facts.get(name);
    return fact === undefined ? [] : [{ title: fact.title, value: valueInWords(fact, value), source }];
  });
}
