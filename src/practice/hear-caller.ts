import { fill, instruct } from '../instructions/index.js';
import type { KnowledgeBase } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { type Asking, addressOf, ahead, asked, type Session, type Situation, situation } from '../session/index.js';
import { aboutNow } from './about-now.js';
import { chance } from './chance.js';
import { replyUtterance } from './reply-utterance.js';
import type { Round, Utterance } from './round.js';
import { askingBack, correctionSentence, following, goodbye, triedSentence } from './speech.js';
import { isCounted } from './standing-reply.js';

/** What the caller has just said, and the round with it. */
export interface Heard {
  readonly round: Round;
  readonly utterance: Utterance;
}

/**
 * What the caller says to what is read to them where the session stands. To be asked once whenever something is read.
 * @param explained whether the caller was told what it means, after asking back
 * @param meanwhile the key of the question that is asked while the caller waits, and not what is open
 */
export async function hearCaller(
  kb: KnowledgeBase,
  round: Round,
  session: Session,
  { explained = false, meanwhile }: { readonly explained?: boolean; readonly meanwhile?: string } = {},
): Promise<Heard> {
  const open = await situation(kb, session);
  const now = (meanwhile === undefined ? undefined : await askedMeanwhile(kb, session, open, meanwhile)) ?? open;
  const utterance =
    correction(kb, round, now) ?? (await spoken(kb, round, session, now, explained || now.confused > 0));
  return { round: { ...round, said: [...round.said, utterance] }, utterance };
}

/** A question that can still come, as if it were open. */
async function askedMeanwhile(
  kb: KnowledgeBase,
  session: Session,
  open: Situation,
  key: string,
): Promise<Asking | undefined> {
  const found = (await ahead(kb, session)).find((each) => each.key === key);
  if (found === undefined) return undefined;
  const { tree, node, question } = found;
  // It is not read in simpler words, so there is no use in asking back.
  return { ...open, tree, node, ...asked(kb, found, question), type: 'asking', question: key, confused: 1 };
}

/** A wrong reply is taken back as soon as something else is open. */
function correction(kb: KnowledgeBase, { plan, scenario, said, seed }: Round, now: Situation): Utterance | undefined {
  const { wrong } = plan;
  if (wrong === undefined || wrong.question === now.question) return undefined;
  const given = said.find(({ question, reply }) => question === wrong.question && reply !== undefined);
  if (given === undefined) return undefined;
  if (said.some((each) => each.correction !== undefined)) return undefined;
  const right = scenario.way.find(({ key }) => key === wrong.question);
  if (right === undefined) return undefined;
  const { key: question, ask, read, reply, words } = right;
  const text = fill(kb, now.facts, correctionSentence(seed, read, given.words, words));
  return { ...aboutNow(now), kind: 'correction', text, correction: { question, ask, reply } };
}

async function spoken(
  kb: KnowledgeBase,
  round: Round,
  session: Session,
  now: Situation,
  explained: boolean,
): Promise<Utterance> {
  const { plan, seed, said } = round;
  switch (now.type) {
    case 'asking':
      return asksBack(kb, round, now, explained) ?? (await replyUtterance(kb, round, session, now, explained));
    case 'isolated':
      if (plan.tried?.node === addressOf(now) && !said.some(({ kind }) => kind === 'tried'))
        return { ...aboutNow(now), kind: 'tried', text: triedSentence(seed) };
      return { ...aboutNow(now), kind: 'follows', text: following(seed, now.question, 'explained') };
    case 'doing': {
      const what = now.steps[now.index]?.expect === undefined ? 'done' : 'seen';
      return { ...aboutNow(now), kind: 'follows', text: following(seed, now.question, what) };
    }
    default:
      return { ...aboutNow(now), kind: 'ends', text: goodbye(kb, seed, collected(kb, round, now)) };
  }
}

/** What the desk will ask for and the caller knows. */
function collected(kb: KnowledgeBase, { scenario }: Round, now: Situation): readonly (readonly [string, FactValue])[] {
  if (now.type !== 'referred') return [];
  return now.collect.flatMap(({ fact }) => {
    const value = scenario.facts.get(fact);
    return value === undefined || kb.facts.get(fact)?.fades === true ? [] : [[fact, value] as const];
  });
}

function asksBack(kb: KnowledgeBase, round: Round, now: Asking, explained: boolean): Utterance | undefined {
  const { manner, seed, said } = round;
  if (manner !== 'confused' || explained || !isCounted(now) || now.ifConfused === undefined) return undefined;
  if (said.some(({ question, reply }) => question === now.question && reply !== undefined)) return undefined;
  const already = said.some(({ kind, question }) => kind === 'asks-back' && question === now.question);
  const first = !said.some(({ kind }) => kind === 'asks-back');
  if (!already && !first && chance(seed, `confused ${now.question}`) > 0.4) return undefined;
  const text = askingBack(kb, seed, instruct(kb, now).say.join(' '), said);
  return { ...aboutNow(now), kind: 'asks-back', text };
}
