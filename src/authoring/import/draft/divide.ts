import type { Chart, ChartEdge, ChartNode, ImportRemark } from '../chart.js';

/** A part of a chart whose nodes hang together: it becomes one tree. */
export interface ChartPart {
  /** In the order of the chart. */
  readonly nodes: ReadonlyMap<string, ChartNode>;
  /** What leads on from each node, in the order of the chart. No arrow is there twice. */
  readonly out: ReadonlyMap<string, readonly ChartEdge[]>;
  /** How many arrows lead to each node, but those from itself. */
  readonly incoming: ReadonlyMap<string, number>;
  /** Where it begins: the first node to which nothing leads, or the first. */
  readonly start: string;
}

/** A chart in parts that become trees, and what is said about it that its text does not say. */
export interface Divided {
  readonly parts: readonly ChartPart[];
  readonly remarks: readonly ImportRemark[];
}

/** Divides a chart. A node without arrows is a tree only where the chart has nothing else. */
export function divide(chart: Chart): Divided {
  const remarks: ImportRemark[] = [];
  const edges = withoutRepeats(chart.edges, remarks);
  const neighbours = new Map<string, string[]>([...chart.nodes.keys()].map((id) => [id, []]));
  for (const { from, to } of edges) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const seen = new Set<string>();
  const groups: ReadonlySet<string>[] = [];
  for (const id of chart.nodes.keys()) {
    if (seen.has(id)) continue;
    const group = new Set([id]);
    for (const member of group) for (const next of neighbours.get(member) ?? []) group.add(next);
    for (const member of group) seen.add(member);
    groups.push(group);
  }
  const connected = groups.filter((group) => [...group].some((id) => neighbours.get(id)?.length));
  for (const group of connected.length === 0 ? groups.slice(1) : groups.filter((one) => !connected.includes(one)))
    for (const id of group) {
      const node = chart.nodes.get(id) as ChartNode;
      remarks.push({
        kind: 'not-understood',
        message: `Nothing leads to or from "${node.text}"; it is in no tree.`,
        place: node.at,
      });
    }
  const kept = connected.length === 0 ? groups.slice(0, 1) : connected;
  return { parts: kept.map((group) => partOf(chart, group, edges, remarks)), remarks };
}

function withoutRepeats(edges: readonly ChartEdge[], remarks: ImportRemark[]): readonly ChartEdge[] {
  const seen = new Set<string>();
  return edges.filter(({ from, to, label, at }) => {
    const key = JSON.stringify([from, to, label]);
    if (seen.has(key))
      remarks.push({ kind: 'to-do', message: 'This arrow was there already; it counts once.', place: at, near: from });
    return !seen.has(key) && seen.add(key);
  });
}

function partOf(
  chart: Chart,
  group: ReadonlySet<string>,
  edges: readonly ChartEdge[],
  remarks: ImportRemark[],
): ChartPart {
  const nodes = new Map([...chart.nodes].filter(([id]) => group.has(id)));
  const out = new Map<string, ChartEdge[]>([...nodes.keys()].map((id) => [id, []]));
  const incoming = new Map([...nodes.keys()].map((id) => [id, 0]));
  for (const edge of edges) {
    if (!group.has(edge.from)) continue;
    out.get(edge.from)?.push(edge);
    if (edge.from !== edge.to) incoming.set(edge.to, (incoming.get(edge.to) ?? 0) + 1);
  }
  const [first, ...others] = [...nodes.values()].filter(({ id }) => incoming.get(id) === 0);
  for (const { id, text, at } of others)
    remarks.push({
      kind: 'to-do',
      message: `Nothing leads to "${text}", and the tree starts elsewhere: lead a way to it, or make it a tree.`,
      place: at,
      near: id,
    });
  return { nodes, out, incoming, start: first?.id ?? ([...nodes.keys()][0] as string) };
}
