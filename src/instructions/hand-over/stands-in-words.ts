import { ended } from '../ended.js';
import { listed, withReason } from '../sentence.js';
import type { HandOver } from './hand-over.js';
import { quoted } from './quoted.js';

/** How a call ended, or where it stands and what comes next, in sentences. */
export function standsInWords(handOver: HandOver): string {
  const { mended, parked, abandoned, issue, outcome, desks } = handOver;
  return [
    ...(mended.length === 0 ? [] : [`Mended: ${listed(mended.map(({ name }) => quoted(name)))}.`]),
    ...(outcome === 'resolved' ? ['The trouble is solved.'] : []),
    ...desks.map(({ name, because }) => ended(withReason(`It goes to the desk "${name}"`, reasonSaid(because)))),
    ...(issue === undefined ? [] : [`It is a known issue: ${ended(issue)}`]),
    ...(outcome === 'unresolved' ? ['The call ended without a solution.'] : []),
    ...(abandoned === undefined ? [] : [`The call ended early: ${ended(abandoned)}`]),
    ...(parked === undefined ? [] : [`The call is broken off: ${ended(parked.why)}`]),
    ...openInWords(handOver),
  ].join(' ');
}

/** Why a call is referred. What the engine says of a tree that leads nowhere is for its author. */
function reasonSaid(because: string): string {
  return /^The tree "/.test(because) ? 'no way on is known from there' : because;
}

function openInWords({ stands }: HandOver): readonly string[] {
  const { type, purpose, ask = '', say = '', fault, step, of } = stands;
  const against = fault === undefined ? '' : ` against ${quoted(fault)}`;
  switch (type) {
    case 'asking':
      return [ended(openQuestion(purpose, ask, fault))];
    case 'doing':
      return [ended(`Next is step ${step} of ${of}${against}: ${quoted(say)}`)];
    case 'isolated':
      return [`It looks like ${quoted(fault ?? '')}; this is to be explained to the caller next.`];
    default:
      return [];
  }
}

function openQuestion(purpose: HandOver['stands']['purpose'], ask: string, fault: string | undefined): string {
  switch (purpose) {
    case 'verify':
      return `The fix for ${quoted(fault ?? '')} is done. Whether it helped is open: ${quoted(ask)}`;
    case 'consent':
      return `The caller has not yet agreed to the next step: ${quoted(ask)}`;
    case 'tried':
      return `Whether the caller did this rightly before the call is open: ${quoted(ask)}`;
    case 'issue':
      return `Whether it is a known issue is open: ${ask}`;
    default:
      return `The question that is open: ${ask}`;
  }
}
