import type { Place } from '../../../source/index.js';
import type { Chart, ChartEdge, ChartNode, ImportRemark } from '../chart.js';
import type { Headings, Row } from './columns.js';
import { fixSteps } from './fix-steps.js';

/** What the columns of a table of arrows can be called. */
export const edgeHeadings = {
  from: ['from', 'source', 'node', 'id', 'nodeid', 'fromid', 'fromnode', 'start', 'von'],
  answer: ['answer', 'label', 'condition', 'if', 'when', 'choice', 'response', 'option', 'edge', 'antwort'],
  to: ['to', 'target', 'next', 'go', 'goto', 'then', 'leadsto', 'toid', 'tonode', 'nextnode', 'end', 'nach'],
  question: ['question', 'ask', 'check', 'frage'],
  step: ['step', 'action', 'do', 'instruction', 'say', 'schritt'],
  text: ['text', 'title', 'name', 'description'],
  cause: ['cause', 'fault', 'rootcause', 'diagnosis', 'ursache'],
  fix: ['fix', 'solution', 'resolution', 'remedy', 'correction', 'lösung'],
} as const satisfies Headings<string>;

type Column = keyof typeof edgeHeadings;

interface Described {
  readonly text: string;
  readonly kind?: ChartNode['kind'];
  readonly fix?: readonly string[];
}

/** The chart of a table in which each row is an arrow, or describes the node under `from`. */
export function edgesInTable(rows: readonly Row<Column>[], at: Place, remarks: ImportRemark[]): Chart {
  const places = new Map<string, Place>();
  const described = new Map<string, Described>();
  const edges: ChartEdge[] = [];
  let last = '';
  for (const row of rows) {
    const [label, to] = [row.get('answer'), row.get('to')];
    const own = row.get('from');
    const from = own === '' ? last : own;
    if (from === '') {
      remarks.push({ kind: 'not-understood', message: 'This row does not say from where.', place: row.at() });
      continue;
    }
    if (own === '')
      remarks.push({
        kind: 'to-do',
        message: `Without "from", it is taken to belong to "${from}".`,
        place: row.at(),
        near: from,
      });
    last = from;
    if (!places.has(from)) places.set(from, row.at(own === '' ? undefined : 'from'));
    describe(from, row, described, remarks);
    if (to !== '') {
      if (!places.has(to)) places.set(to, row.at('to'));
      edges.push({ from, to, label, at: row.at('to') });
    } else if (label !== '')
      remarks.push({
        kind: 'not-understood',
        message: `The answer "${label}" leads nowhere.`,
        place: row.at('answer'),
        near: from,
      });
  }
  const leaves = new Set(edges.map(({ from }) => from));
  const nodes = new Map<string, ChartNode>();
  for (const [id, place] of places) {
    const { text, kind, fix } = described.get(id) ?? { text: id };
    // What has a way on is no fault yet, and how it is mended is a step.
    const goesOn = leaves.has(id) && kind === 'fault';
    nodes.set(id, {
      id,
      text: goesOn ? [text, ...(fix ?? [])].filter((one, index, all) => all.indexOf(one) === index).join('. ') : text,
      shape: 'rect',
      ...(kind === undefined || goesOn ? {} : { kind }),
      ...(fix === undefined || goesOn ? {} : { fix }),
      at: place,
    });
  }
  return { nodes, edges, remarks, at };
}

function describe(id: string, row: Row<Column>, described: Map<string, Described>, remarks: ImportRemark[]): void {
  const is = descriptionIn(row);
  if (is === undefined) return;
  const known = described.get(id);
  if (known === undefined) described.set(id, is);
  else if (known.text !== is.text)
    remarks.push({
      kind: 'to-do',
      message: `"${id}" has two texts; the other is: ${is.text}`,
      place: row.at(),
      near: id,
    });
}

function descriptionIn(row: Row<Column>): Described | undefined {
  const [cause, fix] = [row.get('cause'), row.get('fix')];
  const extra = [row.get('question'), row.get('step'), row.get('text')].filter((text) => text !== '');
  if (cause !== '' || fix !== '') {
    const text = [...extra, cause].filter((one) => one !== '').join('. ') || (fixSteps(fix)[0] as string);
    return { text, kind: 'fault', ...(fix === '' ? {} : { fix: fixSteps(fix) }) };
  }
  if (extra.length === 0) return undefined;
  const kind = row.get('question') !== '' ? 'question' : row.get('step') !== '' ? 'step' : undefined;
  return { text: extra.join('. '), ...(kind === undefined ? {} : { kind }) };
}
