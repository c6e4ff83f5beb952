import type { Engine as RulesEngine } from 'json-rules-engine';
import type { Condition, FactValue, KnownFacts, NamedConditions, Scalar, Verdict } from './condition.js';
import { factsOf, type NormalForm, normalForm, openFacts } from './normal-form.js';
import { operatorNames } from './operator-names.js';
import { operators } from './operators.js';

/** Judges a fixed list of conditions against known facts. */
export interface Judge {
  /** Every fact that the conditions name, in order of first use. */
  readonly facts: readonly string[];
  /** The unknown facts on which condition `index` still depends, in written order; empty when it is settled. */
  open(index: number, known: KnownFacts): readonly string[];
  /** A verdict for each condition, in order. Comes at once when these facts were judged before. */
  verdicts(known: KnownFacts): readonly Verdict[] | Promise<readonly Verdict[]>;
}

/** How many different combinations of facts a judge remembers before it starts anew. */
const remembered = 256;

/**
 * Makes a judge. json-rules-engine evaluates two rules for each condition: its normal form, and the normal form of
 * its negation. Every operator is false on what is unknown, so a condition neither of whose rules fires is undetermined.
 * @throws Error for a condition that the loader would have refused.
 */
export function judge(conditions: readonly Condition[], named: NamedConditions): Judge {
  const forms = conditions.map((condition) => normalForm(condition, named));
  const opposites = conditions.map((condition) => normalForm(condition, named, true));
  const names = [...new Set(forms.flatMap(factsOf))];
  const verdictsByFacts = new Map<string, readonly Verdict[]>();
  let engine: Promise<RulesEngine> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const evaluate = async (known: KnownFacts, key: string): Promise<readonly Verdict[]> => {
    engine ??= engineFor(forms, opposites);
    const values: Record<string, FactValue> = {};
    for (const name of names) {
      const value = known.get(name);
      if (value !== undefined) values[name] = value;
    }
    const { events } = await (await engine).run(values);
    const fired = new Set(events.map((event) => event.type));
    const verdicts = forms.map((_, index): Verdict => {
      if (fired.has(`true:${index}`)) return 'true';
      return fired.has(`false:${index}`) ? 'false' : 'undetermined';
    });
    if (verdictsByFacts.size >= remembered) verdictsByFacts.clear();
    verdictsByFacts.set(key, verdicts);
    return verdicts;
  };

  return {
    facts: names,
    open: (index, known) => openFacts(forms[index] as NormalForm, known),
    verdicts(known) {
      const key = JSON.stringify(names.map((name) => known.get(name) ?? null));
      const found = verdictsByFacts.get(key);
      if (found !== undefined) return found;
      // One run at a time: a run that ends stops another that shares its engine.
      const result = queue.then(() => verdictsByFacts.get(key) ?? evaluate(known, key));
      queue = result.catch(() => undefined);
      return result;
    },
  };
}

async function engineFor(forms: readonly NormalForm[], opposites: readonly NormalForm[]): Promise<RulesEngine> {
  const { Engine, Operator } = await import('json-rules-engine');
  const engine = new Engine([], {
    allowUndefinedFacts: true,
    // The library's own resolver evaluates JSONPath, which can run code. Nothing here needs a path.
    pathResolver: (value: object) => value,
  });
  for (const name of operatorNames) {
    const { fits, holds } = operators[name];
    const validator = (fact: FactValue | undefined): boolean => fact !== undefined && fits(fact);
    engine.addOperator(new Operator<FactValue, Scalar | readonly Scalar[]>(name, holds, validator));
  }
  const add = (form: NormalForm, type: string): void => {
    engine.addRule({ conditions: topLevel(form), event: { type } });
  };
  forms.forEach((form, index) => {
    add(form, `true:${index}`);
  });
  opposites.forEach((form, index) => {
    add(form, `false:${index}`);
  });
  return engine;
}

type TopLevel = Parameters<RulesEngine['addRule']>[0]['conditions'];

/** Rebuilds the condition key by key, so that nothing but what a normal form holds can reach the library. */
function topLevel(form: NormalForm): TopLevel {
  return ('fact' in form ? { all: [rebuilt(form)] } : rebuilt(form)) as TopLevel;
}

function rebuilt(form: NormalForm): unknown {
  if ('all' in form) return { all: form.all.map(rebuilt) };
  if ('any' in form) return { any: form.any.map(rebuilt) };
  const { fact, operator, value } = form;
  if (typeof value === 'object' && !Array.isArray(value)) throw new Error('A value is a text, a number or a list.');
  return { fact, operator, value };
}
