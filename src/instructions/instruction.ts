import type { KnowledgeBase, Step } from '../knowledge/index.js';
import {
  type Asking,
  type Channel,
  type Doing,
  type Fixed,
  faultAt,
  type Isolated,
  type Referred,
  type Situation,
} from '../session/index.js';
import { askedAloud, headingOf } from './asked-aloud.js';
import { durationInWords } from './duration.js';
import { fill } from './placeholders.js';
import { spoken } from './spoken.js';
import { termsToExplain } from './terms.js';

/** One of the replies that can be chosen, with the key that chooses it. */
export interface Choice {
  /** `1` to `9`; absent for those beyond, which are reached with the arrows. */
  readonly key?: string;
  readonly id: string;
  readonly label: string;
}

/** A term in plain words. */
export interface Term {
  readonly term: string;
  readonly plain: string;
  readonly looksLike?: string;
}

/** A situation in words. Everything is filled in and plain text. */
export interface Instruction {
  /** What this is about, for the agent: the question, the step's number, the fault. */
  readonly heading: string;
  /** What to read aloud, a paragraph each. */
  readonly say: readonly string[];
  /** What the caller should then see or hear. */
  readonly expect?: string;
  /** How long to wait, in seconds and as one says it. */
  readonly wait?: { readonly seconds: number; readonly words: string };
  readonly ifConfused?: string;
  readonly why?: string;
  /** For the agent's eyes only. */
  readonly notes: readonly string[];
  /** Whether the agent must make sure that the caller agrees. */
  readonly risky: boolean;
  readonly choices: readonly Choice[];
  /** Terms that are said here for the first time, in plain words. */
  readonly terms: readonly Term[];
}

/** What the words depend on besides the situation. */
export interface InstructOptions {
  /** How agent and caller talk; the phone without it. Addresses, codes and keys are written out only for the phone. */
  readonly channel?: Channel;
  /** The terms that were said before, as `termsSaid` gives them: they are not explained again. */
  readonly said?: ReadonlySet<string>;
}

/** How many terms are explained at once: more than that nobody can listen to. */
const mostTerms = 2;

/** Puts a situation into words. */
export function instruct(kb: KnowledgeBase, situation: Situation, options: InstructOptions = {}): Instruction {
  const { channel = 'phone', said = none } = options;
  const words = wordsFor(kb, situation);
  const text = (value: string): string => fill(kb, situation.facts, value);
  // What is read aloud is written in the way in which it is said; that is known for English only.
  const isSpoken = channel === 'phone' && kb.language.startsWith('en');
  const aloud = (value: string): string => (isSpoken ? spoken(text(value)) : text(value));
  const { heading, say, notes = [], risky = false, choices = [], wait, expect, ifConfused, why } = words;
  const terms = termsToExplain(kb, [...say, expect ?? ''].join(' ')).filter((term) => !said.has(term));
  return {
    heading: text(heading),
    say: say.map(aloud),
    notes: notes.map(text),
    risky,
    choices,
    terms: terms.slice(0, mostTerms).flatMap((term) => termOf(kb, term)),
    ...(expect === undefined ? {} : { expect: aloud(expect) }),
    ...(wait === undefined ? {} : { wait: { seconds: wait, words: durationInWords(wait) } }),
    ...(ifConfused === undefined ? {} : { ifConfused: aloud(ifConfused) }),
    ...(why === undefined ? {} : { why: text(why) }),
  };
}

const none: ReadonlySet<string> = new Set();

function termOf(kb: KnowledgeBase, term: string): readonly Term[] {
  const explained = kb.glossary.get(term);
  return explained === undefined ? [] : [{ term, ...explained }];
}

interface Words {
  readonly heading: string;
  readonly say: readonly string[];
  readonly expect?: string | undefined;
  readonly wait?: number | undefined;
  readonly ifConfused?: string | undefined;
  readonly why?: string | undefined;
  readonly notes?: readonly string[];
  readonly risky?: boolean;
  readonly choices?: readonly Choice[];
}

function wordsFor(kb: KnowledgeBase, situation: Situation): Words {
  switch (situation.type) {
    case 'asking':
      return asking(situation);
    case 'doing':
      return doing(situation);
    case 'isolated':
      return isolated(situation);
    case 'fixed':
      return fixed(kb, situation);
    case 'referred':
      return referred(kb, situation);
    case 'closed': {
      const issue = kb.overlays.get(situation.issue ?? '');
      const heading = issue === undefined ? 'The call ends here' : `A known issue: ${issue.title}`;
      return { heading, say: listed(situation.say) };
    }
  }
}

function asking(situation: Asking): Words {
  const { ifConfused, confused, why, note, answers, raised, steps } = situation;
  const choices = answers.map(({ id, label }, index) =>
    index < 9 ? { key: String(index + 1), id, label } : { id, label },
  );
  const simpler = ifConfused?.[confused - 1];
  const again = raised === undefined ? undefined : `This was put off: ${raised}. What comes next depends on it.`;
  return {
    heading: headingOf(situation),
    say: simpler === undefined ? askedAloud(situation) : [simpler],
    ifConfused: ifConfused?.[confused],
    why,
    notes: listed(again, note),
    risky: situation.purpose === 'consent',
    choices,
    expect: situation.purpose === 'consent' ? steps?.[0]?.expect : undefined,
  };
}

function listed(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}

function doing(situation: Doing): Words {
  const { steps, index, note, why, confused } = situation;
  const step = steps[index] as Step;
  return {
    heading: `Step ${index + 1} of ${steps.length}`,
    say: [step.ifConfused?.[confused - 1] ?? step.say],
    expect: step.expect,
    wait: step.wait,
    ifConfused: step.ifConfused?.[confused],
    why,
    notes: listed(step.note, index === 0 ? note : undefined),
    risky: step.risky,
  };
}

function isolated(situation: Isolated): Words {
  const { name, explain, caution, effort, steps } = situation;
  const count = steps.length;
  const plan =
    count === 0
      ? 'This cannot be mended on the phone. The call goes on with what comes next.'
      : `The fix has ${count} step${count === 1 ? '' : 's'}${effort === undefined ? '' : ` (${effort})`}.`;
  return { heading: name, say: listed(explain, caution), notes: [plan] };
}

function fixed(kb: KnowledgeBase, situation: Fixed): Words {
  const names = situation.mended.map((address) => faultName(kb, address));
  return {
    heading: 'Solved',
    say: [situation.say ?? 'I am glad that it works again.', ...situation.prevent],
    notes: names.length === 0 ? [] : [`Mended: ${names.join('; ')}.`],
  };
}

function referred(kb: KnowledgeBase, situation: Referred): Words {
  const { desk, because, say = because, note, collect } = situation;
  return {
    heading: `Refer to: ${kb.desks.get(desk)?.name ?? desk}`,
    say: [say],
    notes: listed(
      because,
      note,
      collect.length > 0 ? `Still to ask: ${collect.map(({ ask }) => ask).join(' ')}` : undefined,
    ),
  };
}

/** The name of a fault by its address `tree/fault`; the address itself when it is not there. */
export function faultName(kb: KnowledgeBase, address: string): string {
  return faultAt(kb, address)?.name ?? address;
}
