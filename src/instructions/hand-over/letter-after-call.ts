import type { KnowledgeBase } from '../../knowledge/index.js';
import { type FaultStatus, faultAt, type Session, type Situation, situation } from '../../session/index.js';
import { addressed } from '../addressed.js';
import type { Correspondents, Letter } from '../email.js';
import { ended } from '../ended.js';
import { glosses } from '../glosses.js';
import { fill } from '../placeholders.js';
import type { HandOverAttempt, HandOverStep } from './attempts.js';
import { type HandOver, handOver } from './hand-over.js';
import { type Clock, momentInWords } from './moment-in-words.js';
import { stepsInWords } from './steps-in-words.js';

/** A letter as plain text; its lines are not broken. It asks nothing that has to be read out of a reply. */
export type LetterAfterCall = Pick<Letter, 'subject' | 'body'>;

/** Who writes to whom, about which case, and by what clock the caller reads times. */
export interface LetterOptions extends Pick<Correspondents, 'caller' | 'agent'>, Clock {
  /** The case's number, to be named when calling again. */
  readonly number?: string;
}

/** How many steps of one thing that was tried are listed. */
const fewSteps = 6;

/**
 * A letter to the caller after a call: what it was, what was done together, how to keep it from coming back, and what
 * happens next. It says nothing of what the agent noted, and nothing that was only suspected.
 * @throws Error when the session belongs to another version of the knowledge base.
 */
export async function letterAfterCall(
  kb: KnowledgeBase,
  session: Session,
  { number, caller, agent, ...clock }: LetterOptions = {},
): Promise<LetterAfterCall> {
  const now = await situation(kb, session);
  const call = await handOver(kb, session, number === undefined ? {} : { number });
  const titles = call.problems.map(({ title }) => addressed(title));
  const title = titles[0] ?? '';
  const explained = glosses(kb, titles.join(' '));
  const withTerms = (text: string): string => [text, ...explained(text)].join('\n');
  const name = caller ?? call.caller.name;
  const paragraphs = [
    name === undefined ? 'Hello,' : `Hello ${name},`,
    opening(call, titles, clock),
    ...whatItWas(kb, now),
    ...whatWeDid(call),
    ...section(
      'So that it does not come back:',
      call.mended.flatMap(({ prevent }) => prevent ?? []),
      (text) => fill(kb, now.facts, text),
    ),
    ...whatComesNext(kb, now, call, clock),
    again(call),
    `Kind regards\n${agent ?? call.agents.at(-1) ?? 'Your support team'}`,
  ];
  const subject = number === undefined ? title : `${title} (case ${number})`;
  return { subject, body: paragraphs.map(withTerms).join('\n\n') };
}

function opening({ channel, times }: HandOver, titles: readonly string[], clock: Clock): string {
  const day = times.began === undefined ? '' : ` ${momentInWords(times.began, clock).replace(/ at .*$/, '')}`;
  const thanks = `Thank you for ${channel === 'phone' ? 'your call' : 'writing to us'}${day}.`;
  if (titles.length === 1) return `${thanks} It was about this: ${ended(titles[0] ?? '')}`;
  return `${thanks} It was about these things:\n${titles.map((title) => `- ${ended(title)}`).join('\n')}`;
}

const leads: Partial<Readonly<Record<FaultStatus, string>>> = {
  fixed: 'What it was',
  partly: 'What we found',
  unverified: 'What we found',
  found: 'What we found',
  isolated: 'What we think that it is',
};

function whatItWas(kb: KnowledgeBase, { faults, facts }: Situation): readonly string[] {
  return [...faults].flatMap(([address, status]) => {
    const lead = leads[status];
    const explain = faultAt(kb, address)?.explain;
    return lead === undefined || explain === undefined ? [] : [`${lead}: ${fill(kb, facts, explain)}`];
  });
}

function whatWeDid({ tried }: HandOver): readonly string[] {
  const together = tried.flatMap((attempt) => {
    const lines = linesOf(attempt.steps, 'done');
    return lines.length === 0 ? [] : [[...lines, ...outcomeOf(attempt)].join('\n')];
  });
  const before = tried.flatMap(({ steps }) => linesOf(steps, 'before'));
  return [
    ...(before.length === 0 ? [] : [`You had done this before you called:\n${before.join('\n')}`]),
    ...(together.length === 0 ? [] : [`What we did together:\n${together.join('\n')}`]),
  ];
}

function linesOf(steps: readonly HandOverStep[], state: HandOverStep['state']): readonly string[] {
  const lines = stepsInWords(steps.filter((step) => step.state === state)).map(({ words }) => `- ${ended(words)}`);
  const rest = lines.length - fewSteps;
  return rest <= 1 ? lines : [...lines.slice(0, fewSteps), `- And ${rest} more steps.`];
}

function outcomeOf({ result }: HandOverAttempt): readonly string[] {
  switch (result) {
    case 'solved':
      return ['That solved it.'];
    case 'partly':
      return ['That helped, but not with everything.'];
    case 'unsolved':
      return ['That did not help.'];
    default:
      return [];
  }
}

function section(lead: string, texts: readonly string[], text: (value: string) => string): readonly string[] {
  return texts.length === 0 ? [] : [[lead, ...texts.map((each) => `- ${ended(text(each))}`)].join('\n')];
}

function whatComesNext(kb: KnowledgeBase, now: Situation, call: HandOver, clock: Clock): readonly string[] {
  const text = (value: string): string => fill(kb, now.facts, addressed(value));
  const promises = call.promised.map(({ promised, by }) =>
    by === undefined ? promised : `${promised}, by ${momentInWords(by, clock).replace(/^on /, '')}`,
  );
  const callBack = call.outcome === 'parked' ? undefined : call.parked?.call_back;
  if (callBack !== undefined) promises.push(`a call back, ${momentInWords(callBack, clock)}`);
  const open = call.outcome === 'parked' || call.outcome === 'abandoned' || call.outcome === 'open';
  const asks = call.collect.map(({ ask }) => ask);
  return [
    ...stateOf(kb, now, call, clock),
    ...section('We promised you this:', promises, (value) => value),
    ...section(
      open ? 'If you can, please find this out until then:' : 'Please have this ready, because it will be asked:',
      asks,
      text,
    ),
  ];
}

function stateOf(kb: KnowledgeBase, now: Situation, call: HandOver, clock: Clock): readonly string[] {
  const { outcome, parked, desks } = call;
  const said = 'say' in now && now.say !== undefined ? [fill(kb, now.facts, now.say)] : [];
  switch (outcome) {
    case 'parked': {
      const when = parked?.call_back;
      const back =
        when === undefined ? 'We will be in touch with you.' : `We will call you back ${momentInWords(when, clock)}.`;
      return [`We have not finished yet. ${back} Then we go on where we stopped.`];
    }
    case 'abandoned':
      return ['We could not finish. When you call or write again, we go on where we stopped.'];
    case 'open':
      return ['We have not finished yet. We go on where we stopped.'];
    case 'resolved':
      return now.type === 'fixed' ? said : [];
    case 'known-issue':
      return said;
    case 'unresolved':
      return said.length > 0 ? said : ['I am sorry that we could not solve it.'];
    default:
      return desks.map(({ name, because, by, problem }) => {
        const own = now.type === 'referred' && desks[0]?.problem === problem ? said : [];
        // What an agent gave as a reason is for colleagues.
        const why = by === 'agent' || /^The tree "/.test(because) ? [] : [addressed(because)];
        return ['What happens next:', ...why.map(ended), `Who goes on from here: ${ended(name)}`, ...own].join(' ');
      });
  }
}

function again({ case: number, outcome }: HandOver): string {
  const solved =
    outcome === 'resolved' ? 'If it comes back, just call or write to us again' : 'When you call or write to us again';
  const name = number === undefined ? 'mention this letter' : `name the case ${number}`;
  return outcome === 'resolved'
    ? `${solved}, and ${name}. Then you need not tell everything a second time.`
    : `${solved}, please ${name}. Then you need not tell anything a second time.`;
}
