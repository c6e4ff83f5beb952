import { eachPhrase, type Synonyms } from './synonyms.js';
import type { Token } from './tokens.js';

/** A word of a text with everything under which it is looked up: its stem first, then the groups it belongs to. */
export interface Unit {
  readonly token: Token;
  /** Which word of the text it is. */
  readonly at: number;
  readonly terms: readonly string[];
}

/** The words of a text that say something. A phrase of the synonyms counts as its first word that does, or as its first. */
export function unitsOf(tokens: readonly Token[], synonyms: Synonyms): readonly Unit[] {
  const groupsAt = new Map<number, Set<string>>();
  eachPhrase(tokens, synonyms, (at, length, groups) => {
    let place = at;
    while (place < at + length - 1 && tokens[place]?.silent === true) place += 1;
    const own = groupsAt.get(place) ?? new Set();
    for (const group of groups) own.add(group);
    groupsAt.set(place, own);
  });
  return tokens.flatMap((token, at) => {
    const groups = [...(groupsAt.get(at) ?? [])];
    if (token.silent && groups.length === 0) return [];
    return [{ token, at, terms: token.silent ? groups : [token.stem, ...groups] }];
  });
}
