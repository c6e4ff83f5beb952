import { type KnowledgeBase, type Names, type Node, type Step, treeVersion } from '../../index.js';

/** What things are called in a knowledge base, for reports. */
export function namesOf(kb: KnowledgeBase): Names {
  const nodeOf = (tree: string, node: string): Node | undefined => kb.trees.get(tree)?.nodes.get(node);
  const faultOf = (address: string) => {
    const [tree = '', fault = ''] = address.split('/');
    return kb.trees.get(tree)?.faults.get(fault);
  };
  const nodeName = (tree: string, id: string): string | undefined => {
    const node = nodeOf(tree, id);
    if (node === undefined) return undefined;
    switch (node.kind) {
      case 'ask':
      case 'check':
        return node.ask;
      case 'fault':
        return faultOf(`${tree}/${node.fault}`)?.name;
      case 'do':
        return node.steps[0]?.say;
      case 'refer':
        return `${kb.desks.get(node.desk)?.name ?? node.desk}: ${node.because}`;
      case 'visit':
        return kb.trees.get(node.tree)?.title;
      default:
        return node.kind === 'close' ? node.say : undefined;
    }
  };
  const branches = new Map<string, ReadonlySet<string>>();
  return {
    tree: (tree) => kb.trees.get(tree)?.title,
    fault: (address) => faultOf(address)?.name,
    node: nodeName,
    question: (tree, question) => questionName(kb, nodeName, tree, question),
    step: (tree, node, step) => stepsOf(kb, tree, nodeOf(tree, node))[step]?.say,
    desk: (desk) => kb.desks.get(desk)?.name,
    fact: (fact) => kb.facts.get(fact)?.title,
    value: (fact, value) => kb.facts.get(fact)?.choices.find(({ id }) => id === value)?.label,
    version: (tree) => treeVersion(kb, tree) || undefined,
    branchesOn(tree) {
      const known = branches.get(tree) ?? factsNamed(kb, kb.trees.get(tree)?.nodes);
      branches.set(tree, known);
      return known;
    },
  };
}

function questionName(
  kb: KnowledgeBase,
  nodeName: (tree: string, node: string) => string | undefined,
  tree: string,
  question: string,
): string | undefined {
  const [kind = '', ...rest] = question.split(':');
  const name = rest.join(':');
  switch (name === '' ? '' : kind) {
    case 'fact':
      return kb.facts.get(name)?.ask ?? kb.facts.get(name)?.title;
    case 'verify':
      return kb.trees.get(tree)?.faults.get(name.split('/').at(-1) ?? '')?.verify?.ask;
    case 'tried':
      return kb.procedures.get(name)?.tried;
    case 'issue':
      return kb.overlays.get(name)?.title;
    case 'consent':
      return `Agreed to: ${nodeName(tree, name) ?? name}`;
    default:
      return nodeName(tree, question);
  }
}

function stepsOf(kb: KnowledgeBase, tree: string, node: Node | undefined): readonly Step[] {
  if (node?.kind === 'do') return node.steps;
  return node?.kind === 'fault' ? (kb.trees.get(tree)?.faults.get(node.fault)?.fix ?? []) : [];
}

/** Every fact that a value names somewhere: as the fact of a question, or in a condition, also in one that has a name. */
function factsNamed(kb: KnowledgeBase, value: unknown, seen = new Set<unknown>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return new Set();
  seen.add(value);
  const { fact, condition } = value as { readonly fact?: unknown; readonly condition?: unknown };
  const parts = value instanceof Map ? [...value.values()] : Object.values(value);
  const named = typeof condition === 'string' ? [kb.conditions.get(condition)] : [];
  return new Set([
    ...(typeof fact === 'string' ? [fact] : []),
    ...[...parts, ...named].flatMap((part) => [...factsNamed(kb, part, seen)]),
  ]);
}
