import { type Cell, type ExportedCase, toCsv } from '../../../index.js';
import type { CaseFormat } from './case-format.js';

/** The columns, in order; docs/cases.md says what stands in each. */
const columns: readonly (readonly [name: string, cell: (exported: ExportedCase) => Cell])[] = [
  ['case', ({ number }) => number],
  ['id', ({ id }) => id],
  ['begun', ({ standing }) => standing.begun],
  ['last_event', ({ standing }) => standing.changed],
  ['outcome', ({ standing }) => standing.outcome],
  ['desk', ({ standing }) => standing.desk],
  ['known_issue', ({ standing }) => standing.issue],
  ['reason', ({ standing }) => standing.reason],
  ['call_back', ({ standing }) => standing.callBack],
  ['tree', ({ session }) => session.tree],
  ['tree_version', ({ treeVersion }) => treeVersion],
  ['fault', ({ standing }) => standing.fault],
  ['place', ({ standing }) => standing.place],
  ['agent', ({ standing }) => standing.agent],
  ['channel', ({ standing }) => standing.channel],
  ['caller', ({ standing }) => standing.name],
  ['contact', ({ standing }) => standing.contact],
  ['account', ({ standing }) => standing.account],
  ['device', ({ standing }) => standing.device],
  ['first_words', ({ session }) => session.words],
  ['satisfaction', ({ standing }) => standing.satisfaction],
  ['seconds', ({ standing }) => Math.round(standing.took / 1000)],
  ['events', ({ session }) => session.events.length],
  ['facts', ({ facts }) => facts.map(({ fact, value }) => `${fact}=${value}`).join('; ')],
  ['faults', ({ faults }) => faults.map(({ fault, status }) => `${fault}: ${status}`).join('; ')],
  ['questions', ({ questions }) => questions.length],
  ['not_known', ({ questions }) => questions.filter(({ reply }) => reply !== 'answered').length],
  ['steps_done', ({ steps }) => steps.filter(({ result }) => result === 'done').length],
  ['steps_passed', ({ steps }) => steps.filter(({ result }) => result !== 'done').length],
  ['tied_to', ({ links }) => links.map(({ number }) => number).join(' ')],
];

const names = columns.map(([name]) => name);
const head = toCsv(names, []);

/** One case a row, for spreadsheets. */
export const csvFormat: CaseFormat = {
  before: head,
  between: '',
  after: '',
  write: ({ exported }) => toCsv(names, [columns.map(([, cell]) => cell(exported))]).slice(head.length),
};
