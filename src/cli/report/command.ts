import {
  type CaseStore,
  callsCounted,
  counted,
  dayInWords,
  headlinesOf,
  type KnowledgeBase,
  loadFolder,
  makeReport,
  maskText,
  nearest,
  type Report,
  type ReportFormat,
  type ReportId,
  type ReportOptions,
  type ReportSet,
  redactText,
  renderReports,
  reportFormats,
  reportIds,
} from '../../index.js';
import { openCaseStore } from '../case-store.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { knowledgeFolder } from '../knowledge-folder.js';
import { placesOf } from '../places.js';
import { reportStyle } from '../style.js';
import { writeWhole } from '../write-whole.js';
import { type DayOptions, daysGiven } from './days-given.js';
import { namesOf } from './names-of.js';

/** What was given on the command line. */
export interface ReportCommandOptions extends DayOptions {
  readonly tree?: string;
  readonly agent?: string;
  readonly desk?: string;
  readonly channel?: string;
  readonly byVersion?: boolean;
  readonly personal?: boolean;
  readonly format?: string;
  readonly output?: string;
  readonly kb?: string;
}

/** What is shown of the calls when no report was named, and how much of each. */
const overview: readonly ReportId[] = ['together', 'faults', 'unresolved', 'questions', 'unknown-words'];
const mostInOverview = 5;

/** Prints or writes a report, or an overview of all. @returns the exit code. @throws Misuse */
export async function runReportCommand(
  named: string | undefined,
  options: ReportCommandOptions,
  environment: Environment,
): Promise<number> {
  const format = formatGiven(options);
  const id = named === undefined ? undefined : reportNamed(named);
  const chosen = chosenBy(options, environment.now());
  const { cache } = placesOf(environment.variables);
  const { knowledgeBase: kb } = await loadFolder(knowledgeFolder(options.kb), { cache, calls: false });
  if (options.tree !== undefined && !kb.trees.has(options.tree)) {
    const near = nearest(options.tree, kb.trees.keys());
    throw new Misuse(`There is no tree "${options.tree}".${near === undefined ? '' : ` Did you mean "${near}"?`}`);
  }
  const store = await openCaseStore(environment, { patience: 'report' });
  try {
    if ((await store.count({})) === 0 && (format === 'text' || format === 'markdown')) {
      environment.stdout.write('There are no cases yet. Each call that is taken with "faultline call" becomes one.\n');
      return exit.fine;
    }
    await store.refresh(kb);
    const ids = id !== undefined ? [id] : format === 'text' ? overview : reportIds;
    const set = await reportSet(store, kb, chosen, ids, id === undefined);
    const text = await renderReports(format, set, {
      columns: Math.max(40, Math.min(environment.stdout.columns ?? 80, 120)),
      style: reportStyle(options.output === undefined ? environment : { ...environment, variables: { NO_COLOR: '1' } }),
      ...(id === undefined && format === 'text' ? { most: mostInOverview } : {}),
    });
    if (options.output === undefined) environment.stdout.write(text);
    else writeReport(options.output, text);
    return exit.fine;
  } finally {
    await store.close();
  }
}

async function reportSet(
  store: CaseStore,
  kb: KnowledgeBase,
  chosen: ReportOptions,
  ids: readonly ReportId[],
  withHeadlines: boolean,
): Promise<ReportSet> {
  const names = namesOf(kb);
  const { database } = store;
  const reports: Report[] = [];
  for (const id of ids) reports.push(await makeReport(id, database, chosen, names));
  return {
    title: `${kb.title}: calls from ${dayInWords(chosen.since)} to ${dayInWords(chosen.until)} ${chosen.until.slice(0, 4)}`,
    about: await aboutCalls(store, chosen, kb),
    headlines: withHeadlines ? await headlinesOf(database, chosen) : [],
    reports,
  };
}

async function aboutCalls(store: CaseStore, chosen: ReportOptions, kb: KnowledgeBase): Promise<readonly string[]> {
  const { calls, without } = await callsCounted(store.database, chosen);
  const { tree, agent, desk, channel, personal } = chosen;
  const only = [
    tree === undefined ? undefined : `in the tree "${kb.trees.get(tree)?.title ?? tree}"`,
    agent === undefined ? undefined : `that ${agent} had last`,
    desk === undefined ? undefined : `referred to "${kb.desks.get(desk)?.name ?? desk}"`,
    channel === undefined ? undefined : `by ${channel}`,
  ].filter((each) => each !== undefined);
  const newest = calls > 0 ? undefined : (await store.list({}, { limit: 1 }))[0];
  return [
    `${counted(calls, 'call')}${only.length === 0 ? '' : ` ${only.join(', ')}`}.`,
    ...(newest === undefined
      ? []
      : [
          `None began in this time; the newest of all began on ${newest.begun.slice(0, 10)}. --since chooses an earlier day.`,
        ]),
    ...(without === 0
      ? []
      : [
          `${counted(without, 'call')} of them only count where calls are counted, not in what was asked, done and found: they are open at this moment, or the knowledge base they were taken with is not at hand.`,
        ]),
    ...(personal === true ? ['This holds personal data of callers: it is not to be handed on.'] : []),
  ];
}

function formatGiven({ format = 'text' }: ReportCommandOptions): ReportFormat {
  const found = reportFormats.find((each) => each === format);
  if (found === undefined)
    throw new Misuse(`There is no format "${format}". The formats are: ${reportFormats.join(', ')}.`);
  return found;
}

function reportNamed(named: string): ReportId {
  const found = reportIds.find((id) => id === named);
  if (found !== undefined) return found;
  const near = nearest(named, reportIds);
  throw new Misuse(
    `There is no report "${named}".${near === undefined ? '' : ` Did you mean "${near}"?`} The reports are: ${reportIds.join(', ')}.`,
  );
}

function chosenBy(options: ReportCommandOptions, now: string): ReportOptions {
  const { tree, agent, desk, channel, byVersion, personal } = options;
  return {
    ...daysGiven(options, now),
    ...(tree === undefined ? {} : { tree }),
    ...(agent === undefined ? {} : { agent }),
    ...(desk === undefined ? {} : { desk }),
    ...(channel === undefined ? {} : { channel }),
    ...(byVersion === true ? { byVersion } : {}),
    ...(personal === true ? { personal } : {}),
    redact: (text, words) => maskText(redactText(text, new Map(words.map((word) => [word, '[personal]'])))).text,
  };
}

function writeReport(path: string, text: string): void {
  try {
    writeWhole(path, text);
  } catch (error) {
    throw new Misuse(`"${path}" cannot be written: ${(error as Error).message}`);
  }
}
