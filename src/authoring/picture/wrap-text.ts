import { textWidth } from './text-width.js';

/**
 * A text in lines of at most this width. What does not fit into so many lines is left out, and the last ends with three
 * dots; a word that is wider than a line is cut into several.
 */
export function wrapText(text: string, size: number, width: number, most: number): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line)) {
      const letters = [...line];
      let head = '';
      while (letters.length > 1 && (head === '' || fits(head + letters[0]))) head += letters.shift();
      lines.push(head);
      line = letters.join('');
      if (letters.length <= 1) break;
    }
    if (lines.length > most) break;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept.pop() ?? '';
  while (last !== '' && !fits(`${last}…`)) last = [...last].slice(0, -1).join('');
  return [...kept, `${last.replace(/[\s.,;:]+$/, '')}…`];
}
