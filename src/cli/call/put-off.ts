import type { Situation } from '../../index.js';
import { replyAnew } from './change.js';
import { type Desk, type Outcome, take } from './desk.js';
import { leave, numbered } from './menu.js';
import { canWait } from './waiting.js';

const now = 'now';

/** Puts the open question off, or answers one that was put off before. */
export async function putOff(desk: Desk, situation: Situation): Promise<Outcome> {
  const { front } = desk;
  const { postponed } = situation;
  const open = canWait(situation);
  if (postponed.length > 0) {
    const waiting = postponed.map(({ question, ask, why }) => ({ id: question, label: `${ask} (${why})` }));
    const here = open ? [{ id: now, label: 'Put this question off' }] : [];
    front.show(desk.style.heading('Put off, and still to be answered:'));
    const choice = await front.choose(numbered([...waiting, ...here]));
    if (choice === leave) return 'stay';
    if (choice !== now) return replyAnew(desk, choice);
  }
  const why = await front.type('Why is it put off?');
  return why !== undefined && (await take(desk, { later: why })) ? 'moved' : 'stay';
}
