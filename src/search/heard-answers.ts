import SearchableMap from 'minisearch/SearchableMap';
import {
  type Answer,
  type Fact,
  type FactType,
  type FactValue,
  factValue,
  type KnowledgeBase,
  type UnsureKind,
} from '../knowledge/index.js';
import { emptyWords, negations, unsurePhrases, yesAndNo } from './english-words.js';
import { labelOf } from './heard-facts.js';
import { type Language, languageOf } from './language.js';
import { daysSaid, inFigures, number, plainNumber } from './said-values.js';
import { eachPhrase, type Synonyms, synonymsOf } from './synonyms.js';
import { joinedPhrase, tokensOf } from './tokens.js';
import { nearestStem } from './understand.js';

/** A question as far as its answers go; what `situation` gives while it asks is one. */
export interface OpenQuestion {
  readonly expects: FactType;
  readonly answers: readonly Answer[];
  /** The fact that the answer gives. */
  readonly fact?: string;
}

/** An answer that the words of a caller can mean, and as what they were heard. */
export interface AnswerHeard {
  readonly answer: FactValue;
  readonly label: string;
  readonly words: string;
}

/** How much of a phrase has to be said, and how near to the best an answer has to come to count beside it. */
const enough = 0.5;
const beside = 0.85;

/** How surely a word means another by the synonyms, by its spelling, and beside a "not" that does not belong there. */
const sureness = { synonym: 0.85, spelling: 0.85, denied: 0.4 } as const;
const mostCharacters = 2_000;
const mostWords = 60;

/** The answers to a question that the words of a caller can mean, best first; one alone when nothing else comes near it. */
export async function answersHeard(
  kb: KnowledgeBase,
  question: OpenQuestion,
  text: string,
  today?: string,
): Promise<readonly AnswerHeard[]> {
  const said = text.slice(0, mostCharacters);
  const fact = question.fact === undefined ? undefined : kb.facts.get(question.fact);
  if (question.answers.length > 0) return listedHeard(kb, withPhrases(question, fact), said);
  if (fact === undefined) return [];
  if (question.expects === 'text') {
    const result = factValue(fact, said.replaceAll(/\s+/g, ' '));
    return 'value' in result ? [{ answer: result.value, label: String(result.value), words: said.trim() }] : [];
  }
  const candidates =
    question.expects === 'date'
      ? today === undefined
        ? []
        : (await daysSaid(said, today)).map(({ day, words }) => ({ value: day, words }))
      : [...(await inFigures(said, true)).matchAll(number)].map(([words]) => ({ value: plainNumber(words), words }));
  const heard = new Map<FactValue, AnswerHeard>();
  for (const { value, words } of candidates) {
    const result = factValue(fact, value);
    if ('value' in result && !heard.has(result.value))
      heard.set(result.value, {
        answer: result.value,
        label: labelOf(fact, result.value),
        words,
      });
  }
  return [...heard.values()];
}

/** The way of not knowing that the words of a caller mean. */
export function unsureHeard(kb: KnowledgeBase, text: string): UnsureKind | undefined {
  const said = plainWords(wordsOf(text.slice(0, mostCharacters), languageOf(kb.language)));
  const texts = [said, contracted(said)];
  const kinds = Object.entries(unsurePhrases) as [keyof typeof unsurePhrases, readonly string[]][];
  return kinds.find(([, phrases]) => phrases.some((phrase) => texts.some((each) => each.includes(` ${phrase} `))))?.[0];
}

/** Whether words say that somebody does not know, and nothing else. */
function saysOnlyUnsure(said: readonly Word[]): boolean {
  const text = contracted(plainWords(said));
  const isFiller = (word: string): boolean => emptyWords.has(word) || openers.has(word);
  return Object.values(unsurePhrases)
    .flat()
    .some((phrase) => {
      const [before, after] = text.split(` ${phrase} `);
      return after !== undefined && `${before} ${after}`.split(' ').filter(Boolean).every(isFiller);
    });
}

/** Words as one text, with a blank before and after each. */
function plainWords(words: readonly Word[]): string {
  return ` ${words.map(({ said }) => said).join(' ')} `;
}

/** With "do not" as "dont", as the phrases have it. */
function contracted(said: string): string {
  return said
    .replaceAll(/ (?:cannot|can not) /g, ' cant ')
    .replaceAll(/ (do|does|did|is|are|was|were|has|have|had|could) not /g, ' $1nt ');
}

interface Word {
  readonly said: string;
  readonly stem: string;
  readonly empty: boolean;
  readonly denial: boolean;
}

function wordsOf(text: string, language: Language): readonly Word[] {
  return tokensOf(text, language, mostWords).map(({ said, stem }) => ({
    said,
    stem,
    // A "not" is no part of what is meant: it only turns it round.
    empty: emptyWords.has(said) || (/^(?:not|cannot|.*nt)$/.test(said) && negations.has(said)),
    denial: negations.has(said),
  }));
}

/** A fact that is asked for is also told by the phrases that tell it by the way. */
function withPhrases({ answers, ...question }: OpenQuestion, fact: Fact | undefined): OpenQuestion {
  const told = (id: string): readonly string[] =>
    fact?.hear.flatMap(({ phrase, value }) => (value === id ? [phrase] : [])) ?? [];
  return { ...question, answers: answers.map((answer) => ({ ...answer, hear: [...answer.hear, ...told(answer.id)] })) };
}

function listedHeard(kb: KnowledgeBase, { answers, expects }: OpenQuestion, text: string): readonly AnswerHeard[] {
  const language = languageOf(kb.language);
  const synonyms = synonymsOf(kb, language);
  const said = wordsOf(text, language);
  if (said.length === 0) return [];
  const reply = { said, stems: stemsOf(said), groups: groupsIn(said, synonyms), usual: usualReply(said) };
  const fits = answers
    .map((answer) => ({ answer, ...bestFit(answer, reply, language, synonyms) }))
    .filter(({ fit }) => fit >= enough)
    .sort((a, b) => b.fit - a.fit);
  const best = fits[0]?.fit ?? 0;
  // The "no" of "I have no idea" is not that of "No lamp".
  if (best < 1 && saysOnlyUnsure(said)) return [];
  const near = fits.filter(({ fit }) => fit >= best * beside);
  if (expects === 'choices') {
    const ids = near.map(({ answer }) => answer.id);
    const label = near.map(({ answer }) => answer.label).join(', ');
    return ids.length === 0 ? [] : [{ answer: ids, label, words: near.map(({ phrase }) => phrase).join(', ') }];
  }
  return near.map(({ answer, phrase }) => ({ answer: answer.id, label: answer.label, words: phrase }));
}

/** Fillers before a yes or a no. */
const openers: ReadonlySet<string> = new Set('well um umm uh uhh er erm ah oh so ok okay like hm hmm'.split(' '));

/** What was said, with all that does not depend on the answer it is compared with. */
interface Reply {
  readonly said: readonly Word[];
  readonly stems: string;
  readonly groups: ReadonlySet<string>;
  readonly usual: ReturnType<typeof usualReply>;
}

/** The stems of words as one text, with a blank before and after each. */
function stemsOf(words: readonly Word[]): string {
  return ` ${words.map(({ stem }) => stem).join(' ')} `;
}

function bestFit(
  answer: Answer,
  reply: Reply,
  language: Language,
  synonyms: Synonyms,
): { readonly fit: number; readonly phrase: string } {
  const { id, label, hear } = answer;
  const pole = poleOf(answer, language);
  let best = { fit: 0, phrase: '' };
  // Of "No, all are out" the second half means the same.
  const rest = pole === undefined ? label : label.replace(/^(?:yes|no)[\s,.:;]+/i, '');
  for (const phrase of [
    label,
    rest,
    joinedPhrase(label),
    id.replaceAll('-', ' '),
    ...hear,
    ...hear.map(joinedPhrase),
  ]) {
    if (pole !== undefined && phrase.toLowerCase() === pole) continue;
    const fit = fitOf(wordsOf(phrase, language), reply, language, synonyms);
    if (fit > best.fit) best = { fit, phrase };
  }
  const { usual } = reply;
  return usual !== undefined && usual.pole === pole && best.fit < 1 ? { fit: 1, phrase: usual.phrase } : best;
}

type Pole = 'yes' | 'no';
const poles: readonly Pole[] = ['yes', 'no'];

/** Whether an answer means yes or no: by its id, or by the first word of its label. */
function poleOf({ id, label }: Answer, language: Language): Pole | undefined {
  const first = wordsOf(label, language)[0]?.said;
  return poles.find((pole) => pole === id) ?? poles.find((pole) => pole === first);
}

/** Yes or no, where the reply begins with it: later on it belongs to something else, as it does in "no idea". */
function usualReply(said: readonly Word[]): { readonly pole: Pole; readonly phrase: string } | undefined {
  const reply = contracted(plainWords(said.slice(said.findIndex((word) => !openers.has(word.said)))));
  const [usual] = poles
    .flatMap((pole) => yesAndNo[pole].map((phrase) => ({ pole, phrase })))
    .filter(({ phrase }) => reply.startsWith(` ${phrase} `))
    .sort((a, b) => b.phrase.length - a.phrase.length);
  if (usual === undefined) return undefined;
  const { pole, phrase } = usual;
  const isUnsure = Object.values(unsurePhrases)
    .flat()
    .some((each) => {
      const at = reply.indexOf(` ${each} `);
      return at >= 0 && at <= phrase.length + 1;
    });
  if (isUnsure) return undefined;
  const [next = ''] = reply.slice(phrase.length + 2).split(' ');
  // "I have no cable" is a no, "it works, no problem" is none.
  const isDenial = negations.has(next) && (next !== 'no' || !phrase.endsWith('works'));
  const isTurned = pole === 'yes' && /^(?:it|i|they) /.test(phrase) && isDenial;
  return isTurned ? { pole: 'no', phrase: `${phrase} ${next}` } : usual;
}

/** How much of a phrase was said, and a little how much of what was said is in it; a "not" on one side only speaks against it. */
function fitOf(phrase: readonly Word[], reply: Reply, language: Language, synonyms: Synonyms): number {
  const { said, groups } = reply;
  const wanted = phrase.some(({ empty }) => !empty) ? phrase.filter(({ empty }) => !empty) : phrase;
  if (reply.stems.includes(stemsOf(phrase)) && isSamePole(phrase, said)) return 1 + phrase.length / 100;
  const stems = new SearchableMap<true>();
  for (const { stem } of wanted) stems.set(stem, true);
  const found = new Map<string, number>();
  for (const { said: word, stem, empty } of said) {
    if (stems.has(stem)) found.set(stem, 1);
    if (empty) continue;
    const near = stems.has(stem) ? undefined : nearestStem({ said: word, stem }, { stems, language })?.stem;
    if (near !== undefined) found.set(near, Math.max(sureness.spelling, found.get(near) ?? 0));
  }
  let got = 0;
  for (const { stem } of wanted) {
    const shared = groupsOf(stem, synonyms).some((group) => groups.has(group)) ? sureness.synonym : 0;
    got += Math.max(found.get(stem) ?? 0, shared);
  }
  const own = said.filter(({ empty }) => !empty).length;
  const fit = wanted.length === 0 ? 0 : 0.8 * (got / wanted.length) + 0.2 * Math.min(1, got / Math.max(1, own));
  return isSamePole(phrase, said) ? fit : fit * sureness.denied;
}

function isSamePole(phrase: readonly Word[], said: readonly Word[]): boolean {
  return phrase.some(({ denial }) => denial) === said.some(({ denial }) => denial);
}

function groupsOf(stem: string, { groups }: Synonyms): readonly string[] {
  return groups.get(stem) ?? [];
}

function groupsIn(said: readonly Word[], synonyms: Synonyms): ReadonlySet<string> {
  const found = new Set<string>();
  const tokens = said.map(({ said: word, stem }) => ({ said: word, stem, silent: false }));
  eachPhrase(tokens, synonyms, (_at, _length, groups) => {
    for (const group of groups) found.add(group);
  });
  return found;
}
