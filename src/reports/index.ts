import type { Database } from '../cases/index.js';
import { agents } from './agents.js';
import { desks } from './desks.js';
import { faults } from './faults.js';
import { fixes } from './fixes.js';
import type { Names } from './names.js';
import { problemsTogether } from './problems-together.js';
import { questions } from './questions.js';
import { repeatCallers } from './repeat-callers.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { missedWords, unknownReplies, unknownWords } from './said-words.js';
import { skippedSteps } from './skipped-steps.js';
import { steps } from './steps.js';
import { unresolved } from './unresolved.js';
import { weeks } from './weeks.js';

export { type Headline, headlines } from './headlines.js';
export { type Names, noNames } from './names.js';
export type { Cell, Chart, Column, ColumnKind, Rate, Report, Row } from './report.js';
export type { ReportOptions } from './report-options.js';

/** Counts something over the cases of a store. @throws what the database throws. */
export type MakeReport = (database: Database, options: ReportOptions, names: Names) => Promise<Report>;

/** All reports by their ids, in the order in which they are read. */
export const reports: Readonly<Record<string, MakeReport>> = {
  faults,
  weeks,
  together: problemsTogether,
  unresolved,
  fixes,
  steps,
  'skipped-steps': skippedSteps,
  questions,
  'unknown-words': unknownWords,
  'unknown-replies': unknownReplies,
  'missed-words': missedWords,
  'repeat-callers': repeatCallers,
  agents,
  desks,
};
