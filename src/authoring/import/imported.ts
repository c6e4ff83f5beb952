import type { SourceFile } from '../../knowledge/index.js';
import type { Chart, ImportRemark } from './chart.js';
import type { FieldNames } from './field-names.js';

/** How a file is imported. */
export interface ImportOptions {
  /** The name of the tree; of several, the others get a number. Without it, by the title of the chart or the name of the file. */
  readonly tree?: string;
  /** Whom a call is referred to where the chart does not say more; without it, `second-line`. */
  readonly desk?: string;
  /** Names of trees that are there already. */
  readonly taken?: Iterable<string>;
  /** For JSON: which field is what. */
  readonly fields?: FieldNames;
}

/** A tree that was made of a chart, or of a part of one that hangs together. */
export interface ImportedTree {
  readonly id: string;
  /** The name of its file. */
  readonly path: string;
  /** Its YAML, with comments for what an author has to do. */
  readonly text: string;
  readonly chart: Chart;
  /** The id of the chart's node that became the title and the first symptom, and is no node of the tree. */
  readonly opening?: string;
  /** By the name of each node in the tree, the ids of the chart's nodes that it is made of; none for one that was put in. */
  readonly came: ReadonlyMap<string, readonly string[]>;
}

/** What an import gives. */
export interface ImportedCharts {
  readonly trees: readonly ImportedTree[];
  /** By their places in the file. */
  readonly remarks: readonly ImportRemark[];
  /** A manifest with which the trees load where there is no knowledge base yet. */
  readonly manifest: SourceFile;
}
