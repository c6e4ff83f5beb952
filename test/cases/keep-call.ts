import { randomUUID } from 'node:crypto';
import {
  type CaseStore,
  type Input,
  type KnowledgeBase,
  loadFolder,
  type Session,
  situation,
  standingOf,
  start,
  step,
} from '../../src/index.js';

/** The knowledge base of these tests: small, with a printer and a screen. */
export async function office(): Promise<KnowledgeBase> {
  return (await loadFolder('test/fixtures/office', { calls: false })).knowledgeBase;
}

/** A call about the printer, with these inputs; what the knowledge base refuses is a mistake of the test. */
export async function printerCall(
  kb: KnowledgeBase,
  inputs: readonly Input[],
  beginning: { readonly words?: string; readonly agent?: string; readonly caller?: string; readonly at?: string } = {},
): Promise<Session> {
  const begun = Date.parse(beginning.at ?? '2026-11-28T09:00:00Z');
  let session = start(kb, { tree: 'printer', ...beginning, at: new Date(begun).toISOString() });
  for (const [index, input] of inputs.entries()) {
    const at = new Date(begun + 30_000 * (index + 1)).toISOString();
    const stepped = await step(kb, session, input, { at, took: 30_000 });
    if (stepped.refused !== undefined) throw new Error(stepped.refused);
    session = stepped.session;
  }
  return session;
}

/** Keeps a whole call as one that is over: with its details, and held by nobody. */
export async function keepWhole(
  store: CaseStore,
  kb: KnowledgeBase,
  session: Session,
  id: string = randomUUID(),
): Promise<number> {
  const now = session.tree === '' ? undefined : await situation(kb, session);
  const standing = standingOf(kb, session, now, '2026-11-28T09:00:00.000Z');
  const { number } = await store.keep({ id, session, standing });
  const stored = await store.read(number);
  if (stored === undefined) throw new Error(`Case ${number} was not kept.`);
  await store.detail(kb, stored);
  return number;
}
