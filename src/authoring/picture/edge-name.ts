import type { Edge } from '../../knowledge/index.js';

/** The name of an edge within its tree, such as `power answer on`, or `restart then` for one without a label. */
export function edgeName({ from, kind, label }: Pick<Edge, 'from' | 'kind' | 'label'>): string {
  return `${from} ${kind} ${label}`.trimEnd();
}
