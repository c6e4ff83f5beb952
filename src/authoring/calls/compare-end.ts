import type { CallExample, KnowledgeBase } from '../../knowledge/index.js';
import type { Move } from '../../session/index.js';
import { nearest } from '../../source/index.js';
import type { Difference } from './call-result.js';
import { openInWords } from './open-in-words.js';
import type { PlayedCall } from './play-call.js';
import { turnInWords } from './turn-in-words.js';

/** What a call that was played to its end has otherwise than its example expects. */
export function compareEnd(
  kb: KnowledgeBase,
  example: CallExample,
  { end, left, asked, read, agreed }: PlayedCall,
  moves: readonly Move[],
): readonly Difference[] {
  const differences: Difference[] = [];
  const differs = (key: string, message: string, hint?: string): void => {
    const place = example.expected.get(key)?.at ?? example.at;
    differences.push(hint === undefined ? { message, place } : { message, hint, place });
  };
  const last = agreed.at(-1);
  const after = last === undefined ? '' : ` after "${last.words}" (line ${last.place.line})`;
  const [unused] = left;
  if (unused !== undefined)
    differences.push({ message: `The call has ended${after}, before "${turnInWords(unused)}".`, place: unused.at });
  const { ends, fault, desk, within, endsAt, reads = [] } = example;
  if (end.type === 'asking' || end.type === 'doing' || end.type === 'isolated')
    differs('ends', `The call goes round without an end: it ${openInWords(kb, end)}`);
  else if (end.type !== ends) {
    const to = end.type === 'referred' ? ` to "${end.desk}"` : '';
    differs('ends', `The call ends "${end.type}"${to} at "${end.tree}/${end.node}"${after}, not "${ends}".`);
  }
  if (fault !== undefined) {
    const found = moves.flatMap(({ tree, reason }) =>
      reason.kind === 'explained' || reason.kind === 'tried' ? foundBy(kb, tree, reason) : [],
    );
    const names = found.at(-1);
    if (!names?.includes(fault)) {
      const near = nearest(fault, found.flat());
      differs(
        'fault',
        `The fault found is "${names?.[0] ?? 'none'}", not "${fault}".`,
        near && `"${near}" was found earlier in the call.`,
      );
    }
  }
  if (desk !== undefined && !(end.type === 'referred' && end.desk === desk))
    differs('desk', `The desk is "${end.type === 'referred' ? end.desk : 'none'}", not "${desk}".`);
  if (endsAt !== undefined && endsAt !== end.node && endsAt !== `${end.tree}/${end.node}`)
    differs('ends_at', `The call ends at "${end.tree}/${end.node}"${after}, not at "${endsAt}".`);
  for (const words of reads)
    if (!read.some((text) => text.includes(words))) differs('reads', `"${words}" is never read aloud in the call.`);
  if (within !== undefined && asked.length > within)
    differs(
      'within',
      `The call asks ${asked.length} questions, not ${within} at most: ${asked.map(([name]) => name).join(', ')}.`,
    );
  compareAsked(example, asked, differs);
  compareFaults(kb, example, end, moves, differs);
  return differences;
}

type Differs = (key: string, message: string, hint?: string) => void;

function foundBy(
  kb: KnowledgeBase,
  tree: string,
  reason: Extract<Move['reason'], { kind: 'explained' | 'tried' }>,
): readonly (readonly string[])[] {
  if (reason.kind === 'explained') return [[reason.fault, `${tree}/${reason.fault}`]];
  const [, id = ''] = reason.what.split('/');
  return kb.trees.get(tree)?.faults.has(id) === true ? [[id, `${tree}/${id}`]] : [];
}

function compareAsked({ asked: wanted = [] }: CallExample, asked: PlayedCall['asked'], differs: Differs): void {
  let from = 0;
  for (const [index, name] of wanted.entries()) {
    const at = asked.findIndex((names, each) => each >= from && names.includes(name));
    if (at === -1) {
      const isEarlier = asked.some((names) => names.includes(name));
      const before = isEarlier ? `is asked, but not after "${wanted[index - 1]}"` : 'is never asked';
      differs('asked', `"${name}" ${before}. Asked are: ${asked.map(([first]) => first).join(', ') || 'none'}.`);
      return;
    }
    from = at + 1;
  }
}

function compareFaults(
  kb: KnowledgeBase,
  { ruledOut = [], suspected = [], warned = [] }: CallExample,
  { faults, warnings }: PlayedCall['end'],
  moves: readonly Move[],
  differs: Differs,
): void {
  const named = (address: string, name: string): boolean => address === name || address.endsWith(`/${name}`);
  const fired = new Set(moves.flatMap(({ reason }) => (reason.kind === 'rule' ? [reason.rule] : [])));
  const rules = kb.rules.filter(({ id }) => fired.has(id));
  for (const name of ruledOut) {
    const status = [...faults].filter(([address]) => named(address, name)).map(([, each]) => each);
    if (!status.includes('ruled-out'))
      differs('ruled_out', `The fault "${name}" is ${status[0] ?? 'not judged'}, not ruled out.`);
  }
  for (const name of suspected) {
    const isNow = [...faults].some(([address, status]) => status === 'suspected' && named(address, name));
    const was = rules.some(({ suspect }) => suspect.some((address) => named(address, name)));
    if (!isNow && !was) differs('suspected', `Nothing has made the fault "${name}" suspected.`);
  }
  for (const name of warned) {
    const warn = kb.rules.find(({ id }) => id === name)?.warn;
    if (!rules.some(({ id }) => id === name) || warn === undefined || !warnings.includes(warn))
      differs('warned', `The rule "${name}" has warned of nothing.`);
  }
}
