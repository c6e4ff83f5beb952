import { htmlText } from '../../markup/index.js';
import { neutralised } from '../../source/index.js';

/** A text that is nothing but text in SVG and HTML, between tags and in attributes with quotes, whoever wrote it. */
export function escapeMarkup(text: string): string {
  return htmlText(neutralised(text));
}
