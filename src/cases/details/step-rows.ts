import type { Fault, Node, Step } from '../../knowledge/index.js';
import type { FaultStatus, Move, Reason } from '../../session/index.js';
import type { StepRow } from '../schema/tables.js';
import { treeVersion } from '../tree-version.js';
import type { AboutCase } from './about-case.js';

/** The steps that were read or passed, with what came of each. */
export function stepRows(about: AboutCase): readonly StepRow[] {
  const { kb, moves } = about;
  const rows = new Map<string, StepRow>();
  for (const move of moves) {
    const node = kb.trees.get(move.tree)?.nodes.get(move.node);
    if (node === undefined) continue;
    for (const passed of passedBy(move.reason)) {
      const row = rowOf(about, move, node, passed);
      // The same step after other steps is another row; one act makes each of its steps only once.
      rows.set(`${row.sequence} ${row.step}`, row);
    }
  }
  return [...rows.values()];
}

interface Passed {
  readonly step: number;
  readonly event: number;
  readonly result: string;
  readonly why?: string;
  readonly key?: string;
}

function passedBy(reason: Reason): readonly Passed[] {
  switch (reason.kind) {
    case 'done':
      return [{ step: reason.step, event: reason.event, result: 'done', key: reason.key }];
    case 'skipped': {
      if (reason.question !== undefined) return [];
      const step = /:step(\d+)/.exec(reason.key)?.[1];
      if (step === undefined) return [];
      return [{ step: Number(step), event: reason.event, result: 'skipped', why: reason.why, key: reason.key }];
    }
    case 'tried': {
      if (reason.question.purpose !== 'tried') return [];
      return reason.question.steps.map((step) => ({ step, event: reason.event, result: 'tried' }));
    }
    case 'not-agreed': {
      if (reason.question.purpose !== 'consent') return [];
      const why = reason.why === undefined ? {} : { why: reason.why };
      return [{ step: reason.question.step, event: reason.event, result: 'declined', ...why }];
    }
    default:
      return [];
  }
}

function rowOf(
  { kb, case_number, day, moves, time, faults }: AboutCase,
  move: Move,
  node: Node,
  passed: Passed,
): StepRow {
  const { step, event, result, why, key } = passed;
  const tree = kb.trees.get(move.tree);
  const address = node.kind === 'fault' ? `${move.tree}/${node.fault}` : null;
  const steps = stepsOf(node, node.kind === 'fault' ? tree?.faults.get(node.fault) : undefined);
  const mistaken = moves.filter(({ reason }) => reason.kind === 'confused' && reason.key === key);
  const spent = mistaken.reduce(
    (sum, { reason }) => sum + ('event' in reason ? (time.get(reason.event) ?? 0) : 0),
    time.get(event) ?? 0,
  );
  return {
    case_number,
    sequence: event,
    day,
    tree: move.tree,
    node: move.node,
    step,
    tree_version: treeVersion(kb, move.tree),
    fault: address,
    procedure_id: steps[step]?.procedure ?? null,
    result,
    why: why ?? null,
    // What was only asked about took the time of its question.
    took: result === 'tried' || result === 'declined' ? 0 : Math.round(spent),
    confused: mistaken.length,
    solved: address === null ? null : solved(faults.get(address)),
  };
}

function stepsOf(node: Node, fault: Fault | undefined): readonly Step[] {
  if (node.kind === 'do') return node.steps;
  return fault?.fix ?? [];
}

function solved(status: FaultStatus | undefined): number | null {
  if (status === 'fixed') return 1;
  return status === 'ruled-out' || status === 'partly' ? 0 : null;
}
