import { recordInWords } from '../../../index.js';
import { eventLine } from '../event-line.js';
import { lengthInWords } from '../when-words.js';
import type { CaseFormat, CaseToWrite } from './case-format.js';

/** One page a case, to be read. */
export const markdownFormat: CaseFormat = { before: '', between: '\n---\n\n', after: '', write: page };

async function page({ exported, readable }: CaseToWrite): Promise<string> {
  const { number, standing, session, links, facts, faults, steps } = exported;
  const tree = readable?.kb.trees.get(session.tree);
  const faultName = (address: string): string => {
    const [of = '', id = ''] = address.split('/');
    return readable?.kb.trees.get(of)?.faults.get(id)?.name ?? address;
  };
  const about: readonly (readonly [string, string | undefined])[] = [
    ['How it stands', [standing.outcome, standing.desk, standing.issue].filter(Boolean).join(', ')],
    ['Why', standing.reason],
    ['Call back', standing.callBack],
    ['Caller', [standing.name, standing.contact].filter(Boolean).join(', ')],
    ['Account', standing.account],
    ['Device', standing.device],
    ['Said first', session.words],
    ['Agent', standing.agent],
    ['Begun', standing.begun],
    ['Last event', standing.changed],
    ['Time spent', standing.took === 0 ? undefined : lengthInWords(standing.took)],
    ['Content', standing.satisfaction === undefined ? undefined : `${standing.satisfaction} of 5`],
  ];
  const record =
    readable === undefined
      ? session.events.map((event) => ({ at: event.at, words: eventLine(event) }))
      : await recordInWords(readable.kb, readable.session);
  const parts = [
    [`# Case ${number}: ${text(tree?.title ?? session.words ?? session.tree)}`],
    about.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`- ${name}: ${text(value)}`])),
    part(
      'What happened',
      record.map(({ at, words }) => (at === undefined ? text(words) : `${at.slice(11, 19)} ${text(words)}`)),
    ),
    part(
      'Known',
      facts.map(({ fact, value, source }) => {
        const known = readable?.kb.facts.get(fact);
        const label = known?.choices.find(({ id }) => id === value)?.label ?? value;
        return `${text(known?.title ?? fact)}: ${text(label)} (${source})`;
      }),
    ),
    part(
      'Faults',
      faults.map(({ fault, status }) => `${text(faultName(fault))}: ${status}`),
    ),
    part(
      'Steps',
      steps.map(
        ({ tree: of, node, step, result, why, took }) =>
          `${text(`${of}/${node}`)}, step ${step + 1}: ${result}${why === undefined ? '' : `, ${text(why)}`} (${lengthInWords(took)})`,
      ),
    ),
    part(
      'Tied to',
      links.map(({ number: other, why }) => (why === '' ? other : `${other}: ${text(why)}`)),
    ),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines.map((line) => `- ${line}`)];
}

/** A text in which no sign is taken for a mark, a link, a picture or a tag. */
function text(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~&!]/g, '\\$&')
    .trim();
}
