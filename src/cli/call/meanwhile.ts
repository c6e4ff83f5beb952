import {
  type AskedWords,
  ahead,
  asked,
  type Channel,
  questionInChat,
  type Situation,
  unsureWords,
} from '../../index.js';
import type { Call } from './call.js';
import { type Desk, letCallerSpeak, type Outcome, take } from './desk.js';
import { enterFact } from './enter-fact.js';
import type { Option } from './front.js';
import { leave, numbered } from './menu.js';

/** The questions that can be asked while the caller waits; in a chat the one that the message ends with. */
export async function questionsMeanwhile(
  { kb, session }: Call,
  now: Situation,
  channel: Channel,
): Promise<readonly Option[]> {
  if (now.type !== 'doing') return [];
  if (channel !== 'chat') return now.meanwhile.map(({ question, ask }) => ({ id: question, label: ask }));
  const question = questionInChat(kb, now, await ahead(kb, session()));
  return question === undefined ? [] : [{ id: question.key, label: question.text }];
}

/** Asks a question that comes later, while the caller waits. Its answer is there when the call comes to it. */
export async function askMeanwhile(desk: Desk, question: string): Promise<Outcome> {
  const { call, front, style } = desk;
  const found = (await ahead(call.kb, call.session())).find(({ key }) => key === question);
  if (found === undefined) return 'stay';
  const words = asked(call.kb, found, found.question);
  front.show(style.say(words.say ?? words.ask));
  await letCallerSpeak(desk, { meanwhile: question });
  const given = await replyTo(desk, words);
  return given !== undefined && (await take(desk, { ...given, question })) ? 'moved' : 'stay';
}

async function replyTo(
  desk: Desk,
  { answers, expects, fact }: AskedWords,
): Promise<{ readonly answer: unknown } | { readonly unsure: string } | undefined> {
  if (fact !== undefined && (answers.length === 0 || expects === 'choices')) {
    const answer = await enterFact(desk, fact);
    return answer === undefined ? undefined : { answer };
  }
  const unsure = { id: 'unsure', label: `The caller ${unsureWords('dont-know')}` };
  const options = answers.map(({ id, label }) => ({ id: `answer:${id}`, label }));
  const choice = await desk.front.choose(numbered([...options, unsure]));
  if (choice === leave) return undefined;
  return choice === 'unsure' ? { unsure: 'dont-know' } : { answer: choice.slice('answer:'.length) };
}
