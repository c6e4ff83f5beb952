import { type Condition, valuePlace } from '../../knowledge/index.js';
import { comparisonsIn } from '../../rules/index.js';
import type { Lint } from './lint.js';
import { writtenSteps } from './written-steps.js';

/** A step says for whom it is not, instead of for whom it is. */
export const stepForAllBut: Lint = {
  code: 'step-for-all-but',
  level: 'warning',
  summary: 'A step says for whom it is not, instead of for whom it is.',
  whole: true,
  *look(subject) {
    const { kb } = subject;
    for (const { value } of writtenSteps(subject)) {
      const when = value.when as Condition | undefined;
      const excluding = when && comparisonsIn(when, kb.conditions).find(({ operator }) => excludes(operator));
      const fact = kb.facts.get(excluding?.fact ?? '');
      // Of two choices the other one is named as well by what it is not.
      if (excluding === undefined || fact?.type !== 'choice' || fact.choices.length <= 2) continue;
      const left = fact.choices.map(({ id }) => id).filter((id) => ![excluding.value].flat().includes(id));
      yield {
        place: valuePlace(value, 'when'),
        message: `This step is read for all but ${[excluding.value].flat().join(' and ')}, also for every choice of "${fact.title}" that comes later.`,
        hint: `Name those it is for: { fact: ${fact.name}, operator: in, value: [${left.join(', ')}] }`,
      };
    }
  },
};

const excludes = (operator: string): boolean => operator === 'notEqual' || operator === 'notIn';
