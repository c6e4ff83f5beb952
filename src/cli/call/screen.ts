import { type Instruction, instruct, type KnowledgeBase, type Move, moveInWords, type Situation } from '../../index.js';
import type { Style } from '../style.js';

/** One screen: where the call is, what to read aloud, what is for the agent. `shown` warnings are not shown again. */
export function screenOf(kb: KnowledgeBase, now: Situation, style: Style, moves: number, shown: number): string {
  const words = instruct(kb, now);
  const tree = kb.trees.get(now.tree)?.title ?? now.tree;
  const lines = [style.title(tree, `step ${moves + 1}`)];
  for (const warning of now.warnings.slice(shown)) lines.push(style.warning(warning));
  const repeats = words.say.length === 1 && words.say[0] === words.heading;
  if (!repeats) lines.push(style.heading(words.heading));
  lines.push('', ...words.say.map(style.say), ...forTheAgent(now, words, style), '');
  return lines.join('\n');
}

function forTheAgent(now: Situation, words: Instruction, style: Style): readonly string[] {
  const lines: string[] = [];
  if (words.expect !== undefined) lines.push(style.aside('They should then notice', words.expect));
  if (words.wait !== undefined) lines.push(style.aside('This takes', words.wait.words));
  if (words.risky) lines.push(style.warning('Go on only when the caller agrees.'));
  for (const note of words.notes) lines.push(style.aside('Note', note));
  if (now.type === 'isolated' && now.caution !== undefined) lines.push(style.warning('Read the caution too.'));
  return lines;
}

/** The way of a call so far, a line for each thing that a person would want to know. */
export function wayOf(kb: KnowledgeBase, now: Situation, moves: readonly Move[]): readonly string[] {
  return moves.flatMap((move) => moveInWords(kb, now.facts, move) ?? []);
}
