import { loadFolder, openSearch } from '../../src/index.js';
import { type Finding, type Section, shareOf } from '../finding.js';
import { shippedKnowledgeBase } from '../shipped-knowledge-base.js';
import { type Description, descriptions } from './descriptions.js';

/** How sure the first result is said to be, and whether it is right. */
interface Judgement {
  readonly confidence: number;
  readonly right: boolean;
}

const bands = [0, 0.2, 0.4, 0.6, 0.8] as const;
const width = 0.2;
const bounds = [0.3, 0.5, 0.7] as const;

/** How well the confidence of the first result says how often it is right. */
export async function calibration(): Promise<Section> {
  const { knowledgeBase: kb } = await loadFolder(shippedKnowledgeBase, { calls: false });
  const { find } = await openSearch(kb);
  const judge = ({ text, trees }: Description): readonly Judgement[] => {
    const [first] = find(text).results;
    return first === undefined ? [] : [{ confidence: first.confidence, right: trees.includes(first.tree) }];
  };
  const seen = descriptions('seen');
  const unseen = descriptions('unseen');
  const halves: readonly (readonly [string, readonly Description[]])[] = [
    ['seen', seen],
    ['unseen', unseen],
    ['both', [...seen, ...unseen]],
  ];
  const judged = halves.map(([name, all]) => ({ name, all, judgements: all.flatMap(judge) }));
  return {
    title: 'Calibration: how often a first result of such a confidence is right',
    remarks: [
      'In brackets the mean of what was said; what no tree covers is never right',
      ...judged.map(
        ({ name, all, judgements }) =>
          `${name}: ${all.length - judgements.length} of ${all.length} found nothing at all`,
      ),
    ],
    findings: judged.flatMap(({ name, judgements }) => [
      ...bands.map((from) =>
        finding(
          `${name}, ${percent(from)}-${percent(from + width)}`,
          judgements.filter(({ confidence }) => bandOf(confidence) === from),
        ),
      ),
      ...bounds.map((bound) =>
        finding(
          `${name}, above ${percent(bound)}`,
          judgements.filter(({ confidence }) => confidence > bound),
        ),
      ),
    ]),
  };
}

function bandOf(confidence: number): number {
  return bands.findLast((from) => confidence >= from) ?? 0;
}

function finding(what: string, judgements: readonly Judgement[]): Finding {
  const said = judgements.reduce((sum, { confidence }) => sum + confidence, 0) / judgements.length;
  return shareOf(
    judgements.length === 0 ? what : `${what} (${percent(said)})`,
    judgements.filter(({ right }) => right).length,
    judgements.length,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`;
}
