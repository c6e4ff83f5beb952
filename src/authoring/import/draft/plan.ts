import type { ChartEdge, ChartNode } from '../chart.js';
import { isBareStart, isInstruction, yesOrNo } from './chart-words.js';
import type { ChartPart } from './divide.js';
import { endOf } from './end-of.js';

/** A node of the tree, before its words are found. */
export interface PlannedNode {
  readonly kind: 'question' | 'steps' | 'end';
  /** The nodes of the chart that it is made of, in order; one, but for steps and the fix of a fault. */
  readonly from: readonly ChartNode[];
  /** What stands on the arrows between those. */
  readonly between: readonly string[];
  /** What leads on from the last of them. */
  readonly out: readonly ChartEdge[];
}

/** What becomes of a part of a chart. */
export interface Plan {
  /** By the first of the chart's nodes that each is made of; the first entry is where the tree starts. */
  readonly nodes: ReadonlyMap<string, PlannedNode>;
  /** The node of the chart that says what the tree is about, and is no node of it. */
  readonly opening?: ChartNode;
  /** Steps from which a way goes round for ever without a question: one is put in behind them. */
  readonly rounds: ReadonlySet<string>;
}

/** Most steps that a node of a tree can hold. */
const mostSteps = 60;

/** Decides for each node of a part what it becomes, and which steps are joined. */
export function planOf(part: ChartPart): Plan {
  const opening = openingOf(part);
  const start = opening === undefined ? part.start : (part.out.get(opening.id)?.[0]?.to ?? part.start);
  const kinds = new Map([...part.nodes.values()].map((node) => [node.id, kindOf(node, part)]));
  const before = new Map([...part.out.values()].flat().map(({ from, to }) => [to, from]));
  const isOnlyAfter = (id: string): boolean =>
    id !== start && part.incoming.get(id) === 1 && !part.out.get(id)?.some(({ to }) => to === id);
  const follows = (id: string): boolean =>
    isOnlyAfter(id) && before.get(id) !== opening?.id && kinds.get(before.get(id) ?? '') === 'steps';
  const planned = new Map<string, PlannedNode>();
  const used = new Set<string>(opening === undefined ? [] : [opening.id]);
  const plan = (id: string): void => {
    if (used.has(id)) return;
    const chain = chainFrom(id, part, kinds, (next) => isOnlyAfter(next) && !used.has(next));
    for (const node of chain.from) used.add(node.id);
    planned.set(id, chain);
  };
  const ids = [...part.nodes.keys()];
  for (const id of [start, ...ids.filter((one) => !follows(one) || !canFollow(part, one, kinds))]) plan(id);
  // Steps behind sixty others, and whatever else has not begun yet.
  for (const id of ids) plan(id);
  const place = (id: string): number => (id === start ? -1 : ids.indexOf(id));
  const nodes = new Map([...planned].sort(([a], [b]) => place(a) - place(b)));
  return { nodes, ...(opening === undefined ? {} : { opening }), rounds: roundsIn(nodes) };
}

function kindOf(node: ChartNode, part: ChartPart): PlannedNode['kind'] {
  const out = part.out.get(node.id) ?? [];
  if (out.length === 0) return 'end';
  if (out.length > 1 || node.kind === 'question') return 'question';
  if (node.kind !== undefined) return 'steps';
  const asks = node.shape === 'diamond' || /[?？]\s*$/.test(node.text) || yesOrNo(out[0]?.label ?? '') !== undefined;
  return asks ? 'question' : 'steps';
}

function canFollow(part: ChartPart, id: string, kinds: ReadonlyMap<string, PlannedNode['kind']>): boolean {
  if (kinds.get(id) === 'steps') return true;
  const node = part.nodes.get(id) as ChartNode;
  return kinds.get(id) === 'end' && isFix(node);
}

// An end that says what to do is the fix of a fault, and the steps before it belong to it.
function isFix(node: ChartNode): boolean {
  return node.kind === undefined && node.fix === undefined && isInstruction(node.text) && endOf(node) === 'fault';
}

function chainFrom(
  id: string,
  part: ChartPart,
  kinds: ReadonlyMap<string, PlannedNode['kind']>,
  isFree: (id: string) => boolean,
): PlannedNode {
  const from = [part.nodes.get(id) as ChartNode];
  const between: string[] = [];
  let kind = kinds.get(id) ?? 'end';
  let out = part.out.get(id) ?? [];
  while (kind === 'steps' && from.length < mostSteps) {
    const edge = out[0] as ChartEdge;
    if (edge.to === id || !isFree(edge.to) || !canFollow(part, edge.to, kinds)) break;
    from.push(part.nodes.get(edge.to) as ChartNode);
    between.push(edge.label);
    kind = kinds.get(edge.to) ?? 'end';
    out = part.out.get(edge.to) ?? [];
  }
  return { kind, from, between, out };
}

// The first box often says what the caller has, or only "Start": that is no step.
function openingOf(part: ChartPart): ChartNode | undefined {
  const node = part.nodes.get(part.start) as ChartNode;
  const out = part.out.get(node.id) ?? [];
  const [edge] = out;
  if (edge === undefined || out.length > 1 || edge.label !== '' || part.incoming.get(node.id) !== 0) return undefined;
  if (edge.to === node.id || node.kind !== undefined || node.shape === 'diamond') return undefined;
  return isBareStart(node.text) || !isInstruction(node.text) ? node : undefined;
}

// Steps have one way on: a way that meets itself without a question is left where it comes back to what is first.
function roundsIn(nodes: ReadonlyMap<string, PlannedNode>): ReadonlySet<string> {
  const rounds = new Set<string>();
  const done = new Set<string>();
  const order = [...nodes.keys()];
  for (const id of order) {
    const way: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && !done.has(at) && nodes.get(at)?.kind === 'steps') {
      done.add(at);
      way.push(at);
      at = nodes.get(at)?.out[0]?.to;
    }
    if (at === undefined || !way.includes(at)) continue;
    const round = way.slice(way.indexOf(at));
    const first = round.reduce((a, b) => (order.indexOf(a) <= order.indexOf(b) ? a : b));
    const last = round.find((one) => nodes.get(one)?.out[0]?.to === first);
    if (last !== undefined) rounds.add(last);
  }
  return rounds;
}
