import {
  type Caller,
  type CaseSummary,
  callerKnown,
  caseNumberInWords,
  type EarlierCase,
  type KnowledgeBase,
  type Situation,
} from '../../index.js';
import type { Call } from './call.js';
import { type Desk, take } from './desk.js';

/** What earlier cases say about a call. */
export interface KnownTrouble {
  /** The earlier cases of the same caller, contact, account or device, the newest first. */
  readonly earlier: readonly EarlierCase[];
  /** The newest of them in which the fault was found that has been found now. */
  readonly again?: CaseSummary;
}

/** What was looked up for a call, so that the store is asked only when more is known of the caller. */
const lookedUp = new WeakMap<Call, { readonly key: string; readonly earlier: readonly EarlierCase[] }>();

/** The earlier cases of whoever is calling. Nothing where the store is out of reach: a caller does not wait for that. */
export async function knownTrouble(call: Call, now: Situation): Promise<KnownTrouble> {
  const caller = callerKnown(call.session());
  const earlier = await earlierOf(call, caller);
  if (now.type !== 'isolated') return { earlier };
  const fault = `${now.tree}/${now.fault}`;
  const again = earlier.find((each) => each.case.fault === fault)?.case;
  return again === undefined ? { earlier } : { earlier, again };
}

async function earlierOf(call: Call, caller: Caller): Promise<readonly EarlierCase[]> {
  const { keeper } = call;
  if (keeper === undefined || Object.keys(caller).length === 0) return [];
  const key = JSON.stringify(caller);
  const known = lookedUp.get(call);
  if (known?.key === key) return known.earlier;
  try {
    const store = await keeper.store();
    if (store === undefined) return known?.earlier ?? [];
    const earlier = await store.earlier(caller, keeper.id());
    lookedUp.set(call, { key, earlier });
    return earlier;
  } catch {
    return known?.earlier ?? [];
  }
}

/** The desk to which the author sends a fault whose fix does not help; the usual one where that is not said. */
export function deskAfter(kb: KnowledgeBase, { tree, node }: Situation): string {
  const edges = kb.trees.get(tree)?.edges.get(node) ?? [];
  const to = edges.find(({ kind }) => kind === 'unsolved')?.to;
  if (to?.kind === 'desk') return to.desk;
  const next = to?.kind === 'node' ? kb.trees.get(tree)?.nodes.get(to.node) : undefined;
  return next?.kind === 'refer' ? next.desk : kb.defaultDesk;
}

/** Passes a fault on that has come back, instead of going through the same steps; the two cases are tied. @returns whether it was. */
export async function passOn(desk: Desk, now: Situation, again: CaseSummary | undefined): Promise<boolean> {
  if (again === undefined) return false;
  const { call, clock } = desk;
  const number = caseNumberInWords(again.number);
  const why = `the same fault as in case ${number}`;
  if (!(await take(desk, { refer: deskAfter(call.kb, now), why }))) return false;
  const own = call.keeper?.number();
  try {
    if (own !== undefined) await (await call.keeper?.store())?.link(own, again.number, why, clock());
  } catch {
    // The reason for the referral names the case.
  }
  return true;
}
