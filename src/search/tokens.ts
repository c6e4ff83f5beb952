import type { Language } from './language.js';

/** A word of a text, as it was said and as it is looked up. */
export interface Token {
  /** In small letters, without apostrophes. */
  readonly said: string;
  readonly stem: string;
  /** Carries no meaning of its own, but can be part of a phrase. */
  readonly silent: boolean;
}

/** Apostrophes in all the ways in which they are typed. */
const apostrophes = /['’‘`´ʼ]/g;
const marks = /\p{M}+/gu;
// A letter beside a figure begins a new word where a word stands before it: windows11, but not mp3 or 5ghz.
const wordThenNumber = /(?<=\p{L}{3})(?=\p{N})/gu;
const words = /\p{N}+[.,]\p{N}+|[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*/gu;

/** Longer words are no words. */
const longest = 40;

/** A text in small letters, without apostrophes and accents. */
function plain(text: string): string {
  return text.replace(apostrophes, '').toLowerCase().normalize('NFD').replace(marks, '');
}

/**
 * The words of a text. Words with a hyphen count as one and as their parts: `wi-fi` gives `wifi`, `wi` and `fi`.
 * @param most how many words are taken; what comes after them is passed over
 */
export function tokensOf(text: string, language: Language, most: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const [word] of plain(text).replace(wordThenNumber, ' ').matchAll(words)) {
    if (tokens.length >= most) break;
    const parts = word.split(/[-/]/);
    if (parts.length > 1 && word.includes('-')) add(tokens, parts.join(''), language);
    for (const part of parts) add(tokens, part, language);
  }
  return tokens.slice(0, most);
}

function add(tokens: Token[], said: string, language: Language): void {
  if (said.length > longest) return;
  tokens.push({ said, stem: language.stem(said), silent: language.silent.has(said) });
}

/**
 * A phrase of the knowledge base with its words of two parts written together, as `joinWords` makes them of what is said:
 * "wi-fi" is heard in "wi-fi", "wifi" and "wi fi".
 */
export function joinedPhrase(phrase: string): string {
  return phrase.replace(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu, (word) => {
    const parts = word.split('-');
    return parts.join(parts.length === 2 && canBeJoined(parts.join('')) ? '' : ' ');
  });
}

function canBeJoined(word: string): boolean {
  return word.length >= 4 && word.length <= 20;
}

/** Two words that are one of the known words become it: "lap top", "e mail"; but not those that are a phrase of their own: "log on". */
export function joinWords(
  tokens: readonly Token[],
  language: Language,
  known: (stem: string) => boolean,
  isPhrase: (stems: string) => boolean = () => false,
): readonly (Token & { readonly joined?: true })[] {
  const result: (Token & { readonly joined?: true })[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    const said = next === undefined ? '' : token.said + next.said;
    const stem = !canBeJoined(said) || language.silent.has(said) ? '' : language.stem(said);
    // What only adds an ending to the first of them is not one word with it: "e-mail" has the words email and e.
    if (stem !== '' && stem !== token.stem && known(stem) && !isPhrase(`${token.stem} ${next?.stem}`)) {
      result.push({ said, stem, silent: false, joined: true });
      at += 1;
    } else result.push(token);
  }
  return result;
}
