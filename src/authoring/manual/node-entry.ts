import { type DecideNode, edgesFrom, type Node, type ReferNode, type Tree } from '../../knowledge/index.js';
import type { Block, Line } from './document.js';
import { factsNamed } from './facts-named.js';
import { faultBlocks, outcomeBlocks } from './fault-blocks.js';
import type { Numbering } from './numbering.js';
import { questionEntry } from './question-entry.js';
import { chapterName, conditionWritten, deskName, nodeNumber, places, wayOn, withGaps } from './refer-to.js';
import { stepItems } from './step-items.js';

/** The entry of a node in the chart of its tree. */
export function nodeEntry(numbering: Numbering, tree: Tree, node: Node): Block {
  const number = String(numbering.nodes.get(`${tree.id}/${node.id}`));
  const [first, ...rest] = blocksOf(numbering, tree, node);
  const blocks = [...(first === undefined ? [] : [first]), ...about(numbering, node), ...rest];
  return { kind: 'entry', id: places.node(tree.id, node.id), number, blocks };
}

function blocksOf(numbering: Numbering, tree: Tree, node: Node): readonly Block[] {
  const { kb } = numbering;
  switch (node.kind) {
    case 'ask':
    case 'check':
      return questionEntry(numbering, tree, node);
    case 'do':
      return [
        line({ strong: 'Read these steps out, one at a time:' }),
        ...(node.tried === undefined ? [] : [line({ soft: 'Tried before? Ask: ' }, { said: node.tried })]),
        { kind: 'list', look: 'numbers', items: stepItems(numbering, node.steps) },
        ...then(numbering, tree, node),
      ];
    case 'decide':
      return decision(numbering, tree, node);
    case 'visit':
      return [
        line('Go through ', chapterName(numbering, node.tree), ', and come back here.'),
        ...then(numbering, tree, node),
      ];
    case 'fault':
      return faultEntry(numbering, tree, node.id, node.fault);
    case 'refer':
      return referral(numbering, node);
    case 'close':
      return [
        line({ strong: node.outcome === 'resolved' ? 'Solved.' : 'It ends here, unsolved.' }),
        ...(node.say === undefined ? [] : [line({ said: withGaps(kb, node.say) })]),
      ];
  }
}

/** What an author says of any node. Questions say it at a better place. */
function about({ kb }: Numbering, node: Node): readonly Block[] {
  if (node.kind === 'ask' || node.kind === 'check') return [];
  return [
    ...(node.why === undefined ? [] : [line({ soft: `Why: ${withGaps(kb, node.why)}` })]),
    ...(node.note === undefined ? [] : [line({ soft: 'Note: ' }, withGaps(kb, node.note))]),
  ];
}

function then(numbering: Numbering, tree: Tree, node: Node): readonly Block[] {
  return edgesFrom(tree, node.id)
    .filter(({ kind }) => kind === 'then')
    .map(({ to }) => line('Then ', ...wayOn(numbering, tree.id, to), '.'));
}

function decision(numbering: Numbering, tree: Tree, node: DecideNode): readonly Block[] {
  const { kb } = numbering;
  const items = edgesFrom(tree, node.id).map(({ kind, label, to }): readonly Line[] => {
    const condition = kind === 'branch' ? node.branches[Number(label)] : undefined;
    const words = condition === undefined ? 'Otherwise' : `If ${conditionWritten(kb, condition)}`;
    return [[words, ': ', ...wayOn(numbering, tree.id, to)]];
  });
  const asks = factsNamed(kb, node.branches).flatMap((name): readonly Block[] => {
    const fact = kb.facts.get(name);
    const words = fact?.say ?? fact?.ask;
    return fact === undefined || words === undefined
      ? []
      : [line({ soft: `${fact.title} not known? Ask: ` }, { said: words })];
  });
  return [
    line({ strong: 'Do not ask, decide by what is known. The first that is true counts.' }),
    ...asks,
    { kind: 'list', look: 'answers', items },
  ];
}

function faultEntry(numbering: Numbering, tree: Tree, id: string, name: string): readonly Block[] {
  const fault = tree.faults.get(name);
  if (fault === undefined) return [];
  const described = numbering.faults.get(`${tree.id}/${name}`) ?? id;
  if (described === id) return faultBlocks(numbering, tree, fault, id);
  return [
    line({ strong: `Found: ${fault.name}` }),
    line('Explain and mend it as in ', nodeNumber(numbering, tree.id, described), ', then go on from here.'),
    ...outcomeBlocks(numbering, tree, fault, id),
  ];
}

function referral({ kb }: Numbering, { desk, because, say, collect }: ReferNode): readonly Block[] {
  const words = say ?? kb.desks.get(desk)?.say;
  const wanted = collect.map((name) => kb.facts.get(name)?.title ?? name);
  return [
    line({ strong: 'Refer to ' }, deskName(kb, desk), { strong: '.' }),
    line(withGaps(kb, because)),
    ...(words === undefined ? [] : [line({ said: withGaps(kb, words) })]),
    ...(wanted.length === 0 ? [] : [line({ soft: 'Collect first: ' }, `${wanted.join('; ')}.`)]),
  ];
}

function line(...pieces: Line): Block {
  return { kind: 'line', line: pieces };
}
