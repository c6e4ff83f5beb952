import { type UnsureKind, withoutUndefined } from '../../knowledge/index.js';
import { parkedNow, type Situation } from '../../session/index.js';
import { faultName } from '../instruction.js';
import type { CallRead } from './call-read.js';
import type { HandOverFound } from './found.js';

/** Where a call stands. */
export interface HandOverStanding {
  readonly type: Situation['type'];
  readonly tree: string;
  readonly node: string;
  /** What the open question is about: the trouble, a fix that was done, a step, or a known issue. */
  readonly purpose?: 'trouble' | 'verify' | 'tried' | 'consent' | 'issue';
  /** The question that is open, or the step about which it is asked. */
  readonly ask?: string;
  /** The step that is being read, from 1, and how many there are. */
  readonly step?: number;
  readonly of?: number;
  readonly say?: string;
  /** The fault that is being explained, mended or verified, by its name. */
  readonly fault?: string;
}

/** Where a call stands now. */
export function standsOf({ kb, now, text }: CallRead): HandOverStanding {
  const { type, tree, node } = now;
  const place = { type, tree, node };
  const named = (fault: string | undefined): string | undefined => fault && faultName(kb, `${tree}/${fault}`);
  switch (now.type) {
    case 'asking': {
      const purpose = now.purpose === 'node' || now.purpose === 'fact' ? ('trouble' as const) : now.purpose;
      return { ...place, purpose, ask: text(now.ask), ...withoutUndefined({ fault: named(now.fault) }) };
    }
    case 'doing': {
      const { steps, index } = now;
      const say = text(steps[index]?.say ?? '');
      return { ...place, step: index + 1, of: steps.length, say, ...withoutUndefined({ fault: named(now.fault) }) };
    }
    case 'isolated':
      return { ...place, fault: now.name };
    default:
      return place;
  }
}

/** Something that is still to be found out. */
export interface HandOverCollect {
  readonly fact?: string;
  readonly ask: string;
  /** The question as read aloud. */
  readonly say?: string;
  /** It was asked before, and this is why it is not known. */
  readonly asked?: UnsureKind | 'skipped';
  /** What it was before something was done that can have changed it, in words. */
  readonly earlier?: string;
  /** Why it was put off. */
  readonly put_off?: string;
}

/** What the desk still has to ask; of a call that is not at its end, what is open and what was put off. */
export function collectOf(call: CallRead, { facts, unknown }: HandOverFound): readonly HandOverCollect[] {
  const { now, text, session } = call;
  const later = now.postponed.map(({ ask, why }) => ({ ask: text(ask), put_off: why }));
  if (now.type === 'referred') {
    const missing = now.collect.map(({ fact, ask, say }) => {
      const reason = unknown.find((each) => each.fact === fact)?.reason;
      const earlier = facts.find((each) => each.fact === fact)?.words;
      return { fact, ask: text(ask), ...withoutUndefined({ say: say && text(say), asked: reason, earlier }) };
    });
    return [...missing, ...later.filter(({ ask }) => !missing.some((each) => each.ask === ask))];
  }
  if (now.type === 'asking' && parkedNow(session) !== undefined) {
    const { fact, ask, say } = now;
    const open = { ask: text(ask), ...withoutUndefined({ fact, say: say && text(say) }) };
    return [open, ...later.filter((each) => each.ask !== open.ask)];
  }
  return later;
}
