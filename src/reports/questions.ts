import type { Database } from '../cases/index.js';
import { countedByVersion, versionColumns, versionNotes } from './counted/by-version.js';
import { chosenDetails } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { countOf, grouped, mostFirst, sumOf } from './grouped.js';
import type { Names } from './names.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { percent } from './shown.js';
import { rateOf } from './statistics/rate.js';
import { meanOf, quantileOf, spreadOf } from './statistics/spread.js';

interface QuestionCount {
  readonly tree: string;
  readonly question: string;
  readonly version: string;
  readonly reply: string;
  readonly count: number;
  readonly confused: number;
  readonly first: number;
  readonly spread: string;
}

/** What each question costs: how often it is asked, how long it takes, and how often callers cannot answer it. */
export async function questions(database: Database, options: ReportOptions, names: Names): Promise<Report> {
  const rows = await questionCounts(database, options);
  const found = mostFirst(
    countedByVersion(rows, options, names, ({ question }) => question).map(({ rows: own, version, others }) => {
      const { tree = '', question = '' } = own[0] ?? {};
      const asked = countOf(own);
      const replies = grouped(own, ({ reply }) => reply);
      const with_ = (reply: string): number => countOf(replies.get(reply) ?? []);
      const spread = spreadOf(own.map((row) => row.spread));
      const kinds = ['dont-know', 'cant-check', 'not-applicable', 'declined'] as const;
      return {
        id: `${tree}/${question}`,
        question: names.question(tree, question) ?? question,
        tree: names.tree(tree) ?? tree,
        version,
        others,
        asked,
        median: quantileOf(spread, 0.5),
        mean: meanOf(spread),
        slow: quantileOf(spread, 0.9),
        time: spread.count === 0 ? null : spread.sum,
        unknown: rateOf(sumOf(kinds, with_), asked),
        confused: rateOf(
          sumOf(own, ({ confused }) => confused),
          asked,
        ),
        ...Object.fromEntries(kinds.map((kind) => [kind, with_(kind)])),
        skipped: with_('skipped'),
        later: with_('later'),
      };
    }),
    (row) => row.time ?? 0,
  );
  const unclear = found
    .filter(({ asked }) => asked >= 20)
    .sort((one, other) => (other.unknown?.count ?? 0) / other.asked - (one.unknown?.count ?? 0) / one.asked)[0];
  return {
    id: 'questions',
    title: 'What questions cost',
    question: 'How long do questions take, and how often are they not known or not understood?',
    meaning:
      unclear?.unknown == null
        ? 'No question was asked often enough to say more (20 times).'
        : `Of the questions that were asked at least 20 times, "${unclear.question}" is known least: ${percent(unclear.unknown.count, unclear.asked)} of ${unclear.asked} callers could not say.`,
    columns: [
      { key: 'question', title: 'Question', kind: 'text' },
      { key: 'asked', title: 'Asked', kind: 'bar' },
      { key: 'median', title: 'Median time', kind: 'duration' },
      { key: 'slow', title: '9 in 10 under', kind: 'duration' },
      { key: 'unknown', title: 'Not known', kind: 'rate' },
      { key: 'confused', title: 'Not understood', kind: 'rate' },
      { key: 'mean', title: 'Mean time', kind: 'duration' },
      { key: 'time', title: 'All time', kind: 'duration' },
      { key: 'dont-know', title: 'Do not know', kind: 'count' },
      { key: 'cant-check', title: 'Cannot check', kind: 'count' },
      { key: 'not-applicable', title: 'Does not apply', kind: 'count' },
      { key: 'declined', title: 'Will not say', kind: 'count' },
      { key: 'skipped', title: 'Skipped', kind: 'count' },
      { key: 'later', title: 'Put off', kind: 'count' },
      ...versionColumns(options),
      { key: 'tree', title: 'Tree', kind: 'text' },
      { key: 'id', title: 'Question id', kind: 'text', show: 'programs' },
    ],
    rows: found,
    notes: [
      'Each question counts once a time it was asked, with the reply that stood at the end. Those that cost most time come first.',
      'Times are of replies that were measured; the median is exact to the second.',
      ...versionNotes(
        options,
        found.some(({ others }) => others > 0),
      ),
    ],
    chart: { kind: 'bars', label: 'question', value: 'time' },
  };
}

function questionCounts(database: Database, options: ReportOptions): Promise<readonly QuestionCount[]> {
  const { sql } = database;
  // Grouped by the second first, in the order of the index `questions_counted`; then packed.
  return rowsOf(
    database,
    sql`select tree, question, version, reply, cast(sum(count) as bigint) as count, cast(sum(confused) as bigint) as confused,
          min(first) as first,
          string_agg(case when sum > 0 then second || ':' || measured || ':' || sum end, ' ') as spread
        from (select q.tree, q.question, q.tree_version as version, q.reply, q.took / 1000 as second, count(*) as count,
                count(*) filter (where q.took > 0) as measured, sum(q.took) as sum,
                count(*) filter (where q.confused > 0) as confused, min(q.case_number) as first
              from questions as q where ${chosenDetails(database, options, 'q')}
              group by q.tree, q.question, q.tree_version, q.reply, q.took / 1000) as seconds
        group by tree, question, version, reply`,
  );
}
