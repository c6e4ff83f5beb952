import type { Answer, Fact } from '../model.js';
import { entriesOf, keyPlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import type { FileValue } from './files.js';
import { linkHearing } from './hearing.js';
import { isSound, type Linking, type Names } from './linking.js';
import { wordingsOf } from './wordings-of.js';

type FactEntry = FileValue<'facts'>['facts'][string];

const yesNo: readonly Answer[] = [
  { id: 'yes', label: 'Yes', hear: [] },
  { id: 'no', label: 'No', hear: [] },
];

/** Every declared fact; one that is broken has no value among the names, and is kept as a text for the engine. */
export interface LinkedFacts {
  readonly names: Names<Fact>;
  readonly facts: ReadonlyMap<string, Fact>;
}

/** Links facts.yaml: labels of choices, and keys that do not go with the type. */
export function linkFacts(value: FileValue<'facts'> | undefined, complete: boolean, linking: Linking): LinkedFacts {
  const known = new Map<string, Fact | undefined>();
  const facts = new Map<string, Fact>();
  for (const [name, entry] of value === undefined ? [] : entriesOf(value.facts)) {
    const parent = (value as FileValue<'facts'>).facts;
    if (isSound(parent, name, linking)) checkEntry(entry, parent, name, linking);
    const at = keyPlace(parent, name);
    const fact = isSound(parent, name, linking) ? factOf(name, entry, at, linking) : undefined;
    known.set(name, fact);
    facts.set(
      name,
      fact ?? {
        name,
        title: name,
        type: 'text',
        choices: [],
        hear: [],
        fades: false,
        personal: entry?.personal === true,
        at,
      },
    );
  }
  return { names: { known, complete }, facts };
}

function checkEntry(entry: FactEntry, parent: object, name: string, { report }: Linking): void {
  const { type, min, max } = entry;
  const listed = type === 'choice' || type === 'choices';
  const misplaced = [...(listed ? [] : ['choices']), ...(type === 'number' ? [] : ['unit', 'min', 'max'])];
  for (const key of misplaced)
    if (Object.hasOwn(entry, key)) report('key-misplaced', keyPlace(entry, key), { key, type });
  if (listed && (entry.choices === undefined || Object.keys(entry.choices).length === 0))
    report('choices-missing', keyPlace(parent, name), { type });
  if (min !== undefined && max !== undefined && min > max) report('range-reversed', keyPlace(entry, 'min'), {});
}

function choicesOf(entry: FactEntry): readonly Answer[] {
  if (entry.type === 'yes-no') return yesNo;
  return (entry.choices === undefined ? [] : entriesOf(entry.choices)).map(([id, choice]) =>
    typeof choice === 'string'
      ? { id, label: choice, hear: [] }
      : { id, label: choice.label, hear: [...(choice.hear ?? [])] },
  );
}

function factOf(name: string, entry: FactEntry, at: Fact['at'], linking: Linking): Fact {
  const fact = withoutUndefined({
    name,
    title: entry.name,
    type: entry.type,
    choices: entry.type === 'choice' || entry.type === 'choices' || entry.type === 'yes-no' ? choicesOf(entry) : [],
    unit: entry.unit,
    min: entry.min,
    max: entry.max,
    ask: entry.ask,
    say: entry.say,
    ifConfused: wordingsOf(entry.if_confused),
    why: entry.why,
    fades: entry.fades ?? false,
    personal: entry.personal ?? false,
    at,
  });
  return { ...fact, hear: linkHearing(fact, entry, linking) };
}
