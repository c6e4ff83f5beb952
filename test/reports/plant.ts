import type {
  AgentRow,
  CaseRow,
  CaseStore,
  FactRow,
  FaultRow,
  QuestionRow,
  SaidRow,
  StepRow,
} from '../../src/cases/index.js';

/** What a test says of a case; everything else is usual. */
export interface PlantedCase {
  readonly day: string;
  readonly of?: Partial<Omit<CaseRow, 'number'>>;
  readonly faults?: readonly Partial<FaultRow>[];
  readonly questions?: readonly Partial<QuestionRow>[];
  readonly steps?: readonly Partial<StepRow>[];
  readonly facts?: readonly Partial<FactRow>[];
  readonly sayings?: readonly Partial<SaidRow>[];
  readonly agents?: readonly Partial<AgentRow>[];
}

/** Puts cases with their details into a store as they would be there after the calls, numbered from 1. */
export async function plant(store: CaseStore, cases: readonly PlantedCase[]): Promise<void> {
  const planted = cases.map(({ day, of = {} }, index) => {
    const begun = `${day}T10:00:00.000Z`;
    return { ...usual, ...nothing, id: `case-${index + 1}`, number: index + 1, begun, changed: begun, ...of };
  });
  await insert(store, 'cases', planted);
  for (const table of Object.keys(rows) as (keyof typeof rows)[])
    await insert(
      store,
      table,
      cases.flatMap(({ day, ...details }, index) =>
        (details[table] ?? []).map((row, sequence) => ({
          ...{ case_number: index + 1, day },
          ...rows[table](sequence),
          ...row,
        })),
      ),
    );
}

async function insert(
  { database: { db } }: CaseStore,
  table: keyof typeof rows | 'cases',
  all: readonly object[],
): Promise<void> {
  for (let from = 0; from < all.length; from += 50)
    await db
      .insertInto(table)
      .values(all.slice(from, from + 50) as never)
      .execute();
}

const nothing = {
  ...{ words: null, caller: null, contact: null, account: null, device: null, caller_key: null, contact_key: null },
  ...{ account_key: null, device_key: null, fault: null, desk: null, reason: null, satisfaction: null },
};

const usual = {
  version: 5,
  detailed: 5,
  tree: 'printer',
  tree_version: 'v1',
  knowledge: 'k1',
  channel: 'phone',
  outcome: 'resolved',
  situation: 'fixed',
  place: 'printer/paused',
  last_agent: 'Ana',
  took: 60_000,
};

const rows = {
  faults: () => ({ tree: 'printer', tree_version: 'v1', cause: 'settings', status: 'fixed', mended: 1, took: 20_000 }),
  questions: (sequence: number) => ({
    ...{ sequence, tree: 'printer', tree_version: 'v1', question: 'power', reply: 'answered' },
    ...{ answer: null, took: 10_000, confused: 0 },
  }),
  steps: (sequence: number) => ({
    ...{ sequence, tree: 'printer', tree_version: 'v1', node: 'paused', step: 0, fault: 'printer/paused' },
    ...{ procedure_id: null, result: 'done', why: null, took: 30_000, confused: 0, solved: 1 },
  }),
  facts: () => ({ source: 'caller', personal: 0 }),
  sayings: (sequence: number) => ({ sequence, question: null, chose: null, offered: 0, missed: '' }),
  agents: () => ({ events: 5, took: 60_000 }),
} as const;
