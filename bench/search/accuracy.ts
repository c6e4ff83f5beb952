import { loadFolder, openSearch } from '../../src/index.js';
import { type Finding, type Section, shareOf } from '../finding.js';
import { shippedKnowledgeBase } from '../shipped-knowledge-base.js';
import { type Description, descriptions, type Half } from './descriptions.js';
import { documentsOf } from './document.js';
import { flexsearch, fuse, minisearch, type Peer } from './peer.js';

/** What was found for a description, best first. */
interface Answered {
  readonly trees: readonly string[];
  readonly found: readonly string[];
  readonly refused: boolean;
}

/** How often the search finds a right tree for the descriptions of one half, beside what its peers find. */
export async function accuracy(half: Half): Promise<Section> {
  const { knowledgeBase: kb } = await loadFolder(shippedKnowledgeBase, { calls: false });
  const { find } = await openSearch(kb);
  const all = descriptions(half);
  const ours = all.map(({ text, trees }): Answered => {
    const { results, fits } = find(text);
    return { trees, found: results.map(({ tree }) => tree), refused: !fits };
  });
  const documents = documentsOf(kb);
  const { usual, suggest } = flexsearch(documents);
  const peers = [minisearch(documents), usual, suggest, fuse(documents)];
  return {
    title: `Accuracy: the ${half} half`,
    remarks: [
      `${all.length} descriptions, ${ours.filter(isCovered).length} of them covered by one of ${kb.trees.size} trees; "first": the first result is a right tree`,
      'Peers cannot say that nothing fits: for them it is said how often they find nothing at all.',
      'FlexSearch: Document index, merge, the symptoms as its first field. Fuse: symptoms and title weigh 2, the rest 1.',
    ],
    findings: [
      ...rightFindings('faultline', ours),
      share('faultline, first and not refused', ours.filter(isCovered), (each) => isFirst(each) && !each.refused),
      ...refusedFindings('faultline, "nothing fits"', ours),
      ...peers.flatMap((peer) => {
        const answered = all.map((each) => answeredBy(peer, each));
        return [...rightFindings(peer.name, answered), ...refusedFindings(`${peer.name}, finds nothing`, answered)];
      }),
    ],
  };
}

function answeredBy({ find }: Peer, { text, trees }: Description): Answered {
  const found = find(text);
  return { trees, found, refused: found.length === 0 };
}

function rightFindings(name: string, answered: readonly Answered[]): readonly Finding[] {
  const covered = answered.filter(isCovered);
  return [
    share(`${name}, first`, covered, isFirst),
    share(`${name}, in the first three`, covered, ({ trees, found }) =>
      found.slice(0, 3).some((id) => trees.includes(id)),
    ),
  ];
}

function refusedFindings(what: string, answered: readonly Answered[]): readonly Finding[] {
  const refused = (each: Answered): boolean => each.refused;
  return [
    share(`${what} where a tree covers it`, answered.filter(isCovered), refused),
    share(
      `${what} where none does`,
      answered.filter((each) => !isCovered(each)),
      refused,
    ),
  ];
}

function isCovered({ trees }: Answered): boolean {
  return trees.length > 0;
}

function isFirst({ trees, found: [first] }: Answered): boolean {
  return first !== undefined && trees.includes(first);
}

function share(what: string, all: readonly Answered[], is: (each: Answered) => boolean): Finding {
  return shareOf(what, all.filter(is).length, all.length);
}
