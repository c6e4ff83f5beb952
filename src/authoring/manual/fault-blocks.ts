import { effortInWords } from '../../instructions/index.js';
import { edgesFrom, type Fault, type Tree } from '../../knowledge/index.js';
import { confusedLines } from './confused-lines.js';
import type { Block, Line } from './document.js';
import type { Numbering } from './numbering.js';
import { wayOn, withGaps } from './refer-to.js';
import { stepItems } from './step-items.js';

/**
 * A fault with everything there is to say about it: the caution before anything else, the explanation, the steps, how one
 * sees that it is mended. `node` is the place of the chart from which its outcomes lead on.
 */
export function faultBlocks(numbering: Numbering, tree: Tree, fault: Fault, node?: string): readonly Block[] {
  const { kb } = numbering;
  const effort = effortInWords(fault.effort);
  const about = [`Cause: ${causeWords(fault.cause)}`, ...likelihood(fault), ...(effort === undefined ? [] : [effort])];
  return [
    { kind: 'line', line: [{ strong: `Found: ${fault.name}` }] },
    { kind: 'line', look: 'soft', line: [about.map((part) => part.replace(/\.?$/, '.')).join(' ')] },
    ...(fault.caution === undefined
      ? []
      : [{ kind: 'line', look: 'caution', line: [{ strong: 'Caution: ' }, withGaps(kb, fault.caution)] } as const]),
    { kind: 'line', line: [{ said: withGaps(kb, fault.explain) }] },
    ...(fault.tried === undefined
      ? []
      : [line([{ soft: 'Tried before? Ask: ' }, { said: withGaps(kb, fault.tried) }])]),
    fault.fix.length === 0
      ? line(['It cannot be mended on the phone.'])
      : { kind: 'list', look: 'numbers', items: stepItems(numbering, fault.fix) },
    ...(fault.prevent === undefined
      ? []
      : [line([{ soft: 'Once it is mended: ' }, { said: withGaps(kb, fault.prevent) }])]),
    ...outcomeBlocks(numbering, tree, fault, node),
  ];
}

/** Whether it helped, and where each answer leads. */
export function outcomeBlocks(numbering: Numbering, tree: Tree, { verify }: Fault, node?: string): readonly Block[] {
  const { kb } = numbering;
  const edges = node === undefined ? [] : edgesFrom(tree, node);
  const way = (kind: string): Line => {
    const edge = edges.find((each) => each.kind === kind) ?? edges.find((each) => each.kind === 'unsolved');
    return edge === undefined ? ['go back to the place that led here'] : wayOn(numbering, tree.id, edge.to);
  };
  if (verify === undefined) return [line(['Then ', ...way('unsolved'), '.'])];
  const asked: readonly Line[] = [
    [{ soft: 'Did it help? ' }, { strong: withGaps(kb, verify.ask) }],
    ...(verify.say === undefined ? [] : [[{ said: withGaps(kb, verify.say) }]]),
    ...confusedLines(kb, verify.ifConfused),
  ];
  const items = verify.answers.map(({ id, label }): readonly Line[] => {
    const kind = id === verify.solved ? 'solved' : id === verify.partly ? 'partly' : 'unsolved';
    return [[{ strong: label }, ': ', ...(kind === 'solved' ? [{ strong: 'solved' }] : way(kind))]];
  });
  const unknown: readonly Line[] = [[{ soft: 'The caller cannot tell: ' }, ...way('unsolved')]];
  return [...asked.map(line), { kind: 'list', look: 'answers', items: [...items, unknown] }];
}

function line(pieces: Line): Block {
  return { kind: 'line', line: pieces };
}

/** What lies behind a fault, in words. */
export function causeWords(cause: string): string {
  return cause.replaceAll('-', ' ');
}

function likelihood({ likelihood: likely }: Fault): readonly string[] {
  const words = likelihoodWords(likely);
  return words === '' ? [] : [`How often: ${words}`];
}

/** How likely a fault is, in words; empty where nothing is said of it. */
export function likelihoodWords(likely: string | number | undefined): string {
  if (typeof likely !== 'number') return likely ?? '';
  return `${Number((100 * likely).toPrecision(2))}%`;
}
