import { neutralised } from '../../source/index.js';

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that is nothing but text in SVG and HTML, between tags and in attributes with quotes, whoever wrote it. */
export function escapeMarkup(text: string): string {
  return neutralised(text).replace(/[&<>"']/g, (mark) => marks[mark] ?? '');
}
