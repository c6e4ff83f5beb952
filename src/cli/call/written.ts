import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  ahead,
  type Channel,
  chatMessages,
  emailLetter,
  type KnowledgeBase,
  type Letter,
  type Session,
  type Situation,
} from '../../index.js';
import { makeFolder } from '../session-file.js';
import type { Call } from './call.js';
import { correspondents } from './correspondents.js';

/** What is written to the caller where the call stands: a paragraph each, and all of it as it is pasted. */
export interface Written {
  readonly paragraphs: readonly string[];
  readonly whole: string;
  /** For the agent: where the whole of it is kept. */
  readonly note?: string;
}

/** The words for a chat or a letter; undefined on the phone. A letter is also put into a file beside that of the call. */
export async function writtenTo(call: Call, now: Situation, channel: Channel): Promise<Written | undefined> {
  if (channel === 'phone') return undefined;
  const { kb } = call;
  const session = call.session();
  if (channel === 'chat') {
    const messages = chatMessages(kb, now, await ahead(kb, session));
    return { paragraphs: messages, whole: messages.join('\n\n') };
  }
  const { subject, body } = await letterNow(kb, session, now);
  const whole = `${subject}\n\n${body}\n`;
  const file = `${call.letters}.letter.txt`;
  const isKept = kept(file, whole);
  const where = isKept ? `The whole letter is in ${file}; y copies it.` : 'y copies the whole letter.';
  return { paragraphs: [`Subject: ${subject}`, ...body.split('\n\n')], whole, note: where };
}

/** The letter for where the call stands, with the questions that a reply answers. */
export async function letterNow(kb: KnowledgeBase, session: Session, now: Situation): Promise<Letter> {
  return emailLetter(kb, now, await ahead(kb, session), correspondents(session));
}

// A letter that cannot be kept can still be copied.
function kept(file: string, text: string): boolean {
  try {
    makeFolder(dirname(file));
    writeFileSync(file, text, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}
