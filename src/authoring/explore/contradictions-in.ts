import type { FactValue, KnowledgeBase, Place, Rule } from '../../knowledge/index.js';
import type { State } from '../../session/index.js';
import { type Moved, movesMade } from './moved.js';
import { placeAt } from './place-at.js';

/** A contradiction in words, and where it is written. */
export interface Contradiction {
  readonly message: string;
  readonly place: Place;
}

/** What contradicts itself in one transition: a fact that was known otherwise, or a fault of which two things are said. */
export function contradictionsIn(kb: KnowledgeBase, moved: Moved): readonly Contradiction[] {
  const { before, after } = moved;
  const found: Contradiction[] = [];
  for (const { reason, ...place } of movesMade(after, before)) {
    if (reason.kind !== 'rule') continue;
    const rule = kb.rules.find(({ id }) => id === reason.rule);
    if (rule === undefined) continue;
    found.push(...againstFacts(rule, reason.set, after), ...againstRules(kb, rule, after));
    for (const fault of rule.ruleOut)
      if (before?.faults.get(fault) === 'isolated' && after.faults.get(fault) === 'ruled-out')
        found.push({
          message: `The rule "${rule.id}" rules out ${fault}, which is just being mended.`,
          place: placeAt(kb, place),
        });
  }
  return [...found, ...askedAnew(kb, moved)];
}

/** A rule that wants to set what is known otherwise sets nothing: what is known stays. */
function againstFacts(rule: Rule, set: readonly string[], { facts }: State): readonly Contradiction[] {
  return [...rule.set].flatMap(([fact, value]) => {
    const known = facts.get(fact)?.value;
    if (set.includes(fact) || known === undefined || same(known, value)) return [];
    const message = `The rule "${rule.id}" says that ${fact} is ${shown(value)}, and it is known as ${shown(known)}.`;
    return [{ message, place: rule.at }];
  });
}

function againstRules(kb: KnowledgeBase, rule: Rule, { fired }: State): readonly Contradiction[] {
  return kb.rules.flatMap((other) => {
    if (other.id === rule.id || !fired.has(other.id)) return [];
    const faults = [
      ...rule.suspect.filter((fault) => other.ruleOut.includes(fault)),
      ...rule.ruleOut.filter((fault) => other.suspect.includes(fault)),
    ];
    return faults.map((fault) => ({
      message: `Of the rules "${other.id}" and "${rule.id}" one suspects ${fault}, and one rules it out.`,
      place: rule.at,
    }));
  });
}

/** A question whose fact is known, but as something to which it has no answer, is asked all the same. */
function askedAnew(kb: KnowledgeBase, { before, after }: Moved): readonly Contradiction[] {
  if (before === undefined) return [];
  return [...before.facts].flatMap(([fact, { value }]) => {
    const now = after.facts.get(fact)?.value;
    if (now === undefined || same(value, now) || kb.facts.get(fact)?.fades === true) return [];
    const message = `${fact} is known as ${shown(value)}, is asked all the same, and is then ${shown(now)}.`;
    return [{ message, place: placeAt(kb, before) }];
  });
}

function same(a: FactValue, b: FactValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function shown(value: FactValue): string {
  return `"${String(value)}"`;
}
