import type { Act, Event, Session } from './event.js';
import { channels, isGrade } from './remark.js';
import { unsureKinds } from './unsure-kinds.js';

/** Reads a session from JSON text: the session, or one sentence that says what is wrong with it. Never throws. */
export function parseSession(text: string): { readonly session: Session } | { readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'it is not JSON.' };
  }
  return readSession(value);
}

/** The same for a value that was JSON: it is not copied. */
export function readSession(value: unknown): { readonly session: Session } | { readonly reason: string } {
  if (!isRecord(value)) return { reason: 'it is not an object.' };
  if (value.format !== 1) return { reason: 'its "format" is not 1.' };
  for (const key of ['tree', 'knowledge']) {
    if (typeof value[key] !== 'string') return { reason: `its "${key}" is not a text.` };
  }
  for (const key of ['started', 'words', 'agent', 'caller']) {
    if (!isTextOrAbsent(value[key])) return { reason: `its "${key}" is not a text.` };
  }
  if (value.channel !== undefined && !isChannel(value.channel)) return { reason: 'its "channel" is not a channel.' };
  if (!Array.isArray(value.events)) return { reason: 'its "events" are not a list.' };
  const wrong = value.events.findIndex((event, index) => !isEvent(event, index));
  if (wrong >= 0) return { reason: `event ${wrong} of its "events" is not an event.` };
  return { session: value as unknown as Session };
}

type Check = (event: Record<string, unknown>, index: number) => boolean;

const isTrue =
  (kind: string): Check =>
  (event) =>
    event[kind] === true;
const isWorded =
  (kind: string): Check =>
  (event) =>
    typeof event[kind] === 'string';

/** What each kind of act has to be, beside the question that it was a reply to. */
const acts: Readonly<Record<string, Check>> = {
  tell: ({ tell, source }) => isRecord(tell) && typeof source === 'string' && Object.values(tell).every(isFactValue),
  answer: ({ answer }) => isFactValue(answer),
  unsure: ({ unsure }) => unsureKinds.some((kind) => kind === unsure),
  done: isTrue('done'),
  confused: isTrue('confused'),
  return: isTrue('return'),
  problem: ({ problem, words }) =>
    isTextOrAbsent(words) && (typeof problem === 'string' || Number.isSafeInteger(problem)),
  skip: isWorded('skip'),
  later: isWorded('later'),
  tried: isWorded('tried'),
  jump: isWorded('jump'),
  refer: isWorded('refer'),
};

/** The same for the events that are no acts. */
const others: Readonly<Record<string, Check>> = {
  note: ({ note, agent }) => typeof note === 'string' && isTextOrAbsent(agent),
  flag: ({ flag, question }) => typeof flag === 'string' && typeof question === 'string',
  parked: ({ parked, callBack, agent }) =>
    typeof parked === 'string' && isTextOrAbsent(agent) && (callBack === undefined || isTime(callBack)),
  resumed: isWorded('resumed'),
  channel: ({ channel }) => isChannel(channel),
  caller: isWorded('caller'),
  contact: isWorded('contact'),
  account: isWorded('account'),
  device: isWorded('device'),
  promised: ({ promised, by }) => typeof promised === 'string' && (by === undefined || isTime(by)),
  abandoned: isWorded('abandoned'),
  satisfaction: ({ satisfaction }) => isGrade(satisfaction),
  said: ({ said, offered, missed, chose, question }) =>
    typeof said === 'string' && [offered, missed].every(isTexts) && [chose, question].every(isTextOrAbsent),
  back: isTrue('back'),
  reopened: isWorded('reopened'),
  revise: ({ revise, to }, index) =>
    Number.isSafeInteger(revise) && Number(revise) >= 0 && Number(revise) < index && isAct(to),
};

const kinds = Object.keys({ ...acts, ...others });

function isEvent(value: unknown, index: number): value is Event {
  if (!isRecord(value) || !isTextOrAbsent(value.at) || !isDurationOrAbsent(value.took)) return false;
  const kind = onlyKind(value);
  const check = kind === undefined ? undefined : others[kind];
  return check === undefined ? isAct(value) : check(value, index);
}

function isAct(value: unknown): value is Act {
  if (!isRecord(value)) return false;
  const kind = onlyKind(value) ?? '';
  if (kind !== 'tell' && (typeof value.question !== 'string' || !isTextOrAbsent(value.why))) return false;
  return acts[kind]?.(value, 0) === true;
}

/** The kind of an event: with two kinds at once nobody could say which of them is meant. */
function onlyKind(event: Record<string, unknown>): string | undefined {
  const found = kinds.filter((kind) => Object.hasOwn(event, kind));
  return found.length === 1 ? found[0] : undefined;
}

function isChannel(value: unknown): boolean {
  return channels.some((channel) => channel === value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isFactValue(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) || isTexts(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isDurationOrAbsent(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 0);
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
