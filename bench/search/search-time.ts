import { loadFolder, openSearch, search } from '../../src/index.js';
import { alone, type Finding, overOurs, type Section, within } from '../finding.js';
import { percentile } from '../percentile.js';
import { shippedKnowledgeBase } from '../shipped-knowledge-base.js';
import type { Timing } from '../side-by-side.js';
import { type Asked, askInTurn } from './ask-in-turn.js';
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
  const { find } = await openSearch(kb);
  // An object of its own, so that nothing is remembered from the other.
  const other = { ...kb };
  await openSearch(other);
  const documents = documentsOf(kb);
  const { usual, suggest } = flexsearch(documents);
  const [ours, whole, again, mini, flex, flexSuggest, fuse] = (await askInTurn(
    [
      { name: 'faultline, find', find: (words) => find(words) },
      { name: 'faultline, search: find, and the facts that are told', find: (words) => search(other, words) },
      { name: 'faultline, find, the same asked again', find: (words) => find(words) },
      minisearch(documents),
      usual,
      suggest,
      { ...fuseJoined(documents), most: queriesOfSlow },
    ],
    measured,
    warmUp,
  )) as [Asked, Asked, Asked, Asked, Asked, Asked, Asked];
  return {
    title: `One search among ${trees.toLocaleString('en')} generated trees`,
    remarks: [
      `${measured.length} queries: every description of the seen half, and as many short texts with the name of a product`,
      `Each was asked once, in rounds, in turn. Fuse got ${fuse.times.size} of them, with one text for each key, which is ten times as fast;`,
      'its ratio is to what ours took for the same. The 99th percentile of so few is the slowest.',
    ],
    findings: [
      alone(medianOf(ours)),
      within(slowestOf(ours), mostNanoseconds),
      alone(medianOf(whole)),
      within(slowestOf(whole), mostNanoseconds),
      alone(medianOf(again)),
      alone(slowestOf(again)),
      ...beside(mini, ours),
      ...beside(flex, ours, 1),
      ...beside(flexSuggest, ours, 1),
      ...beside(fuse, ours, 1),
    ],
  };
}

function beside(peer: Asked, ours: Asked, aim?: number): readonly Finding[] {
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
