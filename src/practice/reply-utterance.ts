import { fill } from '../instructions/index.js';
import type { KnowledgeBase } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { type Asking, type Session, trail } from '../session/index.js';
import { aboutNow } from './about-now.js';
import { replyFor } from './reply-for.js';
import { replyWords, spokenWords } from './reply-words.js';
import type { Round, Utterance } from './round.js';
import { correctionSentence, replySentence, saidAgain, toldBeside } from './speech.js';
import { isCounted } from './standing-reply.js';

/** The caller's reply to an open question, in their manner: with what they tell beside, wrong at first, or said again. */
export async function replyUtterance(
  kb: KnowledgeBase,
  round: Round,
  session: Session,
  now: Asking,
  explained: boolean,
): Promise<Utterance> {
  const { plan, manner, seed, said } = round;
  const { question, fact } = now;
  const before = said.find((each) => each.question === question && each.reply !== undefined);
  const isTrap = plan.wrong?.question === question;
  const corrects = isTrap && before !== undefined && !said.some(({ correction }) => correction !== undefined);
  const right = replyFor(kb, round, now, await trail(kb, session));
  const reply = isTrap && before === undefined ? (plan.wrong?.reply ?? right) : right;
  const beside = before === undefined ? toldAt(round, question) : new Map<string, FactValue>();
  const inWords = (text: string): string => fill(kb, now.facts, text);
  const words = inWords(replyWords(now, reply));
  const turn = said.filter((each) => each.reply !== undefined).length;
  const repeats = !corrects && (before !== undefined || hasSaid(kb, round, now));
  const answer = corrects
    ? correctionSentence(seed, inWords(now.say ?? now.ask), before.words, words)
    : repeats
      ? saidAgain(words)
      : replySentence(manner, seed, turn, inWords(spokenWords(kb, now, reply, manner, seed)), explained);
  return {
    ...aboutNow(now),
    kind: 'reply',
    text: [toldBeside(kb, seed, beside), answer].filter((text) => text !== '').join(' '),
    reply,
    words,
    counts: isCounted(now),
    ...(fact === undefined ? {} : { fact }),
    ...(corrects ? { correction: { question, ask: now.ask, reply } } : {}),
    told: beside,
    // A question that is only shown once more, because something else was entered first, is not asked again.
    again: repeats && (before === undefined || wasEntered(session, question)),
  };
}

function toldAt({ plan, scenario }: Round, question: string): ReadonlyMap<string, FactValue> {
  const facts = plan.told.get(question) ?? [];
  return new Map([...scenario.facts].filter(([name]) => facts.includes(name)));
}

/** Whether it was told beside, or replied at another visit that the shortest way does not need. */
function hasSaid(kb: KnowledgeBase, { said, scenario }: Round, now: Asking): boolean {
  const { purpose, question, fact } = now;
  if (purpose === 'verify' || !isCounted(now) || (fact !== undefined && kb.facts.get(fact)?.fades === true))
    return false;
  if (fact !== undefined && said.some(({ told }) => told.has(fact))) return true;
  const isPlanned = scenario.way.some(({ key }) => key === question);
  const prefix = question.replace(/#.*$/, '#');
  return !isPlanned && said.some((each) => each.reply !== undefined && each.question.startsWith(prefix));
}

/** Whether a question was answered before, and has not just been gone back to. */
function wasEntered({ events }: Session, question: string): boolean {
  const last = events.at(-1);
  if (last !== undefined && 'back' in last) return false;
  return events.some((event) => ('answer' in event || 'unsure' in event) && event.question === question);
}
