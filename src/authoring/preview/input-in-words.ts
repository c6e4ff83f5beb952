import type { Input, Situation } from '../../session/index.js';

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** Which of a list of inputs one is, that it is no longer taken, and why, in one or two sentences. */
export function inputInWords(inputs: readonly Input[], index: number, now: Situation, refused: string): string {
  const input = eventIn(inputs[index]);
  const which = ordinal(inputs.slice(0, index + 1).filter((each) => isReply(eventIn(each)) === isReply(input)).length);
  const isElsewhere = 'question' in input && input.question !== undefined && input.question !== now.question;
  if ('answer' in input || 'unsure' in input) {
    const said = 'answer' in input ? wordsOf(input.answer) : input.unsure;
    const answer = `Your ${which} answer, "${said}",`;
    if (isElsewhere) return `${answer} was to "${nameOf(input.question ?? '')}", which is not asked here any more.`;
    return `${answer} is no longer an answer here. ${refused}`;
  }
  const [kind = 'nothing'] = Object.keys(input);
  const done = 'done' in input ? `What you did as the ${which} step` : `Your ${which} step, "${kind}",`;
  if (isElsewhere) return `${done} belonged to "${nameOf(input.question ?? '')}", which does not come here any more.`;
  return `${done} is no longer taken here. ${refused}`;
}

/** What comes from outside can be anything. */
function eventIn(value: unknown): Input {
  return (typeof value === 'object' && value !== null ? value : {}) as Input;
}

/** The place or the fact that the key of a question is about. */
function nameOf(question: string): string {
  const [, name = question] = /^(?:fact:|issue:|[^/]*\/)?([^#]+)/.exec(question) ?? [];
  return name;
}

function isReply(input: Input): boolean {
  return 'answer' in input || 'unsure' in input;
}

function wordsOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function ordinal(number: number): string {
  return ordinals[number - 1] ?? `${number}th`;
}
