import type { KnowledgeBase, Place } from '../../knowledge/index.js';
import type { Change, ChangedThing } from './change.js';
import { compareTree } from './compare-tree.js';
import { quoted } from './in-words.js';
import { isSame } from './same.js';

/**
 * What callers and agents will notice of what has changed between two versions of a knowledge base: everything that is
 * asked, said, decided or reached. Comments, order of files, notes and example calls are not noticed.
 */
export function compareKnowledge(before: KnowledgeBase, after: KnowledgeBase): readonly Change[] {
  const changes: Change[] = [];
  for (const [id, tree] of before.trees)
    if (!after.trees.has(id))
      changes.push({
        what: 'tree',
        kind: 'gone',
        tree: id,
        message: `The tree ${quoted(tree.title)} (${id}) is gone, or cannot be read.`,
        before: tree.at,
      });
  for (const [id, tree] of after.trees) {
    const old = before.trees.get(id);
    if (old === undefined)
      changes.push({
        what: 'tree',
        kind: 'new',
        tree: id,
        message: `The tree ${quoted(tree.title)} (${id}) is new.`,
        at: tree.at,
      });
    else changes.push(...compareTree([before, after], [old, tree]));
  }
  const rules = (kb: KnowledgeBase) => new Map(kb.rules.map((rule) => [rule.id, rule]));
  return [
    ...changes,
    ...compareEntries('fact', before.facts, after.facts, ({ title }) => title),
    ...compareEntries('rule', rules(before), rules(after), ({ warn }) => warn ?? ''),
    ...compareEntries('desk', before.desks, after.desks, ({ name }) => name),
    ...compareEntries('known-issue', before.overlays, after.overlays, ({ title }) => title),
    ...compareEntries('term', before.glossary, after.glossary, ({ plain }) => plain),
    ...compareEntries('knowledge-base', before.conditions, after.conditions, () => ''),
    ...(isSame(
      [before.notCovered, before.nothingFits, before.synonyms],
      [after.notCovered, after.nothingFits, after.synonyms],
    )
      ? []
      : [
          {
            what: 'knowledge-base',
            kind: 'changed',
            message:
              'What callers say is understood otherwise: synonyms, subjects that are not covered, or what is asked where nothing fits.',
          } as const,
        ]),
  ];
}

const names: Partial<Record<ChangedThing, string>> = {
  'known-issue': 'known issue',
  term: 'word of the glossary',
  'knowledge-base': 'named condition',
};

function compareEntries<Value>(
  what: ChangedThing,
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  about: (value: Value) => string,
): readonly Change[] {
  const changes: Change[] = [];
  const name = (id: string, value: Value): string => {
    const text = about(value);
    return `The ${names[what] ?? what} ${id}${text === '' ? '' : ` (${quoted(text)})`}`;
  };
  const place = (value: Value): { readonly at?: Place } => {
    const at = (value as { readonly at?: Place }).at;
    return at === undefined ? {} : { at };
  };
  for (const [id, value] of before) {
    const { at } = place(value);
    if (!after.has(id))
      changes.push({
        what,
        kind: 'gone',
        message: `${name(id, value)} is gone.`,
        ...(at === undefined ? {} : { before: at }),
      });
  }
  for (const [id, value] of after) {
    const old = before.get(id);
    if (old === undefined) changes.push({ what, kind: 'new', message: `${name(id, value)} is new.`, ...place(value) });
    else if (!isSame(old, value))
      changes.push({ what, kind: 'changed', message: `${name(id, value)} has changed.`, ...place(value) });
  }
  return changes;
}
