import type { Findings } from './rendering.js';

/** Findings for programs: an array of diagnostics as the library gives them. */
export function renderJson({ diagnostics }: Findings): string {
  return `${JSON.stringify(diagnostics, undefined, 2)}\n`;
}
