import type { NodeKind } from '../../knowledge/index.js';
import { neutralised } from '../../source/index.js';
import { kindInWords } from './kind-in-words.js';
import type { Picture, PictureCount, PictureEdge } from './picture.js';

const shapes: Readonly<Record<NodeKind, string>> = {
  ask: 'shape=box, style=rounded',
  check: 'shape=note',
  do: 'shape=box',
  decide: 'shape=hexagon',
  visit: 'shape=box, peripheries=2',
  fault: 'shape=octagon',
  refer: 'shape=cds',
  close: 'shape=ellipse',
};

const legend = Object.entries(kindInWords).map(([kind, words]) => `${words}: ${shapes[kind as NodeKind]}`);

/**
 * A picture in the language of Graphviz, for programs that read it. Names are made up and texts are quoted, so that nothing an
 * author writes becomes an attribute, a link or a line of its own.
 */
export function toDot(picture: Picture): string {
  const keys = new Map(picture.nodes.map(({ id, key }) => [id, key]));
  return [
    ...legend.map((line) => `// ${line}`),
    '// dashed lines: ways of not knowing',
    ...(picture.weights === undefined ? [] : ['// dotted lines: never taken; the wider, the more often']),
    `digraph ${quoted(picture.title)} {`,
    '  rankdir=TB;',
    `  label=${quoted(picture.title)};`,
    '  labelloc=t;',
    '  fontname="Arial";',
    '  node [fontname="Arial", fontsize=12];',
    '  edge [fontname="Arial", fontsize=11];',
    ...picture.nodes.map(
      ({ key, kind, isStart, lines, count }) =>
        `  ${key} [label=${quoted(lines.map(({ text }) => text).join('\n'))}, ${shapes[kind]}, penwidth=${isStart ? 3 : width(count)}];`,
    ),
    ...picture.edges.map(
      (edge) =>
        `  ${keys.get(edge.from)} -> ${keys.get(edge.to)} [label=${quoted(edge.lines.join('\n'))}, style=${styleOf(edge)}, penwidth=${width(edge.count)}];`,
    ),
    '}',
    '',
  ].join('\n');
}

function width(count: PictureCount | undefined): number {
  return count === undefined ? 1 : 1 + count.step;
}

function styleOf({ manner, count }: PictureEdge): string {
  if (count?.number === 0) return 'dotted';
  return manner === 'unknown' ? 'dashed' : 'solid';
}

/** Graphviz reads a backslash as an escape, and an ampersand as the beginning of a character's name. */
function quoted(text: string): string {
  const safe = neutralised(text)
    .replace(/&/g, '&amp;')
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
  return `"${safe}"`;
}
