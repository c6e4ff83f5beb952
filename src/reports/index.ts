import type { Database } from '../cases/index.js';
import type { Headline } from './headlines.js';
import type { Names } from './names.js';
import type { RenderOptions } from './render/render-options.js';
import type { ReportSet } from './render/report-set.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';

export { dayAfter, dayInWords, weekOf } from './days.js';
export type { Headline } from './headlines.js';
export { type Names, noNames } from './names.js';
export type { RenderOptions, TextStyle } from './render/render-options.js';
export type { ReportSet } from './render/report-set.js';
export type { Cell, Chart, Column, ColumnKind, Rate, Report, Row } from './report.js';
export type { ReportOptions } from './report-options.js';
export { counted } from './shown.js';

type MakeReport = (database: Database, options: ReportOptions, names: Names) => Promise<Report>;

// What does the work is loaded when it is asked for: a call needs none of it.
const reports = {
  weeks: async () => (await import('./weeks.js')).weeks,
  faults: async () => (await import('./faults.js')).faults,
  together: async () => (await import('./problems-together.js')).problemsTogether,
  unresolved: async () => (await import('./unresolved.js')).unresolved,
  fixes: async () => (await import('./fixes.js')).fixes,
  steps: async () => (await import('./steps.js')).steps,
  'skipped-steps': async () => (await import('./skipped-steps.js')).skippedSteps,
  questions: async () => (await import('./questions.js')).questions,
  'unknown-words': async () => (await import('./said-words.js')).unknownWords,
  'unknown-replies': async () => (await import('./said-words.js')).unknownReplies,
  'missed-words': async () => (await import('./said-words.js')).missedWords,
  'repeat-callers': async () => (await import('./repeat-callers.js')).repeatCallers,
  agents: async () => (await import('./agents.js')).agents,
  desks: async () => (await import('./desks.js')).desks,
} as const satisfies Readonly<Record<string, () => Promise<MakeReport>>>;

const formats = {
  text: async () => (await import('./render/text.js')).renderText,
  csv: async () => (await import('./render/csv.js')).renderCsv,
  json: async () => (await import('./render/json.js')).renderJson,
  markdown: async () => (await import('./render/markdown.js')).renderMarkdown,
  html: async () => (await import('./render/html/page.js')).renderHtml,
} as const satisfies Readonly<Record<string, () => Promise<(set: ReportSet, options: RenderOptions) => string>>>;

/** The name of a report. */
export type ReportId = keyof typeof reports;
/** The name of a format in which reports can be had. */
export type ReportFormat = keyof typeof formats;

/** All reports, in the order in which they are read. */
export const reportIds: readonly ReportId[] = Object.keys(reports) as ReportId[];
/** All formats of reports. */
export const reportFormats: readonly ReportFormat[] = Object.keys(formats) as ReportFormat[];

/**
 * Counts something over the cases of a store, as a value: `renderReports` makes a text of it. The details of the cases
 * have to be up to date (`refresh` of the store).
 * @throws what the database throws.
 */
export async function makeReport(
  id: ReportId,
  database: Database,
  options: ReportOptions,
  names: Names,
): Promise<Report> {
  const make: MakeReport = await reports[id]();
  return make(database, options, names);
}

/** The figures that are looked at first. @throws what the database throws. */
export async function headlinesOf(database: Database, options: ReportOptions): Promise<readonly Headline[]> {
  return (await import('./headlines.js')).headlines(database, options);
}

/** How many calls a report counts, and of how many of them the details are not worked out. */
export async function callsCounted(
  database: Database,
  options: ReportOptions,
): Promise<{ readonly calls: number; readonly without: number }> {
  return (await import('./counted/calls-chosen.js')).callsChosen(database, options);
}

/** Reports as a text in one of the formats. */
export async function renderReports(format: ReportFormat, set: ReportSet, options: RenderOptions): Promise<string> {
  const render = await formats[format]();
  return (render as (set: ReportSet, options: RenderOptions) => string)(set, options);
}
