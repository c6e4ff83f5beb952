import type { KnowledgeBase } from '../knowledge/index.js';
import { pick, shuffled } from './chance.js';
import { chooseSymptom } from './choose-symptom.js';
import type { Scenario } from './scenario.js';
import { scenarioFromCall } from './scenario-from-call.js';
import { scenariosFromGraph } from './scenarios-from-graph.js';

/**
 * What is hidden in a round: from the example calls of the tree, or, where `graph` is set or none of them can be played,
 * from its own graph. The same seed always gives the same one.
 * @throws Error when the knowledge base does not hold the tree, or no call in it comes to an end.
 */
export async function chooseScenario(
  kb: KnowledgeBase,
  tree: string,
  seed: number,
  { graph = false }: { readonly graph?: boolean } = {},
): Promise<Scenario> {
  if (!kb.trees.has(tree)) throw new Error(`There is no tree "${tree}".`);
  const examples = graph ? [] : kb.calls.filter((example) => example.tree === tree);
  for (const example of shuffled(seed, 'example', examples)) {
    const scenario = await scenarioFromCall(kb, example);
    if (scenario !== undefined) return chooseSymptom(kb, scenario, seed);
  }
  const scenarios = await scenariosFromGraph(kb, tree);
  if (scenarios.length === 0) throw new Error(`No call in the tree "${tree}" comes to an end.`);
  return chooseSymptom(kb, pick(seed, 'scenario', scenarios), seed);
}
