import { labelOf, listen, type ReplyRead, readReply, unsureWords, type WrittenQuestion } from '../../index.js';
import { type Desk, type Outcome, take } from './desk.js';
import { leave, numbered } from './menu.js';
import { mostKept } from './words-kept.js';
import { letterNow } from './written.js';

/** Takes the reply to a letter apart, shows what it was taken for, and takes the answers that the agent agrees to. */
export async function takeReply(desk: Desk): Promise<Outcome> {
  const { call, front } = desk;
  const text = await front.type('Type or paste the reply:');
  if (text === undefined) return 'stay';
  const { questions } = await letterNow(call.kb, call.session(), await call.now());
  const read = await readReply(call.kb, questions, text, listen);
  const { question } = await call.now();
  const keys = read.answers.map(({ key }) => key);
  await take(desk, { said: text.slice(0, mostKept), offered: keys, missed: [], question });
  showRead(desk, questions, read);
  if (read.answers.length === 0) return 'stay';
  const choice = await front.choose(
    numbered([
      { id: 'all', label: read.answers.length === 1 ? 'Take it' : 'Take all of these' },
      { id: leave, label: 'None of it is right' },
    ]),
  );
  if (choice === leave) return 'stay';
  for (const answer of read.answers) await takeOne(desk, answer);
  return 'moved';
}

function showRead({ front, style }: Desk, questions: readonly WrittenQuestion[], read: ReplyRead): void {
  const about = (key: string): WrittenQuestion | undefined => questions.find((each) => each.key === key);
  const sure = read.answers.map(({ key, answer, unsure }) => {
    const meant = answer === undefined ? unsureWords(unsure) : labelOf(about(key)?.answers ?? [], answer);
    return style.aside(about(key)?.text ?? key, meant);
  });
  const unclear = read.unclear.map(({ key, words }) =>
    style.aside(`Not clear, please look: ${about(key)?.text ?? key}`, words),
  );
  const left = read.left === '' ? [] : [style.aside('Also written', read.left)];
  const nothing = sure.length + unclear.length === 0 ? [style.problem('No question is answered in it.')] : [];
  front.show([...nothing, ...sure, ...unclear, ...left].join('\n'));
}

/** More steps than this no fix has. */
const mostSteps = 300;

/** Takes one answer: where the call stands, before its question comes, or after the steps of the letter, which are then done. */
async function takeOne(desk: Desk, { key, answer, unsure }: ReplyRead['answers'][number]): Promise<void> {
  const { call } = desk;
  const given = answer === undefined ? { unsure } : { answer };
  // What a desk wants to know, and the caller does not know, need not be kept.
  if (key.startsWith('tell:') && unsure !== undefined) return;
  let now = await call.now();
  const isCheck = key.includes(':verify(');
  for (let step = 0; isCheck && step < mostSteps && (now.type === 'doing' || now.type === 'isolated'); step += 1) {
    if (!(await take(desk, { done: true }))) return;
    now = await call.now();
  }
  await take(desk, { ...given, question: key });
}
