import type { Database } from '../cases/index.js';
import { chosenDetails } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { grouped, sumOf } from './grouped.js';
import type { Names } from './names.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { counted } from './shown.js';
import { plainWords, wordsShown } from './words-shown.js';

interface Saying {
  readonly said: string;
  readonly question: string | null;
  readonly count: number;
  readonly last: string;
  readonly offered: number;
}

/** What callers said first for which no tree was taken. */
export async function unknownWords(database: Database, options: ReportOptions): Promise<Report> {
  const rows = await sayings(database, options, 'question is null and chose is null');
  const found = sameWords(rows, options, () => '').map(({ words, own }) => ({ words, ...figuresOf(own) }));
  return {
    id: 'unknown-words',
    title: 'Words that found no tree',
    question: 'What do callers say at the beginning for which no tree was right?',
    meaning: mostSaid(found, 'found no tree'),
    columns: [
      { key: 'words', title: 'What was said', kind: 'text' },
      { key: 'times', title: 'Times', kind: 'bar' },
      { key: 'offered', title: 'Trees offered', kind: 'number' },
      { key: 'last', title: 'Last', kind: 'day' },
    ],
    rows: found,
    notes: wordNotes(options),
    chart: { kind: 'bars', label: 'words', value: 'times' },
  };
}

/** What callers replied to a question that fitted none of its answers. */
export async function unknownReplies(database: Database, options: ReportOptions, names: Names): Promise<Report> {
  const rows = await sayings(database, options, 'question is not null and chose is null');
  const found = sameWords(rows, options, ({ question }) => place(question ?? '')).map(({ words, own }) => {
    const at = place(own[0]?.question ?? '');
    const [tree = '', node = ''] = at.startsWith('fact:') ? ['', at] : at.split('/');
    const question = names.question(tree, node) ?? names.node(tree, node) ?? at;
    return { words, question, id: at, ...figuresOf(own) };
  });
  return {
    id: 'unknown-replies',
    title: 'Replies that fitted no answer',
    question: 'What do callers reply to a question that is taken for none of its answers?',
    meaning: mostSaid(found, 'fitted no answer'),
    columns: [
      { key: 'words', title: 'What was said', kind: 'text' },
      { key: 'question', title: 'To the question', kind: 'text' },
      { key: 'times', title: 'Times', kind: 'bar' },
      { key: 'last', title: 'Last', kind: 'day' },
      { key: 'id', title: 'Question id', kind: 'text', show: 'programs' },
    ],
    rows: found,
    notes: wordNotes(options),
  };
}

/** Single words in what callers said first that no text of the knowledge base has. */
export async function missedWords(database: Database, options: ReportOptions): Promise<Report> {
  const { sql } = database;
  const rows = await rowsOf<{ missed: string; count: number; last: string }>(
    database,
    sql`select s.missed, count(*) as count, max(s.day) as last from sayings as s
        where s.question is null and s.missed <> '' and ${chosenDetails(database, options, 's', false)} group by s.missed`,
  );
  const single = rows.flatMap(({ missed, ...rest }) =>
    [...new Set(missed.split(' '))].map((said) => ({ said, question: null, offered: 0, ...rest })),
  );
  const found = sameWords(single, options, () => '').map(({ words, own }) => ({ words, ...figuresOf(own) }));
  return {
    id: 'missed-words',
    title: 'Words that no tree knows',
    question: 'Which words of callers stand in no text of the knowledge base?',
    meaning: mostSaid(found, 'stood in no tree'),
    columns: [
      { key: 'words', title: 'Word', kind: 'text' },
      { key: 'times', title: 'Calls', kind: 'bar' },
      { key: 'last', title: 'Last', kind: 'day' },
    ],
    rows: found.map(({ offered: _, ...row }) => row),
    notes: wordNotes(options),
    chart: { kind: 'bars', label: 'words', value: 'times' },
  };
}

function sayings(database: Database, options: ReportOptions, which: string): Promise<readonly Saying[]> {
  const { sql } = database;
  return rowsOf(
    database,
    sql`select s.said, s.question, count(*) as count, max(s.day) as last, sum(s.offered) as offered from sayings as s
        where ${sql.raw(which)} and ${chosenDetails(database, options, 's', false)} group by s.said, s.question`,
  );
}

function sameWords(rows: readonly Saying[], options: ReportOptions, also: (row: Saying) => string) {
  const shown = rows.flatMap((row) => {
    const words = wordsShown(row.said, options);
    return words === undefined ? [] : [{ ...row, words: plainWords(words) }];
  });
  return [...grouped(shown, (row) => `${row.words}\n${also(row)}`).values()]
    .map((own) => ({ words: own[0]?.words ?? '', own, times: sumOf(own, ({ count }) => count) }))
    .filter(({ words }) => words !== '')
    .sort((one, other) => other.times - one.times || (one.words < other.words ? -1 : 1));
}

function figuresOf(own: readonly Saying[]) {
  const times = sumOf(own, ({ count }) => count);
  const last =
    own
      .map((row) => row.last)
      .sort()
      .at(-1) ?? '';
  return { times, last, offered: sumOf(own, ({ offered }) => offered) / times };
}

/** Where a question stands: its key begins with `tree/node#` or `fact:name#`. */
function place(key: string): string {
  return key.split('#')[0] ?? '';
}

function mostSaid(found: readonly { readonly words: string; readonly times: number }[], what: string): string {
  const total = sumOf(found, ({ times }) => times);
  if (found[0] === undefined) return `Nothing that was said ${what} in this time.`;
  return `${counted(total, 'time', 'times')} what was said ${what}; most often: "${found[0].words}" (${found[0].times}).`;
}

function wordNotes({ personal = false, redact }: ReportOptions): readonly string[] {
  if (personal) return ['What callers said is shown as it was said: this report holds personal data.'];
  if (redact === undefined)
    return ["Callers' words are not shown: there is nothing that takes personal data out of them."];
  return [
    'Numbers, addresses and passwords are taken out of what was said. A name that a caller said can still be there.',
  ];
}
