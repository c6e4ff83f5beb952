import { Misuse } from '../exit.js';

/** The ways in which a tree is drawn. */
export const graphFormats = ['svg', 'html', 'mermaid', 'dot'] as const;

/** One of them. */
export type GraphFormat = (typeof graphFormats)[number];

const endings: Readonly<Record<string, GraphFormat>> = {
  svg: 'svg',
  html: 'html',
  htm: 'html',
  mmd: 'mermaid',
  mermaid: 'mermaid',
  dot: 'dot',
  gv: 'dot',
};

/** The format that was named, or the one that the name of the file ends with, or svg. @throws Misuse when the ending says none. */
export function graphFormat(named: GraphFormat | undefined, file: string | undefined): GraphFormat {
  if (named !== undefined) return named;
  if (file === undefined) return 'svg';
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const format = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  if (format !== undefined) return format;
  throw new Misuse(
    `"${file}" does not end in .svg, .html, .mmd or .dot: say with --format what it is to be (${graphFormats.join(', ')}).`,
  );
}
