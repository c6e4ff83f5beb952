import type { NodeKind } from '../../knowledge/index.js';
import { kindInWords } from './kind-in-words.js';
import { nodeShape } from './node-shape.js';
import { notTaken } from './not-taken.js';
import type { PictureWeights } from './picture.js';

/** Some SVG with the size that it takes. */
export interface SvgPart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const explained: Readonly<Record<NodeKind, string>> = {
  ask: 'the caller is asked',
  check: 'somebody looks',
  do: 'steps to take',
  decide: 'by what is known',
  visit: 'another tree, and back',
  fault: 'the cause is found',
  refer: 'handed on to a desk',
  close: 'the tree ends',
};

const columnWidth = 250;
const rowHeight = 30;

/** What the forms and the lines mean, in so many columns that it is not wider than the picture. Begins at 0, 0. */
export function svgLegend(width: number, weights: PictureWeights['of'] | undefined): SvgPart {
  const kinds = Object.keys(kindInWords) as NodeKind[];
  const entries = [
    ...kinds.map((kind) => (x: number, y: number) => {
      const shape = nodeShape({ kind, x: x + 30, y, width: 52, height: 20 });
      return `<g class="node ${kind}">${shape}</g>${said(x, y, `${kindInWords[kind]}: ${explained[kind]}`)}`;
    }),
    line('known', 'an answer, a condition, or done'),
    line('unknown', 'dashed: a way of not knowing'),
    ...(weights === undefined
      ? []
      : [
          line('known step0', `dotted: ${notTaken[weights]}`),
          line('known step4', `wide: in many ${weights === 'calls' ? 'example calls' : 'stored cases'}`),
          (x: number, y: number) =>
            `<text class="role-count" x="${x + 24}" y="${y + 4}">3×</text>${said(x, y, 'how often it was taken')}`,
        ]),
  ];
  const columns = Math.max(1, Math.min(entries.length, Math.floor(width / columnWidth)));
  const rows = Math.ceil(entries.length / columns);
  const drawn = entries.map((entry, index) =>
    entry(Math.floor(index / rows) * columnWidth, (index % rows) * rowHeight + rowHeight / 2),
  );
  return {
    svg: `<g class="legend" role="group" aria-label="Legend">${drawn.join('')}</g>`,
    width: columns * columnWidth,
    height: rows * rowHeight,
  };
}

function line(classes: string, words: string) {
  return (x: number, y: number): string =>
    `<g class="edge ${classes}"><path d="M${x + 4} ${y}H${x + 48}"/><polygon points="${x + 56},${y} ${x + 48},${y - 4} ${x + 48},${y + 4}"/></g>${said(x, y, words)}`;
}

function said(x: number, y: number, words: string): string {
  return `<text class="small" x="${x + 66}" y="${y + 4}">${words}</text>`;
}
