import type { KnowledgeBase } from '../../src/index.js';
import { random } from '../random.js';
import { descriptions } from './descriptions.js';

/** What is asked of a search whose time is measured. */
export interface SearchQueries {
  /** Every description of the seen half, and as many short texts with the name of a product, in no order. */
  readonly measured: readonly string[];
  /** Others of both kinds, to be asked before. */
  readonly warmUp: readonly string[];
}

const warmUpOfEach = 100;
const lastWords = 3;

/** Queries about products: short ones hold the end of a symptom of the trees that the products' trees were made from. */
export function searchQueries({ trees }: KnowledgeBase, products: readonly string[]): SearchQueries {
  const next = random(products.length);
  const pick = (all: readonly string[]): string => all[Math.floor(next() * all.length)] ?? '';
  const symptoms = [...trees.values()].flatMap((tree) => tree.symptoms);
  const short = (): string => `${pick(products)} ${pick(symptoms).split(' ').slice(-lastWords).join(' ')}`;
  const times = (count: number, make: () => string): readonly string[] => Array.from({ length: count }, make);
  const seen = descriptions('seen').map(({ text }) => text);
  return {
    measured: shuffled([...seen, ...times(seen.length, short)], next),
    warmUp: shuffled([...times(warmUpOfEach, () => pick(symptoms)), ...times(warmUpOfEach, short)], next),
  };
}

function shuffled(texts: readonly string[], next: () => number): readonly string[] {
  return texts
    .map((text) => ({ text, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text);
}
