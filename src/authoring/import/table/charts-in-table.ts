import { placeInText } from '../../../source/index.js';
import { readCsv } from '../../../tabular/index.js';
import type { Chart, ImportRemark } from '../chart.js';
import type { FoundCharts } from '../find-charts.js';
import { columnsOf } from './columns.js';
import { edgeHeadings, edgesInTable } from './edges-in-table.js';
import { faultHeadings, faultsInTable } from './faults-in-table.js';

/**
 * The chart of a table. Its headings show what it is: with `from` and `to`, each row is an arrow; with `symptom`, `cause` or
 * `fix`, each is a fault.
 */
export async function chartsInTable(path: string, text: string): Promise<FoundCharts> {
  const placeOf = placeInText(path, text);
  const { rows, broken } = await readCsv(text);
  const [header, ...body] = rows;
  const startOf = (line: number): number => text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const refused = (message: string, line: number): FoundCharts => {
    const start = startOf(line);
    const end = text.indexOf('\n', start);
    const place = placeOf(start, end === -1 ? text.length : end);
    return { charts: [], remarks: [{ kind: 'not-understood', message, place }] };
  };
  if (broken !== undefined) return refused(`This is no table: ${broken.message}`, broken.line);
  if (header === undefined) return { charts: [], remarks: [] };
  const edges = columnsOf(header.cells, edgeHeadings, text, placeOf);
  const faults = columnsOf(header.cells, faultHeadings, text, placeOf);
  const isEdges = edges.has('from') && edges.has('to');
  if (!isEdges && !faults.has('cause') && !faults.has('fix'))
    return refused(
      'These headings are not known. A table of arrows has from, answer and to; a table of faults has symptom, question, cause and fix.',
      header.line,
    );
  const at = edges.rowOf(header).at();
  const remarks: ImportRemark[] = (isEdges ? edges : faults).others.map((heading) => ({
    kind: 'left-out',
    message: `column "${heading}"`,
    place: at,
  }));
  const chart: Chart = isEdges
    ? edgesInTable(body.map(edges.rowOf), at, remarks)
    : faultsInTable(body.map(faults.rowOf), at, remarks);
  return { charts: [chart], remarks: [] };
}
