import type { Block, Chapter, Line } from './document.js';
import type { Numbering } from './numbering.js';
import type { ProcedureSheet } from './procedure-sheets.js';
import { nodeNumber, places, withGaps } from './refer-to.js';
import { stepLines } from './step-items.js';

/** The procedures that several places use, once each; of those that one place uses only where it is. No chapter without any. */
export function proceduresChapter(numbering: Numbering): readonly Chapter[] {
  const sheets = [...numbering.sheets.values()];
  const once = sheets.filter(({ number }) => number === undefined);
  if (sheets.length === 0) return [];
  const elsewhere: readonly Block[] = [
    { kind: 'heading', text: 'Written out where they are used' },
    {
      kind: 'list',
      look: 'bullets',
      items: once.map((sheet) => [[`${sheet.title}: `, ...usesOf(numbering, sheet)], ...triedLine(numbering, sheet)]),
    },
  ];
  const blocks = sheets.flatMap((sheet) => (sheet.number === undefined ? [] : [entry(numbering, sheet, sheet.number)]));
  return [
    {
      id: 'procedures',
      title: 'Procedures',
      blocks: [...blocks, ...(once.length === 0 ? [] : elsewhere), ...madeOfOthers(numbering)],
    },
  ];
}

/** Procedures that have no step of their own stand in the charts under the names of their parts. */
function madeOfOthers(numbering: Numbering): readonly Block[] {
  const { kb, sheets, chapters } = numbering;
  const written = new Set([...sheets.values()].map(({ procedure }) => procedure));
  const others = [...kb.procedures.values()].filter(({ id }) => !written.has(id));
  if (others.length === 0 || chapters.size < kb.trees.size) return [];
  const items = others.map((each) => [[each.title], ...triedLine(numbering, each)]);
  return [
    { kind: 'heading', text: 'Made of other procedures only, or not used' },
    { kind: 'list', look: 'bullets', items },
  ];
}

function entry(numbering: Numbering, sheet: ProcedureSheet, number: string): Block {
  const { kb } = numbering;
  return {
    kind: 'entry',
    id: places.sheet(number),
    number,
    blocks: [
      { kind: 'line', line: [{ strong: sheet.title }] },
      ...triedLine(numbering, sheet).map((line) => ({ kind: 'line', line }) as const),
      { kind: 'list', look: 'numbers', items: sheet.steps.map((step) => stepLines(kb, step)) },
      { kind: 'line', look: 'soft', line: ['Used in: ', ...usesOf(numbering, sheet), '.'] },
    ],
  };
}

function triedLine({ kb }: Numbering, { tried }: Pick<ProcedureSheet, 'tried'>): readonly Line[] {
  return tried === undefined ? [] : [[{ soft: 'Tried before? Ask: ' }, { said: withGaps(kb, tried) }]];
}

/** The places of the charts that use it, by chapter: chapter 2: 4, 9; chapter 5: 1. */
function usesOf(numbering: Numbering, { uses }: ProcedureSheet): Line {
  const byTree = new Map<string, Set<string>>();
  for (const use of uses) {
    const [tree = '', id = ''] = use.split('/');
    byTree.set(tree, (byTree.get(tree) ?? new Set()).add(numbering.faults.get(use) ?? id));
  }
  return [...byTree].flatMap(([tree, nodes], index): Line => {
    const numbers = [...nodes].map((node) => nodeNumber(numbering, tree, node));
    return [
      `${index === 0 ? '' : '; '}chapter ${numbering.chapters.get(tree)}: `,
      ...numbers.flatMap((number, at) => (at === 0 ? [number] : [', ', number])),
    ];
  });
}
