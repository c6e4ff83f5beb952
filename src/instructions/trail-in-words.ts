import type { KnowledgeBase } from '../knowledge/index.js';
import { asked, type Known, labelOf, type Move, type Question, stepsAt } from '../session/index.js';
import { faultName } from './instruction.js';
import { fill, valueInWords } from './placeholders.js';

const unsureInWords: Readonly<Record<string, string>> = {
  'dont-know': "doesn't know",
  'cant-check': "can't check",
  'not-applicable': 'says it does not apply',
  declined: 'would rather not say',
};

/** A way of not knowing, in words. */
export function unsureWords(kind: string): string {
  return unsureInWords[kind] ?? kind;
}

/**
 * A move of the trail in one line, such as `Is the power light on? Off`; undefined for moves that say nothing to a
 * person (a condition that was judged, a way back).
 */
export function moveInWords(kb: KnowledgeBase, facts: ReadonlyMap<string, Known>, move: Move): string | undefined {
  const words = describe(kb, move);
  return words === undefined ? undefined : fill(kb, facts, words);
}

function describe(kb: KnowledgeBase, move: Move): string | undefined {
  const { reason } = move;
  switch (reason.kind) {
    case 'answered': {
      const { ask, answers } = asked(kb, move, reason.question);
      return `${ask} ${labelOf(answers, reason.value)}`;
    }
    case 'unsure':
      return `${questionText(kb, move, reason.question)} ${unsureWords(reason.unsure)}`;
    case 'skipped':
      return reason.question === undefined
        ? `Step skipped: ${reason.why}`
        : `${questionText(kb, move, reason.question)} skipped: ${reason.why}`;
    case 'tried':
      return `Tried before the call: ${triedName(kb, move, reason.what)}`;
    case 'done':
      return `Done: ${stepsAt(kb, move)[reason.step]?.say ?? ''}`;
    case 'explained':
      return `Found: ${faultName(kb, `${move.tree}/${reason.fault}`)}`;
    case 'already-tried':
      return `Not offered again: ${faultName(kb, `${move.tree}/${reason.fault}`)}`;
    case 'known': {
      const fact = kb.facts.get(reason.fact);
      return fact && `${fact.title}: ${valueInWords(fact, reason.value)} (known from the ${reason.source})`;
    }
    case 'known-unsure':
      return `${kb.facts.get(reason.fact)?.title ?? reason.fact}: ${unsureWords(reason.unsure)} (asked before)`;
    case 'told':
      return `Told: ${reason.facts.map((name) => kb.facts.get(name)?.title ?? name).join(', ')}`;
    case 'rule':
      return reason.to === undefined ? undefined : `Rule "${reason.rule}" leads to ${reason.to.tree}/${reason.to.node}`;
    case 'visited':
      return move.edge?.to.kind === 'tree' ? `Looking at: ${kb.trees.get(move.edge.to.tree)?.title}` : undefined;
    case 'jumped':
      return `Went to ${reason.to.tree}/${reason.to.node}${reason.why === '' ? '' : `: ${reason.why}`}`;
    case 'referred':
      return `Referred to ${kb.desks.get(reason.desk)?.name ?? reason.desk}: ${reason.why}`;
    case 'circle':
      return 'The tree goes round in a circle here.';
    case 'decided':
    case 'returned':
    case 'nothing-to-do':
    case 'ended':
      return undefined;
  }
}

function triedName(kb: KnowledgeBase, move: Move, what: string): string {
  const tree = kb.trees.get(move.tree);
  const node = tree?.nodes.get(move.node);
  const fault = node?.kind === 'fault' ? tree?.faults.get(node.fault) : undefined;
  return fault?.name ?? what;
}

function questionText(kb: KnowledgeBase, move: Move, question: Question): string {
  return asked(kb, move, question).ask;
}
