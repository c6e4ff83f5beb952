import { ended } from '../ended.js';
import { unsureWords } from '../trail-in-words.js';
import type { HandOverAttempt } from './attempts.js';
import type { HandOverFact, HandOverFound, HandOverUnknown } from './found.js';

/** By whom or what a fact was found, as the beginning of a list. */
const leads: Readonly<Record<string, (who: string) => string>> = {
  caller: (who) => `${who} said`,
  agent: () => 'The agent saw',
  command: () => 'Measured',
  tool: () => 'From another program',
  rule: () => 'It follows',
};

/**
 * What was found out, and what is not known and why, in sentences.
 * @param who the caller, as a sentence can begin with it
 * @param tried what was tried: the answers right after it are told there
 */
export function foundInWords(found: HandOverFound, who: string, tried: readonly HandOverAttempt[]): string {
  const told = new Set(tried.flatMap(({ after }) => (after === undefined ? [] : [`${after.ask} ${after.answer}`])));
  const answers = found.answers.filter(({ ask, answer }) => !told.has(`${ask} ${answer}`));
  return [
    ...Object.entries(leads).flatMap(([source, lead]) => factsFrom(found.facts, source, lead(who))),
    ...answers.map(({ ask, answer, earlier = [] }) => {
      const first = earlier.length === 0 ? '' : ` (at first: ${earlier.join(', then ')})`;
      return `${ask} ${ended(`${answer}${first}`)}`;
    }),
    ...unknownInWords(found.unknown, who),
  ].join(' ');
}

function factsFrom(facts: readonly HandOverFact[], source: string, lead: string): readonly string[] {
  const own = facts.filter((fact) => fact.source === source);
  const now = own.filter(({ before }) => before !== true).map(factInWords);
  const earlier = own.filter(({ before }) => before === true).map(factInWords);
  return [
    ...(now.length === 0 ? [] : [`${lead}: ${ended(now.join('; '))}`]),
    ...(earlier.length === 0 ? [] : [`${lead}, before the last steps were done: ${ended(earlier.join('; '))}`]),
  ];
}

function factInWords({ title, words }: HandOverFact): string {
  return `${title}: ${words}`;
}

function unknownInWords(unknown: readonly HandOverUnknown[], who: string): readonly string[] {
  const kinds = [...new Set(unknown.map(({ reason }) => reason))];
  return kinds.flatMap((kind) => {
    const asks = unknown.filter(({ reason }) => reason === kind);
    if (kind === 'skipped') return asks.map(({ ask, why }) => `Not asked, ${ended(`${why ?? ''}: ${ask}`)}`);
    const lead = kind === 'not-applicable' ? `${who} says that it does not apply` : `${who} ${unsureWords(kind)}`;
    return [`${lead}: ${ended(asks.map(({ ask }) => ask).join(' '))}`];
  });
}
