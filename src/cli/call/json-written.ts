import {
  ahead,
  type Channel,
  chatMessages,
  emailLetter,
  type KnowledgeBase,
  type Letter,
  listen,
  readReply,
  type Session,
  type Situation,
} from '../../index.js';
import type { Call } from './call.js';
import { correspondents } from './correspondents.js';
import { isSaid, mostKept } from './words-kept.js';
import { letterNow } from './written.js';

/** Says what is written to the caller where the call stands or would stand: the messages of a chat, or a letter. */
export async function writer(
  kb: KnowledgeBase,
  session: Session,
  channel: Channel,
): Promise<(now: Situation) => object> {
  const coming = await ahead(kb, session);
  return (now) =>
    channel === 'chat'
      ? { messages: chatMessages(kb, now, coming) }
      : { letter: letterSaid(emailLetter(kb, now, coming, correspondents(session))) };
}

function letterSaid({ subject, body, questions }: Letter): object {
  const asked = questions.map(({ key, text, answers }) => ({
    question: key,
    text,
    answers: answers.map(({ id, label }) => ({ id, label })),
  }));
  return { subject, body, questions: asked };
}

/** What the reply to a letter says to its questions. It is kept with the session; nothing is taken by itself. */
export async function replyRead(call: Call, now: Situation, reply: unknown): Promise<object> {
  const { kb, session } = call;
  if (!isSaid(reply)) return { type: 'refused', reason: '"reply" is a text: what was written.' };
  const { questions } = await letterNow(kb, session(), now);
  const said = reply.slice(0, mostKept);
  const { answers, unclear, left } = await readReply(kb, questions, said, listen);
  await call.take({ said, offered: answers.map(({ key }) => key), missed: [], question: now.question });
  const read = answers.map(({ key, ...answer }) => ({ question: key, ...answer }));
  return { type: 'read', answers: read, unclear: unclear.map(({ key, words }) => ({ question: key, words })), left };
}
