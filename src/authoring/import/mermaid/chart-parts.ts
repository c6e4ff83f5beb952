import type { Place } from '../../../source/index.js';
import type { ChartEdge, ImportRemark } from '../chart.js';
import { labelText } from './label-text.js';
import type { WrittenLink } from './read-link.js';
import type { WrittenNode } from './read-node.js';

/** A node while the chart is read: its last label counts. */
export interface PartNode {
  readonly id: string;
  readonly text: string;
  readonly shape: string;
  /** Whether more than its id was written somewhere. */
  readonly described: boolean;
  readonly group?: string;
  readonly at: Place;
}

/** A group while the chart is read. */
export interface PartGroup {
  readonly id: string;
  readonly title: string;
  /** The group in which it stands. */
  readonly inside?: string;
  readonly at: Place;
}

/** What was read of a chart so far. */
export interface ChartParts {
  readonly nodes: Map<string, PartNode>;
  readonly groups: Map<string, PartGroup>;
  /** Ends may be groups. */
  readonly edges: ChartEdge[];
  readonly remarks: ImportRemark[];
  /** The groups that are open, the innermost last. */
  readonly open: string[];
  readonly edgeIds: Set<string>;
  title?: string;
  /** The node that was read last. */
  last?: string;
}

/** Nothing was read so far. */
export function noParts(): ChartParts {
  return {
    nodes: new Map(),
    groups: new Map(),
    edges: [],
    remarks: [],
    open: [],
    edgeIds: new Set(),
  };
}

/** Something to be told, beside the node that was read last. */
export function remark(parts: ChartParts, kind: ImportRemark['kind'], message: string, place: Place): void {
  parts.remarks.push({ kind, message, place, ...(parts.last === undefined ? {} : { near: parts.last }) });
}

/** The plain text of a label; what of it was left out is told. */
export function plainText(parts: ChartParts, written: string, place: Place): string {
  const { text, leftOut } = labelText(written);
  for (const what of leftOut) remark(parts, 'left-out', what, place);
  return text;
}

/** Takes a node that was read. */
export function addNode(parts: ChartParts, written: WrittenNode): void {
  const { id, at, label, shape } = written;
  const known = parts.nodes.get(id);
  parts.last = id;
  const text = label === undefined ? undefined : plainText(parts, label, at);
  const group = known?.group ?? parts.open.at(-1);
  if (known?.described === true && text !== undefined && text !== known.text)
    remark(parts, 'to-do', `"${id}" has two texts; the first was: ${known.text}`, at);
  parts.nodes.set(id, {
    id,
    text: (text === '' ? undefined : text) ?? known?.text ?? id,
    shape: shape ?? known?.shape ?? 'rect',
    described: (known?.described ?? false) || label !== undefined || shape !== undefined,
    ...(group === undefined ? {} : { group }),
    at: known === undefined || (!known.described && label !== undefined) ? at : known.at,
  });
  for (const place of written.styling) remark(parts, 'left-out', 'styling', place);
  for (const { message, place } of written.wrong) remark(parts, 'not-understood', message, place);
}

/** Takes an arrow between every node of the one side and every one of the other. */
export function addEdges(
  parts: ChartParts,
  from: readonly WrittenNode[],
  link: WrittenLink,
  to: readonly WrittenNode[],
): void {
  if (link.id !== undefined) parts.edgeIds.add(link.id);
  if (link.oddity !== undefined) remark(parts, 'to-do', link.oddity, link.at);
  if (link.leads === 'none') {
    remark(parts, 'left-out', 'layout', link.at);
    return;
  }
  const label = plainText(parts, link.label, link.at);
  for (const first of from)
    for (const second of to) {
      if (link.leads !== 'back') parts.edges.push({ from: first.id, to: second.id, label, at: link.at });
      if (link.leads !== 'on') parts.edges.push({ from: second.id, to: first.id, label, at: link.at });
    }
  if (link.leads === 'both') remark(parts, 'to-do', 'This arrow leads both ways; it became two ways.', link.at);
}
