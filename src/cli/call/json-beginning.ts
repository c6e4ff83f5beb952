import { type FactValue, factValue, type KnowledgeBase, openSearch, type Said, search } from '../../index.js';
import { dayOf, type FirstWords, mostKept } from './first-words.js';
import { isSaid, noWords, protocol } from './json-door.js';
import type { Door } from './json-lines.js';

/** What a program begins a call with. */
export interface Beginning {
  readonly kb: KnowledgeBase;
  readonly door: Door;
  /** Where the search index is kept. */
  readonly cache: string;
  readonly clock: () => string;
}

/**
 * Takes what the caller says until a tree is begun: `{"say": "..."}` is answered by what is found, `{"begin": "tree"}`
 * begins the call, with `tell` for the facts that were heard. Everything else is refused.
 */
export async function beginByJson({ kb, door, cache, clock }: Beginning, words: string): Promise<FirstWords> {
  await openSearch(kb, { cache });
  const said: Said[] = [];
  const say = async (text: string): Promise<object> => {
    const { results, notCovered, notUnderstood, facts, fits, ask } = await search(kb, text, { today: dayOf(clock()) });
    const offered = results.map(({ tree }) => tree);
    said.push({ said: text.slice(0, mostKept), offered, missed: notUnderstood, at: clock() });
    return {
      type: 'found',
      fits,
      results,
      not_covered: notCovered,
      not_understood: notUnderstood,
      facts,
      ask: fits ? undefined : ask,
    };
  };
  await door.put({ protocol, type: 'beginning', say: 'How can I help you? What happens, and on what device?' });
  if (words !== '') await door.put(await say(words));
  for (let input = await door.next(); input !== undefined; input = await door.next()) {
    if ('refused' in input) {
      await door.put({ type: 'refused', reason: input.refused });
      continue;
    }
    const { say: spoken, begin, tell = {} } = input.value as { say?: unknown; begin?: unknown; tell?: unknown };
    if (spoken !== undefined && begin === undefined) {
      await door.put(isSaid(spoken) ? await say(spoken) : { type: 'refused', reason: noWords });
    } else if (typeof begin === 'string' && kb.trees.has(begin)) {
      const facts = factsIn(kb, tell);
      if (!('reason' in facts)) return finished(said, begin, facts.facts);
      await door.put({ type: 'refused', reason: facts.reason });
    } else await door.put({ type: 'refused', reason: reasonFor(kb, begin) });
  }
  return finished(said, undefined, {});
}

function reasonFor(kb: KnowledgeBase, begin: unknown): string {
  if (typeof begin === 'string')
    return `There is no tree "${begin}". The trees are: ${[...kb.trees.keys()].join(', ')}.`;
  return 'No call has begun: give {"say": "what the caller says"} to find a tree, or {"begin": "tree"}.';
}

function finished(
  said: readonly Said[],
  tree: string | undefined,
  facts: Readonly<Record<string, FactValue>>,
): FirstWords {
  const words = said[0]?.said ?? '';
  if (tree === undefined) return { words, said, facts };
  const last = said.length - 1;
  return { tree, words, facts, said: said.map((each, at) => (at === last ? { ...each, chose: tree } : each)) };
}

function factsIn(
  kb: KnowledgeBase,
  tell: unknown,
): { readonly facts: Readonly<Record<string, FactValue>> } | { readonly reason: string } {
  if (typeof tell !== 'object' || tell === null || Array.isArray(tell))
    return { reason: '"tell" is an object with facts and their values.' };
  const facts: Record<string, FactValue> = {};
  for (const [name, given] of Object.entries(tell)) {
    const fact = kb.facts.get(name);
    if (fact === undefined) return { reason: `There is no fact "${name}".` };
    const value = factValue(fact, given);
    if ('reason' in value) return { reason: `"${name}": ${value.reason}` };
    facts[name] = value.value;
  }
  return { facts };
}
