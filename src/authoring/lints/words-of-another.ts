import { type Condition, entriesOf, keyPlace } from '../../knowledge/index.js';
import { factsOf, normalForm } from '../../rules/index.js';
import { choicesLetThrough } from './choices-let-through.js';
import type { Found, Lint, Subject } from './lint.js';
import { writtenSteps } from './written-steps.js';

type Phrases = Readonly<Record<string, readonly string[]>>;

/** The words of one value of a fact, as facts.yaml gives them. */
interface WordsOfValue {
  readonly fact: string;
  readonly value: string;
  readonly find: (text: string) => string | undefined;
}

/** A step names what fits other values of a fact than those for which it is read. */
export const wordsOfAnother: Lint = {
  code: 'words-of-another',
  level: 'warning',
  summary: 'A step names what fits other values of a fact than those for which it is read.',
  whole: true,
  *look(subject) {
    const { kb } = subject;
    const declared = declaredWords(subject);
    yield* declared.flatMap(({ found }) => found ?? []);
    const words = declared.flatMap(({ words: each }) => each ?? []);
    const facts = new Set(words.map(({ fact }) => fact));
    for (const { value, sayAt } of facts.size === 0 ? [] : writtenSteps(subject)) {
      const when = value.when as Condition | undefined;
      if (when === undefined) continue;
      const text = spokenIn(value);
      for (const fact of factsOf(normalForm(when, kb.conditions))) {
        if (!facts.has(fact)) continue;
        const named = words.flatMap((each) => {
          const word = each.fact === fact ? each.find(text) : undefined;
          return word === undefined ? [] : [{ value: each.value, word }];
        });
        const [first] = named;
        const read = choicesLetThrough(kb, when, fact);
        if (first === undefined || named.some((each) => read.includes(each.value))) continue;
        const name = kb.facts.get(fact)?.title ?? fact;
        yield {
          place: sayAt,
          message: `"${first.word}" fits where "${name}" is ${listed(named.map((each) => each.value))}, and the step is read where it is ${read.length === 0 ? 'none of its values' : listed(read)}.`,
          hint: 'Correct the condition or the words. Which words fit which value stands in facts.yaml, under "words".',
        };
      }
    }
  },
};

function declaredWords({ files, kb }: Subject): readonly { readonly words?: WordsOfValue; readonly found?: Found }[] {
  return files.flatMap(({ kind, root }) => {
    if (kind !== 'facts') return [];
    const { facts } = root as { readonly facts: Readonly<Record<string, { readonly words?: Phrases }>> };
    return entriesOf(facts).flatMap(([fact, { words }]) => {
      if (words === undefined) return [];
      const choices = kb.facts.get(fact)?.choices.map(({ id }) => id) ?? [];
      return entriesOf(words).map(([value, phrases]) =>
        choices.includes(value)
          ? { words: { fact, value, find: finderOf(phrases) } }
          : {
              found: {
                place: keyPlace(words, value),
                message: `"${value}" is no choice of "${fact}", so its words are looked for nowhere.`,
                hint: choices.length === 0 ? 'Words belong to the choices of a fact.' : `It has ${listed(choices)}.`,
              },
            },
      );
    });
  });
}

/** Finds a phrase in a text: a name with a capital letter as it is written, any other words also at the start of a sentence. */
function finderOf(phrases: readonly string[]): (text: string) => string | undefined {
  const anyOf = (some: readonly string[], flags: string): RegExp | undefined => {
    const escaped = some.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return some.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, flags);
  };
  const isName = (phrase: string): boolean => /\p{Lu}/u.test(phrase);
  const patterns = [
    anyOf(phrases.filter(isName), 'u'),
    anyOf(
      phrases.filter((each) => !isName(each)),
      'iu',
    ),
  ];
  return (text) => patterns.map((pattern) => pattern?.exec(text)?.[0]).find((word) => word !== undefined);
}

/** The note is for the agent, and may speak of other values. */
function spokenIn({ say, expect, if_confused }: Readonly<Record<string, unknown>>): string {
  return [say, expect, if_confused]
    .flat()
    .filter((each) => typeof each === 'string')
    .join('\n');
}

function listed(values: readonly string[]): string {
  const all = [...new Set(values)];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
