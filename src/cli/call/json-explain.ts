import {
  addressOf,
  type Caller,
  type CaseSummary,
  caseNumberInWords,
  dangers,
  type Explanation,
  explainTerm,
  faultName,
  flagsOf,
  type Ground,
  handOver,
  handOverNote,
  how,
  howInWords,
  type KnowledgeBase,
  letterAfterCall,
  type Move,
  missing,
  missingInWords,
  moveInWords,
  type Revision,
  recap,
  type Situation,
  trail,
  whatIf,
  whatIfEach,
  whatIfInWords,
  why,
  whyInWords,
  whyNot,
  whyNotInWords,
} from '../../index.js';
import type { Call } from './call.js';
import { knownTrouble } from './known-trouble.js';

/** What can be asked about a call: `ask` says which, the others what about. */
export interface AskedAbout {
  readonly ask?: unknown;
  readonly revise?: unknown;
  readonly fault?: unknown;
  readonly term?: unknown;
}

/** Answers a question about the call; `describe` writes a situation. Nothing is changed by asking. */
export async function explain(
  call: Call,
  now: Situation,
  { ask, revise, fault, term }: AskedAbout,
  describe: (situation: Situation) => object,
): Promise<object> {
  const { kb } = call;
  const session = call.session();
  const say = (move: Move): object => sayMove(kb, now, move);
  switch (ask) {
    case 'hand-over': {
      const told = await handOver(kb, session, caseOf(call));
      return { type: 'hand-over', note: handOverNote(kb, told), hand_over: told };
    }
    case 'letter':
      return { type: 'letter', ...(await letterAfterCall(kb, session, caseOf(call))) };
    case 'earlier': {
      const { earlier, again } = await knownTrouble(call, now);
      const said = earlier.map(({ case: each, same }) => sayEarlier(each, same));
      return { type: 'earlier', cases: said, again: again && caseNumberInWords(again.number) };
    }
    case 'trail':
      return { type: 'trail', moves: (await trail(kb, session)).map(say) };
    case 'why': {
      const found = await why(kb, session);
      const { tellsApart, stillPossible, serves } = found;
      const words = whyInWords(kb, now, found);
      return {
        type: 'why',
        ...words,
        why: found.why ?? null,
        tells_apart: tellsApart,
        still_possible: stillPossible,
        serves,
      };
    }
    case 'how': {
      const account = await how(kb, session);
      const ground = (each: Ground): object => sayGround(kb, now, each);
      return {
        type: 'how',
        ...howInWords(kb, now, account),
        fault: account.fault,
        desk: account.desk,
        issue: account.issue,
        moves: account.moves.map(say),
        supporting: account.supporting.map(ground),
        conflicting: account.conflicting.map(ground),
      };
    }
    case 'why-not':
      return typeof fault === 'string'
        ? whyNotSaid(call, now, fault)
        : { type: 'refused', reason: '"fault" names a fault: {"ask": "why-not", "fault": "tree/fault"}.' };
    case 'what-if': {
      if (revise === undefined) {
        const each = await whatIfEach(kb, session);
        const answers = each.map(({ reply, situation }) => ({ ...reply, then: describe(situation) }));
        return { type: 'what-if', ...whatIfInWords(kb, now, each), answers };
      }
      const seen = await whatIf(kb, session, { revise: revise as Revision });
      if ('refused' in seen) return { type: 'refused', reason: seen.refused };
      const { kept, again, dropped, situation } = seen;
      return { type: 'what-if', ...whatIfInWords(kb, now, seen), kept, again, dropped, then: describe(situation) };
    }
    case 'missing': {
      const lacking = await missing(kb, session);
      const { say, lines }: Explanation = missingInWords(kb, now, lacking);
      const facts = lacking.facts.map(({ fact, ask, tree, node }) => ({
        fact,
        name: kb.facts.get(fact)?.title,
        ask,
        at: addressOf({ tree, node }),
      }));
      const questions = lacking.questions.map(({ ask, tree, node }) => ({ ask, at: addressOf({ tree, node }) }));
      return { type: 'missing', say, lines, facts, questions };
    }
    case 'term':
      return typeof term === 'string'
        ? termSaid(kb, term)
        : { type: 'refused', reason: '"term" is a word of the glossary: {"ask": "term", "term": "router"}.' };
    case 'recap':
      return { type: 'recap', ...(await recap(kb, session)) };
    case 'dangers':
      return { type: 'dangers', dangers: dangers(kb) };
    case 'flags':
      return { type: 'flags', flags: flagsOf(kb, session) };
    default:
      return { type: 'refused', reason: `"ask" is one of: ${kinds.join(', ')}.` };
  }
}

const kinds = [
  'trail',
  'why',
  'how',
  'why-not',
  'what-if',
  'missing',
  'term',
  'recap',
  'dangers',
  'flags',
  'hand-over',
  'letter',
  'earlier',
] as const;

function termSaid(kb: KnowledgeBase, name: string): object {
  const found = explainTerm(kb, name);
  if ('term' in found) return { type: 'term', term: found.term, plain: found.plain, looks_like: found.looksLike };
  const near = found.nearest === undefined ? '' : ` Did you mean "${found.nearest}"?`;
  return { type: 'refused', reason: `The glossary has no term "${name}".${near}` };
}

async function whyNotSaid(call: Call, now: Situation, name: string): Promise<object> {
  const { kb } = call;
  const address = name.includes('/') ? name : `${now.tree}/${name}`;
  const [tree = '', fault = ''] = address.split('/');
  if (!kb.trees.get(tree)?.faults.has(fault)) return { type: 'refused', reason: `There is no fault "${name}".` };
  const found = await whyNot(kb, call.session(), address);
  return {
    type: 'why-not',
    ...whyNotInWords(kb, now, found),
    fault: address,
    name: faultName(kb, address),
    status: found.status ?? 'not-reached',
    verdict: found.verdict,
    by: found.by.map((ground) => sayGround(kb, now, ground)),
    open: found.open.map(({ ask, fact, tree, node }) => ({ ask, fact, at: addressOf({ tree, node }) })),
    moves: found.moves.map((move) => sayMove(kb, now, move)),
  };
}

function sayGround(kb: KnowledgeBase, now: Situation, ground: Ground): object {
  if (ground.kind === 'move') return sayMove(kb, now, ground.move);
  return ground.kind === 'rule'
    ? { rule: ground.rule, facts: ground.facts }
    : { aside: ground.act, event: ground.event };
}

function sayMove(kb: KnowledgeBase, now: Situation, move: Move): object {
  const { reason, edge } = move;
  return {
    at: addressOf(move),
    reason,
    edge: edge && { kind: edge.kind, label: edge.label, to: edge.to },
    words: moveInWords(kb, now.facts, move),
  };
}

function caseOf({ keeper }: Call): { readonly number?: string } {
  const number = keeper?.number();
  return number === undefined ? {} : { number: caseNumberInWords(number) };
}

function sayEarlier(
  { number, begun, changed, outcome, tree, fault, desk }: CaseSummary,
  same: readonly (keyof Caller)[],
): object {
  return { case: caseNumberInWords(number), begun, changed, outcome, tree, fault, desk, same };
}
