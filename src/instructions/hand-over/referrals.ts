import { type Node, withoutUndefined } from '../../knowledge/index.js';
import type { Move } from '../../session/index.js';
import type { CallRead } from './call-read.js';

/** The desk that a problem goes to, and why. */
export interface HandOverDesk {
  readonly id: string;
  readonly name: string;
  readonly because: string;
  /** What its author notes about it. */
  readonly note?: string;
  /** The number of the problem, from 0. */
  readonly problem: number;
}

/** The desks that the problems of a call go to: the one it came to last first. */
export function referralsOf(call: CallRead): readonly HandOverDesk[] {
  const { kb, now, text } = call;
  const desk = (id: string, because: string, note: string | undefined, problem: number): HandOverDesk => {
    const name = kb.desks.get(id)?.name ?? id;
    return { id, name, because: text(because), ...withoutUndefined({ note }), problem };
  };
  const current = now.problems.findIndex((_, number) => number === problemNow(call));
  const others = now.problems.flatMap(({ number, state }) => {
    const end = state === 'referred' && number !== current ? lastReferral(call, number) : undefined;
    return end === undefined ? [] : [desk(end.desk, end.because, end.note, number)];
  });
  return now.type === 'referred' ? [desk(now.desk, now.because, now.note, current), ...others] : others;
}

/** The number of the problem that is dealt with. */
function problemNow({ moves }: CallRead): number {
  const last = moves.findLast(({ reason }) => reason.kind === 'problem')?.reason;
  return last?.kind === 'problem' ? last.number : 0;
}

function lastReferral(
  { kb, moves }: CallRead,
  problem: number,
): { readonly desk: string; readonly because: string; readonly note?: string } | undefined {
  let current = 0;
  let last: Move | undefined;
  for (const move of moves) {
    if (move.reason.kind === 'problem') current = move.reason.number;
    else if (current === problem && (move.reason.kind === 'referred' || move.edge?.to.kind === 'desk')) last = move;
  }
  if (last === undefined) return undefined;
  if (last.reason.kind === 'referred') return { desk: last.reason.desk, because: last.reason.why };
  const { edge } = last;
  if (edge?.to.kind !== 'desk') return undefined;
  const node: Node | undefined = kb.trees.get(last.tree)?.nodes.get(last.node);
  if (node?.kind === 'refer')
    return { desk: edge.to.desk, because: node.because, ...withoutUndefined({ note: node.note }) };
  const because = node !== undefined && 'ask' in node ? `This could not be found out: ${node.ask}` : '';
  return { desk: edge.to.desk, because };
}
