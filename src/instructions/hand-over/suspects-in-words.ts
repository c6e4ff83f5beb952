import { listed } from '../sentence.js';
import type { HandOver } from './hand-over.js';
import { quoted } from './quoted.js';
import type { HandOverSuspect } from './suspects.js';

/** How many faults are named that are only possible. */
const fewPossible = 5;

const standing: Readonly<Record<HandOverSuspect['status'], string>> = {
  found: 'found; it was not mended on the call',
  isolated: 'everything points to it; its fix is not finished',
  unverified: 'its fix is done; nobody could check it',
  partly: 'its fix helped, but not with everything',
  suspected: 'something points to it',
};

/** What it may be, in sentences: what something speaks for, then what has only not been excluded. */
export function suspectsInWords({ suspects, still_possible: possible }: HandOver): string {
  const named = suspects.map(({ name, status }) => `${quoted(name)} (${standing[status]}).`);
  const rest = possible.length - fewPossible;
  const names = possible.slice(0, fewPossible).map(({ name }) => quoted(name));
  const all = rest > 0 ? [...names, `${rest} more`] : names;
  const open = all.length === 0 ? [] : [`Not excluded so far, which does not make them likely: ${listed(all)}.`];
  return [...named, ...open].join(' ');
}
