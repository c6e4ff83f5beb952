import { type KnowledgeBase, loadFolder, openSearch, search } from '../../src/index.js';
import { alone, type Finding, overOurs, type Section, within } from '../finding.js';
import { percentile } from '../percentile.js';
import { shippedKnowledgeBase } from '../shipped-knowledge-base.js';
import type { Timing } from '../side-by-side.js';
import { type Asked, askInTurn, type Searcher } from './ask-in-turn.js';
import { documentsOf } from './document.js';
import { manyTrees } from './many-trees.js';
import { flexsearch, fuseJoined, minisearch } from './peer.js';
import { searchQueries } from './search-queries.js';

const mostNanoseconds = 5e6;
const queriesOfSlow = 6;

/** The time of one search among many trees, beside peers that were given the same. */
export async function searchTime(trees: number): Promise<Section> {
  const { knowledgeBase: shipped } = await loadFolder(shippedKnowledgeBase, { calls: false });
  const { kb, products } = manyTrees(shipped, trees);
  const { measured, warmUp } = searchQueries(shipped, products);
  const find = await freshFind(kb);
  // Ours among themselves first: a peer that leaves much behind would burden whoever comes after it.
  const [ours, whole, again] = (await askInTurn(
    [{ name: 'faultline, find', find }, await wholeSearch(kb), { name: 'faultline, find, the same asked again', find }],
    measured,
    warmUp,
  )) as [Asked, Asked, Asked];
  const documents = documentsOf(kb);
  const { usual, suggest } = flexsearch(documents);
  const [beside, mini, flex, flexSuggest, fuse] = (await askInTurn(
    [
      { name: 'faultline, find, in turn with these', find: await freshFind(kb) },
      minisearch(documents),
      usual,
      suggest,
      { ...fuseJoined(documents), most: queriesOfSlow },
    ],
    measured,
    warmUp,
  )) as [Asked, Asked, Asked, Asked, Asked];
  return {
    title: `One search among ${trees.toLocaleString('en')} generated trees`,
    remarks: [
      `${measured.length} queries: every description of the seen half, and as many short texts with the name of a product`,
      'Each was asked once, so that nothing is remembered of it; ours by itself, then in rounds, in turn with the peers.',
      `Fuse got ${fuse.times.size} of them, with one text for each key, which is ten times as fast; its ratio is to what ours took`,
      'for the same. The 99th percentile of so few is the slowest.',
    ],
    findings: [
      alone(medianOf(ours)),
      within(slowestOf(ours), mostNanoseconds),
      alone(medianOf(whole)),
      within(slowestOf(whole), mostNanoseconds),
      alone(medianOf(again)),
      alone(slowestOf(again)),
      alone(medianOf(beside)),
      alone(slowestOf(beside)),
      ...besideOurs(mini, beside),
      ...besideOurs(flex, beside, 1),
      ...besideOurs(flexSuggest, beside, 1),
      ...besideOurs(fuse, beside, 1),
    ],
  };
}

/** The search of a knowledge base of its own, of which nothing is remembered. */
async function freshFind(kb: KnowledgeBase): Promise<Searcher['find']> {
  const { find } = await openSearch({ ...kb });
  return (words) => find(words);
}

async function wholeSearch(kb: KnowledgeBase): Promise<Searcher> {
  const own = { ...kb };
  await openSearch(own);
  return { name: 'faultline, search: find, and the facts that are told', find: (words) => search(own, words) };
}

function besideOurs(peer: Asked, ours: Asked, aim?: number): readonly Finding[] {
  const same = { ...ours, times: new Map([...ours.times].filter(([query]) => peer.times.has(query))) };
  return [overOurs(medianOf(peer), medianOf(same), aim), overOurs(slowestOf(peer), slowestOf(same), aim)];
}

function medianOf(asked: Asked): Timing {
  return timing(asked, 'median', 0.5);
}

function slowestOf(asked: Asked): Timing {
  return timing(asked, '99th percentile', 0.99);
}

function timing({ name, times }: Asked, what: string, share: number): Timing {
  const nanoseconds = percentile([...times.values()], share);
  return { name: `${name}, ${what}`, nanoseconds, rounds: [nanoseconds] };
}
