/** The words of a text in small letters, without the signs between them: what is alike to a caller's ear. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
