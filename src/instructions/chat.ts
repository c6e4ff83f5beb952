import type { KnowledgeBase, Step } from '../knowledge/index.js';
import {
  type Ahead,
  asked,
  type Doing,
  type Fixed,
  type Isolated,
  type Referred,
  type Situation,
} from '../session/index.js';
import { addressed } from './addressed.js';
import { durationInWords } from './duration.js';
import { effortInWords } from './effort.js';
import { fill } from './placeholders.js';
import { shortMessages } from './short-messages.js';
import { type WrittenQuestion, writtenQuestion } from './written-question.js';

/** How many steps are asked for at once, and a wait, in seconds, after which one wants to hear how it went. */
const mostSteps = 4;
const longWait = 30;

/**
 * A situation as short messages to paste into a chat, in their order. Choices are numbered; steps that do no harm come
 * together, up to the first that takes long.
 * @param ahead the questions that can still come: one that may be asked while the caller waits is asked then
 */
export function chatMessages(kb: KnowledgeBase, situation: Situation, ahead: readonly Ahead[] = []): readonly string[] {
  const text = (value: string): string => fill(kb, situation.facts, value);
  switch (situation.type) {
    case 'asking':
      return [...questionMessages(questionInChat(kb, situation, ahead) as WrittenQuestion)];
    case 'doing': {
      const question = questionInChat(kb, situation, ahead);
      return [
        ...steps(situation, text),
        ...(question === undefined ? [] : questionMessages(question, 'While you wait: ')),
      ];
    }
    case 'isolated':
      return isolated(situation, text);
    case 'fixed':
      return fixed(situation, text);
    case 'referred':
      return referred(kb, situation, text);
    case 'closed':
      return shortMessages([
        text(situation.say ?? 'Then I am closing this here. Please write again whenever you like.'),
      ]);
  }
}

/** The question that the messages for a situation end with, for reading the reply; nothing when they end with none. */
export function questionInChat(
  kb: KnowledgeBase,
  situation: Situation,
  ahead: readonly Ahead[] = [],
): WrittenQuestion | undefined {
  const text = (value: string): string => fill(kb, situation.facts, value);
  if (situation.type === 'asking') return writtenQuestion(situation.question, situation, text, situation.confused);
  if (situation.type !== 'doing' || (stepsInOneMessage(situation).at(-1)?.wait ?? 0) < longWait) return undefined;
  const question = ahead.find(({ meanwhile }) => meanwhile);
  return question && writtenQuestion(question.key, asked(kb, question, question.question), text);
}

/**
 * The steps that one message asks for: from the one to read now up to the first that takes long or that the caller has
 * to agree to. When the caller has done them, each of them is done.
 */
export function stepsInOneMessage({ steps, index }: Doing): readonly Step[] {
  const taken: Step[] = [];
  for (const step of steps.slice(index, index + mostSteps)) {
    if (step.risky && taken.length > 0) break;
    taken.push(step);
    if (step.risky || (step.wait ?? 0) >= longWait) break;
  }
  return taken;
}

type Text = (value: string) => string;

function steps(situation: Doing, text: Text): readonly string[] {
  const taken = stepsInOneMessage(situation);
  const isOne = situation.steps.length === 1;
  const lines = taken.map(({ say, expect, wait }, at) => {
    const number = isOne ? '' : `${situation.index + at + 1}. `;
    const takes = wait === undefined ? '' : ` This takes about ${durationInWords(wait)}.`;
    return `${number}${text(say)}${takes}${expect === undefined ? '' : `\n→ ${text(expect)}`}`;
  });
  const end =
    taken.length === 1
      ? 'Tell me when that is done, or if it went differently.'
      : 'Tell me when that is done, or at which number it went differently.';
  return shortMessages([...lines, end]);
}

function questionMessages(question: WrittenQuestion, before = ''): readonly string[] {
  const { text, answers, expects, unit } = question;
  const unsure = "(or: I don't know)";
  const asks = `${before}${text}`;
  if (answers.length === 0) {
    const kind = expects === 'number' && unit !== undefined ? `(in ${unit}, or: I don't know)` : unsure;
    return shortMessages([asks, kind]);
  }
  const several = expects === 'choices' ? ['You can name more than one number.'] : [];
  const choices = answers.map(({ label }, at) => `${at + 1} ${label}`);
  const isShort = choices.join('   ').length <= 50;
  const list = isShort ? [`${choices.join('   ')}   ${unsure}`] : [...choices, unsure];
  return shortMessages([asks, [...several, ...list].join('\n')]);
}

function isolated({ explain, caution, effort, steps: fix }: Isolated, text: Text): readonly string[] {
  if (fix.length === 0) {
    return shortMessages([text(explain), 'This cannot be mended from here. I am looking at how it goes on.']);
  }
  const takes = effortInWords(effort);
  const count = fix.length === 1 ? 'I have one step for you.' : `I have ${fix.length} steps for you.`;
  const plan = `${count}${takes === undefined ? '' : ` ${takes}`} Tell me when you are ready.`;
  return caution === undefined
    ? shortMessages([text(explain), plan])
    : [...shortMessages([text(explain)]), ...shortMessages([`Before we begin: ${text(caution)}`, plan])];
}

function fixed({ say = 'I am glad that it works again.', prevent }: Fixed, text: Text): readonly string[] {
  return shortMessages([text(say), ...prevent.map(text)]);
}

function referred(kb: KnowledgeBase, situation: Referred, text: Text): readonly string[] {
  const { desk, because, say = kb.desks.get(desk)?.say ?? addressed(because), collect } = situation;
  const still = collect.map(({ ask, say: asks = addressed(ask) }) => `- ${text(asks)}`);
  return [
    ...shortMessages([text(say)]),
    ...(still.length === 0 ? [] : shortMessages(['So that they can begin at once, please tell me as well:', ...still])),
  ];
}
