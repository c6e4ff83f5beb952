import type { Fault, Tree } from '../../knowledge/index.js';
import type { Change } from './change.js';
import { compareSteps } from './compare-steps.js';
import { quoted } from './in-words.js';
import { isSame } from './same.js';

/** What has changed about the faults of a tree. */
export function compareFaults([before, after]: readonly [Tree, Tree]): readonly Change[] {
  const changes: Change[] = [];
  const about = { what: 'fault', tree: after.id } as const;
  for (const [id, fault] of before.faults)
    if (!after.faults.has(id))
      changes.push({
        ...about,
        kind: 'gone',
        message: `The fault ${quoted(fault.name)} (${id}) is gone.`,
        before: fault.at,
      });
  for (const [id, fault] of after.faults) {
    const old = before.faults.get(id);
    if (old === undefined)
      changes.push({ ...about, kind: 'new', message: `The fault ${quoted(fault.name)} (${id}) is new.`, at: fault.at });
    else changes.push(...compareFault(old, fault, { ...about, at: fault.at, before: old.at }));
  }
  return changes;
}

const told = ['name', 'explain', 'caution', 'prevent', 'tried'] as const;

function compareFault(
  old: Fault,
  now: Fault,
  about: Pick<Change, 'what' | 'tree' | 'at' | 'before'>,
): readonly Change[] {
  const changes: Change[] = [];
  for (const key of told) {
    if (old[key] === now[key]) continue;
    const [was, is] = [old[key], now[key]];
    changes.push({
      ...about,
      kind: 'changed',
      message:
        is === undefined
          ? `${now.id} says nothing under "${key}" any more.`
          : `${now.id}, "${key}": ${quoted(is)}${was === undefined ? ' is new' : `, and was ${quoted(was)}`}.`,
    });
  }
  if (!isSame(old.verify, now.verify))
    changes.push({
      ...about,
      kind: 'changed',
      message: `${now.id} is verified in another way: ${quoted(now.verify?.ask ?? 'not at all')}.`,
    });
  if (!isSame([old.likelihood, old.cause, old.effort], [now.likelihood, now.cause, now.effort]))
    changes.push({ ...about, kind: 'changed', message: `${now.id} has another cause, likelihood or effort.` });
  return [...changes, ...compareSteps(old.fix, now.fix, { ...about, name: now.id })];
}
