import type { KnowledgeBase, Rule, Step } from '../knowledge/index.js';
import { type Condition, type Judge, judge, type KnownFacts, type Verdict } from '../rules/index.js';
import type { State } from './state.js';

const judges = new WeakMap<object, Judge>();

/** The judge of the conditions that belong to `owner` (a node, a rule, a list of steps), made when first needed. */
export function judgeOf(kb: KnowledgeBase, owner: object, conditions: () => readonly Condition[]): Judge {
  let found = judges.get(owner);
  if (found === undefined) {
    found = judge(conditions(), kb.conditions);
    judges.set(owner, found);
  }
  return found;
}

/** The known values of a state, as a judge wants them. */
function valuesOf(state: Pick<State, 'facts'>): KnownFacts {
  return { get: (fact) => state.facts.get(fact)?.value };
}

/** The verdicts of a judge, without giving way to other work when they are remembered. */
export async function verdictsOf(judge: Judge, state: Pick<State, 'facts'>): Promise<readonly Verdict[]> {
  return judge.verdicts(valuesOf(state));
}

/**
 * The first fact that has to be asked before condition `index` is settled: unknown, with a usual question in
 * facts.yaml, and not yet answered with "don't know" in this call.
 */
export function factToAsk(
  kb: KnowledgeBase,
  judge: Judge,
  index: number,
  state: Pick<State, 'facts' | 'unknown'>,
): string | undefined {
  return judge
    .open(index, valuesOf(state))
    .find((fact) => !state.unknown.has(fact) && kb.facts.get(fact)?.ask !== undefined);
}

/** The indices of the steps that apply, or the fact that has to be asked first. */
export async function stepsThatApply(
  kb: KnowledgeBase,
  steps: readonly Step[],
  state: Pick<State, 'facts' | 'unknown'>,
): Promise<{ readonly steps: readonly number[] } | { readonly ask: string }> {
  const conditional = steps.flatMap((step, index) => (step.when === undefined ? [] : [index]));
  if (conditional.length === 0) return { steps: steps.map((_, index) => index) };
  const judge = judgeOf(kb, steps, () => conditional.map((index) => steps[index]?.when as Condition));
  const verdicts = await verdictsOf(judge, state);
  for (const [position, verdict] of verdicts.entries()) {
    const ask = verdict === 'undetermined' ? factToAsk(kb, judge, position, state) : undefined;
    if (ask !== undefined) return { ask };
  }
  const applies = new Set(conditional.filter((_, position) => verdicts[position] === 'true'));
  return { steps: steps.flatMap((step, index) => (step.when === undefined || applies.has(index) ? [index] : [])) };
}

const rulesByFact = new WeakMap<KnowledgeBase, ReadonlyMap<string, readonly number[]>>();

/** The rules whose conditions name one of the facts, by priority, then as written. */
export function rulesAbout(kb: KnowledgeBase, facts: Iterable<string>): readonly Rule[] {
  let index = rulesByFact.get(kb);
  if (index === undefined) {
    const lists = new Map<string, number[]>();
    kb.rules.forEach((rule, position) => {
      for (const fact of judgeOf(kb, rule, () => [rule.when]).facts) {
        lists.set(fact, [...(lists.get(fact) ?? []), position]);
      }
    });
    index = lists;
    rulesByFact.set(kb, index);
  }
  const positions = new Set<number>();
  for (const fact of facts) for (const position of index.get(fact) ?? []) positions.add(position);
  return [...positions].sort((a, b) => a - b).map((position) => kb.rules[position] as Rule);
}
