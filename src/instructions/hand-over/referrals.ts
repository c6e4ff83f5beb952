import { type Node, withoutUndefined } from '../../knowledge/index.js';
import type { Move, Referred } from '../../session/index.js';
import type { CallRead } from './call-read.js';

/** The desk that a problem goes to, and why. */
export interface HandOverDesk {
  readonly id: string;
  readonly name: string;
  readonly because: string;
  /** Whether the tree leads there, or the agent wanted it: then the reason is the agent's. */
  readonly by: 'tree' | 'agent';
  /** What its author notes about it. */
  readonly note?: string;
  /** The number of the problem, from 0. */
  readonly problem: number;
}

/** The desks that the problems of a call go to: the one it came to last first. */
export function referralsOf(call: CallRead): readonly HandOverDesk[] {
  const { kb, now, text } = call;
  const current = problemNow(call);
  const all = now.problems.flatMap(({ number, state }): readonly HandOverDesk[] => {
    const isHere = number === current && now.type === 'referred';
    if (!isHere && (state !== 'referred' || number === current)) return [];
    const last = lastReferral(call, number);
    const end = isHere ? { by: last?.by ?? 'tree', ...withoutUndefined(partsOf(now)) } : last;
    if (end === undefined) return [];
    const name = kb.desks.get(end.id)?.name ?? end.id;
    return [{ ...end, name, because: text(end.because), problem: number }];
  });
  return [...all].sort((one, other) => Number(other.problem === current) - Number(one.problem === current));
}

type Referral = Omit<HandOverDesk, 'name' | 'problem'>;

function partsOf({
  desk,
  because,
  note,
}: Referred): Omit<Referral, 'by' | 'note'> & { readonly note: string | undefined } {
  return { id: desk, because, note };
}

/** The number of the problem that is dealt with. */
function problemNow({ moves }: CallRead): number {
  const last = moves.findLast(({ reason }) => reason.kind === 'problem')?.reason;
  return last?.kind === 'problem' ? last.number : 0;
}

/** The last move that took a problem to a desk, told as what it means. */
function lastReferral({ kb, moves }: CallRead, problem: number): Referral | undefined {
  let current = 0;
  let last: Move | undefined;
  for (const move of moves) {
    if (move.reason.kind === 'problem') current = move.reason.number;
    else if (current === problem && (move.reason.kind === 'referred' || move.edge?.to.kind === 'desk')) last = move;
  }
  if (last === undefined) return undefined;
  if (last.reason.kind === 'referred') return { id: last.reason.desk, because: last.reason.why, by: 'agent' };
  const { edge } = last;
  if (edge?.to.kind !== 'desk') return undefined;
  const id = edge.to.desk;
  const node: Node | undefined = kb.trees.get(last.tree)?.nodes.get(last.node);
  if (node?.kind === 'refer')
    return { id, because: node.because, by: 'tree', ...withoutUndefined({ note: node.note }) };
  const because = node !== undefined && 'ask' in node ? `This could not be found out: ${node.ask}` : '';
  return { id, because, by: 'tree' };
}
