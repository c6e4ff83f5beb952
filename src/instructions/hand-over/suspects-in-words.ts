import { listed } from '../sentence.js';
import type { HandOver } from './hand-over.js';
import { quoted } from './quoted.js';
import type { HandOverSuspect } from './suspects.js';

/** How many faults are named that are only possible. */
const fewPossible = 5;

const standing: Readonly<Record<HandOverSuspect['status'], string>> = {
  found: 'found; it was not mended on the call',
  isolated: 'the call has come to this; whether its fix helps is open',
  unverified: 'its fix is done; nobody could check it',
  partly: 'its fix helped, but not with everything',
  suspected: 'something points to it',
};

/** What it may be, in sentences: what something speaks for, then what has only not been excluded. */
export function suspectsInWords({ suspects, still_possible: possible }: HandOver): string {
  const named = suspects.map(({ name, status }) => `${quoted(name)} (${standing[status]}).`);
  const said = new Set(suspects.map(({ name }) => name));
  // Two trees can have a fault of one name.
  const others = [...new Set(possible.map(({ name }) => name))].filter((name) => !said.has(name)).map(quoted);
  const rest = others.length - fewPossible;
  const all = rest > 0 ? [...others.slice(0, fewPossible), `${rest} more`] : others;
  const open = all.length === 0 ? [] : [`Not excluded so far, which does not make them likely: ${listed(all)}.`];
  return [...named, ...open].join(' ');
}
