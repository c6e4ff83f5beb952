import type { HandOverPlaceholder } from '../../knowledge/index.js';
import { durationInWords } from '../duration.js';
import { ended } from '../ended.js';
import { listed } from '../sentence.js';
import { unsureWords } from '../trail-in-words.js';
import { attemptInWords } from './attempt-in-words.js';
import { foundInWords } from './found-in-words.js';
import type { HandOver } from './hand-over.js';
import { type Clock, momentInWords } from './moment-in-words.js';
import { quoted } from './quoted.js';
import { standsInWords } from './stands-in-words.js';
import { suspectsInWords } from './suspects-in-words.js';

/** How much of what the caller said is quoted; all of it is in the record. */
const fewWords = 6;
/** How many faults are named that the answers lead away from. */
const fewNames = 4;

/** The parts of a hand-over in prose, by the placeholders of a template; one that there is nothing to say about is empty. */
export function sectionsOf(handOver: HandOver, clock: Clock): Readonly<Record<HandOverPlaceholder, string>> {
  const { tried, found, claimed } = handOver;
  const who = handOver.caller.name ?? 'The caller';
  const unsure = claimed.map((name) => `${who} says to have tried this before; nobody has made sure: ${quoted(name)}.`);
  return {
    case: handOver.case ?? '',
    call: callInWords(handOver, who, clock),
    caller: callerInWords(handOver, who),
    agent: listed(handOver.agents),
    problem: problemInWords(handOver),
    words: wordsInWords(handOver),
    warnings: [...new Set([...handOver.dangers.map(({ label, warn }) => warn ?? label), ...handOver.warnings])]
      .map(ended)
      .join(' '),
    found: foundInWords(found, who, tried),
    tried: [...tried.map(attemptInWords), ...unsure].join(' '),
    ruled_out: ruledOutInWords(handOver),
    suspects: suspectsInWords(handOver),
    stands: standsInWords(handOver),
    collect: collectInWords(handOver),
    promised: promisedInWords(handOver, clock),
    notes: handOver.notes.map(({ note, agent }) => ended(agent === undefined ? note : `${agent}: ${note}`)).join(' '),
  };
}

const verbs = { phone: 'called', chat: 'wrote in the chat', email: 'wrote by e-mail' } as const;

function callInWords(handOver: HandOver, who: string, clock: Clock): string {
  const { agents, times, channel } = handOver;
  const when = times.began === undefined ? '' : ` ${momentInWords(times.began, clock)}`;
  const spoke = agents.length === 0 ? '' : `, answered by ${listed(agents)}`;
  const minutes = Math.round((times.seconds ?? 0) / 60);
  const long =
    times.seconds === undefined ? '' : ` (${minutes < 1 ? 'under a minute' : durationInWords(minutes * 60)})`;
  const number = handOver.case === undefined ? '' : `Case ${handOver.case}. `;
  return [`${number}${who} ${verbs[channel]}${when}${spoke}${long}.`, ...reachedInWords(handOver)].join(' ');
}

function callerInWords(handOver: HandOver, who: string): string {
  const { name } = handOver.caller;
  const reached = reachedInWords(handOver);
  return name === undefined && reached.length === 0 ? '' : [`${who}.`, ...reached].join(' ');
}

function reachedInWords({ caller: { contact, account, device } }: HandOver): readonly string[] {
  return [
    ...(contact === undefined ? [] : [ended(`Reached at ${contact}`)]),
    ...(account === undefined ? [] : [ended(`Account: ${account}`)]),
    ...(device === undefined ? [] : [ended(`Device: ${device}`)]),
  ];
}

function problemInWords({ problems }: HandOver): string {
  if (problems.length === 1) return ended(problems[0]?.title ?? '');
  return problems.map(({ title, state }, at) => `${at + 1}. ${title} (${state}).`).join(' ');
}

function wordsInWords({ words, problems }: HandOver): string {
  const all = [...new Set([...words.map(({ said }) => said), ...problems.flatMap(({ words = [] }) => words)])];
  const rest = all.length - fewWords;
  const more = rest > 0 ? ` And ${rest} more, in the record of the call.` : '';
  return all.length === 0 ? '' : `${all.slice(0, fewWords).map(quoted).join(', ')}.${more}`;
}

function ruledOutInWords({ ruled_out: ruledOut }: HandOver): string {
  const names = ruledOut.filter(({ by }) => by === 'answers').map(({ name }) => quoted(name));
  const rest = names.length - fewNames;
  const some = rest > 0 ? [...names.slice(0, fewNames), `${rest} more`] : names;
  return [
    ...ruledOut.flatMap(({ name, by, because }) => {
      if (by === 'answers') return [];
      if (by === 'fix') return [`${quoted(name)}: its fix did not help.`];
      return [because.length === 0 ? `${quoted(name)}.` : `${quoted(name)}: ${ended(because.join('; '))}`];
    }),
    ...(some.length === 0 ? [] : [`The answers also lead away from ${listed(some)}.`]),
  ].join(' ');
}

function collectInWords({ collect, stands }: HandOver): string {
  return collect
    .filter(({ ask, put_off: putOff }) => putOff !== undefined || ask !== stands.ask)
    .map(({ ask, asked, earlier, put_off: putOff }) => {
      if (putOff !== undefined) return `${ask} (put off: ${putOff})`;
      if (asked !== undefined) return `${ask} (asked before: ${asked === 'skipped' ? 'left out' : unsureWords(asked)})`;
      return earlier === undefined ? ask : `${ask} (before the last steps: ${earlier})`;
    })
    .join(' ');
}

function promisedInWords({ promised, parked }: HandOver, clock: Clock): string {
  const by = (time: string): string => momentInWords(time, clock).replace(/^on /, '');
  const all = promised.map(({ promised: what, by: time }) => (time === undefined ? what : `${what}, by ${by(time)}`));
  const callBack = parked?.call_back;
  const back = callBack === undefined || promised.some(({ by: time }) => time === callBack);
  return [...all, ...(back ? [] : [`a call back, ${momentInWords(callBack, clock)}`])].map(ended).join(' ');
}
