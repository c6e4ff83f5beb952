import type { Act, Event, Session } from './event.js';
import { unsureKinds } from './unsure-kinds.js';

/** Reads a session from JSON text: the session, or one sentence that says what is wrong with it. Never throws. */
export function parseSession(text: string): { readonly session: Session } | { readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'it is not JSON.' };
  }
  if (!isRecord(value)) return { reason: 'it is not an object.' };
  if (value.format !== 1) return { reason: 'its "format" is not 1.' };
  for (const key of ['tree', 'knowledge']) {
    if (typeof value[key] !== 'string') return { reason: `its "${key}" is not a text.` };
  }
  for (const key of ['started', 'words', 'agent', 'caller', 'channel']) {
    if (value[key] !== undefined && typeof value[key] !== 'string') return { reason: `its "${key}" is not a text.` };
  }
  if (!Array.isArray(value.events)) return { reason: 'its "events" are not a list.' };
  const wrong = value.events.findIndex((event, index) => !isEvent(event, index));
  if (wrong >= 0) return { reason: `event ${wrong} of its "events" is not an event.` };
  return { session: value as unknown as Session };
}

function isEvent(value: unknown, index: number): value is Event {
  if (!isRecord(value) || !isTextOrAbsent(value.at)) return false;
  const remark = ['note', 'flag', 'parked', 'resumed', 'channel', 'caller'].find((kind) => kind in value);
  if (remark !== undefined) {
    return (
      typeof value[remark] === 'string' && ['question', 'callBack', 'agent'].every((key) => isTextOrAbsent(value[key]))
    );
  }
  if ('said' in value) {
    return (
      typeof value.said === 'string' &&
      [value.offered, value.missed].every(isTexts) &&
      isTextOrAbsent(value.chose) &&
      isTextOrAbsent(value.question)
    );
  }
  if ('back' in value) return value.back === true;
  if ('reopened' in value) return typeof value.reopened === 'string';
  if ('revise' in value) {
    return (
      Number.isSafeInteger(value.revise) && Number(value.revise) >= 0 && Number(value.revise) < index && isAct(value.to)
    );
  }
  return isAct(value);
}

function isAct(value: unknown): value is Act {
  if (!isRecord(value)) return false;
  if ('tell' in value) {
    return isRecord(value.tell) && typeof value.source === 'string' && Object.values(value.tell).every(isFactValue);
  }
  if (typeof value.question !== 'string' || !isTextOrAbsent(value.why)) return false;
  if ('answer' in value) return isFactValue(value.answer);
  if ('unsure' in value) return unsureKinds.some((kind) => kind === value.unsure);
  const sure = ['done', 'confused', 'return'].find((kind) => kind in value);
  if (sure !== undefined) return value[sure] === true;
  if ('problem' in value) {
    return isTextOrAbsent(value.words) && (typeof value.problem === 'string' || Number.isSafeInteger(value.problem));
  }
  return ['skip', 'later', 'tried', 'jump', 'refer'].some((key) => typeof value[key] === 'string');
}

function isFactValue(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) || isTexts(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
