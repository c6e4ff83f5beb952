import { termsIn } from '../../instructions/index.js';
import type { KnowledgeBase, Step, Tree } from '../../knowledge/index.js';
import type { Chapter } from './document.js';

/** The terms of the glossary that a manual uses, in the order of the alphabet; no chapter where it uses none. */
export function glossaryChapter(kb: KnowledgeBase, trees: readonly Tree[]): readonly Chapter[] {
  const used = new Set(trees.flatMap(textsOf).flatMap((text) => termsIn(kb, text)));
  // In a manual of everything, terms that only known issues, rules or desks use belong to it too.
  const isWhole = trees.length === kb.trees.size;
  const terms = [...kb.glossary].filter(([term]) => isWhole || used.has(term));
  if (terms.length === 0) return [];
  const collator = new Intl.Collator(kb.language);
  terms.sort(([a], [b]) => collator.compare(a, b));
  const rows = terms.map(([term, { plain, looksLike }]) => ({
    cells: [[[{ strong: term }]], [[plain], ...(looksLike === undefined ? [] : [[{ soft: looksLike }]])]],
  }));
  return [
    { id: 'glossary', title: 'Terms in plain words', blocks: [{ kind: 'table', head: ['Term', 'To a caller'], rows }] },
  ];
}

function textsOf({ title, nodes, faults }: Tree): readonly string[] {
  const ofNodes = [...nodes.values()].flatMap((node): readonly (string | undefined)[] => {
    if (node.kind === 'ask' || node.kind === 'check')
      return [
        node.ask,
        node.say,
        node.why,
        node.note,
        ...(node.ifConfused ?? []),
        ...node.answers.map((each) => each.label),
      ];
    if (node.kind === 'do') return node.steps.flatMap(textsOfStep);
    return [node.note, 'say' in node ? node.say : undefined, node.kind === 'refer' ? node.because : undefined];
  });
  const ofFaults = [...faults.values()].flatMap((fault): readonly (string | undefined)[] => [
    fault.name,
    fault.explain,
    fault.caution,
    fault.prevent,
    fault.verify?.ask,
    fault.verify?.say,
    ...fault.fix.flatMap(textsOfStep),
  ]);
  return [title, ...ofNodes, ...ofFaults].filter((text) => text !== undefined);
}

function textsOfStep({ say, expect, note, ifConfused }: Step): readonly (string | undefined)[] {
  return [say, expect, note, ...(ifConfused ?? [])];
}
