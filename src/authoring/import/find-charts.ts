import { type PlaceInText, placeInText } from '../../source/index.js';
import type { Chart, ImportRemark } from './chart.js';
import { readChart } from './mermaid/read-chart.js';

/** The charts of a text, and what of it is no chart that can become a tree. */
export interface FoundCharts {
  readonly charts: readonly Chart[];
  readonly remarks: readonly ImportRemark[];
}

const fence = /^([ \t]*(?:>[ \t]*)*)(`{3,}|~{3,}|:{3,})[ \t]*\{?\.?mermaid\b[^\n]*\n/gim;
const heading = /^#{1,6}[ \t]+(.+?)[ \t#]*$/gm;
const kind = /(?:^\s*---[^\n]*\n[\s\S]*?\n\s*---[ \t]*(?:\r?\n|$))?(?:\s|%%\{[\s\S]*?\}%%|%%[^\n]*\n)*([\w-]*)/y;

/** The flowcharts of a file of Mermaid: one, or several that each begin with `graph` or `flowchart`. */
export function chartsInMermaid(path: string, text: string): FoundCharts {
  const placeOf = placeInText(path, text);
  // Several charts in one file: each begins with its own first word, or with the front matter before it.
  const starts = [
    ...text.matchAll(/^[ \t]*(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|RL|LR|BR|[<>^v]))?[ \t]*(?:;.*)?$/gm),
  ]
    .map(({ index }) => index)
    .map((index) => {
      const before =
        /(?:^|\n)[ \t]*---[ \t]*\r?\n(?:[ \t]*[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n)+[ \t]*---[ \t]*\r?\n\s*$/.exec(
          text.slice(Math.max(0, index - 4_000), index),
        );
      return before === null ? index : index - before[0].length;
    });
  const bounds = starts.length < 2 ? [0] : [0, ...starts.slice(1)];
  const found = bounds.map((start, at) => chartAt(text, placeOf, start, bounds[at + 1] ?? text.length));
  return { charts: found.flatMap(({ charts }) => charts), remarks: found.flatMap(({ remarks }) => remarks) };
}

/** The flowcharts among the Mermaid blocks of a Markdown file. Each is called what the heading above it says. */
export function chartsInMarkdown(path: string, text: string): FoundCharts {
  const placeOf = placeInText(path, text);
  const headings = [...text.matchAll(heading)];
  const charts: Chart[] = [];
  const remarks: ImportRemark[] = [];
  for (const found of text.matchAll(fence)) {
    const start = found.index + found[0].length;
    const [, , marks = ''] = found;
    const close = new RegExp(`^[ \\t]*(?:>[ \\t]*)*${marks[0]}{${marks.length},}[ \\t]*\\r?$`, 'm').exec(
      text.slice(start),
    );
    const end = close === null ? text.length : start + close.index;
    if (close === null)
      remarks.push({ kind: 'to-do', message: 'This block is not closed.', place: placeOf(found.index, start) });
    const inside = chartAt(unquoted(text, found[1] ?? '', start, end), placeOf, start, end);
    const title = headings.findLast(({ index }) => index < found.index)?.[1];
    charts.push(...inside.charts.map((chart) => (title === undefined ? chart : { title, ...chart })));
    remarks.push(...inside.remarks);
  }
  return { charts, remarks };
}

// A block in a quotation: the marks of the quotation become blanks, so that every place stays.
function unquoted(text: string, prefix: string, start: number, end: number): string {
  if (!prefix.includes('>')) return text;
  const inside = text.slice(start, end).replace(/^[ \t]*(?:>[ \t]?)+/gm, (marks) => ' '.repeat(marks.length));
  return text.slice(0, start) + inside + text.slice(end);
}

function chartAt(text: string, placeOf: PlaceInText, start: number, end: number): FoundCharts {
  kind.lastIndex = 0;
  const part = text.slice(start, end);
  const word = kind.exec(part)?.[1] ?? '';
  if (/^(?:graph|flowchart|flowchart-elk)$/.test(word))
    return { charts: [readChart(text, placeOf, start, end)], remarks: [] };
  if (part.trim() === '') return { charts: [], remarks: [] };
  const from = start + part.search(/\S/);
  const message =
    /^(?:sequence|class|state|er|gantt|pie|journey|mind|time|git|quadrant|req|block|sankey|xy|c4|packet|architecture|kanban|zen|radar|treemap)/i.test(
      word,
    )
      ? `This is no flowchart: ${word}.`
      : 'A chart begins with "flowchart" or "graph".';
  return {
    charts: [],
    remarks: [{ kind: 'not-understood', message, place: placeOf(from, from + (word.length || 1)) }],
  };
}
