import type { Place } from '../../../source/index.js';
import type { Chart, ChartEdge, ChartNode } from '../chart.js';
import { type ChartParts, remark } from './chart-parts.js';

/**
 * The chart of what was read. An arrow to a group leads to the first of its nodes to which nothing inside leads; one from a
 * group leaves each of its nodes from which nothing inside leads on.
 */
export function chartOf(parts: ChartParts, at: Place): Chart {
  const isGroup = (id: string): boolean => parts.groups.has(id) && !(parts.nodes.get(id)?.described ?? false);
  const nodes = new Map<string, ChartNode>();
  for (const { id, text, shape, group, at: place } of parts.nodes.values()) {
    if (isGroup(id)) continue;
    const title = group === undefined ? '' : titleOf(parts, group);
    nodes.set(id, { id, text, shape, ...(title === '' ? {} : { group: title }), at: place });
  }
  const members = membersOf(parts, nodes);
  const plain = parts.edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to));
  const edges = parts.edges.flatMap((edge): readonly ChartEdge[] => {
    if (nodes.has(edge.from) && nodes.has(edge.to)) return [edge];
    const to = nodes.has(edge.to) ? edge.to : entryOf(members.get(edge.to) ?? [], plain);
    const from = nodes.has(edge.from) ? [edge.from] : exitsOf(members.get(edge.from) ?? [], plain);
    const near = from[0] ?? to;
    if (near !== undefined) parts.last = near;
    if (to === undefined || from.length === 0) {
      remark(parts, 'not-understood', 'This arrow ends at a group without nodes.', edge.at);
      return [];
    }
    if (!nodes.has(edge.to))
      remark(parts, 'to-do', `This arrow leads to a group; it is taken to lead to "${to}".`, edge.at);
    if (!nodes.has(edge.from))
      remark(
        parts,
        'to-do',
        `This arrow leaves a group; it is taken to leave ${from.map((id) => `"${id}"`).join(', ')}.`,
        edge.at,
      );
    return from.map((id) => ({ ...edge, from: id, to }));
  });
  return { ...(parts.title === undefined ? {} : { title: parts.title }), nodes, edges, remarks: parts.remarks, at };
}

function titleOf(parts: ChartParts, group: string): string {
  const titles: string[] = [];
  for (let id: string | undefined = group; id !== undefined; id = parts.groups.get(id)?.inside)
    titles.unshift(parts.groups.get(id)?.title ?? '');
  return titles.filter((title) => title !== '').join(' / ');
}

// The nodes of each group and of the groups inside it.
function membersOf(parts: ChartParts, nodes: ReadonlyMap<string, ChartNode>): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const id of nodes.keys())
    for (let group = parts.nodes.get(id)?.group; group !== undefined; group = parts.groups.get(group)?.inside)
      members.set(group, [...(members.get(group) ?? []), id]);
  return members;
}

function entryOf(members: readonly string[], edges: readonly ChartEdge[]): string | undefined {
  const inside = new Set(members);
  return members.find((id) => !edges.some(({ from, to }) => to === id && inside.has(from))) ?? members[0];
}

function exitsOf(members: readonly string[], edges: readonly ChartEdge[]): readonly string[] {
  const inside = new Set(members);
  const exits = members.filter((id) => !edges.some(({ from, to }) => from === id && inside.has(to)));
  return exits.length > 0 ? exits : members.slice(-1);
}
