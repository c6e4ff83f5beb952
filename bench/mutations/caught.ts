import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  explore,
  type Loaded,
  lintKnowledge,
  loadFolder,
  loadTexts,
  runCall,
  type SourceFile,
} from '../../src/index.js';
import type { Finding, Section } from '../finding.js';
import { shareOf } from '../finding.js';
import { random } from '../random.js';
import { shippedKnowledgeBase as folder } from '../shipped-knowledge-base.js';
import { conditionMutations, edgeMutations, textMutations } from './choose-mutations.js';
import { type Mutation, mutated } from './mutation.js';

const today = '2026-11-28';

/** What seems never to happen is only told where a tree is walked to its end. */
const mostStates = 100_000;

/** How many of random edits, one at a time, lint, an example call or exploration catches; those that escape are listed. */
export async function caughtMutations(howMany: number): Promise<Section> {
  const loaded = await loadFolder(folder, { written: true });
  const files = [...loaded.sources].map(([path]): SourceFile => ({ path, text: readFileSync(join(folder, path)) }));
  const usual = findingsOf(loaded);
  const throws = random(7);
  const next = (bound: number): number => Math.floor(throws() * bound);
  const { knowledgeBase: kb, sources } = loaded;
  const kinds = {
    edge: edgeMutations(kb, sources, next),
    condition: conditionMutations(kb, sources, next),
    text: textMutations(kb, sources, next),
  };
  const findings: Finding[] = [];
  const escaped: string[] = [];
  for (const [kind, all] of Object.entries(kinds)) {
    const chosen = drawn(all, Math.round(howMany / 3), next);
    let [byLint, byCalls, byExploring, any] = [0, 0, 0, 0];
    for (const mutation of chosen) {
      const { lint, calls, exploring } = await isCaught(mutation, files, usual);
      if (lint) byLint += 1;
      if (calls) byCalls += 1;
      if (exploring) byExploring += 1;
      if (lint || calls || exploring) any += 1;
      else escaped.push(inWords(mutation));
    }
    findings.push(
      shareOf(`${kind}: caught`, any, chosen.length),
      shareOf('  by loading or a lint (errors and warnings)', byLint, chosen.length),
      shareOf('  by an example call', byCalls, chosen.length),
      shareOf('  only by exploring the tree', byExploring, chosen.length),
    );
  }
  return {
    title: 'Mistakes in the shipped trees, one at a time',
    remarks: [
      'An edge leads elsewhere in its tree; an operator or a value is exchanged; a text loses a word or a sentence.',
      ...escaped.map((each) => `escaped: ${each}`),
    ],
    findings,
  };
}

function drawn<Value>(all: readonly Value[], howMany: number, next: (bound: number) => number): readonly Value[] {
  const left = [...all];
  return Array.from({ length: Math.min(howMany, left.length) }, () => left.splice(next(left.length), 1)[0] as Value);
}

function findingsOf(loaded: Loaded): ReadonlySet<string> {
  const found = lintKnowledge(loaded, { today }).filter(({ severity }) => severity !== 'advice');
  return new Set(found.map(({ code, message }) => `${code} ${message}`));
}

async function isCaught(
  mutation: Mutation,
  files: readonly SourceFile[],
  usual: ReadonlySet<string>,
): Promise<{ readonly lint: boolean; readonly calls: boolean; readonly exploring: boolean }> {
  const changed = files.map((file) => {
    if (file.path !== mutation.place.file) return file;
    const text = mutated(Buffer.from(file.text as Uint8Array).toString(), mutation);
    if (text === undefined) throw new Error(`There is something else at the place of ${inWords(mutation)}.`);
    return { path: file.path, text };
  });
  const loaded = await loadTexts(changed, { written: true });
  const lint = [...findingsOf(loaded)].some((finding) => !usual.has(finding));
  const { knowledgeBase: kb } = loaded;
  const { tree } = mutation;
  // What does not come through the tree cannot go another way.
  const through = new Set(
    [...kb.trees.values()]
      .filter(
        ({ id, nodes }) =>
          id === tree || [...nodes.values()].some((node) => node.kind === 'visit' && node.tree === tree),
      )
      .map(({ id }) => id),
  );
  for (const example of kb.calls)
    if (through.has(example.tree) && (await runCall(kb, example)).differences.length > 0)
      return { lint, calls: true, exploring: false };
  if (lint || !kb.trees.has(tree)) return { lint, calls: !kb.trees.has(tree), exploring: false };
  const { findings } = await explore(kb, { tree, states: mostStates });
  return { lint, calls: false, exploring: findings.length > 0 };
}

function inWords({ kind, place, from, to }: Mutation): string {
  return `${kind} ${place.file}:${place.line} "${from}" -> "${to}"`;
}
