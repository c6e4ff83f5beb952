/** The sentences of a text. A full stop inside a word, a number or an address ends none. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u).filter((sentence) => sentence !== '');
}
