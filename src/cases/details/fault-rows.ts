import type { FaultRow, StepRow } from '../schema/tables.js';
import { treeVersion } from '../tree-version.js';
import type { AboutCase } from './about-case.js';

/** What was thought of each fault at the end. */
export function faultRows({ kb, case_number, day, faults }: AboutCase, steps: readonly StepRow[]): readonly FaultRow[] {
  return [...faults].map(([address, status]) => {
    const [tree = '', fault = ''] = address.split('/');
    const own = steps.filter((step) => step.fault === address);
    return {
      case_number,
      day,
      tree,
      fault,
      tree_version: treeVersion(kb, tree),
      cause: kb.trees.get(tree)?.faults.get(fault)?.cause ?? '',
      status,
      mended: own.some(({ result }) => result === 'done') ? 1 : 0,
      took: own.reduce((sum, { took }) => sum + took, 0),
    };
  });
}
