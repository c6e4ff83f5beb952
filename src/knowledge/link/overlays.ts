import type { Overlay } from '../overlay.js';
import { entryPlace, headPlace, keyPlace, valuePlace } from '../read/index.js';
import { day } from '../schema/index.js';
import { withoutUndefined } from '../without-undefined.js';
import { checkAddress } from './check-address.js';
import { linkCondition } from './conditions.js';
import type { FileValue } from './files.js';
import { isSound, type Linking, lookUp } from './linking.js';
import type { NamesInScope } from './names-in-scope.js';
import { checkPlaceholders } from './placeholders.js';

type OverlayValue = FileValue<'overlays'>['overlays'][number];

/** Links the known issues of overlays.yaml, as written. Those with an error are left out. */
export function linkOverlays(
  value: FileValue<'overlays'> | undefined,
  names: NamesInScope,
  linking: Linking,
): ReadonlyMap<string, Overlay> {
  const list = Array.isArray(value?.overlays) ? value.overlays : [];
  const overlays = new Map<string, Overlay>();
  const first = new Map<string, Overlay['at']>();
  for (const [index, entry] of list.entries()) {
    if (!isSound(list, index, linking)) continue;
    const at = valuePlace(entry, 'issue');
    const earlier = first.get(entry.issue);
    if (earlier !== undefined)
      linking.report('duplicate-issue', at, { id: entry.issue }, [{ place: earlier, message: 'The first one.' }]);
    first.set(entry.issue, earlier ?? at);
    checkPlaceholders(entry, names.facts, [], linking);
    const overlay = linkOverlay(entry, headPlace(list, index), names, linking);
    if (linking.flawless(entryPlace(list, index))) overlays.set(overlay.id, overlay);
  }
  return overlays;
}

function linkOverlay(entry: OverlayValue, at: Overlay['at'], names: NamesInScope, linking: Linking): Overlay {
  const { issue, title, from, until, trees = [], faults = [], when, ask, say, explain, workaround } = entry;
  if (entry.trees === undefined && entry.faults === undefined && when === undefined)
    linking.report('issue-never-shown', valuePlace(entry, 'issue'), { id: issue });
  // What is no day at all is a mistake of its own.
  const isDay = (text: string | undefined): text is string => day.safeParse(text).success;
  if (isDay(from) && isDay(until) && from > until) linking.report('days-reversed', keyPlace(entry, 'until'), {});
  for (const [index, tree] of trees.entries()) lookUp(names.trees, tree, 'unknown-tree', trees, index, linking);
  for (const [index, fault] of faults.entries()) checkAddress(fault, 'fault', faults, index, names, linking);
  return withoutUndefined({
    id: issue,
    title,
    from,
    until,
    trees: [...trees],
    faults: [...faults],
    when: when && linkCondition(when, names, linking),
    ask,
    say,
    explain,
    workaround,
    then: thenOf(entry, names, linking),
    sources: [...(entry.sources ?? [])],
    at,
  });
}

function thenOf({ on_match: match = 'close' }: OverlayValue, names: NamesInScope, linking: Linking): Overlay['then'] {
  if (match === 'close') return { kind: 'close' };
  if (match === 'go_on') return { kind: 'go-on' };
  lookUp(names.desks, match.refer, 'unknown-desk', match, 'refer', linking);
  return { kind: 'refer', desk: match.refer };
}
