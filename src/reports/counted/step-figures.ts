import { countOf } from '../grouped.js';
import type { Names } from '../names.js';
import { rateOf } from '../statistics/rate.js';
import type { StepCount } from './step-counts.js';

/**
 * What every report of steps says of one.
 * @param own all counts of the step
 * @param verified those of them by which it is told how often its fault was solved
 */
export function stepFigures(own: readonly StepCount[], verified: readonly StepCount[], names: Names) {
  const { tree = '', node = '', step = 0 } = own[0] ?? {};
  const times = (result: string): number => countOf(own.filter((row) => row.result === result));
  return {
    id: `${tree}/${node}/${step}`,
    step: names.step(tree, node, step) ?? `${node}, step ${step + 1}`,
    tree: names.tree(tree) ?? tree,
    skipped: times('skipped'),
    declined: times('declined'),
    tried: times('tried'),
    solved: rateOf(countOf(verified.filter(({ solved }) => solved === 1)), countOf(verified)),
  };
}
