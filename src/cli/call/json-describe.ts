import {
  caseNumberInWords,
  channelOf,
  type Instruction,
  instruct,
  type Situation,
  termsSaid,
  trail,
} from '../../index.js';
import type { Call } from './call.js';

/** Says, as the protocol does, where the call stands or would stand: in its channel, with the terms that are new in it. */
export async function describer(call: Call): Promise<(now: Situation) => object> {
  const { kb } = call;
  const session = call.session();
  const channel = channelOf(session);
  const words = { channel, said: termsSaid(kb, await trail(kb, session)) };
  const number = call.keeper?.number();
  const which = number === undefined ? {} : { case: caseNumberInWords(number) };
  const said = (now: Situation): object => ({ ...situationSaid(now, instruct(kb, now, words)), ...which });
  if (channel === 'phone') return said;
  const { writer } = await import('./json-written.js');
  const written = await writer(kb, session, channel);
  return (now) => ({ ...said(now), ...written(now) });
}

/** A situation as the protocol says it; `words` are those that it is put into. */
export function situationSaid(now: Situation, words: Instruction): object {
  return {
    type: now.type,
    tree: now.tree,
    node: now.node,
    question: now.question,
    heading: words.heading,
    say: words.say.join('\n'),
    expect: words.expect,
    wait_seconds: words.wait?.seconds,
    if_confused: words.ifConfused,
    why: words.why,
    notes: words.notes,
    terms: words.terms.map(({ term, plain, looksLike }) => ({ term, plain, looks_like: looksLike })),
    risky: words.risky || undefined,
    ...particulars(now),
    confused: now.confused,
    facts: Object.fromEntries([...now.facts].map(([name, { value, source }]) => [name, { value, source }])),
    faults: Object.fromEntries(now.faults),
    warnings: now.warnings,
    problems: now.problems,
    postponed: now.postponed,
    away: now.away.map(({ tree, node }) => ({ tree, node })),
  };
}

function particulars(now: Situation): object {
  switch (now.type) {
    case 'asking':
      return {
        purpose: now.purpose,
        fact: now.fact,
        fault: now.fault,
        issue: now.issue,
        raised: now.raised,
        expects: now.expects,
        unit: now.unit,
        answers: now.answers.map(({ id, label }) => ({ id, label })),
        steps: now.steps?.map(({ say }) => say),
      };
    case 'doing':
      return {
        fault: now.fault,
        steps: now.steps.map(({ say }) => say),
        index: now.index,
        meanwhile: now.meanwhile.map(({ question, ask, say, answers }) => ({
          question,
          ask,
          say,
          answers: answers.map(({ id, label }) => ({ id, label })),
        })),
      };
    case 'isolated':
      return { fault: now.fault, name: now.name, cause: now.cause, steps: now.steps.map(({ say }) => say) };
    case 'fixed':
      return { mended: now.mended };
    case 'referred':
      return { desk: now.desk, because: now.because, collect: now.collect };
    case 'closed':
      return { issue: now.issue };
  }
}
