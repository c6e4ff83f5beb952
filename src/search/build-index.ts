import type { KnowledgeBase, Node, Tree } from '../knowledge/index.js';
import { languageOf } from './language.js';
import { synonymsOf } from './synonyms.js';
import { tokensOf } from './tokens.js';
import { unitsOf } from './units.js';

/** Something that can be found: a tree, or a subject that no tree covers. */
export interface Entry {
  readonly id: string;
  readonly covered: boolean;
}

/** The index of everything in one language, as plain JSON. */
export interface StoredIndex {
  readonly language: string;
  readonly entries: readonly Entry[];
  readonly terms: readonly string[];
  /** How much each term tells, whatever it is found in. */
  readonly telling: readonly number[];
  /** For each term the entries that hold it, and how much it speaks for each: number and impact in turn. */
  readonly postings: readonly (readonly number[])[];
  /** For each entry its symptoms: the terms of each word, `endOfWord` after each word and `endOfSymptom` after each symptom. */
  readonly symptoms: readonly (readonly number[])[];
}

/** Ends a word among the terms of symptoms; no term has such a number. */
export const endOfWord = -1;
/** Ends a symptom. */
export const endOfSymptom = -2;

/** How much a word counts by where it stands; found by trying, see bench/README.md. */
const counted = { symptom: 1, title: 0.7, fault: 0.7, question: 0.3, text: 0.3 } as const;

/** BM25: how soon more of the same word stops to matter, and how much longer texts are held back. */
const saturation = 1.5;
const lengthShare = 0.4;

/** A word that stands only once or twice anywhere is as likely to be chance: it tells less, by this many occurrences. */
const chance = 2;

/** How many words of a single text are looked at. */
const mostWords = 400;

/** An index for each language that the trees are written in, that of the knowledge base first. */
export function buildIndexes(kb: KnowledgeBase): readonly StoredIndex[] {
  const trees = new Map<string, Tree[]>([[kb.language, []]]);
  for (const tree of kb.trees.values()) {
    const language = tree.language ?? kb.language;
    const own = trees.get(language);
    if (own === undefined) trees.set(language, [tree]);
    else own.push(tree);
  }
  return [...trees].map(([language, own]) => buildIndex(kb, language, own));
}

function buildIndex(kb: KnowledgeBase, code: string, trees: readonly Tree[]): StoredIndex {
  const language = languageOf(code);
  const synonyms = synonymsOf(kb, language);
  const numbers = new Map<string, number>();
  const entries: Entry[] = [];
  const counts: ReadonlyMap<number, number>[] = [];
  const symptoms: (readonly number[])[] = [];
  const numberOf = (term: string): number => {
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  };
  const read = (text: string): readonly (readonly number[])[] =>
    unitsOf(tokensOf(text, language, mostWords), synonyms).map(({ terms }) => terms.map(numberOf));
  const add = (id: string, covered: boolean, own: readonly string[], others: readonly CountedText[]): void => {
    const readSymptoms = own.map(read);
    entries.push({ id, covered });
    symptoms.push(readSymptoms.flatMap((words) => [...words.flatMap((terms) => [...terms, endOfWord]), endOfSymptom]));
    const texts = others.map(([weight, text]) => [weight, read(text)] as const);
    counts.push(countTerms([...readSymptoms.map((words) => [counted.symptom, words] as const), ...texts]));
  };
  for (const tree of trees) add(tree.id, true, tree.symptoms, textsOf(tree));
  if (code === kb.language)
    for (const { id, name, symptoms: own } of kb.notCovered.values()) add(id, false, own, [[counted.title, name]]);
  return { language: code, entries, terms: [...numbers.keys()], symptoms, ...weigh(counts, numbers.size) };
}

/** A text, and how much each of its words counts. */
type CountedText = readonly [number, string];

function textsOf(tree: Tree): readonly CountedText[] {
  const faults = [...tree.faults.values()];
  return [
    [counted.title, tree.title],
    ...faults.map(({ name }) => [counted.fault, name] as const),
    ...[...tree.nodes.values()].flatMap((node) => questionOf(node).map((text) => [counted.question, text] as const)),
    ...faults.map(({ explain }) => [counted.text, explain] as const),
  ];
}

function questionOf(node: Node): readonly string[] {
  if (node.kind !== 'ask' && node.kind !== 'check') return [];
  return [node.ask, node.answers.flatMap(({ label, hear }) => [label, ...hear]).join(' / ')];
}

/** In how many texts each term stands, each text with its weight and its words. */
function countTerms(
  texts: readonly (readonly [number, readonly (readonly number[])[]])[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [weight, words] of texts)
    for (const term of new Set(words.flat())) counts.set(term, (counts.get(term) ?? 0) + weight);
  return counts;
}

/**
 * BM25 over weighed fields, as far as it can be worked out before anything is said (Robertson and Zaragoza, The
 * Probabilistic Relevance Framework: BM25 and Beyond, 2009), in hundredths; words that are rare everywhere tell less.
 */
function weigh(
  counts: readonly ReadonlyMap<number, number>[],
  terms: number,
): Pick<StoredIndex, 'telling' | 'postings'> {
  const everywhere = new Float64Array(terms);
  const holding = new Float64Array(terms);
  const lengths = counts.map((own) => {
    let length = 0;
    for (const [term, count] of own) {
      everywhere[term] = (everywhere[term] ?? 0) + count;
      holding[term] = (holding[term] ?? 0) + Math.min(1, count);
      length += count;
    }
    return length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const telling = Array.from(everywhere, (count, term) => {
    const held = holding[term] ?? 0;
    const rare = Math.log(1 + (counts.length - held + 0.5) / (held + 0.5));
    return Math.round(100 * rare * (count / (count + chance)));
  });
  const postings: number[][] = telling.map(() => []);
  for (const [entry, own] of counts.entries()) {
    const back = saturation * (1 - lengthShare + (lengthShare * (lengths[entry] ?? 0)) / mean);
    for (const [term, count] of own)
      postings[term]?.push(entry, Math.round(((telling[term] ?? 0) * count * (saturation + 1)) / (count + back)));
  }
  return { telling, postings };
}
