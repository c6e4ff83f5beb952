import type { NodeKind } from '../../knowledge/index.js';
import { neutralised } from '../../source/index.js';
import type { Picture, PictureEdge } from './picture.js';

const shapes: Readonly<Record<NodeKind, readonly [string, string]>> = {
  ask: ['(', ')'],
  check: ['[/', '/]'],
  do: ['[', ']'],
  decide: ['{{', '}}'],
  visit: ['[[', ']]'],
  fault: ['[/', '\\]'],
  refer: ['>', ']'],
  close: ['([', '])'],
};

/** A picture as a Mermaid flowchart, for pages that draw these. The kind of each node is in its form and in its text. */
export function toMermaid(picture: Picture): string {
  const keys = new Map(picture.nodes.map(({ id, key }) => [id, key]));
  return [
    '---',
    `title: ${JSON.stringify(neutralised(picture.title))}`,
    '---',
    'flowchart TB',
    '%% dashed lines: ways of not knowing',
    ...picture.nodes.map(({ key, kind, lines }) => {
      const [open, close] = shapes[kind];
      return `  ${key}${open}"${lines.map(({ text }) => escaped(text)).join('<br/>')}"${close}`;
    }),
    ...picture.edges.map((edge) => `  ${keys.get(edge.from)} ${arrowOf(edge)} ${keys.get(edge.to)}`),
    ...picture.edges.flatMap(({ count }, index) =>
      count === undefined
        ? []
        : [`  linkStyle ${index} stroke-width:${1 + count.step}px${count.number === 0 ? ',stroke-dasharray:1 4' : ''}`],
    ),
    '',
  ].join('\n');
}

function arrowOf({ manner, lines }: PictureEdge): string {
  const arrow = manner === 'unknown' ? '-.->' : '-->';
  return lines.length === 0 ? arrow : `${arrow}|"${lines.map(escaped).join('<br/>')}"|`;
}

/** Whatever could be markup, an entity, a directive or the end of the label becomes the number of its character. */
function escaped(text: string): string {
  return neutralised(text).replace(/[^\p{L}\p{M}\p{N} ./,?!()'’–…×·-]/gu, (mark) => `#${mark.codePointAt(0)};`);
}
