import type { KnowledgeBase } from '../../knowledge/index.js';
import type { CaseStore } from '../case-store.js';
import { checkEvents, checkReplay } from './check-case.js';
import { checkDatabase } from './check-database.js';
import type { Difference } from './compare-rows.js';
import { type WholeCase, wholeCases } from './whole-cases.js';

/** Something that is stored otherwise than it should be. Without a number it concerns the database as a whole. */
export interface VerifyFinding extends Difference {
  readonly number?: number;
}

/** What came of looking at all cases. */
export interface Verified {
  readonly checked: number;
  /** How many of them were played again, and ended where they are recorded unless there is a finding. */
  readonly replayed: number;
  /** For how many cases that could not be done, by the hash of the knowledge base that is nowhere to be had. */
  readonly notReplayable: ReadonlyMap<string, number>;
  readonly findings: readonly VerifyFinding[];
}

/** How verification is done. */
export interface VerifyOptions {
  /** Is told after each case how many have been looked at. */
  readonly onProgress?: (checked: number) => void;
}

/**
 * Looks whether every case is whole: its events are all there, play to where it is recorded, and give the details that
 * reports count. What changes none of these, such as a word in a reply that was taken back, cannot be seen.
 * Cases are looked at one by one, also while calls are taken.
 * @param atHand the knowledge base for the cases that were taken with it; for the others the kept ones are used
 */
export async function verifyCases(
  store: CaseStore,
  atHand: KnowledgeBase,
  { onProgress }: VerifyOptions = {},
): Promise<Verified> {
  const findings: VerifyFinding[] = [...(await checkDatabase(store.database))];
  const notReplayable = new Map<string, number>();
  let checked = 0;
  let replayed = 0;
  for await (const whole of wholeCases(store.database)) {
    const { number, knowledge } = whole.row;
    const { session, differences } = checkEvents(whole);
    findings.push(...differences.map((difference) => ({ number, ...difference })));
    const kb = session && (await store.knowledge(knowledge, atHand));
    if (session !== undefined && kb === undefined)
      notReplayable.set(knowledge, (notReplayable.get(knowledge) ?? 0) + 1);
    if (session !== undefined && kb !== undefined) {
      replayed += 1;
      findings.push(...(await played(kb, whole, session)).map((difference) => ({ number, ...difference })));
    }
    checked += 1;
    onProgress?.(checked);
  }
  return { checked, replayed, notReplayable, findings };
}

async function played(
  kb: KnowledgeBase,
  whole: WholeCase,
  session: Parameters<typeof checkReplay>[2],
): Promise<readonly Difference[]> {
  try {
    return await checkReplay(kb, whole, session);
  } catch (error) {
    return [{ what: 'replay', expected: 'a call that can be played', found: (error as Error).message }];
  }
}
