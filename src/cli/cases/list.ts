import { type CaseSummary, caseNumberInWords, type KnowledgeBase } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { holderInWords } from '../keeping/holder-name.js';
import { outcomeInWords, subjectInWords } from '../outcome-in-words.js';
import { printable } from '../printable.js';
import { type Style, styleFor } from '../style.js';
import { cutRight } from '../terminal/index.js';
import { numberGiven } from './case-given.js';
import { type FilterOptions, filterGiven } from './filter-given.js';
import { tableLines } from './table.js';
import { whenInWords } from './when-words.js';
import { type CaseOptions, knowledgeAtHand, withStore } from './with-store.js';

/** What was given on the command line. */
export interface ListOptions extends CaseOptions, FilterOptions {
  readonly limit?: string;
  /** A case number: only cases that are older. */
  readonly before?: string;
  readonly json?: boolean;
}

/** Prints the newest cases that fit, and how many there are. @returns 0, also where there is none. @throws Misuse */
export async function runListCommand(options: ListOptions, environment: Environment): Promise<number> {
  const { stdout, now } = environment;
  const filter = filterGiven(options, now());
  const limit = limitGiven(options.limit);
  const before = options.before === undefined ? {} : { before: numberGiven(options.before) };
  const kb = await knowledgeAtHand(environment, options);
  return withStore(environment, async (store) => {
    // Words are looked for in what was worked out from the calls: also from those that were cut off.
    if (filter.text !== undefined) await store.refresh(kb);
    // One more than is shown: whether there are more.
    const found = await store.list(filter, { limit: limit + 1, ...before });
    const cases = found.slice(0, limit);
    const all = await store.count(filter);
    if (options.json === true) {
      const listed = cases.map((each) => ({ ...each, number: caseNumberInWords(each.number) }));
      stdout.write(`${JSON.stringify({ cases: listed, all }, null, 2)}\n`);
      return exit.fine;
    }
    const style = styleFor(environment, stdout.isTTY !== true);
    const columns = Math.max(40, stdout.columns ?? 80);
    for (const line of linesOf(kb, cases, now(), style, columns)) stdout.write(`${line}\n`);
    stdout.write(`${style.clean(howMany(cases, all, found.length > limit))}\n`);
    return exit.fine;
  });
}

function limitGiven(written = '20'): number {
  const limit = Number(written);
  if (Number.isSafeInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new Misuse(`--limit is a number from 1 to 1000, not "${written}".`);
}

/** Two lines a case: in one, neither what it is about nor how it ended could be read. */
function linesOf(
  kb: KnowledgeBase,
  cases: readonly CaseSummary[],
  now: string,
  style: Style,
  columns: number,
): readonly string[] {
  if (cases.length === 0) return [];
  const rows = cases.map((each) => [
    caseNumberInWords(each.number),
    whenInWords(each.begun, now),
    inOneLine(each.agent ?? ''),
    inOneLine(each.name ?? each.contact ?? each.account ?? ''),
    inOneLine(outcomeInWords(kb, each, now)),
  ]);
  const [header = '', ...lines] = tableLines(
    [
      { title: 'Case' },
      { title: 'Begun' },
      { title: 'Agent', least: 6 },
      { title: 'Caller', least: 8 },
      { title: 'How it stands', least: 26 },
    ],
    rows,
    columns - 1,
  );
  return [
    style.dim(header),
    ...lines.flatMap((line, at) => {
      const listed = cases[at] as CaseSummary;
      const about = cutRight(inOneLine(`${openBy(listed)}${subjectInWords(kb, listed)}`), columns - 5);
      return [style.clean(line), style.dim(`    ${about}`)];
    }),
  ];
}

function openBy({ holder }: CaseSummary): string {
  return holder === undefined ? '' : `* open: ${holderInWords(holder)} * `;
}

function inOneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}

function howMany(cases: readonly CaseSummary[], all: number, areMore: boolean): string {
  if (all === 0) return 'There is no such case.';
  const last = cases.at(-1);
  if (last === undefined) return `None is older than that; ${all} fit in all.`;
  const shown = cases.length === all ? '' : `${cases.length} of `;
  const more = areMore ? ` The next ones: the same with --before ${caseNumberInWords(last.number)}` : '';
  return `${shown}${all} case${all === 1 ? '' : 's'}.${more}`;
}
