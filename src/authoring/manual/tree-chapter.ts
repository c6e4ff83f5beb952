import type { Fault, Tree } from '../../knowledge/index.js';
import { dayWritten } from './day-written.js';
import { decisionTable } from './decision-table.js';
import type { Block, Chapter, Line } from './document.js';
import { causeWords, faultBlocks, likelihoodWords } from './fault-blocks.js';
import { issueReference, issuesOf } from './known-issues.js';
import { nodeEntry } from './node-entry.js';
import { type Numbering, nodeOrder } from './numbering.js';
import { nodeNumber, places } from './refer-to.js';

/** So many of what callers say are printed: enough to see what it is about. */
const mostSymptoms = 12;

/** A tree as a chapter: how callers say it, the chart to follow, what it can be, and where it comes from. */
export function treeChapter(numbering: Numbering, tree: Tree, date: string): Chapter {
  const { chapters } = numbering;
  const said = tree.symptoms.slice(0, mostSymptoms);
  const more = tree.symptoms.length - said.length;
  const table = decisionTable(numbering, tree);
  const entries = nodeOrder(tree).flatMap((id): readonly Block[] => {
    const node = tree.nodes.get(id);
    return node === undefined || table?.nodes.has(id) === true ? [] : [nodeEntry(numbering, tree, node)];
  });
  const number = chapters.get(tree.id);
  return {
    id: places.chapter(tree.id),
    ...(number === undefined ? {} : { number }),
    title: tree.title,
    blocks: [
      ...issuesOf(numbering, tree.id, date).map(issueReference),
      heading('What callers say'),
      { kind: 'list', look: 'columns', items: said.map((symptom) => [[symptom]]) },
      ...(more > 0 ? [soft(`And ${more} more.`)] : []),
      heading(`The way to the fault: begin at 1`),
      ...(table === undefined ? [] : [table.table]),
      ...entries,
      ...faultsBlocks(numbering, tree),
      ...origin(tree),
    ],
  };
}

/** An overview of the faults, and in full those that no place of the chart isolates. */
function faultsBlocks(numbering: Numbering, tree: Tree): readonly Block[] {
  const faults = [...tree.faults.values()];
  if (faults.length === 0) return [];
  const nodeOf = ({ id }: Fault): string | undefined => numbering.faults.get(`${tree.id}/${id}`);
  const rows = faults.map((fault) => {
    const node = nodeOf(fault);
    const where: Line = node === undefined ? ['below'] : [nodeNumber(numbering, tree.id, node)];
    return { cells: [[[fault.name]], [[causeWords(fault.cause)]], [[likelihoodWords(fault.likelihood)]], [where]] };
  });
  return [
    heading('What it can be'),
    { kind: 'table', head: ['Fault', 'Cause', 'How often', 'At'], rows },
    ...faults.filter((fault) => nodeOf(fault) === undefined).flatMap((fault) => faultBlocks(numbering, tree, fault)),
  ];
}

function origin(tree: Tree): readonly Block[] {
  const reviewed =
    tree.reviewed === undefined ? 'It has no date of review.' : `Reviewed on ${dayWritten(tree.reviewed)}.`;
  return [
    soft(`Tree "${tree.id}", in ${tree.at.file}. ${reviewed}`),
    ...(tree.sources.length === 0
      ? []
      : [
          soft('Sources:'),
          {
            kind: 'list',
            look: 'bullets',
            items: tree.sources.map(({ title, url }) => [[{ soft: `${title}: ${url}` }]]),
          } as const,
        ]),
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

function soft(text: string): Block {
  return { kind: 'line', look: 'soft', line: [text] };
}
