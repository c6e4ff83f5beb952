import type { NodeKind } from '../../knowledge/index.js';

/**
 * How often calls came to the nodes of a tree and took its edges. `nodes` goes by the node's id, `edges` by `edgeName`.
 * What is not in them was never taken.
 * - calls: the example calls - cases: the stored cases
 */
export interface PictureWeights {
  readonly of: 'calls' | 'cases';
  readonly nodes: ReadonlyMap<string, number>;
  readonly edges: ReadonlyMap<string, number>;
}

/** One call on its way through a tree: its nodes in order, and the name of the edge by which it left each. */
export interface PictureCall {
  readonly name: string;
  readonly steps: readonly { readonly node: string; readonly edge?: string }[];
}

/** What a picture shows besides the tree. */
export interface PictureOptions {
  readonly weights?: PictureWeights;
}

/** A line of text in a node. `end` says how the call goes out of the tree from here. */
export interface PictureLine {
  readonly role: 'kind' | 'id' | 'text' | 'end' | 'count';
  readonly text: string;
}

/** A point of the picture: from its left and from its top, in points. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How often something was taken, and what part of the most that is, in four steps; step 0 is never. */
export interface PictureCount {
  readonly number: number;
  readonly step: 0 | 1 | 2 | 3 | 4;
}

/** A node with its place: `x` and `y` are its middle. `key` is safe as an id everywhere. */
export interface PictureNode extends Point {
  readonly key: string;
  readonly id: string;
  readonly kind: NodeKind;
  readonly isStart: boolean;
  /** Its text as it is written in the tree, in one line. */
  readonly text: string;
  /** The same wrapped and shortened, with its kind, its id and its ends. */
  readonly lines: readonly PictureLine[];
  readonly width: number;
  readonly height: number;
  readonly count?: PictureCount;
}

/**
 * One line from node to node. Edges of the tree that go the same way are one line with several names.
 * - known: by an answer, a condition, or because a step is done - unknown: by a way of not knowing
 */
export interface PictureEdge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly manner: 'known' | 'unknown';
  /** The names of its edges, as `edgeName` gives them. */
  readonly names: readonly string[];
  /** What leads along it, whole, and the same wrapped and shortened. */
  readonly labels: readonly string[];
  readonly lines: readonly string[];
  /** A start and then three points for each cubic curve. */
  readonly path: readonly Point[];
  /** Where the arrow ends. */
  readonly tip: Point;
  /** The middle of its label. */
  readonly at: Point;
  readonly count?: PictureCount;
}

/** A tree as it is drawn. */
export interface Picture {
  readonly tree: string;
  readonly title: string;
  readonly language: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  readonly weights?: PictureWeights['of'];
}
