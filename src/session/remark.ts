import { withoutUndefined } from '../knowledge/index.js';
import type { Admitted } from './admitted.js';
import type { Channel, Event, Input, Stamp } from './event.js';
import { openKey, type State } from './state.js';

/** More characters than this are not kept of one thing that was said. */
export const longest = 10_000;
/** How agent and caller can talk. */
export const channels: readonly Channel[] = ['phone', 'chat', 'email'];

/** Turns an input that changes nothing into the event that records it; undefined when it is no such input. */
export function remark(state: State, input: Input, stamp: Stamp): Admitted | undefined {
  if ('note' in input) return noted(input, stamp);
  if ('said' in input) return said(input, stamp);
  if ('flag' in input) return worded(input.flag, 'flag', (flag) => ({ flag, question: openKey(state.stop), ...stamp }));
  if ('caller' in input) return worded(input.caller, 'caller', (caller) => ({ caller, ...stamp }));
  if ('contact' in input) return worded(input.contact, 'contact', (contact) => ({ contact, ...stamp }));
  if ('account' in input) return worded(input.account, 'account', (account) => ({ account, ...stamp }));
  if ('device' in input) return worded(input.device, 'device', (device) => ({ device, ...stamp }));
  if ('abandoned' in input) return worded(input.abandoned, 'abandoned', (abandoned) => ({ abandoned, ...stamp }));
  if ('promised' in input) return promised(input, stamp);
  if ('satisfaction' in input) {
    return isGrade(input.satisfaction)
      ? { events: [{ satisfaction: input.satisfaction, ...stamp }] }
      : { reason: '"satisfaction" is a whole number from 1 (not content at all) to 5 (very content).' };
  }
  if ('resumed' in input) {
    return typeof input.resumed === 'string'
      ? { events: [{ resumed: input.resumed, ...stamp }] }
      : { reason: '"resumed" is the name of the agent, or an empty text.' };
  }
  if ('channel' in input) {
    if (!channels.includes(input.channel)) return { reason: `A channel is one of: ${channels.join(', ')}.` };
    return { events: [{ channel: input.channel, ...stamp }] };
  }
  return 'parked' in input ? parked(input, stamp) : undefined;
}

/** An event made of a text, when it is one that can be kept. */
export function worded(text: unknown, name: string, event: (text: string) => Event): Admitted {
  if (typeof text !== 'string' || text.trim() === '') return { reason: `"${name}" is a text.` };
  if (text.length > longest) return { reason: `"${name}" is a text of at most ${longest} characters.` };
  return { events: [event(text)] };
}

function said(input: Extract<Input, { said: string }>, stamp: Stamp): Admitted {
  const { offered, chose, missed, question } = input;
  const areTexts = (list: unknown): boolean => Array.isArray(list) && list.every((each) => typeof each === 'string');
  if (!areTexts(offered) || !areTexts(missed)) return { reason: '"offered" and "missed" are lists of texts.' };
  if (chose !== undefined && typeof chose !== 'string') return { reason: '"chose" is a text.' };
  const more = withoutUndefined({ chose, question });
  return worded(input.said, 'said', (words) => ({ said: words, offered, missed, ...more, ...stamp }));
}

/** Whether something is a degree of satisfaction: a whole number from 1 to 5. */
export function isGrade(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5;
}

function noted({ note, agent }: Extract<Input, { note: string }>, stamp: Stamp): Admitted {
  if (agent !== undefined && typeof agent !== 'string') return { reason: '"agent" is a name.' };
  return worded(note, 'note', (text) => ({ note: text, ...withoutUndefined({ agent }), ...stamp }));
}

function promised({ promised: what, by }: Extract<Input, { promised: string }>, stamp: Stamp): Admitted {
  if (by !== undefined && (typeof by !== 'string' || Number.isNaN(Date.parse(by))))
    return { reason: '"by" is a time, such as 2026-11-30T14:00:00Z.' };
  return worded(what, 'promised', (text) => ({ promised: text, ...withoutUndefined({ by }), ...stamp }));
}

function parked(input: Extract<Input, { parked: string }>, stamp: Stamp): Admitted {
  const { callBack, agent } = input;
  if (callBack !== undefined && (typeof callBack !== 'string' || Number.isNaN(Date.parse(callBack))))
    return { reason: '"callBack" is a time, such as 2026-11-30T14:00:00Z.' };
  if (agent !== undefined && typeof agent !== 'string') return { reason: '"agent" is a name.' };
  const more = withoutUndefined({ callBack, agent });
  return worded(input.parked, 'parked', (why) => ({ parked: why, ...more, ...stamp }));
}
