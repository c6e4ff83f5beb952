import type { KnowledgeBase, Step, Tree } from '../../knowledge/index.js';
import { procedurePieces } from './procedure-pieces.js';

/** The steps of a procedure as they are used in one or more places. Used with other parameters it is another sheet. */
export interface ProcedureSheet {
  readonly procedure: string;
  /** What entries refer to, such as P3; absent where it is used once and written out there. */
  readonly number?: string;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly tried?: string;
  /** Where it is used, as `tree/node` or `tree/fault`. */
  readonly uses: readonly string[];
}

/** The sheets of the procedures that some trees use, by `sheetKey`, in the order of their titles. */
export function procedureSheets(kb: KnowledgeBase, trees: readonly Tree[]): ReadonlyMap<string, ProcedureSheet> {
  const found = new Map<string, { procedure: string; steps: readonly Step[]; uses: string[] }>();
  for (const { place, steps } of trees.flatMap(stepLists)) {
    for (const piece of procedurePieces(steps)) {
      if ('step' in piece) continue;
      const key = sheetKey(piece.procedure, piece.steps);
      const sheet = found.get(key) ?? { procedure: piece.procedure, steps: piece.steps, uses: [] };
      sheet.uses.push(place);
      found.set(key, sheet);
    }
  }
  const titled = [...found].map(([key, sheet]) => ({
    key,
    ...sheet,
    title: kb.procedures.get(sheet.procedure)?.title ?? sheet.procedure,
  }));
  titled.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  let count = 0;
  return new Map(
    titled.map(({ key, procedure, title, steps, uses }) => {
      const tried = kb.procedures.get(procedure)?.tried;
      const number = uses.length > 1 ? { number: `P${++count}` } : {};
      return [key, { ...number, procedure, title, steps, uses, ...(tried === undefined ? {} : { tried }) }];
    }),
  );
}

/** The key under which the steps of a procedure are kept: the same for the same texts. */
export function sheetKey(procedure: string, steps: readonly Step[]): string {
  const texts = steps.map(({ when, say, expect, wait, ifConfused, note, risky }) => [
    when,
    say,
    expect,
    wait,
    ifConfused,
    note,
    risky,
  ]);
  return JSON.stringify([procedure, texts]);
}

function stepLists(tree: Tree): readonly { readonly place: string; readonly steps: readonly Step[] }[] {
  const nodes = [...tree.nodes.values()].flatMap((node) =>
    node.kind === 'do' ? [{ place: `${tree.id}/${node.id}`, steps: node.steps }] : [],
  );
  return [...nodes, ...[...tree.faults.values()].map(({ id, fix }) => ({ place: `${tree.id}/${id}`, steps: fix }))];
}
