import type { KnowledgeBase } from '../../knowledge/index.js';
import type { Entry } from '../history.js';
import { type Move, movesOf, type State } from '../state.js';
import type { Whereabouts } from './look-ahead.js';

/** A move with where the call was before and after it; `to` is absent where the call was over after it. */
export interface Turn {
  readonly move: Move;
  readonly from: Whereabouts;
  readonly to?: Whereabouts;
}

/** The trail as turns, first to last: every act that stands, with the moves that followed from it. */
export function turnsOf(kb: KnowledgeBase, last: Entry): readonly Turn[] {
  const parts: (readonly Turn[])[] = [];
  for (let entry: Entry | undefined = last; entry !== undefined; entry = entry.before) {
    parts.push(turnsWithin(kb, entry.before?.state, entry.state));
  }
  return parts.reverse().flat();
}

function turnsWithin(kb: KnowledgeBase, before: State | undefined, after: State): readonly Turn[] {
  const moves = movesOf(after.trail).slice(movesOf(before?.trail).length);
  let stack = before?.stack ?? [];
  return moves.map((move, index): Turn => {
    const { tree, node, edge } = move;
    const from = { tree, node, stack };
    const next = moves[index + 1] ?? after;
    const over = next === after && after.phase.at === 'end';
    if (edge?.to.kind === 'tree' && kb.trees.has(edge.to.tree)) stack = [...stack, { tree, node }];
    else if (edge?.to.kind === 'end') stack = stack.slice(0, -1);
    else if (edge === undefined) stack = stackAfter(move, before, stack);
    return over ? { move, from } : { move, from, to: { tree: next.tree, node: next.node, stack } };
  });
}

/** The visits around the call after it went elsewhere without an edge: none in another tree, and those of a place left before. */
function stackAfter({ tree, reason }: Move, before: State | undefined, stack: State['stack']): State['stack'] {
  switch (reason.kind) {
    case 'rule':
      return reason.to === undefined ? stack : [];
    case 'jumped':
      return reason.to.tree === tree ? stack : [];
    case 'came-back':
      return before?.away.at(-1)?.stack ?? [];
    case 'problem':
      return before?.problems[reason.number]?.place?.stack ?? [];
    default:
      return stack;
  }
}
