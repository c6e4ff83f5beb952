import type { Chart, ImportRemark } from './chart.js';
import { divide } from './draft/divide.js';
import { freeName, nameOf } from './draft/name-of.js';
import { treeFile } from './draft/tree-file.js';
import { chartsInMarkdown, chartsInMermaid, type FoundCharts } from './find-charts.js';
import type { ImportedCharts, ImportedTree, ImportOptions } from './imported.js';
import { chartsInJson } from './json/charts-in-json.js';
import { manifestFor } from './manifest.js';

/** How many entries a map of a tree can have. */
const mostNodes = 2_000;

/** What files at the top of a knowledge base are called that hold no tree. */
const otherFiles = ['knowledge-base', 'facts', 'rules', 'checks', 'glossary', 'overlays'];

/** The charts of a file, by what its name ends with; nothing for a kind of file that cannot be read. */
async function chartsIn(path: string, text: string, { fields }: ImportOptions): Promise<FoundCharts | undefined> {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  switch (ending) {
    case 'mmd':
    case 'mermaid':
      return chartsInMermaid(path, text);
    case 'md':
    case 'markdown':
    case 'mdx':
      return chartsInMarkdown(path, text);
    case 'csv':
    case 'tsv':
      return (await import('./table/charts-in-table.js')).chartsInTable(path, text);
    case 'json':
      return chartsInJson(path, text, fields);
    default:
      return undefined;
  }
}

/** Reads the charts of a file and writes a tree for each of their parts. */
export async function importTrees(
  path: string,
  text: string,
  options: ImportOptions = {},
): Promise<ImportedCharts | undefined> {
  const found = await chartsIn(path, text, options);
  if (found === undefined) return undefined;
  const desk = options.desk ?? 'second-line';
  const taken = new Set([...otherFiles, ...(options.taken ?? [])]);
  const file = path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const trees: ImportedTree[] = [];
  const remarks: ImportRemark[] = [...found.remarks];
  for (const chart of found.charts) {
    const { parts, remarks: more } = divide(chart);
    const all = [...chart.remarks, ...more];
    for (const remark of all) remarks.push(remark);
    if (parts.length === 0)
      remarks.push({ kind: 'not-understood', message: 'This chart has no nodes.', place: chart.at });
    parts.forEach((part, index) => {
      const title = chart.title ?? titleOf(file);
      const id = freeName(options.tree ?? nameOf(title) ?? 'imported', taken);
      const here = remarksOf(
        part.nodes,
        all,
        index === 0,
        parts.map(({ nodes }) => nodes),
      );
      const written = treeFile(chart, part, { tree: id, title, desk, remarks: here });
      if (written.came.size > mostNodes)
        remarks.push({
          kind: 'not-understood',
          message: `A tree holds at most ${mostNodes} nodes, and "${id}" has ${written.came.size}: divide the chart.`,
          place: chart.at,
        });
      trees.push({ id, path: `${id}.yaml`, chart, ...written });
    });
  }
  remarks.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  return { trees, remarks, manifest: manifestFor(options.tree ?? nameOf(file) ?? 'imported', desk) };
}

// What stands at a node goes with it; the rest goes with the first part.
function remarksOf(
  nodes: Chart['nodes'],
  all: readonly ImportRemark[],
  isFirst: boolean,
  parts: readonly Chart['nodes'][],
): readonly ImportRemark[] {
  return all.filter(({ near, kind }) => {
    if (kind === 'left-out' || near === undefined || !parts.some((part) => part.has(near))) return isFirst;
    return nodes.has(near);
  });
}

function titleOf(file: string): string {
  const words = file.replace(/[-_.\s]+/g, ' ').trim();
  return words === '' ? 'Imported' : words.charAt(0).toUpperCase() + words.slice(1);
}
