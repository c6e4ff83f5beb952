import type { KnowledgeBase, Overlay } from '../../knowledge/index.js';
import { dayWritten } from './day-written.js';
import type { Block, Chapter, Line } from './document.js';
import type { Numbering } from './numbering.js';
import { chapterName, conditionWritten, deskName, nodeElsewhere, withGaps } from './refer-to.js';

const placeOf = (issue: string): string => `issue-${issue}`;

/** The known issues that are not over and belong to a tree, or to a fault of it. */
export function issuesOf({ kb }: Numbering, tree: string, date: string): readonly Overlay[] {
  return [...kb.overlays.values()].filter(
    ({ trees, faults, until }) =>
      (until === undefined || until >= date) &&
      (trees.includes(tree) || faults.some((address) => address.startsWith(`${tree}/`))),
  );
}

/** A line that sends the reader to a known issue first. */
export function issueReference({ id, title }: Overlay): Block {
  return {
    kind: 'line',
    look: 'caution',
    line: ['Known issue, ask about it first: ', { to: placeOf(id), text: title }],
  };
}

/** All known issues with their days, also those that are over or still to come; no chapter without any. */
export function knownIssues(numbering: Numbering, date: string): readonly Chapter[] {
  const { overlays } = numbering.kb;
  if (overlays.size === 0) return [];
  const blocks = [...overlays.values()].map(
    (issue): Block => ({
      kind: 'entry',
      id: placeOf(issue.id),
      number: '',
      blocks: issueLines(numbering, issue, date).map((line) => ({ kind: 'line', line })),
    }),
  );
  const first: Block = {
    kind: 'line',
    line: ['Trouble that many callers have at the moment. Ask about it before anything else.'],
  };
  return [{ id: 'known-issues', title: 'Known issues', blocks: [first, ...blocks] }];
}

function issueLines(numbering: Numbering, issue: Overlay, date: string): readonly Line[] {
  const { kb } = numbering;
  const { title, when, ask, say, explain, workaround, then, sources } = issue;
  return [
    [{ strong: title }],
    [{ soft: days(issue, date) }],
    ...belongsTo(numbering, issue),
    ...(when === undefined ? [] : [[{ soft: `Only if ${conditionWritten(kb, when)}.` }]]),
    [{ soft: 'Ask: ' }, withGaps(kb, ask)],
    ...(say === undefined ? [] : [[{ said: withGaps(kb, say) }]]),
    [{ soft: 'If it is this: ' }, { said: withGaps(kb, explain) }],
    ...(workaround === undefined ? [] : [[{ soft: 'Meanwhile: ' }, { said: withGaps(kb, workaround) }]]),
    thenWords(kb, then),
    ...sources.map((source): Line => [{ soft: `Source: ${source.title}: ${source.url}` }]),
  ];
}

function days({ from, until }: Overlay, date: string): string {
  const parts = [
    ...(from === undefined ? [] : [`from ${dayWritten(from)}`]),
    ...(until === undefined ? [] : [`until ${dayWritten(until)}`]),
  ];
  const state =
    from !== undefined && from > date ? 'not yet' : until !== undefined && until < date ? 'over' : 'at this time';
  return parts.length === 0
    ? 'Until further notice.'
    : `${parts.join(' ').replace(/^./, (first) => first.toUpperCase())}: ${state}.`;
}

function belongsTo(numbering: Numbering, { trees, faults }: Overlay): readonly Line[] {
  const places: readonly Line[] = [
    ...trees.map((tree): Line => [chapterName(numbering, tree)]),
    ...faults.map((address): Line => {
      const [tree = '', fault = ''] = address.split('/');
      const node = numbering.faults.get(address);
      const name = numbering.kb.trees.get(tree)?.faults.get(fault)?.name ?? fault;
      return [
        `"${name}", `,
        ...(node === undefined ? [chapterName(numbering, tree)] : nodeElsewhere(numbering, tree, node)),
      ];
    }),
  ];
  return places.length === 0
    ? []
    : [[{ soft: 'Before: ' }, ...places.flatMap((place, index) => (index === 0 ? place : ['; ', ...place]))]];
}

function thenWords(kb: KnowledgeBase, then: Overlay['then']): Line {
  if (then.kind === 'refer') return ['Then refer to ', deskName(kb, then.desk), '.'];
  return [then.kind === 'close' ? 'Then the call ends.' : 'Then go on as usual.'];
}
