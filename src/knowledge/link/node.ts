import type { DecideNode, Edge, Node } from '../model.js';
import { headPlace, keyPlace, valuePlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import { linkAskingNode } from './asking-node.js';
import { linkCondition } from './conditions.js';
import type { NodeValue } from './files.js';
import { lookUp } from './linking.js';
import { linkSteps } from './steps.js';
import { edge, type TreeLinking, wayToNode } from './tree-linking.js';

/** The value of any node whose shape is sound. */
export type AnyNodeValue = { [Kind in Node['kind']]: NodeValue<Kind> }[Node['kind']];

/** A node with what can follow it. */
export interface LinkedNode {
  readonly node: Node;
  readonly edges: readonly Edge[];
}

/** Links the node `id` of a tree's nodes. */
export function linkNode(nodes: object, id: string, context: TreeLinking): LinkedNode {
  const value = (nodes as Record<string, AnyNodeValue>)[id] as AnyNodeValue;
  const base = { id, at: keyPlace(nodes, id) };
  if ('ask' in value || 'check' in value) return linkAskingNode(nodes, id, value, context);
  if ('decide' in value) return linkDecideNode(base, value, context);
  if ('do' in value) {
    const steps = linkSteps(value, 'do', context.names, context);
    if (steps === undefined) context.block();
    const { why, note, tried } = value;
    return {
      node: withoutUndefined({ ...base, kind: 'do', why, note, tried, steps: steps ?? [] } as const),
      edges: [edge(id, 'then', '', wayToNode(value, 'then', context))],
    };
  }
  if ('visit' in value) {
    lookUp(context.names.trees, value.visit, 'unknown-tree', value, 'visit', context);
    const into = { to: { kind: 'tree', tree: value.visit }, at: valuePlace(value, 'visit') } as const;
    return {
      node: withoutUndefined({ ...base, kind: 'visit', why: value.why, tree: value.visit } as const),
      edges: [edge(id, 'visit', '', into), edge(id, 'then', '', wayToNode(value, 'then', context))],
    };
  }
  if ('fault' in value)
    return { node: { ...base, kind: 'fault', fault: value.fault }, edges: faultEdges(id, value, context) };
  if ('refer' in value) return linkReferNode(base, value, context);
  const { say, note } = value;
  return {
    node: withoutUndefined({ ...base, kind: 'close', say, note, outcome: value.close } as const),
    edges: [edge(id, 'then', '', { to: { kind: 'end' }, at: valuePlace(value, 'close') })],
  };
}

function linkReferNode(base: Pick<Node, 'id' | 'at'>, value: NodeValue<'refer'>, context: TreeLinking): LinkedNode {
  lookUp(context.names.desks, value.refer, 'unknown-desk', value, 'refer', context);
  const collect = value.collect ?? [];
  for (const [index, fact] of collect.entries())
    lookUp(context.names.facts, fact, 'unknown-fact', collect, index, context);
  const { say, note, because } = value;
  return {
    node: withoutUndefined({
      ...base,
      kind: 'refer',
      say,
      note,
      because,
      desk: value.refer,
      collect: [...collect],
    } as const),
    edges: [edge(base.id, 'then', '', { to: { kind: 'desk', desk: value.refer }, at: valuePlace(value, 'refer') })],
  };
}

function faultEdges(id: string, value: NodeValue<'fault'>, context: TreeLinking): readonly Edge[] {
  const { tree, report } = context;
  const at = valuePlace(value, 'fault');
  if (!tree.faults.has(value.fault))
    report('unknown-fault', at, { name: value.fault, among: tree.faults, where: 'this tree' });
  const unsolved = wayToNode(value, 'unsolved', context);
  const partly = value.partly === undefined ? unsolved : wayToNode(value, 'partly', context);
  // Only what can happen is an edge: coverage asks for every one of them.
  const fault = context.faults.get(value.fault);
  return [
    ...(fault === undefined || fault.verify ? [edge(id, 'solved', '', { to: { kind: 'end' }, at })] : []),
    ...(fault === undefined || fault.verify?.partly !== undefined ? [edge(id, 'partly', '', partly)] : []),
    edge(id, 'unsolved', '', unsolved),
  ];
}

function linkDecideNode(
  base: Pick<Node, 'id' | 'at'>,
  value: NodeValue<'decide'>,
  context: TreeLinking,
): { node: DecideNode; edges: readonly Edge[] } {
  const branches: DecideNode['branches'][number][] = [];
  const edges: Edge[] = [];
  const list = value.decide;
  for (const [index, entry] of list.entries()) {
    const last = index === list.length - 1;
    if ('otherwise' in entry) {
      if (!last) context.report('otherwise-misplaced', keyPlace(entry, 'otherwise'), {});
      edges.push(edge(base.id, 'otherwise', '', wayToNode(entry, 'otherwise', context)));
      continue;
    }
    if (last) context.report('otherwise-missing', headPlace(list, index), {});
    const condition = linkCondition(entry.when, context.names, context);
    const way = wayToNode(entry, 'go', context);
    if (condition === undefined) context.block();
    else {
      edges.push(edge(base.id, 'branch', String(branches.length), way));
      branches.push(condition);
    }
  }
  return { node: { ...base, kind: 'decide', branches }, edges };
}
