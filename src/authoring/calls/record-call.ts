import type { CallExample, Fact, KnowledgeBase, Node } from '../../knowledge/index.js';
import { type Position, reopen, type Session, standingActs, trail } from '../../session/index.js';
import { checkWords } from './check-words.js';
import { exampleOf, type WrittenCall } from './example-of.js';
import { type PersonalValue, recordedTurns, type WrittenValue } from './recorded-turns.js';
import { runCall } from './run-call.js';

/** A call that was played as an example of it, with the keys of a call file; or why it cannot be one. */
export type RecordedCall = { readonly tree: string; readonly call: WrittenCall } | { readonly reason: string };

/**
 * Makes an example call of a call that was played to its end. It passes when it is run: a call that cannot be written so
 * that it does is refused, with a sentence. What was taken back is not in it. Values of personal facts are not written:
 * others stand in their place, or "declined".
 * @throws Error when the knowledge base does not hold the session's tree
 */
export async function recordCall(kb: KnowledgeBase, session: Session): Promise<RecordedCall> {
  const { session: opened, situation: end } = await reopen(kb, session);
  if (end.type !== 'fixed' && end.type !== 'referred' && end.type !== 'closed')
    return { reason: 'The call has not come to an end yet: there is nothing to expect of it.' };
  const { tree } = session;
  const moves = await trail(kb, opened);
  const acts = await standingActs(kb, opened);
  const asksIssue = moves.some(({ reason }) => 'question' in reason && reason.question?.purpose === 'issue');
  const on = asksIssue ? session.started?.slice(0, 10) : undefined;
  const fault = moves.flatMap(({ tree: of, reason }) =>
    reason.kind === 'explained' ? [of === tree ? reason.fault : `${of}/${reason.fault}`] : [],
  );
  const { words, found } = await wordsOf(kb, session);
  const desk = end.type === 'referred' ? end.desk : undefined;
  const endsAt = endNamed(kb, tree, end);
  let reason = '';
  for (const personal of stands(kb)) {
    const answers = recordedTurns(kb, tree, moves, acts, personal);
    const call: WrittenCall = {
      name: nameOf(kb, session, end.type, fault.at(-1), desk, new Set(kb.calls.map((each) => each.name))),
      ...(words === undefined ? {} : { words, ...(found === 'first' ? {} : { found }) }),
      ...(on === undefined ? {} : { on }),
      ...(answers.length === 0 ? {} : { answers }),
      ends: end.type,
      ...(endsAt === undefined ? {} : { ends_at: endsAt }),
      ...(fault.length === 0 ? {} : { fault: fault.at(-1) as string }),
      ...(desk === undefined ? {} : { desk }),
    };
    const { differences } = await runCall(kb, exampleOf(tree, call));
    const [first] = differences;
    if (first === undefined) return { tree, call };
    reason = `The call cannot be written so that it goes the same way again: ${first.message}`;
  }
  return { reason };
}

/** The node at which a call ends, where nothing else tells it from another end of its tree. */
function endNamed(kb: KnowledgeBase, tree: string, end: Position): string | undefined {
  const nodes = [...(kb.trees.get(end.tree)?.nodes.values() ?? [])];
  const alike = (one: Node | undefined, other: Node): boolean =>
    (one?.kind === 'refer' && other.kind === 'refer' && one.desk === other.desk) ||
    (one?.kind === 'close' && other.kind === 'close' && one.outcome === other.outcome);
  const own = nodes.find(({ id }) => id === end.node);
  if (nodes.filter((node) => alike(own, node)).length < 2) return undefined;
  return end.tree === tree ? end.node : `${end.tree}/${end.node}`;
}

/** What the caller said first, where the search finds the tree by it. */
async function wordsOf(kb: KnowledgeBase, { tree, words }: Session): Promise<Pick<WrittenCall, 'words' | 'found'>> {
  const text = words?.replace(/\s+/g, ' ').trim();
  if (text === undefined || text === '' || text.length > 2000) return {};
  for (const found of ['first', 'among-three'] as const) {
    const example: CallExample = exampleOf(tree, { name: '', words: text, found });
    if ((await checkWords(kb, example)).length === 0) return { words: text, found };
  }
  return {};
}

/** What can stand for personal facts, the likeliest to lead the same way first. */
function stands(kb: KnowledgeBase): readonly PersonalValue[] {
  return [(fact) => standIn(kb.facts.get(fact)), () => ({ unsure: 'declined' })];
}

function standIn(fact: Fact | undefined): WrittenValue {
  switch (fact?.type) {
    case 'number':
      return Math.max(fact.min ?? 0, Math.min(1, fact.max ?? 1));
    case 'date':
      return '2000-01-01';
    case 'choice':
    case 'yes-no':
      return fact.choices[0]?.id ?? '';
    case 'choices':
      return [];
    default:
      return 'something';
  }
}

/** A name that no other call has: the first words, or the title of the tree, and the end. */
function nameOf(
  kb: KnowledgeBase,
  { tree, words }: Session,
  ends: string,
  fault: string | undefined,
  desk: string | undefined,
  taken: ReadonlySet<string>,
): string {
  const said = (words ?? kb.trees.get(tree)?.title ?? tree).trim().split(/\s+/).slice(0, 8).join(' ').slice(0, 100);
  const end = ends === 'referred' ? `to ${desk}` : ends;
  const name = `${said}: ${fault === undefined || ends === 'referred' ? end : `${fault}, ${end}`}`;
  let number = 2;
  if (!taken.has(name)) return name;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}
