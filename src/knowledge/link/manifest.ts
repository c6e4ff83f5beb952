import { handOverPlaceholders } from '../hand-over-placeholders.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Desk, LintLevel, LintSetting, NotCovered, Outcome } from '../model.js';
import { entriesOf, isWritten, keyPlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import type { FileValue } from './files.js';
import { isSound, type Linking, lookUp, type Names } from './linking.js';
import type { NamesInScope } from './names-in-scope.js';
import { checkText } from './placeholders.js';

type ManifestValue = FileValue<'knowledge-base'>;

/** What the manifest says. */
export interface LinkedManifest {
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly defaultDesk: string;
  readonly deskNames: Names<Desk>;
  readonly retention: ReadonlyMap<Outcome, number>;
}

/** What the manifest says about callers whose words fit no tree; what it refers to is reported where it does not exist. */
export function linkNothingFits(
  value: Partial<ManifestValue> | undefined,
  names: Pick<NamesInScope, 'facts' | 'desks' | 'trees'>,
  linking: Linking,
): Pick<KnowledgeBase, 'nothingFits' | 'notCovered'> {
  const notCovered = new Map<string, NotCovered>();
  const others = value?.not_covered;
  for (const [id, entry] of isMap(others) ? entriesOf(others) : []) {
    if (!isSound(others as object, id, linking)) continue;
    const { name, symptoms, desk } = entry;
    if (desk !== undefined) lookUp(names.desks, desk, 'unknown-desk', entry, 'desk', linking);
    notCovered.set(id, withoutUndefined({ id, name, symptoms: [...symptoms], desk }));
  }
  const fits = value?.nothing_fits;
  if (value === undefined || !isMap(fits) || !isSound(value, 'nothing_fits', linking))
    return { notCovered, nothingFits: { ask: [] } };
  for (const question of fits.ask ?? [])
    if (question.fact !== undefined) lookUp(names.facts, question.fact, 'unknown-fact', question, 'fact', linking);
  if (fits.tree !== undefined) lookUp(names.trees, fits.tree, 'unknown-tree', fits, 'tree', linking);
  const ask = (fits.ask ?? []).map(({ ask, say, fact }) => withoutUndefined({ ask, say, fact }));
  return { notCovered, nothingFits: withoutUndefined({ ask, tree: fits.tree }) };
}

const isMap = <Value>(value: Value): value is NonNullable<Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Links the manifest. Without one that can be read, the name and title are empty and no desk counts as missing. */
export function linkManifest(value: Partial<ManifestValue> | undefined, linking: Linking): LinkedManifest {
  const desks = new Map<string, Desk>();
  const written = value?.desks;
  const complete = typeof written === 'object' && written !== null && !Array.isArray(written);
  if (complete)
    for (const [id, desk] of entriesOf(written)) {
      const sound = isSound(written, id, linking);
      const { name, say, visit, hand_over: handOver } = sound ? desk : { name: id };
      desks.set(id, withoutUndefined({ id, name, say, visit, handOver }));
    }
  const deskNames: Names<Desk> = { known: desks, complete };
  const wanted = textOf(value?.default_desk);
  const found = value && wanted !== '' && lookUp(deskNames, wanted, 'unknown-desk', value, 'default_desk', linking);
  return {
    name: textOf(value?.knowledge_base),
    title: textOf(value?.title),
    language: textOf(value?.language) || 'en',
    desks,
    defaultDesk: found ? wanted : (desks.keys().next().value ?? ''),
    deskNames,
    retention: retentionOf(value, linking),
  };
}

/** Reports what the template of a desk's hand-over note has in braces and cannot be filled in. */
export function checkHandOvers(
  value: Partial<ManifestValue> | undefined,
  facts: Names<unknown>,
  linking: Linking,
): void {
  const desks: unknown = value?.desks;
  if (!isMap(desks)) return;
  for (const desk of Object.values(desks)) {
    if (isMap(desk) && isWritten(desk, 'hand_over')) checkText(desk, 'hand_over', facts, handOverPlaceholders, linking);
  }
}

function retentionOf(value: Partial<ManifestValue> | undefined, linking: Linking): ReadonlyMap<Outcome, number> {
  const written = value?.retention;
  if (value === undefined || !isMap(written) || !isSound(value, 'retention', linking)) return new Map();
  return new Map(entriesOf(written).filter((entry): entry is [Outcome, number] => typeof entry[1] === 'number'));
}

/** What the manifest says about lints. Whether there are such lints is not known here. */
export function linkLints(value: Partial<ManifestValue> | undefined, linking: Linking): KnowledgeBase['lints'] {
  const lints = new Map<string, LintSetting>();
  const written = value?.lint;
  if (value === undefined || !isMap(written)) return lints;
  for (const [name, setting] of entriesOf(written)) {
    if (!isSound(written, name, linking)) continue;
    const at = keyPlace(written, name);
    lints.set(
      name,
      typeof setting === 'string' ? { level: setting as LintLevel, at } : withoutUndefined({ ...setting, at }),
    );
  }
  return lints;
}
