import type { Place } from '../../source/index.js';

/**
 * Something to be told about what was imported.
 * - not-understood: it was not taken over - left-out: it was understood and has no meaning in a tree (`what` names it)
 * - to-do: it was taken over in a way that an author should look at
 */
export interface ImportRemark {
  readonly kind: 'not-understood' | 'left-out' | 'to-do';
  /** One sentence; for what was left out, a word for it, such as `styling`. */
  readonly message: string;
  readonly place: Place;
  /** The id of the chart's node beside which it stands. */
  readonly near?: string;
}

/** One box of a chart. */
export interface ChartNode {
  readonly id: string;
  /** Its text, without markup; its id where it has none. */
  readonly text: string;
  /** Its form, by Mermaid's name for it; `rect` for a plain box. */
  readonly shape: string;
  /** What it is, where the file says so by more than its form. A fault has no way on. */
  readonly kind?: 'question' | 'step' | 'fault' | 'refer' | 'close';
  /** How the fault is mended, one step a text. */
  readonly fix?: readonly string[];
  /** The title of the group in which it stands. */
  readonly group?: string;
  readonly at: Place;
}

/** One arrow of a chart. */
export interface ChartEdge {
  readonly from: string;
  readonly to: string;
  /** What stands on the arrow; empty without it. */
  readonly label: string;
  readonly at: Place;
}

/** A chart: boxes, and arrows between them. Both in the order in which they are first mentioned. */
export interface Chart {
  readonly title?: string;
  /** What callers say, where the file has it. */
  readonly symptoms?: readonly string[];
  readonly nodes: ReadonlyMap<string, ChartNode>;
  /** Each goes from a node of the chart to a node of the chart. */
  readonly edges: readonly ChartEdge[];
  readonly remarks: readonly ImportRemark[];
  readonly at: Place;
}
