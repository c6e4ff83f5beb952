import type { KnowledgeBase } from '../../knowledge/index.js';
import type { Line, Piece } from './document.js';
import { withGaps } from './refer-to.js';

/** What to say when the caller does not understand, one wording after the other; no line without any. */
export function confusedLines(kb: KnowledgeBase, wordings: readonly string[] = []): readonly Line[] {
  if (wordings.length === 0) return [];
  const said = wordings.flatMap((text, index): readonly Piece[] => [
    ...(index === 0 ? [] : [' Then: ']),
    { said: withGaps(kb, text) },
  ]);
  return [[{ soft: 'If that is not understood: ' }, ...said]];
}
