import { type Place, placeInText } from '../../../source/index.js';
import type { Chart, ChartEdge, ChartNode, ImportRemark } from '../chart.js';
import type { FieldNames } from '../field-names.js';
import type { FoundCharts } from '../find-charts.js';
import { labelText } from '../mermaid/label-text.js';
import { fieldsOf, kindOf, type Path, valueAt } from './fields.js';
import { firstMistake } from './first-mistake.js';
import { type JsonPlaces, jsonPlaces } from './json-places.js';

type Whole = Readonly<Record<string, unknown>>;

/**
 * The chart of a JSON text of nodes and edges. Which field is what is said by `fields`, else found by the names that React Flow,
 * vis.js, Cytoscape and D3 use.
 */
export function chartsInJson(path: string, text: string, fields: FieldNames = {}): FoundCharts {
  const placeOf = placeInText(path, text);
  const refused = (message: string, at = 0): FoundCharts => ({
    charts: [],
    remarks: [{ kind: 'not-understood', message, place: placeOf(at, at + 1) }],
  });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ' '));
  } catch {
    return refused('From here on this is no JSON.', firstMistake(text.replace(/^\ufeff/, ' ')));
  }
  const places = jsonPlaces(text);
  const placeAt = (at: Path): Place => placeOf(...(places.get(JSON.stringify(at)) ?? [0, 1]));
  const found = fieldsOf(value, fields);
  if (found === undefined)
    return refused('No list of nodes is found. Say where it is: {"nodes": "...", "edges": "..."}.');
  const remarks: ImportRemark[] = [];
  const read: Reading = { value, placeAt, remarks, places };
  const nodes = nodesIn(found.nodes, found.names, read);
  const edges = edgesIn(found.edges, found.names, nodes, read);
  const title = ['title', 'name', 'label'].map((key) => (value as Whole)[key]).find((one) => typeof one === 'string');
  const chart: Chart = { nodes, edges, remarks, at: placeAt([]) };
  return { charts: [typeof title === 'string' && title !== '' ? { title, ...chart } : chart], remarks: [] };
}

interface Reading {
  readonly value: unknown;
  readonly places: JsonPlaces;
  readonly placeAt: (at: Path) => Place;
  readonly remarks: ImportRemark[];
}

type Names = Readonly<Record<'id' | 'text' | 'kind' | 'from' | 'to' | 'label', readonly string[]>>;

function nodesIn(
  paths: readonly Path[],
  names: Names,
  { value, placeAt, remarks }: Reading,
): ReadonlyMap<string, ChartNode> {
  const nodes = new Map<string, ChartNode>();
  for (const path of paths) {
    const at = placeAt(path);
    const one = valueAt(value, path);
    const id = typeof one === 'string' ? one : textIn(one, names.id);
    if (id === '') remarks.push({ kind: 'not-understood', message: 'This node has no id.', place: at });
    else if (nodes.has(id))
      remarks.push({ kind: 'not-understood', message: `There is a node "${id}" already.`, place: at, near: id });
    else {
      const written = textIn(one, names.text);
      const word = textIn(one, names.kind);
      const kind = kindOf(word);
      if (kind === undefined && word !== '')
        remarks.push({ kind: 'left-out', message: `kind "${word}"`, place: firstLine(at) });
      const shape = kind === 'question' ? 'diamond' : 'rect';
      nodes.set(id, { id, text: labelText(written).text || id, shape, ...(kind === undefined ? {} : { kind }), at });
      leaveOut(one, [...names.id, ...names.text, ...names.kind], at, remarks);
    }
  }
  return nodes;
}

function edgesIn(
  paths: readonly Path[],
  names: Names,
  nodes: ReadonlyMap<string, ChartNode>,
  { value, placeAt, remarks }: Reading,
): readonly ChartEdge[] {
  return paths.flatMap((path): readonly ChartEdge[] => {
    const at = placeAt(path);
    const one = valueAt(value, path);
    const [from, to] = [textIn(one, names.from), textIn(one, names.to)];
    const missing = [from, to].find((id) => !nodes.has(id));
    if (missing !== undefined) {
      const message =
        missing === ''
          ? 'This edge does not say from where to where.'
          : `This edge ends at "${missing}", which is no node.`;
      const near = nodes.has(from) ? { near: from } : nodes.has(to) ? { near: to } : {};
      remarks.push({ kind: 'not-understood', message, place: at, ...near });
      return [];
    }
    leaveOut(one, [...names.from, ...names.to, ...names.label, 'id'], at, remarks);
    return [{ from, to, label: labelText(textIn(one, names.label)).text, at }];
  });
}

function textIn(value: unknown, fields: readonly string[]): string {
  for (const field of fields) {
    const found = valueAt(value, field.split('.'));
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
    if (typeof found === 'number' || typeof found === 'boolean') return String(found);
  }
  return '';
}

// Where a thing stands on the screen, how it looks, and whatever else a tree has no place for.
function leaveOut(value: unknown, used: readonly string[], place: Place, remarks: ImportRemark[]): void {
  if (typeof value !== 'object' || value === null) return;
  const known = new Set(used.map((field) => field.split('.')[0]));
  for (const key of Object.keys(value))
    if (!known.has(key))
      remarks.push({
        kind: 'left-out',
        message: `field "${key}"`,
        place: firstLine(place),
      });
}

const firstLine = (place: Place): Place => ({ ...place, endLine: place.line, endColumn: place.column + 1 });
