import type { Section } from '../finding.js';
import { generateCases } from './generate-cases.js';

/** Fills the case store at `store`, and says how long that took. @throws Error when there is no such option. */
export async function generate(store: string | undefined, cases: number): Promise<Section> {
  if (store === undefined) throw new Error('"generate" needs --store.');
  const made = await generateCases(store, { cases });
  const many = (count: number): string => count.toLocaleString('en');
  return {
    title: `${many(made.cases)} generated cases`,
    remarks: [`${many(made.events)} events, ${many(made.rows)} rows`],
    findings: [
      { what: 'playing the calls they are made of', nanoseconds: made.playing * 1e6 },
      { what: 'writing them', nanoseconds: made.writing * 1e6 },
    ],
  };
}
