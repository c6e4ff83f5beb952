import type { FactValue } from '../../rules/index.js';
import { factValue } from '../fact-value.js';
import type { Rule } from '../model.js';
import { entriesOf, entryPlace, headPlace, keyPlace, sourceOf, valuePlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import { checkAddress } from './check-address.js';
import { linkCondition } from './conditions.js';
import type { FileValue } from './files.js';
import { isDeclared, isSound, type Linking } from './linking.js';
import type { NamesInScope } from './names-in-scope.js';
import { checkPlaceholders } from './placeholders.js';

type RuleValue = NonNullable<FileValue<'rules'>['rules']>[number];

/** Links the rules of rules.yaml, sorted by priority and then as written. Those that cannot be used are left out. */
export function linkRules(value: FileValue<'rules'> | undefined, names: NamesInScope, linking: Linking): Rule[] {
  const list = Array.isArray(value?.rules) ? value.rules : [];
  const rules: Rule[] = [];
  const first = new Map<string, Rule['at']>();
  for (const [index, entry] of list.entries()) {
    if (!isSound(list, index, linking)) continue;
    const at = valuePlace(entry, 'rule');
    const earlier = first.get(entry.rule);
    if (earlier !== undefined)
      linking.report('duplicate-rule', at, { id: entry.rule }, [{ place: earlier, message: 'The first one.' }]);
    first.set(entry.rule, earlier ?? at);
    checkPlaceholders(entry, names.facts, [], linking);
    const rule = linkRule(entry, headPlace(list, index), names, linking);
    if (rule !== undefined && linking.flawless(entryPlace(list, index))) rules.push(rule);
  }
  return rules.sort((a, b) => b.priority - a.priority);
}

function linkRule(entry: RuleValue, at: Rule['at'], names: NamesInScope, linking: Linking): Rule | undefined {
  const when = linkCondition(entry.when, names, linking);
  const set = linkFactValues(entry.set, names, linking);
  for (const key of ['suspect', 'rule_out'] as const)
    for (const [index, address] of (entry[key] ?? []).entries())
      checkAddress(address, 'fault', entry[key] as object, index, names, linking);
  if (entry.go !== undefined) checkAddress(entry.go, 'node', entry, 'go', names, linking);
  const [tree, node] = entry.go?.split('/') ?? [];
  if (when === undefined) return undefined;
  return withoutUndefined({
    id: entry.rule,
    when,
    priority: entry.priority ?? 0,
    set,
    suspect: [...(entry.suspect ?? [])],
    ruleOut: [...(entry.rule_out ?? [])],
    warn: entry.warn,
    go: tree === undefined || node === undefined ? undefined : { tree, node },
    at,
  });
}

/** The values written for facts, as the facts keep them; reports facts that do not exist and values they cannot have. */
export function linkFactValues(
  written: Readonly<Record<string, unknown>> | undefined,
  names: Pick<NamesInScope, 'facts'>,
  { report }: Linking,
): ReadonlyMap<string, FactValue> {
  const values = new Map<string, FactValue>();
  for (const [name, value] of written === undefined ? [] : entriesOf(written)) {
    const parent = written as object;
    if (!isDeclared(names.facts, name))
      report('unknown-fact', keyPlace(parent, name), { name, among: [...names.facts.known.keys()] });
    const fact = names.facts.known.get(name);
    const result = fact === undefined ? { value: value as FactValue } : factValue(fact, value);
    if ('value' in result) values.set(name, result.value);
    else
      report('value-misfit', valuePlace(parent, name), {
        value: sourceOf(parent, name),
        of: name,
        reason: result.reason,
      });
  }
  return values;
}
