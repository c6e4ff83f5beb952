/** How much of one text is quoted. */
const longest = 300;

/** What somebody said, on one line and between quotation marks; of a long text the beginning. */
export function quoted(text: string): string {
  const line = text.trim().replaceAll('"', "'").replaceAll(/\s+/g, ' ');
  return `"${line.length <= longest ? line : `${line.slice(0, line.lastIndexOf(' ', longest))} …`}"`;
}
