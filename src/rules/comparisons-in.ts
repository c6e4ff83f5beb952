import type { Comparison, Condition, NamedConditions } from './condition.js';
import { normalForm } from './normal-form.js';

/** The comparisons of a condition, with those of the conditions that it names. */
export function comparisonsIn(condition: Condition, named: NamedConditions): readonly Comparison[] {
  const found: Comparison[] = [];
  const forms = [normalForm(condition, named)];
  for (const form of forms) {
    if ('fact' in form) found.push(form);
    else forms.push(...('all' in form ? form.all : form.any));
  }
  return found;
}
