import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KnowledgeBase, loadFolder, openSearch } from '../../src/index.js';
import { alone, type Finding, overOurs, type Section } from '../finding.js';
import { shippedKnowledgeBase } from '../shipped-knowledge-base.js';
import { type Contender, sideBySide, type Timing } from '../side-by-side.js';
import { documentsOf } from './document.js';
import { manyTrees } from './many-trees.js';
import { flexsearch, fuseJoined, minisearch } from './peer.js';

const rounds = 3;

/** The time to make the index of many trees and of the shipped ones, to open it from the cache, and its size there. */
export async function searchLoad(trees: number): Promise<Section> {
  const { knowledgeBase: shipped } = await loadFolder(shippedKnowledgeBase, { calls: false });
  const { kb } = manyTrees(shipped, trees);
  const documents = documentsOf(kb);
  const cache = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  try {
    const size = await keep(kb, cache);
    const shippedSize = await keep(shipped, cache);
    const many = trees.toLocaleString('en');
    const few = `the ${shipped.trees.size} shipped trees`;
    const [made, opened, madeFew, openedFew, mini, flex, fuse] = (await sideBySide(
      [
        open(`faultline, index of ${many} trees made`, kb),
        open(`faultline, index of ${many} trees opened from the cache`, kb, cache),
        open(`faultline, index of ${few} made`, shipped),
        open(`faultline, index of ${few} opened from the cache`, shipped, cache),
        build(`minisearch, index of ${many} trees made`, () => minisearch(documents)),
        build(`FlexSearch, index of ${many} trees made`, () => flexsearch(documents)),
        build(`Fuse, index of ${many} trees made`, () => fuseJoined(documents)),
      ],
      rounds,
      0,
    )) as [Timing, Timing, Timing, Timing, Timing, Timing, Timing];
    return {
      title: 'The index: made, kept and opened',
      remarks: [`Each in a running process, ${rounds} rounds, in turn`],
      findings: [
        alone(made),
        { ...alone(opened), bytes: size },
        alone(madeFew),
        { ...alone(openedFew), bytes: shippedSize },
        ...[mini, flex, fuse].map((peer): Finding => overOurs(peer, made)),
      ],
    };
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

/** Writes the index into the cache directory, and gives how many bytes it has there. */
async function keep(kb: KnowledgeBase, cache: string): Promise<number> {
  await openSearch({ ...kb }, { cache });
  const file = readdirSync(cache).find((name) => name.startsWith(kb.hash));
  if (file === undefined) throw new Error('The index was not kept.');
  return statSync(join(cache, file)).size;
}

/** Opens the search as for a knowledge base that has not been searched: another object, of which nothing is remembered. */
function open(name: string, kb: KnowledgeBase, cache?: string): Contender {
  return {
    name,
    run: async () => {
      await openSearch({ ...kb }, cache === undefined ? {} : { cache });
      return 1;
    },
  };
}

function build(name: string, make: () => unknown): Contender {
  return {
    name,
    run: () => {
      make();
      return 1;
    },
  };
}
