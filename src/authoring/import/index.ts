import type { ImportedCharts, ImportOptions } from './imported.js';

export type { Chart, ChartEdge, ChartNode, ImportRemark } from './chart.js';
export { leftOutLines } from './draft/left-out-lines.js';
export { type FieldNames, fieldKinds } from './field-names.js';
export type { ImportedCharts, ImportedTree, ImportOptions } from './imported.js';

/**
 * Reads the charts of a file and writes a tree for each of their parts. What the file is shows in the end of its name: `.mmd` and
 * `.mermaid`, the Mermaid blocks of a `.md`, `.csv` and `.tsv`, `.json`; nothing for others. Never throws for what stands in the
 * file: what was not understood is among the remarks, and in the comments of the trees.
 */
export async function importTrees(
  path: string,
  text: string,
  options: ImportOptions = {},
): Promise<ImportedCharts | undefined> {
  return (await import('./import-trees.js')).importTrees(path, text, options);
}
