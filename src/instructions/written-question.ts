import type { Answer, FactType } from '../knowledge/index.js';
import type { AskedWords } from '../session/index.js';
import { addressed } from './addressed.js';

/** A question as it is put in writing, with all that is needed to understand a reply to it. */
export interface WrittenQuestion {
  /** What a reply belongs to. `tell:` and a fact's name for something that is told, and not an answer to a question. */
  readonly key: string;
  /** The question as it stands in the text, filled in. */
  readonly text: string;
  /** When it is to be answered, such as `Only if you answered 2 with a)`; absent where always. */
  readonly onlyIf?: string;
  readonly expects: FactType;
  readonly unit?: string;
  /** In the order in which they are numbered or lettered; empty where any value of the type will do. */
  readonly answers: readonly Answer[];
  /** The fact that the answer gives. */
  readonly fact?: string;
}

/**
 * A question as somebody who is asked in writing reads it. What the agent is asked about the caller is put to the caller.
 * @param fill puts the values of facts into a text
 * @param confused how often it was not understood: then it is put in simpler words, where there are some
 */
export function writtenQuestion(
  key: string,
  asked: AskedWords,
  fill: (text: string) => string,
  confused = 0,
): WrittenQuestion {
  const { ask, say = addressed(ask), ifConfused = [], fact, unit, expects } = asked;
  const simpler = ifConfused[Math.min(confused, ifConfused.length) - 1];
  const text = simpler ?? textAbout(asked) ?? say;
  const answers = asked.answers.map((answer) => ({
    ...answer,
    label: addressed(fill(ownWords[asked.purpose]?.[answer.id] ?? answer.label)),
  }));
  return {
    key,
    text: fill(text),
    expects,
    answers,
    ...(unit === undefined ? {} : { unit }),
    ...(fact === undefined ? {} : { fact }),
  };
}

const ownWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  consent: { yes: 'Yes, go on', no: 'No, rather not' },
};

function textAbout({ purpose, say, steps = [] }: AskedWords): string | undefined {
  const read = steps.map((step) => step.say).join(' ');
  if (purpose === 'consent') return `The next step cannot be taken back: ${read} Is that all right with you?`;
  if (purpose === 'tried' && say === undefined) return `Just to be sure: was it done like this? ${read}`;
  return undefined;
}
