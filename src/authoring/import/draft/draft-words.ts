import { oneLine } from './write-yaml.js';

/** A text of a chart as one of a tree: on one line, and without braces, in which a tree would look for a fact. */
export function treeText(text: string): string {
  const words = oneLine(text.replace(/\{([^{}\s]{1,80})\}/g, '($1)'), 1_900);
  return words === '' ? '(no text)' : words;
}

/** A text as a question. */
export function questionText(text: string): string {
  const words = treeText(text);
  return /[?？؟]/u.test(words) ? words : `${words.replace(/[\s.:!…]+$/, '') || words}?`;
}

/** A text as a sentence. */
export function sentenceText(text: string): string {
  const words = treeText(text);
  return /[.!?。！？…)]$/u.test(words) ? words : `${words}.`;
}
