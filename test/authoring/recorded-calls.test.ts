import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  appendCall,
  type Input,
  type KnowledgeBase,
  loadTexts,
  recordCall,
  runCall,
  type Session,
  type SourceFile,
  situation,
  start,
  step,
} from '../../src/index.js';
import { filesBelow } from '../knowledge/fixtures.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { anyInput, dice, one, reply } from '../session/random-calls.js';
import { lampWith } from './small-trees.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadShipped());
});

/** A random call that is then brought to its end by replies. */
async function endedCall(
  of: KnowledgeBase,
  { tree, throws }: { readonly tree: number; readonly throws: readonly (readonly [number, number])[] },
): Promise<Session | undefined> {
  let session = start(of, { tree: one([...of.trees.keys()], tree) });
  let now = await situation(of, session);
  for (const [kind, at] of throws) {
    const stepped = await step(of, session, await anyInput(of, session, now, kind, at));
    ({ session, situation: now } = stepped);
  }
  for (let more = 0; more < 80; more += 1) {
    if (now.type === 'fixed' || now.type === 'referred' || now.type === 'closed') return session;
    const stepped = await step(of, session, reply(now, 7 * more + 1 + (throws[0]?.[1] ?? 0)));
    ({ session, situation: now } = stepped);
  }
  return undefined;
}

/** The call that was recorded, as it is read back from a file of its own. */
async function readBack(files: readonly SourceFile[], tree: string, call: object) {
  const path = 'recorded.calls.yaml';
  const others = files.filter(({ path: each }) => !each.endsWith('.calls.yaml'));
  const loaded = await loadTexts([...others, { path, text: await appendCall(undefined, tree, call) }]);
  return { ...loaded, found: loaded.diagnostics.filter(({ place }) => place.file === path) };
}

describe('a call that was played', () => {
  test('passes as an example of itself, whatever has happened in it', async () => {
    let recorded = 0;
    let refused = 0;
    const reasons: string[] = [];
    await fc.assert(
      fc.asyncProperty(dice, async (call) => {
        const session = await endedCall(kb, call);
        if (session === undefined) return;
        const made = await recordCall(kb, session);
        if ('reason' in made) {
          refused += 1;
          reasons.push(`${made.reason} ${JSON.stringify(session.events.map(({ ...event }) => event))}`);
          return;
        }
        recorded += 1;
      }),
      { numRuns: 300 },
    );
    expect([refused, reasons.slice(0, 3)]).toEqual([0, []]);
    expect(recorded).toBeGreaterThan(200);
  }, 300_000);

  test('passes when it is read back from its file', async () => {
    const files = filesBelow('test/fixtures/office');
    const { knowledgeBase: office } = await loadTexts(files);
    let read = 0;
    await fc.assert(
      fc.asyncProperty(dice, async (call) => {
        const session = await endedCall(office, call);
        const made = session && (await recordCall(office, session));
        if (made === undefined || 'reason' in made) return;
        const { knowledgeBase, found } = await readBack(files, made.tree, made.call);
        expect(found).toEqual([]);
        const [example] = knowledgeBase.calls;
        if (example === undefined) throw new Error('It was not read back.');
        expect((await runCall(knowledgeBase, example)).differences).toEqual([]);
        read += 1;
      }),
      { numRuns: 60 },
    );
    expect(read).toBeGreaterThan(30);
  }, 300_000);
});

test('an end is named where its tree has another that looks the same', async () => {
  const of = await lampWith(`nodes:
  first: { ask: Is it dark?, answers: { "yes": bulb, "no": wire }, unsure: { go: end } }
  bulb: { refer: second-line, because: The bulb is gone. }
  wire: { refer: second-line, because: The wire is loose. }
  end: { close: resolved }
`);
  const recorded = async (input: Input): Promise<object> => {
    const made = await recordCall(of, (await step(of, start(of, { tree: 'lamp' }), input)).session);
    return 'call' in made ? made.call : made;
  };
  expect(await recorded({ answer: 'no' })).toMatchObject({ ends: 'referred', ends_at: 'wire' });
  expect(await recorded({ unsure: 'dont-know' })).not.toHaveProperty('ends_at');
});
