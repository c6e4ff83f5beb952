import { explainTerm } from '../../index.js';
import type { Desk } from './desk.js';

/** Shows what a word of the glossary means, as it is said to a caller, and what the thing looks like. */
export function explainWord({ call, front, style }: Desk, asked: string): void {
  const found = explainTerm(call.kb, asked);
  if ('term' in found) {
    front.show(style.say(`With "${found.term}" I mean this: ${found.plain}`));
    if (found.looksLike !== undefined) front.show(style.say(found.looksLike));
    return;
  }
  const near = found.nearest === undefined ? '' : ` Is it "${found.nearest}"?`;
  front.show(style.problem(`The glossary does not have "${asked.trim().slice(0, 40)}".${near}`));
}
