import {
  type AskNode,
  type Fact,
  type Fault,
  factValue,
  type KnowledgeBase,
  type Node,
  type Step,
  type Tree,
} from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import type { Position, Question } from './state.js';

/** The tree a position is in. @throws Error when the knowledge base does not hold it. */
export function treeAt(kb: KnowledgeBase, position: Position): Tree {
  const tree = kb.trees.get(position.tree);
  if (tree === undefined) throw new Error(`There is no tree "${position.tree}".`);
  return tree;
}

/** The node at a position. @throws Error when the knowledge base does not hold it. */
export function nodeAt(kb: KnowledgeBase, position: Position): Node {
  const node = treeAt(kb, position).nodes.get(position.node);
  if (node === undefined) throw new Error(`There is no node "${position.tree}/${position.node}".`);
  return node;
}

/** The fault `id` of a tree. @throws Error when the tree does not declare it. */
export function faultOf(tree: Tree, id: string): Fault {
  const fault = tree.faults.get(id);
  if (fault === undefined) throw new Error(`There is no fault "${tree.id}/${id}".`);
  return fault;
}

/** The fault at an address, `tree/fault`, if the knowledge base holds it. */
export function faultAt(kb: KnowledgeBase, address: string): Fault | undefined {
  const [tree = '', fault = ''] = address.split('/');
  return kb.trees.get(tree)?.faults.get(fault);
}

/** The steps of a node as its author wrote them: those of a `do`, or of the fix of a fault; none for other nodes. */
export function stepsAt(kb: KnowledgeBase, position: Position): readonly Step[] {
  const node = nodeAt(kb, position);
  if (node.kind === 'do') return node.steps;
  return node.kind === 'fault' ? faultOf(treeAt(kb, position), node.fault).fix : [];
}

/** The declaration of a fact. @throws Error when it is not declared. */
export function factOf(kb: KnowledgeBase, name: string): Fact {
  const fact = kb.facts.get(name);
  if (fact === undefined) throw new Error(`There is no fact "${name}".`);
  return fact;
}

/** Whether a reply answers a question: the value it stands for, or one sentence that says what would be right. */
export function replyTo(
  kb: KnowledgeBase,
  position: Position,
  question: Question,
  input: unknown,
): { readonly value: FactValue } | { readonly reason: string } {
  if (question.purpose === 'fact') return factValue(factOf(kb, question.fact), input);
  if (question.purpose === 'verify') {
    return oneOf(faultOf(treeAt(kb, position), question.fault).verify?.answers ?? [], input);
  }
  if (question.purpose !== 'node') return oneOf(yesOrNo, input);
  const node = nodeAt(kb, position) as AskNode;
  if (node.answers.length === 0 && node.fact !== undefined) return factValue(factOf(kb, node.fact), input);
  return oneOf(node.answers, input);
}

const yesOrNo = [{ id: 'yes' }, { id: 'no' }];

function oneOf(
  answers: readonly { readonly id: string }[],
  input: unknown,
): { readonly value: string } | { readonly reason: string } {
  const id = typeof input === 'number' || typeof input === 'boolean' ? String(input) : input;
  if (typeof id === 'string' && answers.some((answer) => answer.id === id)) return { value: id };
  return { reason: `This question is answered with one of: ${answers.map((answer) => answer.id).join(', ')}.` };
}
