/** A text in one line of Markdown in which no sign means anything, and no address becomes a link. */
export function markdownText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\\`*_{}[\]<>#|~!]/g, (sign) => `\\${sign}`)
    .replace(/&/g, '&amp;')
    .replace(/(https?):\/\//gi, '$1:&#8203;//')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}
