import {
  type Instruction,
  instruct,
  type KnowledgeBase,
  type Known,
  type Move,
  moveInWords,
  type Situation,
  valueInWords,
} from '../../index.js';
import { breadcrumb } from './breadcrumb.js';
import type { Aside, Scene } from './scene.js';

/** What a screen shows besides where the call stands. */
export interface Beside {
  readonly moves: readonly Move[];
  /** How many of the warnings were shown before. */
  readonly warned: number;
  /** When the call began, in ISO 8601. */
  readonly started?: string;
  /** The caller's name. */
  readonly caller?: string;
  /** The problems of this call, where there are several. */
  readonly problems?: readonly { readonly number: number; readonly title: string; readonly state: string }[];
  /** The questions that were put off, in words. */
  readonly postponed?: readonly string[];
  /** Words in what is said now, and what they mean. */
  readonly terms?: readonly Aside[];
}

/** One screen: where the call is, what to read aloud, what is for the agent. */
export function sceneOf(kb: KnowledgeBase, now: Situation, beside: Beside): Scene {
  const { moves, warned, started, caller, terms = [] } = beside;
  const words = instruct(kb, now);
  const repeats = words.say.length === 1 && words.say[0] === words.heading;
  const steps = moves.filter(({ reason }) => 'event' in reason && reason.kind !== 'told').length;
  return {
    ...(caller === undefined ? {} : { caller }),
    ...(started === undefined ? {} : { since: started }),
    ...(repeats ? {} : { heading: words.heading }),
    title: kb.trees.get(now.tree)?.title ?? now.tree,
    step: `step ${steps + 1}`,
    facts: factsOf(kb, now).map(({ title, value }) => `${title}: ${value}`),
    open: stillOpen(beside),
    way: breadcrumb(kb, moves),
    history: wayOf(kb, now, moves),
    warnings: warningsOf(now, words, warned),
    warned: now.warnings.slice(0, warned),
    say: words.say,
    asides: [...withWhatIsSaid(words), ...terms],
    notes: words.notes,
  };
}

function stillOpen({ problems = [], postponed = [] }: Beside): readonly Aside[] {
  return [
    ...problems.map(({ number, title, state }) => ({ name: `Problem ${number}`, text: `${title} (${state})` })),
    ...postponed.map((text) => ({ name: 'Put off', text })),
  ];
}

function warningsOf(now: Situation, { risky }: Instruction, warned: number): readonly string[] {
  return [
    ...now.warnings.slice(warned),
    ...(risky ? ['Go on only when the caller agrees.'] : []),
    ...(now.type === 'isolated' && now.caution !== undefined ? ['Read the caution too.'] : []),
  ];
}

function withWhatIsSaid({ expect }: Instruction): readonly Aside[] {
  return [...(expect === undefined ? [] : [{ name: 'They should then notice', text: expect }])];
}

/** The way of a call so far, a line for each thing that a person would want to know. */
export function wayOf(kb: KnowledgeBase, now: Situation, moves: readonly Move[]): readonly string[] {
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
