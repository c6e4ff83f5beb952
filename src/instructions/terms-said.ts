import type { KnowledgeBase } from '../knowledge/index.js';
import { asked, faultAt, type Move, type Question, stepsAt } from '../session/index.js';
import { termsIn } from './terms.js';

/**
 * The terms of the glossary in everything that was said to the caller so far, according to the trail: questions, steps
 * that were done, explanations of faults. What is taken back is no longer in the trail, and so was not said.
 */
export function termsSaid(kb: KnowledgeBase, moves: readonly Move[]): ReadonlySet<string> {
  return new Set(moves.flatMap((move) => saidBy(kb, move)).flatMap((text) => termsIn(kb, text)));
}

function saidBy(kb: KnowledgeBase, move: Move): readonly string[] {
  const { reason } = move;
  switch (reason.kind) {
    case 'answered':
    case 'unsure':
    case 'postponed':
    case 'tried':
    case 'not-agreed':
      return questionAloud(kb, move, reason.question);
    case 'skipped':
      return reason.question === undefined ? [] : questionAloud(kb, move, reason.question);
    case 'done': {
      const step = stepsAt(kb, move)[reason.step];
      return listed(step?.say, step?.expect);
    }
    case 'explained': {
      const fault = faultAt(kb, `${move.tree}/${reason.fault}`);
      return listed(fault?.explain, fault?.caution);
    }
    default:
      return [];
  }
}

function questionAloud(kb: KnowledgeBase, move: Move, question: Question): readonly string[] {
  const { ask, say = ask } = asked(kb, move, question);
  return [say];
}

function listed(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}
