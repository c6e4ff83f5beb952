import { factValue, type KnowledgeBase } from '../knowledge/index.js';
import type { Admitted } from './admitted.js';
import type { Revision, Stamp } from './event.js';
import { type Entry, entryOf } from './history.js';
import { replied } from './reply.js';
import { type Move, movesOf, type State } from './state.js';
import { corrected } from './tell.js';

/** A revision becomes the act that takes the place of the one that answered the question. */
export function reviseWith(kb: KnowledgeBase, last: Entry, revision: Revision, stamp: Stamp): Admitted {
  if (typeof revision !== 'object' || revision === null || typeof revision.node !== 'string') {
    return { reason: '"revise" names a node and gives an answer: {"node": "...", "answer": "..."}.' };
  }
  if ('answer' in revision === 'unsure' in revision) {
    return { reason: 'A changed answer is either "answer" or "unsure".' };
  }
  const move = latestAbout(last.state, revision.node);
  if (move === undefined) return { reason: `Nothing has been answered at "${revision.node}".` };
  const { reason } = move;
  if (reason.kind === 'known') {
    const known = last.state.facts.get(reason.fact);
    const origin = known?.event === undefined ? undefined : entryOf(last, known.event);
    if (origin?.act === undefined)
      return { reason: `"${reason.fact}" follows from a rule; change what it follows from.` };
    const fact = kb.facts.get(reason.fact);
    const value = fact && factValue(fact, revision.answer);
    if (value === undefined || 'reason' in value)
      return { reason: value?.reason ?? `There is no fact "${reason.fact}".` };
    return { events: [{ revise: origin.event, to: corrected(origin.act, reason.fact, value.value, stamp), ...stamp }] };
  }
  if (!('question' in reason) || reason.question === undefined) {
    return { reason: `Nothing has been answered at "${revision.node}".` };
  }
  const given = 'unsure' in revision ? { unsure: revision.unsure } : { answer: revision.answer };
  const to = replied(kb, move, reason.question, given, stamp);
  if ('reason' in to) return to;
  return { events: [{ revise: reason.event, to: to.act, ...stamp }] };
}

/** The last move that answered, or passed over, the question that a name stands for. */
function latestAbout(state: State, name: string): Move | undefined {
  const found = movesOf(state.trail).findLast(({ tree, node, reason }) => {
    if (reason.kind === 'known-unsure') return [node, `${tree}/${node}`].includes(name);
    if (reason.kind === 'known') return [node, `${tree}/${node}`, reason.fact].includes(name);
    if (!('question' in reason) || reason.question === undefined) return false;
    const { question } = reason;
    if (question.key === name) return true;
    if (question.purpose === 'fact') return question.fact === name;
    if (question.purpose === 'verify') return [question.fault, `${tree}/${question.fault}`].includes(name);
    return [node, `${tree}/${node}`].includes(name) || question.key.startsWith(`fact:${name}#`);
  });
  return found?.reason.kind === 'known-unsure' ? latestAbout(state, found.reason.fact) : found;
}
