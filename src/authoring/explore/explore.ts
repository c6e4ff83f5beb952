import type { KnowledgeBase } from '../../knowledge/index.js';
import type { Exploration, ExplorationFinding, ExploreOptions, TreeExplored } from './exploration.js';
import { figuresOf } from './figures.js';
import { neverHappens } from './never-happens.js';
import { observe } from './observer.js';
import { placeAt } from './place-at.js';
import { playsAgain } from './plays-again.js';
import { repetitionsIn } from './repetitions.js';
import { valuesOfFacts } from './values-of-fact.js';
import { inputsTo } from './walk.js';
import { walkTree } from './walk-tree.js';

/**
 * Walks all that can happen in calls, from the start of each tree: every answer, every way of not knowing, steps done and
 * left out. The engine itself takes every step. The same knowledge base always gives the same result.
 *
 * A tree's own states are told apart by all that its own nodes and the rules can still read. Inside a visit they are told
 * apart only by what the visitor itself reads afterwards, since the visited tree is walked from its own start too.
 * What is never taken is only reported where everything was looked at.
 * @throws Error when there is no such tree.
 */
export async function explore(kb: KnowledgeBase, options: ExploreOptions = {}): Promise<Exploration> {
  const { tree: only, states = 200_000, onTree } = options;
  if (only !== undefined && !kb.trees.has(only)) throw new Error(`There is no tree "${only}".`);
  const observer = observe(kb);
  const valuesOf = valuesOfFacts(kb);
  const trees: TreeExplored[] = [];
  const repetitions: ExplorationFinding[] = [];
  const walked = [...kb.trees.values()].filter(({ id }) => only === undefined || id === only);
  for (const [index, tree] of walked.entries()) {
    onTree?.(tree.id, index, walked.length);
    const walk = await walkTree(kb, tree, { states, valuesOf }, observer);
    const { transitions, told, notReached } = walk;
    const complete = notReached.length === 0;
    trees.push({
      tree: tree.id,
      states: walk.states.length,
      transitions,
      told,
      complete,
      notReached,
      ...figuresOf(walk),
    });
    for (const { kind, state, round } of repetitionsIn(walk)) {
      const [id = '', node = ''] = state.waiting.address.split('/');
      const way = inputsTo(state);
      const place = placeAt(kb, { tree: id, node });
      const isTold = repetitions.some((each) => each.kind === kind && each.tree === tree.id && each.place === place);
      if (isTold || !(await playsAgain(kb, tree.id, way, round))) continue;
      const events = [...way, ...round, ...round];
      const message =
        kind === 'endless'
          ? `A caller who always replies the same comes to "${node}" for ever.`
          : `A caller can come to "${node}" as often as they like.`;
      repetitions.push({ kind, tree: tree.id, message, place, events });
    }
  }
  const never: ExplorationFinding[] = [];
  for (const [index, tree] of walked.entries()) {
    const explored = trees[index] as TreeExplored;
    if (!explored.complete || neverHappens(kb, tree, observer).length === 0) continue;
    // Perhaps it happens where the caller says something before it is asked, or in a visit with something known. A caller who
    // says what cannot be is no mistake of the author's.
    const close = observe(kb);
    const { notReached } = await walkTree(kb, tree, { states, valuesOf, closely: true }, close);
    observer.saw(close);
    if (notReached.length === 0) never.push(...neverHappens(kb, tree, observer));
    else trees[index] = { ...explored, complete: false, notReached };
  }
  const complete = trees.every((each) => each.complete);
  const order = new Map(walked.map(({ id }, index) => [id, index]));
  const findings = [...observer.findings, ...repetitions, ...never].sort(
    (a, b) => (order.get(a.tree) ?? 0) - (order.get(b.tree) ?? 0) || a.place.line - b.place.line,
  );
  return { trees, findings, complete };
}
