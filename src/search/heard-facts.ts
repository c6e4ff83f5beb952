import { type Fact, type FactValue, factValue, type KnowledgeBase } from '../knowledge/index.js';
import { negations } from './english-words.js';
import { type Language, languageOf } from './language.js';
import { daysSaid, inFigures, plainNumber } from './said-values.js';
import { joinedPhrase, joinWords, type Token, tokensOf } from './tokens.js';

/** A fact that the words of a caller tell. With several readings nobody but the agent can say which is meant. */
export interface FactHeard {
  readonly fact: string;
  readonly title: string;
  readonly readings: readonly { readonly value: FactValue; readonly label: string; readonly words: string }[];
}

/** A phrase that tells a fact; `undefined` among its words stands for the value. */
interface Pattern {
  readonly fact: Fact;
  readonly stems: readonly (string | undefined)[];
  readonly value?: FactValue;
}
interface Patterns {
  readonly language: Language;
  /** By the first word. */
  readonly byStem: ReadonlyMap<string | undefined, readonly Pattern[]>;
  readonly stems: ReadonlySet<string>;
}

const placeOfValue = '{value}';
const standIn = 'valuestandin';
const mostWords = 400;
const mostCharacters = 5_000;

const patternsOfBase = new WeakMap<KnowledgeBase, Patterns>();

function patternsOf(kb: KnowledgeBase): Patterns {
  let patterns = patternsOfBase.get(kb);
  if (patterns === undefined) {
    patterns = makePatterns(kb);
    patternsOfBase.set(kb, patterns);
  }
  return patterns;
}

function makePatterns(kb: KnowledgeBase): Patterns {
  const language = languageOf(kb.language);
  const byStem = new Map<string | undefined, Pattern[]>();
  const stems = new Set<string>();
  for (const fact of kb.facts.values())
    for (const { phrase, value } of fact.hear) {
      const words = tokensOf(joinedPhrase(phrase.replace(placeOfValue, ` ${standIn} `)), language, mostWords);
      const pattern = words.map(({ said, stem }) => (said === standIn ? undefined : stem));
      if (pattern.length === 0) continue;
      for (const stem of pattern) if (stem !== undefined) stems.add(stem);
      const own = byStem.get(pattern[0]) ?? [];
      own.push({ fact, stems: pattern, ...(value === undefined ? {} : { value }) });
      byStem.set(pattern[0], own);
    }
  return { language, byStem, stems };
}

/** Something that was found in the text: from which word to which. */
interface Found {
  readonly fact: Fact;
  readonly value: FactValue;
  readonly from: number;
  readonly to: number;
}

/**
 * The facts that a text tells by the phrases under `hear` in facts.yaml. A phrase inside a longer one of the same fact
 * does not count, nor does one after "not".
 * @param today the day on which it is said, as `2026-11-01`; without it no dates are understood
 */
export async function factsHeard(kb: KnowledgeBase, text: string, today?: string): Promise<readonly FactHeard[]> {
  const { language, byStem, stems } = patternsOf(kb);
  if (byStem.size === 0) return [];
  const figures = await inFigures(text.slice(0, mostCharacters).replaceAll(replied, ' '));
  const words = wordsOf(figures, language).flatMap((token) => unitApart(token, language, stems));
  const tokens = joinWords(words, language, (stem) => stems.has(stem));
  const days = today !== undefined && hasDates(kb) ? await daysSaid(figures, today) : [];
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const patterns = [...(byStem.get(tokens[at]?.stem) ?? []), ...(byStem.get(undefined) ?? [])];
    for (const pattern of patterns) found.push(...matches(pattern, tokens, at, days, language));
  }
  const whole = found.filter((each) => !found.some((other) => other.fact === each.fact && holds(other, each)));
  const facts = new Map<Fact, Found[]>();
  for (const each of whole) facts.set(each.fact, [...(facts.get(each.fact) ?? []), each]);
  return [...facts].map(([fact, each]) => heardOf(fact, each, tokens));
}

/** The words of what was said. Hyphenated words are taken apart: those that are one are joined again. */
function wordsOf(text: string, language: Language): readonly Token[] {
  return tokensOf(text.replaceAll('-', ' '), language, mostWords);
}

/** A figure and the unit that was written to it: 16gb. */
function unitApart(token: Token, language: Language, stems: ReadonlySet<string>): readonly Token[] {
  const [, figure = '', unit = ''] = /^(\p{N}+)(\p{L}+)$/u.exec(token.said) ?? [];
  const stem = language.stem(unit);
  if (unit === '' || stems.has(token.stem) || !stems.has(stem)) return [token];
  return [
    { said: figure, stem: figure, silent: false },
    { said: unit, stem, silent: language.silent.has(unit) },
  ];
}

function hasDates(kb: KnowledgeBase): boolean {
  return [...kb.facts.values()].some(({ type, hear }) => type === 'date' && hear.length > 0);
}

function holds(other: Found, one: Found): boolean {
  return other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from;
}

function matches(
  { fact, stems, value }: Pattern,
  tokens: readonly Token[],
  at: number,
  days: Awaited<ReturnType<typeof daysSaid>>,
  language: Language,
): readonly Found[] {
  const to = at + stems.length - 1;
  if (to >= tokens.length || isDenied(tokens, at)) return [];
  if (fact.type === 'date' && value === undefined) return datesAt(fact, stems, tokens, at, days, language);
  let told = value;
  for (const [index, stem] of stems.entries()) {
    const token = tokens[at + index] as Token;
    if (stem !== undefined) {
      if (token.stem !== stem) return [];
      continue;
    }
    const result = factValue(fact, plainNumber(token.said));
    if (!('value' in result)) return [];
    told = result.value;
  }
  return told === undefined ? [] : [{ fact, value: told, from: at, to }];
}

/** The days that stand in the place of the value. */
function datesAt(
  fact: Fact,
  stems: readonly (string | undefined)[],
  tokens: readonly Token[],
  at: number,
  days: Awaited<ReturnType<typeof daysSaid>>,
  language: Language,
): readonly Found[] {
  const before = stems.indexOf(undefined);
  const after = stems.slice(before + 1);
  const areAt = (wanted: typeof stems, from: number): boolean =>
    wanted.every((stem, index) => tokens[from + index]?.stem === stem);
  if (!areAt(stems.slice(0, before), at)) return [];
  return days.flatMap(({ day, words }) => {
    const said = wordsOf(words, language).map(({ stem }) => stem);
    const end = at + before + said.length;
    const isHere = said.length > 0 && areAt(said, at + before) && areAt(after, end);
    const result = isHere ? factValue(fact, day) : { reason: '' };
    return 'value' in result ? [{ fact, value: result.value, from: at, to: end + after.length - 1 }] : [];
  });
}

/** A "no" that is a reply of its own denies nothing of what comes after it: "no, a mac". */
const replied = /\b(?:no|nope|nah)\s*[,.;:!?]/gi;

/** Words that can stand between "not" and what it denies, and how many of them. */
const mostBetween = 4;
const between: ReadonlySet<string> = new Set(
  'a an the my any on over via with using by through use have got own run running is its it'.split(' '),
);

function isDenied(tokens: readonly Token[], from: number): boolean {
  let at = from - 1;
  while (at >= 0 && from - at <= mostBetween && between.has(tokens[at]?.said ?? '')) at -= 1;
  return at >= 0 && negations.has(tokens[at]?.said ?? '');
}

function heardOf(fact: Fact, found: readonly Found[], tokens: readonly Token[]): FactHeard {
  const wordsIn = ({ from, to }: Found): string =>
    tokens
      .slice(from, to + 1)
      .map(({ said }) => said)
      .join(' ');
  const readings = new Map<string, FactHeard['readings'][number]>();
  for (const each of found) {
    const key = JSON.stringify(each.value);
    if (!readings.has(key))
      readings.set(key, { value: each.value, label: labelOf(fact, each.value), words: wordsIn(each) });
  }
  const each = [...readings.values()];
  if (fact.type !== 'choices') return { fact: fact.name, title: fact.title, readings: each };
  // Several of a list can all be true at once.
  const all = fact.choices
    .map(({ id }) => id)
    .filter((id) => each.some(({ value }) => Array.isArray(value) && value.includes(id)));
  const words = each.map((reading) => reading.words).join(', ');
  return { fact: fact.name, title: fact.title, readings: [{ value: all, label: labelOf(fact, all), words }] };
}

/** A value of a fact as a person reads it: the label of a choice, a number with its unit. */
export function labelOf(fact: Fact, value: FactValue): string {
  const label = (each: string | number): string => fact.choices.find(({ id }) => id === each)?.label ?? String(each);
  return typeof value === 'object'
    ? value.map(label).join(', ')
    : label(value) + (fact.unit === undefined ? '' : ` ${fact.unit}`);
}
