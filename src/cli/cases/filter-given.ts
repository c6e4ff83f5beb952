import { type CaseFilter, type Outcome, outcomes } from '../../index.js';
import { Misuse } from '../exit.js';
import { dayGiven } from './day-given.js';

/** The options that choose cases, as they are typed. */
export interface FilterOptions {
  readonly outcome?: readonly string[];
  readonly agent?: string;
  readonly caller?: string;
  readonly device?: string;
  readonly tree?: string;
  readonly fault?: string;
  readonly desk?: string;
  readonly channel?: string;
  readonly since?: string;
  readonly until?: string;
  readonly text?: string;
  readonly open?: boolean;
}

/** The filter that was typed; `until` is taken with its whole day. @throws Misuse when one of the options says nothing. */
export function filterGiven(options: FilterOptions, now: string): CaseFilter {
  const { outcome, since, until, open, ...same } = options;
  const { agent, caller, device, tree, fault, desk, channel, text } = same;
  const wanted = { agent, caller, device, tree, fault, desk, channel, text };
  return {
    ...(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as CaseFilter),
    ...(outcome === undefined || outcome.length === 0 ? {} : { outcome: outcome.flatMap(outcomesIn) }),
    ...(since === undefined ? {} : { since: dayGiven(since, 'begins', now) }),
    ...(until === undefined ? {} : { until: dayGiven(until, 'is over', now) }),
    ...(open === true ? { held: true } : {}),
  };
}

function outcomesIn(written: string): readonly Outcome[] {
  return written.split(',').map((name) => {
    const known = outcomes.find((outcome) => outcome === name);
    if (known !== undefined) return known;
    throw new Misuse(`No case ends as "${name}". The outcomes are: ${outcomes.join(', ')}.`);
  });
}
