import type { Desk } from '../model.js';
import { entriesOf } from '../read/index.js';
import type { FileValue } from './files.js';
import { isSound, type Linking, lookUp, type Names } from './linking.js';
import { withoutUndefined } from './without-undefined.js';

type ManifestValue = FileValue<'knowledge-base'>;

/** What the manifest says. */
export interface LinkedManifest {
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly defaultDesk: string;
  readonly deskNames: Names<Desk>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Links the manifest. Without one that can be read, the name and title are empty and no desk counts as missing. */
export function linkManifest(value: Partial<ManifestValue> | undefined, linking: Linking): LinkedManifest {
  const desks = new Map<string, Desk>();
  const written = value?.desks;
  const complete = typeof written === 'object' && written !== null && !Array.isArray(written);
  if (complete)
    for (const [id, desk] of entriesOf(written)) {
      const sound = isSound(written, id, linking);
      desks.set(id, withoutUndefined({ id, name: sound ? desk.name : id, say: sound ? desk.say : undefined }));
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
  };
}
