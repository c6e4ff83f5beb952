import type { KnowledgeBase, Tree } from '../../index.js';
import type { Style } from '../style.js';
import type { Front } from './front.js';

/** Lets the agent choose the tree to begin in; those that share words with what the caller said come first. */
export async function chooseTree(
  kb: KnowledgeBase,
  front: Front,
  style: Style,
  words: readonly string[],
  earlier: string | undefined,
): Promise<string | undefined> {
  front.show(style.title(kb.title, 'a new call'));
  if (earlier !== undefined)
    front.show(style.dim(`An unfinished call is kept. Go on with it by: faultline call --resume ${earlier}`));
  front.show(style.say('How can I help you? What happens, and on what device?'));
  const said = wordsIn(words.join(' '));
  const trees = [...kb.trees.values()]
    .map((tree) => ({ tree, shared: said.filter((word) => wordsOf(tree).has(word)).length }))
    .sort((a, b) => b.shared - a.shared || (a.tree.title < b.tree.title ? -1 : 1));
  const options = trees.map(({ tree }) => ({ id: tree.id, label: tree.title }));
  return front.pick('What is it about? (type to find it)', options);
}

function wordsOf({ title, symptoms, id }: Tree): ReadonlySet<string> {
  return new Set(wordsIn([title, id, ...symptoms].join(' ')));
}

function wordsIn(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])];
}
