import type { KnowledgeBase } from '../knowledge/index.js';
import { asked, type Known, labelOf, type Move, type Position, type Question, stepsAt } from '../session/index.js';
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
  const words = describe(kb, facts, move);
  return words === undefined ? undefined : fill(kb, facts, words);
}

function describe(kb: KnowledgeBase, facts: ReadonlyMap<string, Known>, move: Move): string | undefined {
  const { reason } = move;
  switch (reason.kind) {
    case 'answered': {
      const { purpose, ask, answers } = asked(kb, move, reason.question);
      if (purpose === 'tried') return `Tried before, but not surely rightly: ${ask}`;
      if (purpose === 'consent') return `The caller agreed to: ${ask}`;
      return `${ask} ${labelOf(answers, reason.value)}`;
    }
    case 'unsure':
      return `${questionText(kb, move, reason.question)} ${unsureWords(reason.unsure)}`;
    case 'skipped':
      return reason.question === undefined
        ? `Step skipped: ${reason.why}`
        : `${questionText(kb, move, reason.question)} skipped: ${reason.why}`;
    case 'postponed':
      return `${questionText(kb, move, reason.question)} put off: ${reason.why}`;
    case 'claimed':
      return `Said to have been tried: ${claimName(kb, reason.what)}`;
    case 'tried':
      return `Tried before the call: ${claimName(kb, reason.what)}`;
    case 'not-agreed':
      return `The caller did not agree to: ${questionText(kb, move, reason.question)}${reason.why === undefined ? '' : ` (${reason.why})`}`;
    case 'confused':
      return 'The caller did not understand this at first';
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
      return `Told: ${reason.facts.map((name) => toldNow(kb, facts, name)).join('; ')}`;
    case 'rule':
      return reason.to === undefined
        ? undefined
        : `Rule "${reason.rule}" leads to: ${kb.trees.get(reason.to.tree)?.title ?? reason.to.tree}`;
    case 'visited':
      return move.edge?.to.kind === 'tree' ? `Looking at: ${kb.trees.get(move.edge.to.tree)?.title}` : undefined;
    case 'inside':
      return move.edge?.to.kind === 'tree' ? `Back to: ${kb.trees.get(move.edge.to.tree)?.title}` : undefined;
    case 'jumped':
      return `Went to: ${placeName(kb, reason.to)}${reason.why === '' ? '' : ` (${reason.why})`}`;
    case 'came-back':
      return `Came back to: ${placeName(kb, reason.to)}`;
    case 'problem':
      return `Problem ${reason.number + 1}: ${kb.trees.get(reason.to.tree)?.title ?? reason.to.tree}`;
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

/** What was tried, by the name that it is kept under: a procedure, `tree/node`, `tree/fault` or `tree/node:step0`. */
export function claimName(kb: KnowledgeBase, what: string): string {
  const procedure = kb.procedures.get(what);
  if (procedure !== undefined) return procedure.title;
  const [address = '', step = '0'] = what.split(':step');
  const [tree = '', id = ''] = address.split('/');
  const fault = kb.trees.get(tree)?.faults.get(id);
  if (fault !== undefined) return fault.name;
  const node = kb.trees.get(tree)?.nodes.get(id);
  if (node === undefined) return what;
  if (node.kind === 'fault' && address === what) return kb.trees.get(tree)?.faults.get(node.fault)?.name ?? what;
  const steps = stepsAt(kb, { tree, node: id });
  const [first] = steps;
  const isOne = address === what && steps.every((each) => each.procedure === first?.procedure);
  return (isOne ? kb.procedures.get(first?.procedure ?? '')?.title : undefined) ?? steps[Number(step)]?.say ?? what;
}

/** A place in a tree, in words: what is asked or done there. */
function placeName(kb: KnowledgeBase, { tree, node }: Position): string {
  const found = kb.trees.get(tree);
  const title = found?.title ?? tree;
  if (found?.start === node) return title;
  const place = found?.nodes.get(node);
  if (place?.kind === 'ask' || place?.kind === 'check') return `${title}, "${place.ask}"`;
  if (place?.kind === 'fault') return `${title}, ${found?.faults.get(place.fault)?.name ?? node}`;
  return place?.kind === 'do' ? `${title}, "${place.steps[0]?.say}"` : title;
}

/** A fact that was told, with what is known of it now; one that has faded since by its name alone. */
function toldNow(kb: KnowledgeBase, facts: ReadonlyMap<string, Known>, name: string): string {
  const fact = kb.facts.get(name);
  const known = facts.get(name);
  if (fact === undefined) return name;
  return known === undefined ? fact.title : `${fact.title}: ${valueInWords(fact, known.value)}`;
}

function questionText(kb: KnowledgeBase, move: Move, question: Question): string {
  return asked(kb, move, question).ask;
}
