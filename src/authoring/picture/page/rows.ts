import { escapeMarkup } from '../escape-markup.js';

/** A name with what is said under it, as HTML; nothing where there is nothing to say. Texts are escaped here. */
export function textRow(name: string, text: string | undefined): string {
  return text === undefined || text === '' ? '' : markupRow(name, escapeMarkup(text));
}

/** The same for several texts: a list with numbers. */
export function listRow(name: string, texts: readonly string[] | undefined): string {
  if (texts === undefined || texts.length < 2) return textRow(name, texts?.[0]);
  return markupRow(name, `<ol>${texts.map((text) => `<li>${escapeMarkup(text)}</li>`).join('')}</ol>`);
}

/** The same for what is HTML already. */
export function markupRow(name: string, markup: string): string {
  return markup === '' ? '' : `<dt>${escapeMarkup(name)}</dt><dd>${markup}</dd>`;
}
