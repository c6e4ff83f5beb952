import type { KnowledgeBase } from '../../knowledge/index.js';
import { ended } from '../ended.js';
import { filledTemplate } from './filled-template.js';
import type { HandOver } from './hand-over.js';
import type { Clock } from './moment-in-words.js';
import { sectionsOf } from './sections.js';

/** For whom a note is written, and by what clock the reader reads times. */
export interface NoteOptions extends Clock {
  /** The desk whose template is taken; without it, the one that the call goes to. */
  readonly desk?: string;
}

/** The note of a desk that wants no other. */
const usual = `{call}

Warning: {warnings}

The trouble: {problem}
In the caller's words: {words}

Found: {found}

Tried: {tried}

Ruled out: {ruled_out}

Best suspects: {suspects}

Now: {stands}

Still to ask: {collect}

Promised: {promised}

Notes: {notes}`;

/**
 * A hand-over as a note in plain prose, for somebody who never saw the call: in the shape that the desk wants, if it wants
 * one of its own. The last line is for the author of the tree.
 */
export function handOverNote(kb: KnowledgeBase, handOver: HandOver, options: NoteOptions = {}): string {
  const { desk = handOver.desks[0]?.id ?? '', ...clock } = options;
  const sections: Readonly<Record<string, string>> = sectionsOf(handOver, {
    ...(handOver.written === undefined ? {} : { today: dayOf(handOver.written, clock) }),
    ...clock,
  });
  const facts = new Map(handOver.found.facts.map(({ fact, words }) => [fact, words]));
  const filling = (name: string): string | undefined =>
    Object.hasOwn(sections, name) ? sections[name] : kb.facts.has(name) ? (facts.get(name) ?? '') : undefined;
  const note = filledTemplate(kb.desks.get(desk)?.handOver ?? usual, filling);
  return `${note}\n\n${forTheAuthor(handOver)}`;
}

function dayOf(written: string, { zone = 0 }: Clock): string {
  const at = Date.parse(written);
  return Number.isNaN(at) ? '' : new Date(at + zone * 60_000).toISOString().slice(0, 10);
}

function forTheAuthor({ case: number, stands, knowledge, flags }: HandOver): string {
  const about = number === undefined ? '' : `case ${number}, `;
  const flagged = flags.map((flag) => ` Flagged: ${ended(flag)}`).join('');
  return `For the author: ${about}${stands.tree}/${stands.node}, knowledge ${knowledge.slice(0, 12)}.${flagged}`;
}
