import type { Report, Row } from '../report.js';
import { cellText } from './cell-text.js';
import { columnsShown } from './columns-shown.js';
import type { RenderOptions } from './render-options.js';
import { wrap } from './wrap.js';

/**
 * The rows of a report whose first column holds sentences: each as a paragraph, with its other columns under it. A command
 * stays in one line, so that it can be copied.
 */
export function rowBlocks(report: Report, rows: readonly Row[], { style, columns: width }: RenderOptions): string {
  const [first, ...others] = columnsShown(report);
  return rows
    .map((row) =>
      [
        wrap(style.clean(cellText(row[first?.key ?? ''], 'text')), width),
        ...others.map(({ key, kind, title, whole }) => {
          const line = `${title}: ${style.clean(cellText(row[key], kind))}`;
          return style.dim(whole === true ? line : wrap(line, width));
        }),
      ].join('\n'),
    )
    .join('\n\n');
}
