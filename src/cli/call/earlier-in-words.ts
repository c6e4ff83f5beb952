import { caseNumberInWords, type EarlierCase, faultName, type KnowledgeBase } from '../../index.js';
import { outcomeInWords } from '../outcome-in-words.js';
import { dayInWords } from './clock-words.js';

/** An earlier case in a line: when, which, what it was about, and how it ended. */
export function earlierInWords(kb: KnowledgeBase, { case: earlier, same }: EarlierCase): string {
  const { begun, number, tree, words, fault } = earlier;
  const subject = kb.trees.get(tree)?.title ?? words ?? 'something else';
  const cause = fault === undefined ? '' : `, ${faultName(kb, fault)}`;
  const device = same.length === 1 && same[0] === 'device' ? ' (the same device)' : '';
  return `${dayInWords(begun)}, case ${caseNumberInWords(number)}${device}: ${subject} (${outcomeInWords(kb, earlier)}${cause})`;
}
