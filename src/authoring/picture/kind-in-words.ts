import type { NodeKind } from '../../knowledge/index.js';

/** What a kind of node is called in a picture. */
export const kindInWords: Readonly<Record<NodeKind, string>> = {
  ask: 'Question',
  check: 'Check',
  do: 'Steps',
  decide: 'Decision',
  visit: 'Visit',
  fault: 'Fault',
  refer: 'Refer',
  close: 'Close',
};
