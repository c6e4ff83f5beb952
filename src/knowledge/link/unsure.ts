import type { Edge, UnsureKind, UnsurePolicy } from '../model.js';
import { isWritten, keyPlace, valuePlace } from '../read/index.js';
import { unsureKinds } from '../schema/index.js';
import type { Asking, LinkedAnswers } from './answers.js';
import { lookUp } from './linking.js';
import { edge, type TreeLinking, type Way, wayToNode } from './tree-linking.js';

/** What to do for each way of not knowing, and where that leads. */
export interface LinkedUnsure {
  readonly unsure: Partial<Record<UnsureKind, UnsurePolicy>>;
  readonly edges: readonly Edge[];
}

type OnePolicy = 'skip' | { treat_as: string } | { go: string } | { refer: string };

/** Links the `unsure` of a question: one policy for all ways of not knowing, or one for each. */
export function linkUnsure(
  id: string,
  node: Asking,
  kind: string,
  { answers, ways }: LinkedAnswers,
  context: TreeLinking,
): LinkedUnsure {
  const written = node.unsure;
  if (written === undefined || (typeof written === 'object' && Object.keys(written).length === 0)) {
    context.report('unsure-missing', keyPlace(node, written === undefined ? kind : 'unsure'), {});
    return { unsure: {}, edges: [] };
  }
  const single = typeof written === 'string' || ['treat_as', 'go', 'refer'].some((key) => Object.hasOwn(written, key));
  const unsure: Partial<Record<UnsureKind, UnsurePolicy>> = {};
  const edges: Edge[] = [];
  const link = (parent: object, key: string, kinds: readonly UnsureKind[]): void => {
    const linked = linkPolicy(parent, key, node, { answers, ways }, context);
    for (const one of kinds) {
      unsure[one] = linked.policy;
      if (linked.way !== undefined) edges.push(edge(id, 'unsure', one, linked.way));
    }
  };
  if (single) link(node, 'unsure', unsureKinds);
  else for (const one of unsureKinds) if (isWritten(written, one)) link(written, one, [one]);
  return { unsure, edges };
}

function linkPolicy(
  parent: object,
  key: string,
  node: Asking,
  { answers, ways }: LinkedAnswers,
  context: TreeLinking,
): { policy: UnsurePolicy; way?: Way | undefined } {
  const policy = (parent as Record<string, OnePolicy>)[key] as OnePolicy;
  if (policy === 'skip') {
    if (node.then === undefined) {
      context.report('skip-no-way', valuePlace(parent, key), {});
      return { policy: { kind: 'skip' } };
    }
    return { policy: { kind: 'skip' }, way: { ...wayTo(node.then), at: valuePlace(parent, key) } };
  }
  if ('treat_as' in policy) {
    const answer = policy.treat_as;
    const at = valuePlace(policy, 'treat_as');
    const known = answers.map((one) => one.id);
    if (!known.includes(answer) && !(ways.has('*') && context.names.facts.known.get(node.fact ?? '') === undefined))
      context.report('unknown-answer', at, { name: answer, among: known });
    const way = ways.get(answer) ?? ways.get('*');
    return { policy: { kind: 'treat-as', answer }, way: way && { to: way.to, at } };
  }
  if ('go' in policy) return { policy: { kind: 'go', to: policy.go }, way: wayToNode(policy, 'go', context) };
  lookUp(context.names.desks, policy.refer, 'unknown-desk', policy, 'refer', context);
  const way: Way = { to: { kind: 'desk', desk: policy.refer }, at: valuePlace(policy, 'refer') };
  return { policy: { kind: 'refer', desk: policy.refer }, way };
}

const wayTo = (node: string): Pick<Way, 'to'> => ({ to: { kind: 'node', node } });
