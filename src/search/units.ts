import { eachPhrase, type Synonyms } from './synonyms.js';
import type { Token } from './tokens.js';

/** A word or a phrase of a text, with everything under which it is looked up: the stem of a word first, then its groups. */
export interface Unit {
  readonly token: Token;
  /** Which word of the text it is, or begins with. */
  readonly at: number;
  readonly terms: readonly string[];
}

/** The words of a text that say something, and the phrases of the synonyms in it, which say something of their own. */
export function unitsOf(tokens: readonly Token[], synonyms: Synonyms): readonly Unit[] {
  const units: Unit[] = [];
  const groupsAt = new Map<number, readonly string[]>();
  eachPhrase(tokens, synonyms, (at, length, groups) => {
    if (length === 1) groupsAt.set(at, groups);
    else units.push({ token: phraseOf(tokens.slice(at, at + length)), at, terms: groups });
  });
  for (const [at, token] of tokens.entries()) {
    const groups = groupsAt.get(at) ?? [];
    if (!token.silent || groups.length > 0)
      units.push({ token, at, terms: token.silent ? groups : [token.stem, ...groups] });
  }
  return units.sort((a, b) => a.at - b.at);
}

function phraseOf(tokens: readonly Token[]): Token {
  return { said: tokens.map(({ said }) => said).join(' '), stem: '', silent: true };
}
