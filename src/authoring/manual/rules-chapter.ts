import { valueInWords } from '../../instructions/index.js';
import type { Rule } from '../../knowledge/index.js';
import type { Block, Chapter, Line, Piece } from './document.js';
import type { Numbering } from './numbering.js';
import { conditionWritten, nodeElsewhere, withGaps } from './refer-to.js';

/** What stops or turns any call, whatever is being talked about: the rules, the most pressing first; no chapter without any. */
export function rulesChapter(numbering: Numbering): readonly Chapter[] {
  const { rules } = numbering.kb;
  const stops = rules.filter(({ go }) => go !== undefined);
  const others = rules.filter(({ go }) => go === undefined);
  const section = (title: string, some: readonly Rule[]): readonly Block[] =>
    some.length === 0
      ? []
      : [
          { kind: 'heading', text: title },
          { kind: 'list', look: 'bullets', items: some.map((rule) => ruleLines(numbering, rule)) },
        ];
  if (rules.length === 0) return [];
  return [
    {
      id: 'at-any-moment',
      title: 'At any moment',
      blocks: [
        { kind: 'line', line: ['This holds in every call, as soon as it is known.'] },
        ...section('Stop at once', stops),
        ...section('Keep in mind', others),
      ],
    },
  ];
}

function ruleLines(numbering: Numbering, { when, warn, go, set, suspect, ruleOut }: Rule): readonly Line[] {
  const { kb } = numbering;
  const known = [...set].map(([name, value]) => {
    const fact = kb.facts.get(name);
    return fact === undefined ? `${name}: ${value}` : `${fact.title}: ${valueInWords(fact, value)}`;
  });
  const name = (address: string): string => {
    const [tree = '', fault = ''] = address.split('/');
    return `"${kb.trees.get(tree)?.faults.get(fault)?.name ?? address}"`;
  };
  const lines: readonly (readonly Piece[])[] = [
    ...(warn === undefined ? [] : [[{ strong: withGaps(kb, warn) }]]),
    ...(known.length === 0 ? [] : [[`Then this is known too: ${known.join('; ')}.`]]),
    ...(suspect.length === 0 ? [] : [[`More likely then: ${suspect.map(name).join(', ')}.`]]),
    ...(ruleOut.length === 0 ? [] : [[`Cannot be then: ${ruleOut.map(name).join(', ')}.`]]),
    ...(go === undefined ? [] : [['Go to ', ...nodeElsewhere(numbering, go.tree, go.node), '.']]),
  ];
  return [[`If ${conditionWritten(kb, when)}:`], ...lines];
}
