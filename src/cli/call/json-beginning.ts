import { type FactValue, factValue, type KnowledgeBase, openSearch, type Said, search } from '../../index.js';
import { type FirstWords, recordOf } from './first-words.js';
import { noWords, protocol } from './json-door.js';
import type { Door } from './json-lines.js';
import { dayOf, isSaid } from './words-kept.js';

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
 * begins the call, with `tell` for the facts that were heard. Everything else is refused. What is `known` was recorded before.
 */
export async function beginByJson(
  { kb, door, cache, clock }: Beginning,
  words: string,
  known: readonly string[],
): Promise<FirstWords> {
  await openSearch(kb, { cache });
  const said: Said[] = [];
  const say = async (text: string): Promise<object> => {
    const { facts, tried, ...found } = await search(kb, text, { today: dayOf(clock()) });
    const { results, notCovered, fits, ask } = found;
    const record = recordOf(text, found, facts, clock());
    if (!known.includes(record.said)) said.push(record);
    return {
      type: 'found',
      fits,
      results,
      not_covered: notCovered,
      not_understood: record.missed,
      facts,
      tried,
      ask: fits ? undefined : ask,
    };
  };
  await door.put({ protocol, type: 'beginning', say: 'How can I help you? What happens, and on what device?' });
  if (words !== '') await door.put(await say(words));
  for (let input = await door.next(); input !== undefined; input = await door.next()) {
    const taken = 'refused' in input ? { reason: input.refused } : readInput(kb, input.value);
    if ('reason' in taken) await door.put({ type: 'refused', reason: taken.reason });
    else if ('say' in taken) await door.put(await say(taken.say));
    else return finished(said, taken.begin, taken.facts);
  }
  return finished(said, undefined, {});
}

type Taken =
  | { readonly say: string }
  | { readonly begin: string; readonly facts: Readonly<Record<string, FactValue>> }
  | { readonly reason: string };

function readInput(kb: KnowledgeBase, input: object): Taken {
  const { say, begin, tell, ...others } = input as { say?: unknown; begin?: unknown; tell?: unknown };
  const extra = Object.keys(others)[0];
  if (
    (say === undefined) === (begin === undefined) ||
    (begin !== undefined && typeof begin !== 'string') ||
    extra !== undefined ||
    (tell !== undefined && begin === undefined)
  )
    return { reason: 'No call has begun: give {"say": "what the caller says"} to find a tree, or {"begin": "tree"}.' };
  if (say !== undefined) return isSaid(say) ? { say } : { reason: noWords };
  if (typeof begin !== 'string' || !kb.trees.has(begin))
    return { reason: `There is no tree ${JSON.stringify(begin)}. The trees are: ${[...kb.trees.keys()].join(', ')}.` };
  const facts = factsIn(kb, tell === undefined ? {} : tell);
  return 'reason' in facts ? facts : { begin, facts: facts.facts };
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
