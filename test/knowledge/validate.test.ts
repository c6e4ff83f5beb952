import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { read } from '../../src/knowledge/read/index.js';
import { type FileKind, fileSchemas } from '../../src/knowledge/schema/index.js';
import { validate } from '../../src/knowledge/validate/index.js';
import { filesBelow, fixtures } from './fixtures.js';

// Our own walk beside the schema finds the words; zod says whether there has to be something to say.
function agree(kind: FileKind, value: unknown): void {
  const found: string[] = [];
  const { holder } = read({ path: 'a.yaml', text: JSON.stringify(value) }, (code) => found.push(code));
  if (holder === undefined || found.length > 0) return;
  validate(kind, holder, (code) => found.push(code));
  const expected = fileSchemas[kind].safeParse(holder.root).success;
  const valid = found.length === 0;
  // The value is shown only where they differ: comparing it thousands of times takes longer than validating it.
  expect([valid, valid === expected ? '' : value]).toEqual([expected, '']);
}

const parsed = (path: string): unknown => {
  const file = filesBelow(`${fixtures}/good`).find((one) => one.path === path);
  return read(file ?? { path, text: '' }, () => {}).holder?.root;
};

const subjects: [FileKind, unknown][] = [
  ['tree', parsed('printer/printer-offline.yaml')],
  ['tree', parsed('wifi/wifi-down.yaml')],
  ['calls', parsed('printer/printer-offline.calls.yaml')],
  ['facts', parsed('facts.yaml')],
  ['rules', parsed('rules.yaml')],
  ['checks', parsed('checks.yaml')],
  ['glossary', parsed('glossary.yaml')],
  ['overlays', parsed('overlays.yaml')],
  ['knowledge-base', parsed('knowledge-base.yaml')],
  ['procedure', parsed('procedures/restart-device.yaml')],
];

type Way = (string | number)[];

function waysInto(value: unknown, way: Way = []): Way[] {
  if (typeof value !== 'object' || value === null) return [way];
  const inner = Object.keys(value).flatMap((key) =>
    waysInto((value as Record<string, unknown>)[key], [...way, Array.isArray(value) ? Number(key) : key]),
  );
  return [way, ...inner];
}

function changed(value: unknown, way: Way, change: (inner: unknown) => unknown): unknown {
  const copy = structuredClone(value);
  const [last, ...before] = [...way].reverse();
  if (last === undefined) return change(copy);
  let parent = copy as Record<string | number, unknown>;
  for (const key of before.reverse()) parent = parent[key] as Record<string | number, unknown>;
  const next = change(parent[last]);
  if (next === undefined) delete parent[last];
  else parent[last] = next;
  return copy;
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, 0, 5, -1, 1.5, '', 'skip', 'yes', 'quick', '30s', 'Not An Id', 'a/b'),
  fc.constantFrom<unknown>([], {}, [1], ['a'], { go: 'a' }, { treat_as: 'a' }, { refer: 'a' }, { otherwise: 'a' }),
  fc.constantFrom<unknown>(
    { condition: 'a' },
    { all: [] },
    { not: {} },
    { fact: 'os' },
    { ask: 'A?' },
    { unsure: 'declined' },
  ),
  fc.constantFrom<unknown>(
    { 'dont-know': 'skip' },
    { dont_know: 'skip' },
    'x'.repeat(3000),
    '2026-02-30',
    '2026-02-28',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('validation', () => {
  test.each(subjects)('%s: accepts what zod accepts', (kind, value) => {
    expect(fileSchemas[kind].safeParse(value).success).toBe(true);
    agree(kind, value);
  });

  test.each(subjects)('%s: finds something wherever zod does, and only there', (kind, value) => {
    const ways = waysInto(value);
    fc.assert(
      fc.property(fc.nat(ways.length - 1), odd, (index, other) => {
        const mutated = changed(value, ways[index] as Way, () => other);
        if (mutated !== undefined) agree(kind, mutated);
      }),
      { numRuns: 600, seed: 1 },
    );
  });

  test.each(subjects)('%s: finds keys that are too many wherever zod does', (kind, value) => {
    for (const way of waysInto(value))
      agree(
        kind,
        changed(value, way, (inner) =>
          typeof inner === 'object' && inner !== null && !Array.isArray(inner)
            ? { ...inner, 'extra-key': 'extra' }
            : inner,
        ),
      );
  });
});
