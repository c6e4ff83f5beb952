import { type Doing, type MeanwhileQuestion, unsureWords } from '../../index.js';
import { type Desk, type Outcome, take } from './desk.js';
import { enterFact } from './enter-fact.js';
import { leave, numbered } from './menu.js';

/** Asks a question that comes later, while the caller waits. Its answer is there when the call comes to it. */
export async function askMeanwhile(desk: Desk, { meanwhile }: Doing, key: string): Promise<Outcome> {
  const { front, style } = desk;
  const asked = meanwhile.find(({ question }) => question === key);
  if (asked === undefined) return 'stay';
  front.show(style.say(asked.say ?? asked.ask));
  const answer = await answerTo(desk, asked);
  if (answer === undefined) return 'stay';
  const question = asked.question;
  return (await take(
    desk,
    typeof answer === 'object' && 'unsure' in answer ? { ...answer, question } : { answer, question },
  ))
    ? 'moved'
    : 'stay';
}

async function answerTo(desk: Desk, { answers, expects, fact }: MeanwhileQuestion) {
  if (fact !== undefined && (answers.length === 0 || expects === 'choices')) return enterFact(desk, fact);
  const unsure = { id: 'unsure', label: `The caller ${unsureWords('dont-know')}` };
  const given = answers.map(({ id, label }) => ({ id: `answer:${id}`, label }));
  const choice = await desk.front.choose(numbered([...given, unsure]));
  if (choice === leave) return undefined;
  return choice === 'unsure' ? { unsure: 'dont-know' } : choice.slice('answer:'.length);
}
