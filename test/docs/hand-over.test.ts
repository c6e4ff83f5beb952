import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Agent,
  beginRound,
  caseNumberInWords,
  handOver,
  handOverNote,
  type Input,
  type KnowledgeBase,
  letterAfterCall,
  loadTexts,
  type Manner,
  perfectAgent,
  playRound,
  type Session,
  situation,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { play, playOn } from '../session/play.js';
import { blocks, filesIn, table } from './console.js';

const page = 'docs/hand-over.md';
const number = caseNumberInWords(1042);
const clock = { zone: 60, today: '2026-11-27' };

let kb: KnowledgeBase;
let shown: readonly string[];
let sessions: readonly Session[];
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadShipped());
  sessions = [
    await practised('printer-offline', 'confused', 2, 99, {
      promised: 'a call from the second line',
      by: '2026-11-30T12:00:00Z',
    }),
    await practised('sign-in', 'wrong', 9, 11, {
      parked: 'she has to fetch her phone from the car',
      callBack: '2026-11-27T15:30:00Z',
    }),
    await practised('no-internet', 'confused', 8, 99, {
      note: 'She works from home, and uses her phone until then.',
      agent: 'Anna',
    }),
  ];
  const notes = await Promise.all(sessions.map(noted));
  const letter = await letterAfterCall(kb, sessions[2] as Session, { number, ...clock });
  shown = [await copier(), ...notes, `${letter.subject}\n\n${letter.body}`].map(folded);
  if (process.env.UPDATE_DOCS !== undefined) writeFileSync(page, withBlocks(readFileSync(page, 'utf8'), shown));
}, 60_000);

/** A practice call with an agent who listens, left after so many things that the caller said. */
async function practised(tree: string, manner: Manner, seed: number, turns: number, last: Input): Promise<Session> {
  const round = await beginRound(kb, { tree, manner, seed, graph: true });
  let heard = 0;
  const agent: Agent = (utterance, now) => {
    heard += 1;
    return heard > turns ? [] : perfectAgent(utterance, now);
  };
  const { session } = await playRound(kb, round, agent);
  const began: Session = { ...session, started: '2026-11-27T13:05:00Z', agent: 'Anna' };
  return (await playOn(kb, began, { caller: 'Ms Lee' }, { contact: '0123 4567' }, last)).session;
}

async function noted(session: Session): Promise<string> {
  const told = await handOver(kb, session, { number, now: '2026-11-27T13:40:00Z' });
  const note = handOverNote(kb, told, clock);
  // The version changes with every edit of a tree.
  return note.replace(/knowledge [0-9a-f]+/, 'knowledge …');
}

/** The note of the example on the page. */
async function copier(): Promise<string> {
  const { knowledgeBase, diagnostics } = await loadTexts(filesIn(page));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { session } = await play(knowledgeBase, 'copier', { answer: 'the hall' }, { answer: 'no' });
  const told = await handOver(knowledgeBase, session, { number: caseNumberInWords(3) });
  return handOverNote(knowledgeBase, told).replace(/knowledge [0-9a-f]+/, 'knowledge …');
}

/** A text in lines of a width that one can read. */
function folded(text: string): string {
  return text.replaceAll(/(?=[^\n]{101})([^\n]{1,100}) /g, '$1\n');
}

function withBlocks(text: string, contents: readonly string[]): string {
  let at = 0;
  return text.replaceAll(/(?<=^```text\n)[\s\S]*?(?=^```$)/gm, () => `${contents[at++]}\n`);
}

describe('docs/hand-over.md', () => {
  test('shows what the example, the three calls and the letter give', () => {
    expect(blocks(page, 'text')).toEqual(shown.map((text) => `${text}\n`));
  });

  test('shows calls that go to a desk, are broken off, and go to a desk with a template of its own', async () => {
    const [first, second, third] = await Promise.all(sessions.map((session) => handOver(kb, session)));
    expect([first?.outcome, first?.desks[0]?.id]).toEqual(['referred', 'second-line']);
    expect(second?.outcome).toBe('parked');
    expect([third?.outcome, third?.desks[0]?.id]).toEqual(['referred', 'provider']);
    expect(kb.desks.get('provider')?.handOver).toBeDefined();
    for (const session of sessions) expect((await situation(kb, session)).type).not.toBe('fixed');
  });

  test('says of every part what it is', () => {
    const parts = table(page, 'part').map(([part = '']) => part.replaceAll('`', ''));
    const manifest = JSON.parse(readFileSync('schema/knowledge-base.schema.json', 'utf8')) as {
      properties: { desks: { additionalProperties: { properties: { hand_over: { description: string } } } } };
    };
    const { description } = manifest.properties.desks.additionalProperties.properties.hand_over;
    expect(parts.sort()).toEqual([...description.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort());
  });

  test('its program compiles, and says what stands beside it', () => {
    const [example = ''] = blocks(page, 'ts');
    mkdirSync('dist/docs', { recursive: true });
    writeFileSync('dist/docs/hand-over-example.mts', example);
    const options =
      '--ignoreConfig --strict --module nodenext --target es2022 --skipLibCheck --types node --rootDir dist/docs --outDir dist/docs';
    const compiler = ['node_modules/typescript/bin/tsc', ...options.split(' '), 'dist/docs/hand-over-example.mts'];
    execFileSync(process.execPath, compiler);
    const wrote = execFileSync(process.execPath, ['dist/docs/hand-over-example.mjs'], { encoding: 'utf8' });
    expect(wrote.trimEnd()).toBe([...example.matchAll(/\/\/ (.*)$/gm)].at(-1)?.[1]);
  }, 60_000);
});
