import type { Manual } from './document.js';
import { renderHtml } from './render-html.js';
import { renderMarkdown } from './render-markdown.js';

export type { Block, Chapter, Line, Manual, Part, Piece, TableRow } from './document.js';
export { type ManualOptions, makeManual } from './make-manual.js';

const renderers = { html: renderHtml, markdown: renderMarkdown } as const;

/** The name of a way to write a manual. */
export type ManualFormat = keyof typeof renderers;

/** How a manual can be written. */
export const manualFormats = Object.keys(renderers) as readonly ManualFormat[];

/** Writes a manual as one text. */
export function renderManual(format: ManualFormat, manual: Manual): string {
  return renderers[format](manual);
}
