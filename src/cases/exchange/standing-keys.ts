import { outcomes } from '../../knowledge/index.js';
import type { CaseStanding } from '../standing.js';

const texts = ['begun', 'changed', 'channel', 'outcome', 'situation', 'place'] as const;
const mayBeAbsent = [
  'agent',
  'name',
  'contact',
  'account',
  'device',
  'fault',
  'desk',
  'issue',
  'reason',
  'callBack',
] as const;

/** How a case stands, without anything else that is known of it. */
export function standingIn(of: CaseStanding): CaseStanding {
  const keys = [...texts, ...mayBeAbsent, 'satisfaction', 'took'] as const;
  return Object.fromEntries(
    keys.flatMap((key) => (of[key] === undefined ? [] : [[key, of[key]]])),
  ) as unknown as CaseStanding;
}

/** How a case stands as another store has said it; undefined where what was said is no standing. */
export function readStanding(value: unknown): CaseStanding | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const isText = (key: string): boolean => typeof given[key] === 'string';
  const isGiven =
    texts.every(isText) &&
    mayBeAbsent.every((key) => given[key] === undefined || isText(key)) &&
    outcomes.some((outcome) => outcome === given.outcome) &&
    Number.isSafeInteger(given.took) &&
    (given.satisfaction === undefined || Number.isSafeInteger(given.satisfaction));
  return isGiven ? standingIn(value as CaseStanding) : undefined;
}
