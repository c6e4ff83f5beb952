import { type AnyStateMachine, createActor, createMachine, transition } from 'xstate';
import type { PlainEdge } from './plain-edges.js';
import type { Contender } from './side-by-side.js';

/** One xstate machine for each tree, from the same edges; a step is a call of the pure `transition`. */
export function pureMachines(name: string, edges: readonly PlainEdge[], steps: readonly PlainEdge[]): Contender {
  const prepared = preparedSteps(edges, steps);
  return {
    name,
    run: () => {
      for (const { machine, snapshot, event, next } of prepared) {
        const [after] = transition(machine, snapshot, event);
        if (after.value !== next) throw new Error(`"${String(after.value)}" is not "${next}".`);
      }
      return prepared.length;
    },
  };
}

/** The same with actors: each is started where the step begins, which is not timed, and sent one event, which is. */
export function actorMachines(name: string, edges: readonly PlainEdge[], steps: readonly PlainEdge[]): Contender {
  const prepared = preparedSteps(edges, steps);
  let actors: ReturnType<typeof createActor>[] = [];
  return {
    name,
    prepare: () => {
      actors = prepared.map(({ machine, snapshot }) => createActor(machine, { snapshot }).start());
    },
    run: () => {
      for (const [index, { event, next }] of prepared.entries()) {
        const actor = actors[index];
        actor?.send(event);
        if (actor?.getSnapshot().value !== next) throw new Error(`An actor did not arrive at "${next}".`);
      }
      return prepared.length;
    },
  };
}

interface PreparedStep {
  readonly machine: AnyStateMachine;
  readonly snapshot: ReturnType<AnyStateMachine['resolveState']>;
  readonly event: { readonly type: string };
  readonly next: string;
}

function preparedSteps(edges: readonly PlainEdge[], steps: readonly PlainEdge[]): readonly PreparedStep[] {
  const machines = machinesOf(edges);
  return steps.map(({ tree, node, answer, next }) => {
    const machine = machines.get(tree) as AnyStateMachine;
    return {
      machine,
      snapshot: machine.resolveState({ value: named(node), context: {} }),
      event: { type: named(answer) },
      next: named(next),
    };
  });
}

/** xstate reads a point as a path and a star as "any event". */
function named(name: string): string {
  return name.replaceAll('.', '_').replaceAll('*', 'any');
}

function machinesOf(edges: readonly PlainEdge[]): ReadonlyMap<string, AnyStateMachine> {
  const trees = new Map<string, Record<string, { on: Record<string, string> }>>();
  for (const { tree, node, answer, next } of edges) {
    const states = trees.get(tree) ?? {};
    trees.set(tree, states);
    for (const each of [named(node), named(next)]) states[each] ??= { on: {} };
    const state = states[named(node)];
    if (state !== undefined) state.on[named(answer)] = named(next);
  }
  return new Map(
    [...trees].map(([id, states]) => [id, createMachine({ id, initial: Object.keys(states)[0], states } as never)]),
  );
}
