import { edgesFrom } from '../../knowledge/index.js';
import { type Comparison, type FactValue, operators } from '../../rules/index.js';
import { type AskPlace, edgeOfValue } from './reads-of-node.js';

/** What can read a fact. */
export interface ReadersOfFact {
  readonly comparisons: readonly Comparison[];
  readonly asks: readonly AskPlace[];
}

/** A text that is the same for two values exactly if nothing that reads the fact can tell them apart. */
export function classOfValue({ comparisons, asks }: ReadersOfFact, value: FactValue): string {
  const compared = comparisons.map(({ operator, value: with_ }) => {
    const { fits, holds } = operators[operator];
    return fits(value) ? Number(holds(value, with_)) : '-';
  });
  return `${compared.join('')} ${asks.map((ask) => edgeOfValue(ask, String(value))).join(' ')}`;
}

/** The same for the ways of not knowing a fact: by where each question about it leads then. */
export function classOfUnsure({ asks }: ReadersOfFact, kind: string): string {
  return asks
    .map(({ tree, node }) => {
      const edge = edgesFrom(tree, node.id).find((each) => each.kind === 'unsure' && each.label === kind);
      return JSON.stringify(edge?.to ?? null);
    })
    .join(' ');
}
