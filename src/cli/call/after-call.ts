import {
  caseNumberInWords,
  handOver,
  handOverNote,
  type LetterAfterCall,
  letterAfterCall,
  timeSaid,
} from '../../index.js';
import type { Call } from './call.js';
import { minutesAhead } from './clock-words.js';
import { correspondents } from './correspondents.js';
import { type Desk, take } from './desk.js';
import { leave, numbered } from './menu.js';
import { dayOf } from './words-kept.js';

/** What there is to do when a call has come to its end. */
export type AfterCall = 'note' | 'letter' | 'promise' | 'content';

/** Does it. */
export async function afterCall(desk: Desk, what: AfterCall): Promise<void> {
  switch (what) {
    case 'note':
      return copied(desk, await noteFor(desk));
    case 'letter': {
      const { subject, body } = await letterTo(desk);
      copied(desk, `Subject: ${subject}\n\n${body}`);
      if (await isDangerous(desk))
        desk.front.show(
          desk.style.problem('Somebody may be in danger who should not be written to: read it before it goes out.'),
        );
      return;
    }
    case 'promise':
      return promise(desk);
    case 'content':
      return content(desk);
  }
}

/** The note for whoever goes on with the call, as it stands. */
async function noteFor({ call, clock }: Desk): Promise<string> {
  const number = numberOf(call);
  const told = await handOver(call.kb, call.session(), { now: clock(), ...(number === undefined ? {} : { number }) });
  return handOverNote(call.kb, told, { zone: minutesAhead(clock()) });
}

async function isDangerous({ call }: Desk): Promise<boolean> {
  return (await handOver(call.kb, call.session())).dangers.length > 0;
}

function letterTo({ call, clock }: Desk): Promise<LetterAfterCall> {
  const { again: _, ...names } = correspondents(call.session());
  const number = numberOf(call);
  return letterAfterCall(call.kb, call.session(), {
    ...names,
    ...(number === undefined ? {} : { number }),
    zone: minutesAhead(clock()),
    today: dayOf(clock()),
  });
}

function numberOf({ keeper }: Call): string | undefined {
  const number = keeper?.number();
  return number === undefined ? undefined : caseNumberInWords(number);
}

/** Shows a text that is pasted somewhere else, and puts it where it can be pasted from. */
function copied({ front, style }: Desk, text: string): void {
  front.copy(text);
  front.show(`${text}\n\n${style.dim('Copied.')}`);
}

async function promise(desk: Desk): Promise<void> {
  const { front, style, clock } = desk;
  const promised = await front.type('What was the caller promised?');
  if (promised === undefined) return;
  const words = await front.type('By when? (such as: tomorrow at 3pm; Enter for no time)', true);
  if (words === undefined) return;
  const by = words === '' ? undefined : await timeSaid(words, clock(), minutesAhead(clock()));
  const isUnclear = words !== '' && by === undefined;
  const taken = await take(desk, {
    promised: isUnclear ? `${promised} (${words})` : promised,
    ...(by === undefined ? {} : { by }),
  });
  if (taken) front.show(style.dim(isUnclear ? 'Taken down, with the time as it was typed.' : 'Taken down.'));
}

async function content(desk: Desk): Promise<void> {
  const { front, style } = desk;
  const words = ['Not at all', 'Not much', 'So-so', 'Content', 'Very content'];
  const grade = await front.choose(numbered(words.map((label, at) => ({ id: String(at + 1), label }))));
  if (grade !== leave && (await take(desk, { satisfaction: Number(grade) }))) front.show(style.dim('Taken down.'));
}
