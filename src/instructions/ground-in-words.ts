import type { KnowledgeBase } from '../knowledge/index.js';
import { asked, type Ground, type Known, labelOf, type Move, type Question } from '../session/index.js';
import { faultName } from './instruction.js';
import { fill, valueInWords } from './placeholders.js';
import { questionSaid } from './sentence.js';
import { claimName, moveInWords } from './trail-in-words.js';

type Facts = ReadonlyMap<string, Known>;

/**
 * A ground as a clause that can be said to the caller after "because": you answered "Off" when I asked "Is the lamp
 * on?"; undefined for what says nothing to a caller, such as the name of a rule.
 */
export function groundInWords(kb: KnowledgeBase, facts: Facts, ground: Ground): string | undefined {
  const clause =
    ground.kind === 'move'
      ? moveClause(kb, facts, ground.move)
      : ground.kind === 'aside'
        ? asideClause(kb, ground)
        : undefined;
  return clause === undefined ? undefined : fill(kb, facts, clause);
}

/** A ground in a line for the agent. */
export function groundForAgent(kb: KnowledgeBase, facts: Facts, ground: Ground): string | undefined {
  if (ground.kind === 'move') return moveInWords(kb, facts, ground.move);
  if (ground.kind === 'aside') return `No longer fits: ${groundInWords(kb, facts, ground) ?? 'an earlier reply'}`;
  const about = ground.facts.map((name) => factInWords(kb, facts, name));
  return `Rule "${ground.rule}"${about.length === 0 ? '' : ` (${about.join('; ')})`}`;
}

/** A fact with its value, such as `System: Windows`; the name alone when it is not known any more. */
function factInWords(kb: KnowledgeBase, facts: Facts, name: string): string {
  const fact = kb.facts.get(name);
  const known = facts.get(name);
  if (fact === undefined) return name;
  return known === undefined ? fact.title : `${fact.title}: ${valueInWords(fact, known.value)}`;
}

const unsureClauses: Readonly<Record<string, string>> = {
  'dont-know': 'you did not know when I asked',
  'cant-check': 'you could not check when I asked',
  'not-applicable': 'it did not apply to you when I asked',
  declined: 'you would rather not say when I asked',
};

function moveClause(kb: KnowledgeBase, facts: Facts, move: Move): string | undefined {
  const { reason } = move;
  const nameOf = (fault: string): string => `"${faultName(kb, `${move.tree}/${fault}`)}"`;
  switch (reason.kind) {
    case 'answered': {
      const { question, value } = reason;
      if (question.purpose === 'verify')
        return `the fix for ${nameOf(question.fault)} ${outcomes[move.edge?.kind ?? '']}`;
      if (question.purpose === 'issue') return `you told me that it is "${kb.overlays.get(question.issue)?.title}"`;
      const words = asked(kb, move, question);
      return `you answered "${labelOf(words.answers, value)}" when I asked "${questionSaid(words)}"`;
    }
    case 'unsure':
      if (reason.question.purpose === 'verify')
        return `we could not see whether the fix for ${nameOf(reason.question.fault)} helped`;
      return `${unsureClauses[reason.unsure]} "${askOf(kb, move, reason.question)}"`;
    case 'skipped':
      return reason.question === undefined
        ? 'we left something out'
        : `we left out the question "${askOf(kb, move, reason.question)}"`;
    case 'postponed':
      return `we left the question "${askOf(kb, move, reason.question)}" for later`;
    case 'tried':
      return `you had done "${claimName(kb, reason.what)}" before`;
    case 'not-agreed':
      return `you did not want this to be done: "${askOf(kb, move, reason.question)}"`;
    case 'came-back':
      return 'we came back to what we had left';
    case 'problem':
      return 'you told me of another trouble';
    case 'told':
      return toldClause(kb, facts, reason.facts);
    case 'known':
      return `we know "${factInWords(kb, facts, reason.fact)}"`;
    case 'known-unsure':
      return `we could not find out "${kb.facts.get(reason.fact)?.title ?? reason.fact}"`;
    case 'already-tried':
      return `we have dealt with ${nameOf(reason.fault)} before`;
    case 'explained':
      return `${nameOf(reason.fault)} has been looked at`;
    case 'jumped':
      return 'I went on at another place';
    case 'referred':
      return 'I found it best to pass this on';
    default:
      return undefined;
  }
}

const outcomes: Readonly<Record<string, string>> = {
  solved: 'helped',
  partly: 'helped only in part',
  unsolved: 'did not help',
};

function askOf(kb: KnowledgeBase, move: Move, question: Question): string {
  return questionSaid(asked(kb, move, question));
}

function toldClause(kb: KnowledgeBase, facts: Facts, names: readonly string[]): string {
  const told = names.map((name) => `"${factInWords(kb, facts, name)}"`).join(', ');
  const fromCaller = names.every((name) => (facts.get(name)?.source ?? 'caller') === 'caller');
  return `${fromCaller ? 'you told me' : 'we know'} ${told}`;
}

function asideClause(kb: KnowledgeBase, ground: Extract<Ground, { kind: 'aside' }>): string | undefined {
  const { act } = ground;
  if (!('question' in act)) return undefined;
  const [, tree = '', id = ''] = /^([^/#]+)\/([^#]+)#/.exec(act.question) ?? [];
  const node = kb.trees.get(tree)?.nodes.get(id);
  if (node === undefined || !('answers' in node)) return undefined;
  return 'answer' in act
    ? `earlier you answered "${labelOf(node.answers, act.answer)}" when I asked "${questionSaid(node)}"`
    : `earlier we could not find out "${questionSaid(node)}"`;
}
