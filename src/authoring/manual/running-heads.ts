import type { Manual } from './document.js';

/**
 * A style sheet that prints the title of the chapter at the top of each page, where the browser can do
 * that: each chapter is printed on pages of a kind of its own.
 */
export function runningHeads({ parts }: Manual): string {
  const chapters = parts.flatMap((part) => part.chapters);
  const heads = chapters.map(({ id, number, title: name }, index) => {
    const head = number === undefined ? name : `${number}  ${name}`;
    return `@page chapter-${index} { @top-right { content: ${quoted(head)}; } }
#${escapedName(id)} { page: chapter-${index}; }`;
  });
  return `@media print {\n${heads.join('\n')}\n}\n`;
}

/** A text as a string of a style sheet: whatever is not a plain letter or digit stands as its code, so nothing can end the string. */
function quoted(text: string): string {
  return `"${[...text].map((sign) => (/[A-Za-z0-9 ]/.test(sign) ? sign : `\\${code(sign)} `)).join('')}"`;
}

function escapedName(id: string): string {
  return [...id].map((sign) => (/[A-Za-z0-9_-]/.test(sign) ? sign : `\\${code(sign)} `)).join('');
}

function code(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16);
}
