import { factValue } from '../fact-value.js';
import type { Fact, Hearing } from '../model.js';
import { entriesOf, keyPlace, valuePlace } from '../read/index.js';
import type { FileValue } from './files.js';
import type { Linking } from './linking.js';

type HearValue = NonNullable<FileValue<'facts'>['facts'][string]['hear']>;

/** Where the value stands in a phrase that is heard for a number or a date. */
const placeOfValue = '{value}';

/**
 * Links what is heard for a fact, which stands under `hear` of its entry: a list of phrases with `{value}` for numbers
 * and dates, phrases by value for all types. Reports values that the fact cannot have.
 */
export function linkHearing(
  fact: Omit<Fact, 'hear'>,
  entry: { hear?: HearValue | undefined },
  linking: Linking,
): Hearing[] {
  const { hear } = entry;
  if (hear === undefined) return [];
  return Array.isArray(hear) ? fromList(fact, entry, hear, linking) : fromValues(fact, hear, linking);
}

function fromList(fact: Omit<Fact, 'hear'>, entry: object, phrases: readonly string[], linking: Linking): Hearing[] {
  const { type } = fact;
  if (type !== 'number' && type !== 'date') {
    linking.report('hear-misfit', keyPlace(entry, 'hear'), { type, wanted: 'values' });
    return [];
  }
  return phrases.flatMap((phrase, index) => {
    if (phrase.split(placeOfValue).length === 2) return [{ phrase }];
    linking.report('hear-misfit', valuePlace(phrases, index), { type, wanted: 'placeholder' });
    return [];
  });
}

function fromValues(
  fact: Omit<Fact, 'hear'>,
  hear: Readonly<Record<string, readonly string[]>>,
  linking: Linking,
): Hearing[] {
  return entriesOf(hear).flatMap(([written, phrases]) => {
    const result = factValue({ ...fact, hear: [] }, written);
    if ('value' in result) return phrases.map((phrase) => ({ phrase, value: result.value }));
    const { reason } = result;
    linking.report('value-misfit', keyPlace(hear, written), { value: written, of: fact.name, reason });
    return [];
  });
}
