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
  readonly day: string;
  readonly offered: number;
  readonly caller: string | null;
  readonly contact: string | null;
  readonly account: string | null;
  readonly device: string | null;
  /** The values of personal facts, with line ends between. */
  readonly personal: string | null;
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
  const rows = await sayings(database, options, "question is null and s.missed <> ''", 'missed');
  const single = rows.flatMap((row) => [...new Set(row.said.split(' '))].map((said) => ({ ...row, said })));
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

function sayings(
  database: Database,
  options: ReportOptions,
  which: string,
  column: 'said' | 'missed' = 'said',
): Promise<readonly Saying[]> {
  const { sql } = database;
  return rowsOf(
    database,
    sql`select ${sql.ref(`s.${column}`)} as said, s.question, s.day, s.offered, c.caller, c.contact, c.account, c.device,
          (select string_agg(f.value, ${'\n'}) from facts as f where f.case_number = s.case_number and f.personal = 1) as personal
        from sayings as s join cases as c on c.number = s.case_number
        where ${sql.raw(which)} and ${chosenDetails(database, options, 's', false)}`,
  );
}

function sameWords(rows: readonly Saying[], options: ReportOptions, also: (row: Saying) => string) {
  const plain = new Map<string, string>();
  const shown = rows.flatMap((row) => {
    const who = whoIn(row);
    const words = who.length === 0 ? plain.get(row.said) : undefined;
    if (words !== undefined) return [{ ...row, words }];
    const found = wordsShown(row.said, options, who);
    if (found === undefined) return [];
    const made = plainWords(found);
    if (who.length === 0) plain.set(row.said, made);
    return [{ ...row, words: made }];
  });
  return [...grouped(shown, (row) => `${row.words}\n${also(row)}`).values()]
    .map((own) => ({ words: own[0]?.words ?? '', own, times: own.length }))
    .filter(({ words }) => words !== '')
    .sort((one, other) => other.times - one.times || (one.words < other.words ? -1 : 1));
}

/** What stands in a saying of what tells who was calling. */
function whoIn({ said, caller, contact, account, device, personal }: Saying): readonly string[] {
  const small = said.toLowerCase();
  const known = [caller, contact, account, device, ...(personal?.split('\n') ?? [])].flatMap((text) => text ?? []);
  const parts = (caller ?? '').split(/[\s,.]+/).filter((part) => part.length >= 3);
  return [...known, ...parts].filter((word) => word.length >= 2 && small.includes(word.toLowerCase()));
}

function figuresOf(own: readonly Saying[]) {
  const last =
    own
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? '';
  return { times: own.length, last, offered: sumOf(own, ({ offered }) => offered) / own.length };
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
    'What is known of the caller, numbers, addresses and passwords are taken out of what was said. A name of somebody else can still be there.',
  ];
}
