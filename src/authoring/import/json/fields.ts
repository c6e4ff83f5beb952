import type { ChartNode } from '../chart.js';
import type { FieldNames } from '../field-names.js';

/** The way to a value in JSON. */
export type Path = readonly (string | number)[];

/** Where the nodes and edges of a JSON value are, and what their fields are called: the first that is there counts. */
export interface FoundFields {
  readonly nodes: readonly Path[];
  readonly edges: readonly Path[];
  readonly names: Readonly<Record<'id' | 'text' | 'kind' | 'from' | 'to' | 'label', readonly string[]>>;
}

const usual = {
  id: ['id', 'key', 'data.id', 'name'],
  text: [
    'data.label',
    'label',
    'text',
    'title',
    'data.text',
    'data.title',
    'data.name',
    'name',
    'question',
    'content',
    'value',
  ],
  kind: ['data.kind', 'kind', 'data.type', 'type', 'shape'],
  from: ['source', 'from', 'sourceId', 'data.source', 'start', 'fromNode', 'tail'],
  to: ['target', 'to', 'targetId', 'data.target', 'end', 'toNode', 'head'],
  label: ['label', 'data.label', 'text', 'title', 'answer', 'condition', 'name', 'data.text'],
} as const;
const lists = {
  nodes: ['nodes', 'vertices', 'elements.nodes', 'graph.nodes', 'data.nodes', 'states', 'steps', 'nodeDataArray'],
  edges: [
    'edges',
    'links',
    'elements.edges',
    'graph.edges',
    'data.edges',
    'connections',
    'transitions',
    'arrows',
    'linkDataArray',
  ],
} as const;

/** Finds the lists and the names of the fields; nothing where there is no list of nodes. */
export function fieldsOf(value: unknown, given: FieldNames): FoundFields | undefined {
  const names = Object.fromEntries(
    Object.entries(usual).map(([kind, fields]) => {
      const own = given[kind as keyof typeof usual];
      return [kind, own === undefined ? fields : [own]];
    }),
  ) as unknown as FoundFields['names'];
  // Cytoscape also writes both into one list: what has a source is an edge.
  const mixed: readonly Path[] = Array.isArray(value) ? [[]] : [['elements']];
  const all = mixed.flatMap((path) => entries(value, path));
  if (all.length > 0 && given.nodes === undefined) {
    const isEdge = (path: Path): boolean =>
      names.from.some((field) => valueAt(value, [...path, ...field.split('.')]) !== undefined);
    return { nodes: all.filter((path) => !isEdge(path)), edges: all.filter(isEdge), names };
  }
  const [nodes, edges] = (['nodes', 'edges'] as const).map((kind) => {
    const own = given[kind];
    const paths = own === undefined ? lists[kind] : [own];
    return paths.map((path) => entries(value, path.split('.'))).find((found) => found.length > 0) ?? [];
  });
  return nodes === undefined || nodes.length === 0 ? undefined : { nodes, edges: edges ?? [], names };
}

// A list, or an object whose keys are no part of what it holds.
function entries(value: unknown, path: Path): readonly Path[] {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list.map((_, index) => [...path, index]) : [];
}

/** The value at the end of a way; nothing where the way is not there. */
export function valueAt(value: unknown, path: Path): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string | number, unknown>>)[key];
  }
  return at;
}

const kinds: readonly (readonly [RegExp, NonNullable<ChartNode['kind']>])[] = [
  [/^(?:question|decision|diamond|ask|condition|choice|branch|if|gateway|exclusivegateway)$/i, 'question'],
  [/^(?:step|action|task|do|process|instruction|activity)$/i, 'step'],
  [/^(?:fault|cause|diagnosis)$/i, 'fault'],
  [/^(?:refer|referral|escalation|escalate|handover|hand-over)$/i, 'refer'],
  [/^(?:close|end|terminal|terminator|stop|final|endevent)$/i, 'close'],
];

/** What a node is, by the word for its kind; nothing for words that only say how it looks. */
export function kindOf(word: string): ChartNode['kind'] {
  return kinds.find(([pattern]) => pattern.test(word.trim()))?.[1];
}
