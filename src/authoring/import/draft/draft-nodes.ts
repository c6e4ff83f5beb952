import { causeOf, isInstruction } from './chart-words.js';
import { questionText, sentenceText, treeText } from './draft-words.js';
import { endOf } from './end-of.js';
import type { Plan, PlannedNode } from './plan.js';
import { answersOf, type TreeNames } from './tree-names.js';
import type { Block, Line, Written } from './write-yaml.js';

/** The nodes and faults of a tree as they are written. */
export interface DraftedNodes {
  readonly nodes: readonly Line[];
  readonly faults: readonly Line[];
  /** By the name of each node in the tree, the ids of the chart's nodes that it is made of; none for one that was put in. */
  readonly came: ReadonlyMap<string, readonly string[]>;
}

interface Drafting {
  readonly names: TreeNames;
  readonly desk: string;
  /** Names of the nodes that a tree needs and the chart does not have, given when they are needed. */
  readonly added: Map<'unsolved' | 'solved', string>;
  readonly nodes: Line[];
  readonly faults: Line[];
}

const unsureToDo = 'to do: what if the caller does not know?';

/**
 * Writes the nodes of a planned tree. `notes` are comments by the id of the chart's node at which they stand; `desk` is whom a
 * call is referred to where the chart does not say more.
 */
export function draftNodes(
  plan: Plan,
  names: TreeNames,
  notes: ReadonlyMap<string, readonly string[]>,
  desk: string,
): DraftedNodes {
  const drafting: Drafting = { names, desk, added: new Map(), nodes: [], faults: [] };
  const came = new Map<string, readonly string[]>();
  let group = '';
  for (const [id, node] of plan.nodes) {
    const name = names.of(id);
    came.set(
      name,
      node.from.map((one) => one.id),
    );
    const above = node.from.flatMap((one) => notes.get(one.id) ?? []);
    const title = node.from[0]?.group ?? '';
    if (title !== group) above.unshift(title === '' ? 'Outside the groups.' : `Group: ${title}`);
    group = title;
    const line = node.kind === 'end' ? draftEnd(name, node, drafting) : undefined;
    const round = plan.rounds.has(id) ? names.extra(`${name.slice(0, 60)}-helped`) : undefined;
    const value = line?.value ?? (node.kind === 'question' ? question(node, drafting) : steps(node, round, drafting));
    drafting.nodes.push({ key: name, value, above: [...above, ...(line?.above ?? [])] });
    if (round !== undefined) {
      came.set(round, []);
      drafting.nodes.push(roundQuestion(round, node, drafting));
    }
  }
  const { unsolved, solved } = Object.fromEntries(drafting.added);
  if (unsolved !== undefined) {
    came.set(unsolved, []);
    drafting.nodes.push({
      key: unsolved,
      value: {
        lines: [
          { key: 'refer', value: desk },
          {
            key: 'because',
            value: 'What the chart says did not help.',
            beside: 'to do: what then? The chart does not say',
          },
        ],
      },
    });
  }
  if (solved !== undefined) {
    came.set(solved, []);
    drafting.nodes.push({ key: solved, value: { short: [['close', 'resolved']] } });
  }
  return { nodes: drafting.nodes, faults: drafting.faults, came };
}

function added(drafting: Drafting, which: 'unsolved' | 'solved'): string {
  const name = drafting.added.get(which) ?? drafting.names.extra(which === 'solved' ? 'solved' : 'not-solved');
  drafting.added.set(which, name);
  return name;
}

const unsureLine = (desk: string): Line => ({ key: 'unsure', value: { short: [['refer', desk]] }, beside: unsureToDo });

function question({ from: [node], out }: PlannedNode, { names, desk }: Drafting): Block {
  const text = node?.text ?? '';
  const answers = answersOf(out).map(({ id, label, edge, toDo }): Line => {
    const go = names.of(edge.to);
    const value: Written =
      label === undefined
        ? go
        : {
            short: [
              ['label', treeText(label)],
              ['go', go],
            ],
          };
    return { key: id, value, ...(toDo === undefined ? {} : { beside: `to do: ${toDo}` }) };
  });
  const alone =
    out.length === 1 ? ['to do: the chart has only one way on from here; where do the other answers lead?'] : [];
  return {
    lines: [
      {
        key: 'ask',
        value: questionText(text),
        ...(isInstruction(text) ? { beside: 'to do: ask for what was seen' } : {}),
      },
      { key: 'answers', value: { lines: answers }, above: alone },
      unsureLine(desk),
    ],
  };
}

function stepList({ from, between }: PlannedNode): readonly Written[] {
  return from.map((node, index): Written => {
    const label = between[index] ?? '';
    const toDo = isInstruction(node.text) ? {} : { beside: 'to do: what has the caller to do?' };
    const say: Line = { key: 'say', value: sentenceText(node.text), ...toDo };
    return label === '' ? { lines: [say] } : { lines: [say, { key: 'note', value: arrowNote(label) }] };
  });
}

const arrowNote = (label: string): string => treeText(`On the arrow: ${label}`);

function steps(node: PlannedNode, round: string | undefined, { names }: Drafting): Block {
  const [edge] = node.out;
  const label = edge?.label ?? '';
  return {
    lines: [
      { key: 'do', value: stepList(node) },
      ...(label === '' ? [] : [{ key: 'note', value: arrowNote(label) }]),
      { key: 'then', value: round ?? names.of(edge?.to ?? '') },
    ],
  };
}

// A call would go round here for ever: the question that is put in lets it out.
function roundQuestion(name: string, node: PlannedNode, drafting: Drafting): Line {
  const yes = added(drafting, 'solved');
  const no = drafting.names.of(node.out[0]?.to ?? '');
  return {
    key: name,
    above: ['to do: the chart goes round here without asking anything; this question was put in.'],
    value: {
      lines: [
        { key: 'ask', value: 'Is it solved now?' },
        {
          key: 'answers',
          value: {
            short: [
              ['yes', yes],
              ['no', no],
            ],
          },
        },
        unsureLine(drafting.desk),
      ],
    },
  };
}

function draftEnd(name: string, node: PlannedNode, drafting: Drafting): Pick<Line, 'value' | 'above'> {
  const last = node.from.at(-1);
  if (last === undefined) return { value: '' };
  const refer = (beside: string): Block => ({
    lines: [
      { key: 'refer', value: drafting.desk, beside },
      { key: 'because', value: sentenceText(last.text) },
    ],
  });
  const close = (outcome: string, beside?: string): Block => ({
    lines: [
      { key: 'close', value: outcome, ...(beside === undefined ? {} : { beside }) },
      { key: 'note', value: sentenceText(last.text) },
    ],
  });
  switch (endOf(last)) {
    case 'refer':
      return { value: refer('to do: which desk?') };
    case 'open':
      return {
        value: refer('to do: make this a question'),
        above: ['to do: the chart asks this and has no answers; write them.'],
      };
    case 'resolved':
      return { value: close('resolved') };
    case 'unresolved':
      return { value: close('unresolved', 'to do: does nobody else take it on?') };
    case 'end':
      return { value: close('unresolved', 'to do: the chart does not say whether it is solved here') };
    case 'fault': {
      drafting.faults.push(fault(name, node));
      return {
        value: {
          short: [
            ['fault', name],
            ['unsolved', added(drafting, 'unsolved')],
          ],
        },
      };
    }
  }
}

function fault(name: string, node: PlannedNode): Line {
  const last = node.from.at(-1);
  const text = last?.text ?? '';
  const isFix = last?.kind !== 'fault' && isInstruction(text);
  const given = last?.fix ?? [];
  const fix: readonly Written[] = isFix
    ? stepList(node)
    : given.map((step): Written => ({ lines: [{ key: 'say', value: sentenceText(step) }] }));
  const mending: readonly Line[] =
    fix.length === 0
      ? []
      : [
          { key: 'fix', value: fix },
          {
            key: 'verify',
            value: { short: [['ask', 'Does it work now?']] },
            beside: 'to do: how does the caller see that it is mended?',
          },
        ];
  const explain = isFix ? `This is mended so: ${text}` : text;
  return {
    key: name,
    value: {
      lines: [
        {
          key: 'name',
          value: treeText(text),
          ...(isInstruction(text) ? { beside: 'to do: name what is wrong, not what mends it' } : {}),
        },
        { key: 'cause', value: causeOf(text), beside: 'to do: a guess' },
        { key: 'explain', value: sentenceText(explain), beside: 'to do: what the caller is told' },
        ...mending,
      ],
    },
    ...(fix.length === 0 ? { above: ['to do: how is it mended? Write fix and verify.'] } : {}),
  };
}
