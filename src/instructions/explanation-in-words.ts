import type { KnowledgeBase } from '../knowledge/index.js';
import type {
  Account,
  Asking,
  Ground,
  Missing,
  OpenPoint,
  PossibleReply,
  Preview,
  Situation,
  Telling,
  Why,
  WhyNot,
} from '../session/index.js';
import { groundForAgent, groundInWords } from './ground-in-words.js';
import { faultName, instruct } from './instruction.js';
import { fill } from './placeholders.js';
import { listed, questionSaid, toCaller, withReason } from './sentence.js';
import { unsureWords } from './trail-in-words.js';

/** An explanation in words. */
export interface Explanation {
  /** One sentence that can be said to a caller who doubts. */
  readonly say: string;
  /** What the agent sees, with the names of faults and questions. */
  readonly lines: readonly string[];
}

/** The most names that one sentence can bear, the most reasons, and the most names in a line for the agent. */
const most = { names: 3, reasons: 2, inLine: 6 };

/** Why the open question is asked, or steps are read. `now` is where the call stands. */
export function whyInWords(kb: KnowledgeBase, now: Situation, found: Why): Explanation {
  const { tellsApart, stillPossible, serves } = found;
  const always = stillPossible.filter((fault) => tellsApart.every(({ faults }) => faults.includes(fault)));
  const lines = [
    ...tellsApart.map((telling) => `${repliesInWords(telling.replies)}: ${leaves(kb, telling, always)}`),
    `Still possible: ${namesOf(kb, stillPossible)}`,
  ];
  return finished(kb, now, reasonSaid(kb, now, found), [
    ...(serves === undefined ? [] : [`For: ${'fault' in serves ? faultName(kb, serves.fault) : serves.ask}`]),
    ...lines,
  ]);
}

function reasonSaid(kb: KnowledgeBase, now: Situation, { why, tellsApart, serves }: Why): string {
  if (now.type === 'asking') {
    const special = specialQuestions[now.purpose];
    if (special !== undefined) return `I ask this because ${special}.`;
    const use = usefulFor(kb, tellsApart);
    return why === undefined ? `I ask this because ${use}.` : `${withReason('I ask this', why)}, and ${use}.`;
  }
  if (now.type === 'isolated') return `I explain this because everything so far points to "${now.name}".`;
  if (now.type !== 'doing') return 'I ask nothing more because the call has come to its end.';
  if (serves !== undefined && 'fault' in serves && now.fault !== undefined)
    return `We do this because the likely cause is "${faultName(kb, serves.fault)}", and these steps can put it right.`;
  if (why !== undefined) return `${withReason('We do this', why)}.`;
  if (serves === undefined) return 'We do this because it is the next thing that can help.';
  if ('fault' in serves)
    return `We do this because it prepares what comes next, which is "${faultName(kb, serves.fault)}".`;
  return 'We do this because my next question can only be answered after it.';
}

const specialQuestions: Partial<Record<Asking['purpose'], string>> = {
  verify: 'your answer tells me whether the fix has helped',
  tried: 'what was done rightly before need not be done again',
  consent: 'this step cannot simply be undone, and I only want to do it with you when you agree',
  issue: 'other callers have this trouble at the moment, and if yours is the same, we need not look for a cause',
};

function usefulFor(kb: KnowledgeBase, tellings: readonly Telling[]): string {
  const all = [...new Set(tellings.flatMap(({ faults }) => faults))];
  const apart = all.filter((fault) => !tellings.every(({ faults }) => faults.includes(fault)));
  const names = apart.slice(0, most.names).map((fault) => `"${faultName(kb, fault)}"`);
  if (apart.length === 0) return 'your answer decides what we do next';
  if (apart.length === 1) return `your answer tells me whether it can be ${names[0]}`;
  if (apart.length > most.names)
    return `your answer settles which of ${apart.length} possible causes we still have to look at`;
  return `your answer tells apart ${listed(names)}`;
}

/** What a reply leaves. Many faults that every reply leaves are only counted. */
function leaves(kb: KnowledgeBase, { faults, desks }: Telling, always: readonly string[]): string {
  if (always.length > most.names) {
    const own = faults.filter((fault) => !always.includes(fault));
    const rest = `the ${new Set(always.map((fault) => faultName(kb, fault))).size} that every answer leaves`;
    return own.length === 0 ? `leaves only ${rest}` : `leaves ${namesOf(kb, own)}; and ${rest}`;
  }
  if (faults.length > 0) return `leaves ${namesOf(kb, faults)}`;
  const names = desks.map((desk) => kb.desks.get(desk)?.name ?? desk);
  return names.length === 0 ? 'leaves no cause' : `leaves no cause, only ${listed(names, 'or')}`;
}

function namesOf(kb: KnowledgeBase, faults: readonly string[]): string {
  if (faults.length === 0) return 'nothing';
  const names = [...new Set(faults.map((fault) => faultName(kb, fault)))];
  const others = names.length - most.inLine;
  return others <= 1 ? names.join('; ') : `${names.slice(0, most.inLine).join('; ')}; and ${others} others`;
}

function repliesInWords(replies: readonly PossibleReply[]): string {
  return replies.map((reply) => ('label' in reply ? reply.label : unsureWords(reply.unsure))).join(', ');
}

/** How the call came to where it stands. */
export function howInWords(kb: KnowledgeBase, now: Situation, account: Account): Explanation {
  const { fault, desk, issue, supporting, conflicting } = account;
  const goal =
    fault !== undefined
      ? `I believe it ${now.type === 'fixed' ? 'was' : 'is'} "${faultName(kb, fault)}"`
      : desk !== undefined
        ? `I would like to pass this on to "${kb.desks.get(desk)?.name ?? desk}"`
        : issue !== undefined
          ? `I end this here as "${kb.overlays.get(issue)?.title ?? issue}"`
          : 'We are at this point';
  // What was learnt last bears most directly on where the call stands.
  const reasons = clauses(kb, now, supporting).slice(-most.reasons);
  const doubt = clauses(kb, now, conflicting).at(-1);
  const because = reasons.length > 0 ? `because ${listed(reasons)}` : 'because this is where we look first';
  return finished(kb, now, `${goal} ${because}${doubt === undefined ? '' : `, although ${doubt}`}.`, [
    ...forAgent(kb, now, supporting, 'For'),
    ...forAgent(kb, now, conflicting, 'Against'),
  ]);
}

/** Why a fault is not what the call has come to. */
export function whyNotInWords(kb: KnowledgeBase, now: Situation, found: WhyNot): Explanation {
  const { fault, verdict, status, by, open } = found;
  const name = `"${faultName(kb, fault)}"`;
  const lines = [...forAgent(kb, now, by, 'Ruled out by'), ...open.map(({ ask }) => `Not asked yet: ${ask}`)];
  switch (verdict) {
    case 'reached':
      return finished(kb, now, reachedSaid(name, status), lines);
    case 'possible': {
      const first = open[0] && questionSaid(open[0]);
      const lacking = first === undefined ? 'we have not come to it yet' : `for that I still have to ask "${first}"`;
      return finished(kb, now, `It can still be ${name}, but ${lacking}.`, lines);
    }
    case 'elsewhere': {
      const [tree = ''] = fault.split('/');
      const title = kb.trees.get(tree)?.title ?? tree;
      const say = `We have not looked at ${name}, because it belongs to another trouble, "${title}".`;
      return finished(kb, now, say, [`Belongs to: ${title}`, ...lines]);
    }
    case 'ruled-out': {
      const reasons = clauses(kb, now, by).slice(-most.reasons);
      const because = reasons.length === 0 ? 'the way that we took has led past it' : listed(reasons);
      return finished(kb, now, `I do not think that it is ${name}, because ${because}.`, lines);
    }
  }
}

function reachedSaid(name: string, status: WhyNot['status']): string {
  switch (status) {
    case 'fixed':
      return `It was ${name}, and that is mended.`;
    case 'partly':
      return `It was partly ${name}, but that is not all.`;
    case 'unverified':
      return `It may be ${name}, but we could not see whether the fix has helped.`;
    case 'found':
      return `It may well be ${name}, but we could not mend that here.`;
    default:
      return `It may well be ${name}, for that is what we have come to.`;
  }
}

/** Where each reply to the open question would lead, or where one input would and what it would undo. */
export function whatIfInWords(
  kb: KnowledgeBase,
  now: Situation,
  outcomes: readonly { readonly reply: PossibleReply; readonly situation: Situation }[] | Preview,
): Explanation {
  if (!('situation' in outcomes)) return eachInWords(kb, now, outcomes);
  const { situation, kept, again, dropped } = outcomes;
  return finished(kb, now, `Then ${nextSaid(kb, situation)}.`, [
    `Next: ${instruct(kb, situation).heading}`,
    `Earlier replies: ${kept.length} stay, ${again.length} are asked again, ${dropped.length} no longer matter`,
  ]);
}

function eachInWords(
  kb: KnowledgeBase,
  now: Situation,
  all: readonly { readonly reply: PossibleReply; readonly situation: Situation }[],
): Explanation {
  const byNext = new Map<string, PossibleReply[]>();
  for (const { reply, situation } of all) {
    const next = nextSaid(kb, situation);
    byNext.set(next, [...(byNext.get(next) ?? []), reply]);
  }
  const lines = [...byNext].map(([next, replies]) => `${repliesInWords(replies)}: ${next}`);
  const answered = [...byNext].flatMap(([next, replies]) => {
    const labels = replies.flatMap((reply) => ('label' in reply ? [`"${reply.label}"`] : []));
    return labels.length === 0 ? [] : [`if you answer ${listed(labels, 'or')}, ${next}`];
  });
  if (answered.length === 0) {
    const [unknown] = byNext.keys();
    if (now.type !== 'asking')
      return finished(kb, now, 'There is nothing to choose here, because no question is open.', lines);
    return finished(
      kb,
      now,
      unknown === undefined ? 'What comes next depends on your answer.' : `If you cannot tell me, ${unknown}.`,
      lines,
    );
  }
  if (answered.length > most.names)
    return finished(
      kb,
      now,
      `There are ${answered.length} ways to go on, and your answer decides which we take.`,
      lines,
    );
  const say = answered.join('; ');
  return finished(kb, now, `${say.charAt(0).toUpperCase()}${say.slice(1)}.`, lines);
}

function nextSaid(kb: KnowledgeBase, next: Situation): string {
  switch (next.type) {
    case 'asking':
      return `I ask you next "${fill(kb, next.facts, questionSaid(next))}"`;
    case 'doing':
      return next.steps.length === 1
        ? 'there is one step to take next'
        : `there are ${next.steps.length} steps to take next`;
    case 'isolated':
      return `the likely cause is "${fill(kb, next.facts, next.name)}"`;
    case 'fixed':
      return 'the trouble is solved';
    case 'referred':
      return `I pass this on to "${kb.desks.get(next.desk)?.name ?? next.desk}"`;
    case 'closed':
      return 'the call ends there';
  }
}

/** What a conclusion still lacks. */
export function missingInWords(kb: KnowledgeBase, now: Situation, { facts, questions }: Missing): Explanation {
  const title = (name: string): string => kb.facts.get(name)?.title ?? name;
  const lines = [
    ...facts.map(({ fact, ask }) => `${title(fact)}: ${ask ?? 'asked nowhere'}`),
    ...questions.map(({ ask }) => `Question: ${ask}`),
  ];
  const open: readonly OpenPoint[] = [...questions, ...facts.filter(({ ask }) => ask !== undefined)];
  const first = open[0] && questionSaid(open[0]);
  if (first === undefined) return finished(kb, now, 'Nothing more has to be found out from here on.', lines);
  const things =
    open.length === 1 ? `one more thing: "${first}"` : `up to ${open.length} more things, such as "${first}"`;
  const found = (now.type === 'isolated' || now.type === 'doing') && now.fault !== undefined;
  const start = found ? 'Only if this does not help, I have to find out' : 'Before I can be sure, I have to find out';
  return finished(kb, now, `${start} ${things}.`, lines);
}

function clauses(kb: KnowledgeBase, now: Situation, grounds: readonly Ground[]): readonly string[] {
  return grounds.flatMap((ground) => groundInWords(kb, now.facts, ground) ?? []);
}

function forAgent(kb: KnowledgeBase, now: Situation, grounds: readonly Ground[], name: string): readonly string[] {
  return grounds.flatMap((ground) => {
    const words = groundForAgent(kb, now.facts, ground);
    return words === undefined ? [] : [`${name}: ${words}`];
  });
}

function finished(kb: KnowledgeBase, now: Situation, say: string, lines: readonly string[]): Explanation {
  return { say: toCaller(fill(kb, now.facts, say)), lines: lines.map((line) => fill(kb, now.facts, line)) };
}
