import type { Chart, ImportRemark } from '../chart.js';
import { isBareStart } from './chart-words.js';
import type { ChartPart } from './divide.js';
import { draftNodes } from './draft-nodes.js';
import { sentenceText, treeText } from './draft-words.js';
import { leftOutLines } from './left-out-lines.js';
import { planOf } from './plan.js';
import { namesOf } from './tree-names.js';
import { comment, type Line, oneLine, writeBlock } from './write-yaml.js';

/** A tree as it is written, and how it belongs to the chart. */
export interface TreeFile {
  readonly text: string;
  /** The id of the chart's node that became the title and the first symptom, and is no node of the tree. */
  readonly opening?: string;
  /** By the name of each node in the tree, the ids of the chart's nodes that it is made of; none for one that was put in. */
  readonly came: ReadonlyMap<string, readonly string[]>;
}

/** What a tree is written with. */
export interface TreeFileOptions {
  readonly tree: string;
  /** What the chart is about, where it does not say so itself. */
  readonly title: string;
  readonly desk: string;
  /** What is told about this part of the chart. */
  readonly remarks: readonly ImportRemark[];
}

/** Writes the tree of a part of a chart. What has to be done by an author, and what was not understood, is a comment at its place. */
export function treeFile(chart: Chart, part: ChartPart, { tree, title, desk, remarks }: TreeFileOptions): TreeFile {
  const plan = planOf(part);
  const names = namesOf(plan);
  const told = remarks.filter(({ kind }) => kind !== 'left-out');
  const atNode = new Map<string, string[]>();
  const atHead: string[] = [];
  for (const remark of told) {
    const text = remarkComment(remark);
    const { near } = remark;
    if (near === undefined || near === plan.opening?.id || !part.nodes.has(near)) atHead.push(text);
    else if (atNode.has(near)) atNode.get(near)?.push(text);
    else atNode.set(near, [text]);
  }
  const { nodes, faults, came } = draftNodes(plan, names, atNode, desk);
  const opening = plan.opening;
  const about = opening === undefined || isBareStart(opening.text) ? (chart.title ?? title) : opening.text;
  const start = names.of([...plan.nodes.keys()][0] ?? '');
  const head: readonly Line[] = [
    { key: 'tree', value: tree },
    { key: 'title', value: treeText(chart.title ?? about) },
    {
      key: 'symptoms',
      value: (chart.symptoms ?? [about]).slice(0, 100).map(treeText),
      beside: 'to do: what callers say, 20 to 50 sentences',
    },
    { key: 'start', value: start },
  ];
  const { file, line } = chart.at;
  const intro = [
    `Imported from ${file.replace(/^.*[/\\]/, '')}, line ${line}. What an author has to look at is marked "to do".`,
    'Steps and questions are the words of the chart: rewrite them as they are read aloud.',
    ...leftOutLines(remarks).map((words) => `Left out: ${words}.`),
    ...atHead,
    ...(opening === undefined ? [] : [sentenceText(`The chart begins with: ${opening.text}`)]),
  ];
  const text = [
    ...intro.map((words) => `${comment(words)}\n`),
    writeBlock({ lines: head }),
    '\n',
    writeBlock({ lines: [{ key: 'nodes', value: { lines: nodes } }] }),
    ...(faults.length === 0 ? [] : ['\n', writeBlock({ lines: [{ key: 'faults', value: { lines: faults } }] })]),
  ].join('');
  return { text, ...(opening === undefined ? {} : { opening: opening.id }), came };
}

function remarkComment({ kind, message, place }: ImportRemark): string {
  const mark = kind === 'to-do' ? 'to do' : 'not taken over';
  return oneLine(`${mark} (line ${place.line}): ${message}`);
}
