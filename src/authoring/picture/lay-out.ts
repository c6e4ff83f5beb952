import type { Graph, Viz } from '@viz-js/viz';
import type { Point } from './picture.js';

/** What is to be placed: boxes with their sizes, and lines with the sizes of their labels, in points. */
export interface ToLayOut {
  readonly boxes: readonly { readonly key: string; readonly width: number; readonly height: number }[];
  readonly lines: readonly {
    readonly from: string;
    readonly to: string;
    readonly width: number;
    readonly height: number;
    /** How much it should be short and straight; 1 is usual. */
    readonly pull: number;
  }[];
}

/** Where everything is, in the order in which it was given. Middles of boxes and labels; `y` grows downwards. */
export interface LaidOut {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Point[];
  readonly lines: readonly { readonly path: readonly Point[]; readonly tip: Point; readonly at: Point }[];
}

interface GraphvizJson {
  readonly bb: string;
  readonly objects?: readonly { readonly name: string; readonly pos: string }[];
  readonly edges?: readonly { readonly id: string; readonly pos: string; readonly lp?: string }[];
}

let loaded: Promise<Viz> | undefined;

/** Places boxes in rows from top to bottom with Graphviz, which is loaded at its first use. */
export async function layOut({ boxes, lines }: ToLayOut): Promise<LaidOut> {
  loaded ??= import('@viz-js/viz').then(({ instance }) => instance());
  const viz = await loaded;
  const graph: Graph = {
    graphAttributes: {
      rankdir: 'TB',
      nodesep: 0.28,
      ranksep: 0.42,
      splines: 'true',
      remincross: true,
      searchsize: 100,
    },
    nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
    nodes: boxes.map(({ key, width, height }) => ({
      name: key,
      attributes: { width: width / inch, height: height / inch },
    })),
    edges: lines.map(({ from, to, width, height, pull }, index) => ({
      tail: from,
      head: to,
      attributes: {
        id: String(index),
        weight: pull,
        arrowsize: 0.7,
        ...(width === 0 ? {} : { label: { html: emptyTable(width, height) } }),
      },
    })),
  };
  const json = viz.renderJSON(graph, { yInvert: true }) as GraphvizJson;
  const [left = 0, one = 0, right = 0, other = 0] = json.bb.split(',').map(Number);
  const places = new Map(json.objects?.map(({ name, pos }) => [name, pointOf(pos)]));
  const drawn = new Map(json.edges?.map((edge) => [edge.id, lineOf(edge.pos, edge.lp)]));
  return {
    width: right - left,
    height: Math.abs(other - one),
    boxes: boxes.map(({ key }) => places.get(key) ?? origin),
    lines: lines.map((_, index) => drawn.get(String(index)) ?? { path: [], tip: origin, at: origin }),
  };
}

const inch = 72;
const origin: Point = { x: 0, y: 0 };

/** A label that takes exactly this room: we write the words ourselves. */
function emptyTable(width: number, height: number): string {
  const size = `WIDTH="${Math.ceil(width)}" HEIGHT="${Math.ceil(height)}"`;
  return `<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" ${size}><TR><TD></TD></TR></TABLE>`;
}

function pointOf(text: string): Point {
  const [x = 0, y = 0] = text.split(',').map(Number);
  return { x, y };
}

/** Reads `e,x,y x,y x,y ...`: the tip of the arrow, then the curve. */
function lineOf(pos: string, lp: string | undefined): LaidOut['lines'][number] {
  const [first = '', ...rest] = pos.split(' ');
  const hasTip = first.startsWith('e,');
  const path = (hasTip ? rest : [first, ...rest]).map(pointOf);
  const tip = hasTip ? pointOf(first.slice(2)) : (path.at(-1) ?? origin);
  return { path, tip, at: lp === undefined ? (path[Math.floor(path.length / 2)] ?? origin) : pointOf(lp) };
}
