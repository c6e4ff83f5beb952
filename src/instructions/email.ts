import type { KnowledgeBase, Step } from '../knowledge/index.js';
import { type Ahead, asked, type Doing, type Isolated, type Referred, type Situation } from '../session/index.js';
import { addressed } from './addressed.js';
import { durationInWords } from './duration.js';
import { effortInWords } from './effort.js';
import { glosses, withSmallArticle } from './glosses.js';
import { type LetterQuestion, letterOf, letterQuestions } from './letter-questions.js';
import { fill, valueInWords } from './placeholders.js';
import { type WrittenQuestion, writtenQuestion } from './written-question.js';

/** A letter as plain text; its lines are not broken. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
  /** What it asks, in the order of its numbers: for reading the reply. */
  readonly questions: readonly WrittenQuestion[];
}

/** Who writes to whom. */
export interface Correspondents {
  readonly caller?: string;
  readonly agent?: string;
  /** Whether there has been a letter before: then it need not be said what this is about. */
  readonly again?: boolean;
}

/**
 * A situation as one letter: all that can be asked at once, or a whole piece of work with what one should see, and the
 * check at its end.
 * @param ahead the questions that can still come, as `ahead` gives them
 */
export function emailLetter(
  kb: KnowledgeBase,
  situation: Situation,
  ahead: readonly Ahead[],
  { caller, agent, again = false }: Correspondents = {},
): Letter {
  const title = kb.trees.get(situation.path[0]?.tree ?? situation.tree)?.title ?? situation.tree;
  const writing: Writing = {
    kb,
    text: (value) => fill(kb, situation.facts, value),
    explained: glosses(kb, title),
    questions: situation.type === 'referred' ? collected(kb, situation) : letterQuestions(kb, situation, ahead),
    thanks: `Thank you for your ${again ? 'answer' : 'message'}.`,
  };
  const about = again ? [] : aboutThis(kb, situation, title);
  const body = [
    caller === undefined ? 'Hello,' : `Hello ${caller},`,
    ...paragraphsFor(writing, situation, about),
    `Kind regards\n${agent ?? 'Your support team'}`,
  ].join('\n\n');
  return { subject: addressed(title), body, questions: writing.questions };
}

interface Writing {
  readonly kb: KnowledgeBase;
  readonly text: (value: string) => string;
  /** The explanations of the terms that a text uses for the first time. */
  readonly explained: (text: string) => readonly string[];
  readonly questions: readonly LetterQuestion[];
  readonly thanks: string;
}

function aboutThis(kb: KnowledgeBase, { facts }: Situation, title: string): readonly string[] {
  const noted = [...facts].flatMap(([name, { value, source }]) => {
    const fact = kb.facts.get(name);
    return fact === undefined || source === 'rule'
      ? []
      : [`- ${addressed(`${fact.title}: ${valueInWords(fact, value)}`)}`];
  });
  return [
    `As I understand it, ${withSmallArticle(addressed(title))}.`,
    ...(noted.length === 0
      ? []
      : [`I have noted this so far. Please tell me if any of it is wrong.\n${noted.join('\n')}`]),
  ];
}

function paragraphsFor(writing: Writing, situation: Situation, about: readonly string[]): readonly string[] {
  const { text, thanks } = writing;
  const [understood, ...noted] = about;
  const opening = [understood === undefined ? thanks : `${thanks} ${understood}`, ...noted];
  switch (situation.type) {
    case 'asking':
      return [
        ...opening,
        ...questionParagraphs(writing, 'Please answer me one question:', 'To get further, I need to know this:'),
        writing.questions.length === 1
          ? 'If you do not know, just say so. Then I will write to you how we go on.'
          : 'It is enough to write the number and the letter, such as "1 a". Where you do not know, just say so. Then I will write to you what to do.',
      ];
    case 'isolated':
      return isolated(writing, situation);
    case 'doing':
      return doing(writing, situation, opening);
    case 'fixed':
      return [
        text(situation.say ?? 'I am glad that it works again.'),
        ...situation.prevent.map(text),
        'If the trouble comes back, just answer this letter.',
      ];
    case 'referred':
      return referred(writing, situation);
    case 'closed':
      return [
        ...opening,
        text(situation.say ?? 'I am closing this here. If you need anything else, just answer this letter.'),
      ];
  }
}

function isolated(writing: Writing, { explain, caution, effort, steps }: Isolated): readonly string[] {
  const { text, thanks } = writing;
  const found = paragraph(writing, `${thanks} I think I have found the cause. ${text(explain)}`);
  if (steps.length === 0) {
    const then = questionParagraphs(writing, 'Please tell me one more thing:', 'Please tell me this as well:');
    return [found, 'This cannot be mended from a distance. I am looking at how it goes on.', ...then];
  }
  const takes = effortInWords(effort);
  return [
    `${found} You can mend it yourself.${takes === undefined ? '' : ` ${takes}`}`,
    ...(caution === undefined ? [] : [paragraph(writing, `Before you begin: ${text(caution)}`)]),
    ...work(writing, steps, 0),
  ];
}

function doing(writing: Writing, { steps, index }: Doing, opening: readonly string[]): readonly string[] {
  return [...opening, ...work(writing, steps.slice(index), index)];
}

/** Steps, what one should see, and what is asked at their end. */
function work(writing: Writing, steps: readonly Step[], done: number): readonly string[] {
  const isOne = steps.length === 1;
  return [
    isOne
      ? 'Please do this:'
      : 'Please do this, one after the other. After each arrow stands what you should then see.',
    ...steps.map((step, at) => stepLines(writing, step, isOne ? undefined : done + at + 1)),
    ...questionParagraphs(
      writing,
      'When you have done that, please tell me:',
      'When you have done that, please tell me:',
    ),
    isOne
      ? 'If it looks different on your side, tell me what you see. Then we go on from there.'
      : 'If it looks different on your side at some point, stop there, and tell me the number and what you see. Then we go on from there.',
  ];
}

function stepLines({ text, explained }: Writing, step: Step, number: number | undefined): string {
  const { say, expect, wait, ifConfused, risky } = step;
  const takes = wait === undefined ? '' : ` This takes about ${durationInWords(wait)}.`;
  const words = text(say);
  const lines = [
    `${words}${takes}`,
    ...explained(words),
    ...(risky ? ['This cannot be taken back. If you would rather not do it, stop here and write to me.'] : []),
    ...(ifConfused?.[0] === undefined ? [] : [`Not sure? ${text(ifConfused[0])}`]),
    ...(expect === undefined ? [] : [`→ ${text(expect)}`]),
  ];
  return item(lines, number);
}

function questionParagraphs({ questions, explained }: Writing, one: string, several: string): readonly string[] {
  if (questions.length === 0) return [];
  const isOne = questions.length === 1;
  return [
    isOne ? one : several,
    ...questions.map(({ text, hint, onlyIf, answers, expects, unit }, at) => {
      const lines = [
        onlyIf === undefined ? text : `${onlyIf}: ${text}`,
        ...explained(text),
        ...(hint === undefined ? [] : [`Not sure? ${hint}`]),
        ...(expects === 'choices' ? ['More than one may be right.'] : []),
        ...(expects === 'number' && unit !== undefined ? [`(in ${unit})`] : []),
        ...answers.map(({ label }, index) => `${letterOf(index)}) ${label}`),
      ];
      return item(lines, isOne ? undefined : at + 1);
    }),
  ];
}

/** Lines of which all but the first are set in, so that the number stands out. */
function item(lines: readonly string[], number: number | undefined): string {
  const [first = '', ...rest] = lines;
  const lead = number === undefined ? '' : `${number}. `;
  return [`${lead}${first}`, ...rest.map((line) => `${' '.repeat(lead.length)}${line}`)].join('\n');
}

function paragraph({ explained }: Writing, text: string): string {
  return [text, ...explained(text)].join('\n');
}

function collected(kb: KnowledgeBase, situation: Referred): readonly LetterQuestion[] {
  return situation.collect.map(({ fact }) => {
    const key = `tell:${fact}`;
    const words = asked(kb, situation, { purpose: 'fact', key, fact });
    return writtenQuestion(key, words, (value) => fill(kb, situation.facts, value));
  });
}

function referred(writing: Writing, situation: Referred): readonly string[] {
  const { text, thanks, kb } = writing;
  const { desk, because, say = kb.desks.get(desk)?.say ?? addressed(because) } = situation;
  const more = 'So that they can begin at once, please tell me this as well:';
  return [thanks, paragraph(writing, text(say)), ...questionParagraphs(writing, more, more)];
}
