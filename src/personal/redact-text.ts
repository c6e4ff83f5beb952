import { tags as maskedTags } from './mask-text.js';

/**
 * A text in which words that tell who somebody is are replaced. `words` gives for each word, name or number what is put in
 * its place, such as "[caller]". Small and large letters are the same, any blank between two words is as good as another,
 * and a word counts only where it is a whole one. What was replaced or masked before stays.
 */
export function redactText(text: string, words: ReadonlyMap<string, string>): string {
  const places = new Map([...words].map(([word, place]) => [folded(word), place]));
  const wanted = [...words.keys()].flatMap((word) => {
    const written = word.trim().replace(/\s+/g, ' ');
    return written === '' ? [] : [...new Set([written.normalize('NFC'), written.normalize('NFD')])];
  });
  if (wanted.length === 0) return text;
  const kept = [...new Set([...Object.values(maskedTags), ...words.values()])].map(escaped).join('|');
  const any = wanted
    .sort((one, other) => other.length - one.length)
    .map((word) => escaped(word).replaceAll(' ', '\\s+'))
    .join('|');
  const pattern = new RegExp(`${kept}|(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}\\p{M}_])`, 'giu');
  return text.replace(pattern, (found) => places.get(folded(found)) ?? found);
}

/** One form of a text whose letters are written small or large, in one piece or with their accents apart. */
function folded(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toUpperCase().toLowerCase().normalize('NFC');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
