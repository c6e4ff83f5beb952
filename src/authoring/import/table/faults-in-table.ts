import type { Place } from '../../../source/index.js';
import type { Chart, ChartEdge, ChartNode, ImportRemark } from '../chart.js';
import { yesOrNo } from '../draft/chart-words.js';
import type { Headings, Row } from './columns.js';
import { fixSteps } from './fix-steps.js';

/** What the columns of a table of faults can be called. */
export const faultHeadings = {
  symptom: ['symptom', 'symptoms', 'problem', 'issue', 'complaint', 'error', 'fehler', 'störung'],
  question: ['question', 'check', 'ask', 'test', 'diagnosticcheck', 'howtocheck', 'verify', 'frage', 'prüfung'],
  answer: ['answer', 'result', 'if', 'finding', 'observation', 'antwort'],
  cause: [
    'cause',
    'causes',
    'fault',
    'possiblecause',
    'possiblecauses',
    'probablecause',
    'likelycause',
    'rootcause',
    'ursache',
  ],
  fix: [
    'fix',
    'solution',
    'resolution',
    'remedy',
    'action',
    'correction',
    'correctiveaction',
    'whattodo',
    'lösung',
    'abhilfe',
  ],
} as const satisfies Headings<string>;

type Column = keyof typeof faultHeadings;

interface Building {
  readonly nodes: Map<string, ChartNode>;
  readonly edges: ChartEdge[];
}

/**
 * The chart of a table in which each row is a fault. Faults with the same symptom are asked for one after the other, in the order
 * of the table; with several symptoms, the first question is which of them it is.
 */
export function faultsInTable(rows: readonly Row<Column>[], at: Place, remarks: ImportRemark[]): Chart {
  const building: Building = { nodes: new Map(), edges: [] };
  const groups = new Map<string, Row<Column>[]>();
  let symptom = '';
  for (const row of rows) {
    symptom = row.get('symptom') || symptom;
    if (row.get('cause') === '' && row.get('fix') === '') {
      remarks.push({ kind: 'not-understood', message: 'This row has neither a cause nor a fix.', place: row.at() });
      continue;
    }
    groups.set(symptom, [...(groups.get(symptom) ?? []), row]);
  }
  const first = 'which symptom';
  if (groups.size > 1)
    building.nodes.set(first, { id: first, text: 'What does the caller see?', shape: 'rect', kind: 'question', at });
  for (const [name, group] of groups) {
    const entry = addGroup(group, building, remarks);
    if (groups.size > 1)
      building.edges.push({
        from: first,
        to: entry,
        label: name || 'Something else',
        at: group[0]?.at('symptom') ?? at,
      });
  }
  const symptoms = [...groups.keys()].filter((name) => name !== '');
  return { ...building, ...(symptoms.length === 0 ? {} : { symptoms }), remarks, at };
}

const none = 'nothing fits';

// @returns the id of the node with which the group begins.
function addGroup(group: readonly Row<Column>[], { nodes, edges }: Building, remarks: ImportRemark[]): string {
  const [only] = group;
  if (group.length === 1 && only !== undefined && only.get('question') === '') return addFault(only, nodes);
  const questions = new Map<string, Row<Column>[]>();
  for (const row of group) {
    const text = row.get('question') || `Is it this: ${row.get('cause') || row.get('fix')}`;
    questions.set(text, [...(questions.get(text) ?? []), row]);
  }
  const asked = [...questions.values()];
  const idOf = (rows: readonly Row<Column>[] | undefined): string | undefined => rows?.[0] && `q${rows[0].line}`;
  [...questions].forEach(([text, rows], index) => {
    const from = idOf(rows) as string;
    const first = rows[0] as Row<Column>;
    nodes.set(from, { id: from, text, shape: 'diamond', kind: 'question', at: first.at('question') });
    for (const row of rows) {
      const to = addFault(row, nodes);
      edges.push({ from, to, label: row.get('answer') || 'Yes', at: row.at('answer') });
      if (row.get('question') === '')
        remarks.push({
          kind: 'to-do',
          message: 'This row has no question; one was made of its cause.',
          place: row.at(),
          near: to,
        });
    }
    const known = rows.map((row) => yesOrNo(row.get('answer') || 'Yes'));
    if (known.includes('yes') && known.includes('no')) return;
    const opposite = known[0] === 'yes' ? 'No' : 'Yes';
    const label = known.length === 1 && known[0] !== undefined ? opposite : 'None of these';
    edges.push({ from, to: idOf(asked[index + 1]) ?? none, label, at: first.at() });
  });
  if (edges.some(({ to }) => to === none))
    nodes.set(none, {
      id: none,
      text: 'No row of the table fits',
      shape: 'rect',
      kind: 'refer',
      at: group[0]?.at() as Place,
    });
  return idOf(asked[0]) as string;
}

// @returns its id.
function addFault(row: Row<Column>, nodes: Building['nodes']): string {
  const id = `r${row.line}`;
  const [cause, fix] = [row.get('cause'), row.get('fix')];
  const text = cause || (fixSteps(fix)[0] as string);
  const at = row.at(cause === '' ? 'fix' : 'cause');
  nodes.set(id, { id, text, shape: 'rect', kind: 'fault', ...(fix === '' ? {} : { fix: fixSteps(fix) }), at });
  return id;
}
