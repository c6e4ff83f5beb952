import type { KnowledgeBase } from '../../knowledge/index.js';
import type { Session } from '../../session/index.js';
import { caseNumberInWords } from '../case-number.js';
import type { CaseStore } from '../case-store.js';
import { type CaseDetails, detailsOf } from '../details/details-of.js';
import type { StoredCase } from '../store/case-record.js';
import type { CaseFilter } from '../store/read-cases.js';
import { treeVersion as treeVersionOf } from '../tree-version.js';
import type { ExportedCase, ExportedLink } from './exported-case.js';
import { standingIn } from './standing-keys.js';
import { withoutPersonal } from './without-personal.js';

/** What is exported of cases. */
export interface ExportOptions {
  /** Also what tells who was calling. Without it that is redacted. */
  readonly personal: boolean;
}

/** How many cases are looked for at once. */
const atOnce = 100;

/** The cases that fit, whole, the newest first, one after the other however many there are. */
export async function* exportCases(
  store: CaseStore,
  atHand: KnowledgeBase,
  filter: CaseFilter,
  { personal }: ExportOptions,
): AsyncIterable<ExportedCase> {
  let before: number | undefined;
  for (;;) {
    const page = await store.list(filter, { limit: atOnce, ...(before === undefined ? {} : { before }) });
    for (const { number } of page) {
      const stored = await store.read(number);
      if (stored === undefined) continue;
      const kb = await store.knowledge(stored.knowledge, atHand);
      const exported = await exportedCase(store, kb, stored);
      yield personal ? exported : withoutPersonal(kb ?? atHand, exported, await tiedTo(store, exported));
    }
    before = page.at(-1)?.number;
    if (before === undefined) return;
  }
}

async function tiedTo(store: CaseStore, { links }: ExportedCase): Promise<readonly Session[]> {
  const cases = await Promise.all(links.map(({ id }) => store.read(id)));
  return cases.flatMap((stored) => stored?.session ?? []);
}

async function exportedCase(
  store: CaseStore,
  kb: KnowledgeBase | undefined,
  stored: StoredCase,
): Promise<ExportedCase> {
  const { number, id, session } = stored;
  const details = await detailsFor(store, kb, stored);
  const treeVersion = kb === undefined ? stored.treeVersion : treeVersionOf(kb, session.tree);
  return {
    format: 1,
    number: caseNumberInWords(number),
    id,
    personal: true,
    standing: standingIn(stored),
    session,
    ...(treeVersion === undefined || treeVersion === '' ? {} : { treeVersion }),
    links: await linksOf(store, number),
    detailed: details !== undefined,
    ...detailsIn(details),
  };
}

type Details = Pick<CaseDetails, 'facts' | 'faults' | 'questions' | 'steps'>;

/** The details as they are stored; where they were not worked out yet, by the knowledge base, if there is one. */
async function detailsFor(
  { database: { db } }: CaseStore,
  kb: KnowledgeBase | undefined,
  { number, version, session, begun }: StoredCase,
): Promise<Details | undefined> {
  const row = await db.selectFrom('cases').select('detailed').where('number', '=', number).executeTakeFirst();
  if (row?.detailed !== version) return kb && detailsOf(kb, number, session, begun.slice(0, 10));
  const of = <Table extends keyof Details>(table: Table) =>
    db
      .selectFrom(table as 'facts')
      .selectAll()
      .where('case_number', '=', number)
      .execute() as unknown as Promise<Details[Table]>;
  const [facts, faults] = [await of('facts'), await of('faults')];
  const [questions, steps] = [await of('questions'), await of('steps')];
  return { facts, faults, questions, steps };
}

async function linksOf({ database }: CaseStore, number: number): Promise<readonly ExportedLink[]> {
  const links = await database.db
    .selectFrom('links')
    .innerJoin('cases', (on) =>
      on.on((is) =>
        is.or([is('cases.number', '=', is.ref('links.one')), is('cases.number', '=', is.ref('links.other'))]),
      ),
    )
    .select(['cases.number', 'cases.id', 'links.why', 'links.at'])
    .where((is) => is.or([is('links.one', '=', number), is('links.other', '=', number)]))
    .where('cases.number', '!=', number)
    .orderBy('cases.number')
    .execute();
  return links.map((link) => ({ ...link, number: caseNumberInWords(link.number) }));
}

function detailsIn(details: Details | undefined): Pick<ExportedCase, 'facts' | 'faults' | 'questions' | 'steps'> {
  const { facts = [], faults = [], questions = [], steps = [] } = details ?? {};
  return {
    facts: sorted(facts, ({ fact, value }) => `${fact} ${value}`).map(({ fact, value, source }) => ({
      fact,
      value,
      source,
    })),
    faults: sorted(faults, ({ tree, fault }) => `${tree} ${fault}`).map(
      ({ tree, fault, cause, status, mended, took }) => ({
        fault: `${tree}/${fault}`,
        cause,
        status,
        mended: mended === 1,
        took,
      }),
    ),
    questions: sorted(questions, ({ sequence }) => order(sequence)).map(
      ({ sequence, tree, question, reply, answer, took, confused }) => ({
        event: sequence,
        tree,
        question,
        reply,
        ...(answer === null ? {} : { answer }),
        took,
        confused,
      }),
    ),
    steps: sorted(steps, ({ sequence, step }) => `${order(sequence)} ${order(step)}`).map(
      ({ sequence, tree, node, step, fault, result, why, took, solved }) => ({
        event: sequence,
        tree,
        node,
        step,
        ...(fault === null ? {} : { fault }),
        result,
        ...(why === null ? {} : { why }),
        took,
        ...(solved === null ? {} : { solved: solved === 1 }),
      }),
    ),
  };
}

function order(number: number): string {
  return String(number).padStart(9, '0');
}

function sorted<Row>(rows: readonly Row[], key: (row: Row) => string): readonly Row[] {
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
