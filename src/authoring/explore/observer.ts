import type { Edge, KnowledgeBase, Place } from '../../knowledge/index.js';
import { addressOf, type Input, type Move, type State } from '../../session/index.js';
import { contradictionsIn } from './contradictions-in.js';
import type { ExplorationFinding, ExplorationKind } from './exploration.js';
import { type Moved, movesMade } from './moved.js';
import { placeAt } from './place-at.js';

/** Watches walks: what was taken of the graph, and what went wrong on the way. */
export interface Observer {
  readonly findings: readonly ExplorationFinding[];
  /** The edges along which some call went. */
  readonly taken: ReadonlySet<Edge>;
  /** The addresses of the nodes that some call came to. */
  readonly visited: ReadonlySet<string>;
  /** The addresses of the faults that some call has found. */
  readonly found: ReadonlySet<string>;
  moved(moved: Moved): void;
  /** Takes over what another observer saw of the graph, and none of its findings. */
  saw(other: Observer): void;
  refused(tree: string, state: State, inputs: readonly Input[], reason: string): void;
  stuck(tree: string, state: State, inputs: readonly Input[], answerable: boolean): void;
  /** Does something; when that throws, this is a finding. */
  guard(tree: string, place: Place, inputs: readonly Input[], act: () => Promise<void>): Promise<void>;
}

/** Watches the walks of one exploration; each thing that goes wrong is told once for each tree in which calls begin. */
export function observe(kb: KnowledgeBase): Observer {
  const findings: ExplorationFinding[] = [];
  const told = new Set<string>();
  const taken = new Set<Edge>();
  const visited = new Set<string>();
  const found = new Set<string>();
  const tell = (tree: string, kind: ExplorationKind, message: string, place: Place, events: readonly Input[]): void => {
    const key = JSON.stringify([tree, kind, message, place]);
    if (told.has(key)) return;
    told.add(key);
    findings.push({ kind, tree, message, place, events });
  };
  const went = ({ tree, before, after, inputs }: Moved): void => {
    const made = movesMade(after, before);
    for (const move of made) {
      visited.add(addressOf(move));
      if (move.edge !== undefined) taken.add(move.edge);
    }
    visited.add(addressOf(after));
    const { stop } = after;
    const node = kb.trees.get(after.tree)?.nodes.get(after.node);
    if (stop.type === 'isolated' && node?.kind === 'fault') found.add(`${after.tree}/${node.fault}`);
    const last = made.at(-1);
    if (last === undefined) return;
    if (last.reason.kind === 'circle')
      tell(
        tree,
        'dead-end',
        'The call goes round in a circle in which nobody is asked anything.',
        placeAt(kb, last),
        inputs,
      );
    else if (after.phase.at === 'end' && after.phase.decided !== true && last.edge === undefined)
      tell(tree, 'dead-end', `${wayOf(last)} leads nowhere: no way on is written.`, placeAt(kb, last), inputs);
  };
  return {
    findings,
    taken,
    visited,
    found,
    moved(moved) {
      went(moved);
      for (const { message, place } of contradictionsIn(kb, moved))
        tell(moved.tree, 'contradiction', message, place, moved.inputs);
    },
    saw(other) {
      for (const edge of other.taken) taken.add(edge);
      for (const address of other.visited) visited.add(address);
      for (const fault of other.found) found.add(fault);
    },
    refused: (tree, state, inputs, reason) =>
      tell(tree, 'refused', `A reply that is offered is refused: ${reason}`, placeAt(kb, state), inputs),
    stuck: (tree, state, inputs, answerable) =>
      tell(
        tree,
        'dead-end',
        answerable ? 'Nothing can be done here: every reply is refused.' : 'The question takes no answer.',
        placeAt(kb, state),
        inputs,
      ),
    async guard(tree, place, inputs, act) {
      try {
        await act();
      } catch (error) {
        tell(
          tree,
          'failed',
          `The engine fails: ${error instanceof Error ? error.message : String(error)}`,
          place,
          inputs,
        );
      }
    },
  };
}

/** By which way a move wanted to leave, in words. */
function wayOf({ reason }: Move): string {
  switch (reason.kind) {
    case 'answered':
      return `The answer "${String(reason.value)}"`;
    case 'unsure':
    case 'known-unsure':
      return `Not knowing it ("${reason.unsure}")`;
    case 'decided':
      return 'That no condition holds';
    default:
      return 'Going on';
  }
}
