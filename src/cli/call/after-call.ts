import { type Situation, timeSaid } from '../../index.js';
import { type Desk, take } from './desk.js';
import { leave, numbered } from './menu.js';

/** Does what there is to do when a call has come to its end. */
export async function afterCall(desk: Desk, _now: Situation, what: string): Promise<void> {
  if (what === 'promise') return promise(desk);
  if (what === 'content') return content(desk);
}

async function promise(desk: Desk): Promise<void> {
  const { front, style, clock } = desk;
  const promised = await front.type('What was the caller promised?');
  if (promised === undefined) return;
  const words = await front.type('By when? (such as: tomorrow at 3pm; Enter for no time)', true);
  if (words === undefined) return;
  const by = words === '' ? undefined : await timeSaid(words, clock(), -new Date(clock()).getTimezoneOffset());
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
