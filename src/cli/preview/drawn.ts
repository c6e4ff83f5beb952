import { type KnowledgeBase, pageParts, pictureOf, weightsOf } from '../../index.js';
import type { WrittenKnowledge } from './knowledge.js';

/** A tree of more nodes than this is not drawn: to place them takes longer than anybody waits, and nobody can look through them. */
const mostNodes = 500;

/** The picture of a tree with the keys of its parts, or what there is to say instead. */
export async function drawn(
  written: WrittenKnowledge,
  folder: string,
  tree: string,
  isCovered: boolean,
): Promise<object> {
  const { trees, findings, problem } = written.now();
  if (problem === undefined && trees.length === 0)
    return { empty: howToBegin(folder, !findings.some(({ code }) => code === 'manifest-missing')) };
  const held = written.holding(tree);
  if (held === undefined) {
    const isThere = trees.some(({ id }) => id === tree);
    return {
      empty: [
        isThere
          ? `The tree "${tree}" has a mistake, and has not been without one since this preview began: it is drawn as soon as it can be read.`
          : tree === ''
            ? 'Choose a tree.'
            : `There is no tree "${tree}" any more. Choose another.`,
      ],
    };
  }
  const { kb, stale } = held;
  const count = kb.trees.get(tree)?.nodes.size ?? 0;
  if (count > mostNodes)
    return {
      stale,
      empty: [
        `This tree has ${count} nodes: one of more than ${mostNodes} is too large to be drawn. The call can be played all the same.`,
      ],
    };
  const made = await written.once(kb, `picture ${tree} ${isCovered}`, () => picture(written, kb, tree, isCovered));
  return { ...made, stale, ...(stale ? { note: problem ?? 'As it was before the mistake.' } : {}) };
}

async function picture(
  written: WrittenKnowledge,
  kb: KnowledgeBase,
  tree: string,
  isCovered: boolean,
): Promise<object> {
  // Also calls that begin in other trees can come here.
  const trails = isCovered ? (await written.calls(kb)).map(({ trail }) => trail) : [];
  const weights = isCovered ? weightsOf('calls', tree, trails) : undefined;
  const drawnTree = await pictureOf(kb, tree, weights === undefined ? {} : { weights });
  const held = kb.trees.get(tree);
  if (held === undefined) throw new Error(`There is no tree "${tree}".`);
  return {
    ...pageParts(kb, held, drawnTree, weights),
    nodes: Object.fromEntries(drawnTree.nodes.map(({ id, key }) => [id, key])),
    edges: Object.fromEntries(drawnTree.edges.flatMap(({ names, key }) => names.map((name) => [name, key]))),
  };
}

function howToBegin(folder: string, hasManifest: boolean): readonly string[] {
  const quoted = /^[\w./:@\\-]+$/.test(folder) ? folder : JSON.stringify(folder);
  return [
    'There is no tree in this folder yet.',
    ...(hasManifest ? [] : ['This begins a knowledge base:', `$ faultline new knowledge-base ${quoted}`]),
    hasManifest ? 'This begins a tree, with a question, a fault and its example calls:' : 'And this a tree in it:',
    `$ faultline new tree --kb ${quoted}`,
    'This page shows it as soon as it is there.',
  ];
}
