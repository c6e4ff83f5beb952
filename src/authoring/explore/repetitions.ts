import { components } from '../../knowledge/index.js';
import type { Input } from '../../session/index.js';
import type { Reached, Transition, Walk } from './walk.js';

/** Something that a call comes to again and again. */
export interface Repetition {
  readonly kind: 'endless' | 'asked-often';
  /** The state that comes again. */
  readonly state: Reached;
  /** The inputs that lead once round from there. */
  readonly round: readonly Input[];
}

/** How many steps of the search for a way round are made for each circle of states. */
const mostSteps = 20_000;

/**
 * The circles in which a caller can go. It is endless where the same reply to each question leads round; where the caller
 * has to reply differently to one question it comes as often as they like. One for each circle of states.
 */
export function repetitionsIn({ states }: Walk): readonly Repetition[] {
  const circles = components(states, (state) => state.next.map(({ to }) => to)).filter(
    (members) => members.length > 1 || members[0]?.next.some(({ to }) => to === members[0]),
  );
  return circles.flatMap((members) => {
    const inside = new Set(members);
    const steady = roundFrom(members, inside, true);
    const round = steady ?? roundFrom(members, inside, false);
    if (round === undefined) return [];
    const kind = steady === undefined ? 'asked-often' : 'endless';
    return [{ kind, state: round.start, round: round.ways.flatMap(({ inputs }) => inputs) } as const];
  });
}

/** The shortest way round that the search finds; `steady` when each question gets the same reply whenever it comes. */
function roundFrom(
  members: readonly Reached[],
  inside: ReadonlySet<Reached>,
  steady: boolean,
): { readonly start: Reached; readonly ways: readonly Transition[] } | undefined {
  let steps = 0;
  for (const start of [...members].sort((a, b) => a.id - b.id)) {
    const seen = new Set([start]);
    const queue: { state: Reached; ways: readonly Transition[]; replies: ReadonlyMap<string, string> }[] = [
      { state: start, ways: [], replies: new Map() },
    ];
    for (const { state, ways, replies } of queue) {
      const asks = state.waiting.asks ?? '';
      for (const way of state.next) {
        if (!inside.has(way.to)) continue;
        const reply = JSON.stringify(way.inputs[0]);
        if (steady && (replies.get(asks) ?? reply) !== reply) continue;
        if (way.to === start) return { start, ways: [...ways, way] };
        steps += 1;
        if (steps > mostSteps) return undefined;
        if (seen.has(way.to)) continue;
        seen.add(way.to);
        queue.push({ state: way.to, ways: [...ways, way], replies: new Map(replies).set(asks, reply) });
      }
    }
  }
  return undefined;
}
