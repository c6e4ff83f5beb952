import {
  type CaseStore,
  caseNumberInWords,
  type Forgotten,
  findCaller,
  forgetCaller,
  forgetEverywhere,
  type KnowledgeBase,
} from '../../index.js';
import type { Environment } from '../environment.js';
import { exit } from '../exit.js';
import { holderInWords } from '../keeping/holder-name.js';
import { foldersAside } from '../keeping/set-aside.js';
import { outcomeInWords, subjectInWords } from '../outcome-in-words.js';
import { placesOf } from '../places.js';
import { numberGiven } from './case-given.js';
import { confirmed } from './confirmed.js';
import { notScrubbedWords } from './expire.js';
import { type Page, pageOn } from './page.js';
import { whenInWords } from './when-words.js';
import { type CaseOptions, knowledgeAtHand, withStore } from './with-store.js';

/** What was given on the command line. */
export interface ForgetOptions extends CaseOptions {
  /** Cases that are somebody else's. */
  readonly except: readonly string[];
  /** More words by which the caller is known. */
  readonly also: readonly string[];
  readonly everywhere?: boolean;
  readonly yes?: boolean;
}

/**
 * Shows the cases of a caller, erases them when that is confirmed, and says where was looked for what is left.
 * @returns 0 when nothing is left of them, 1 when something is, or when nothing was to be erased. @throws Misuse
 */
export async function runForgetCommand(who: string, options: ForgetOptions, environment: Environment): Promise<number> {
  const kb = await knowledgeAtHand(environment, options);
  const except = options.except.map(numberGiven);
  const { sessions } = placesOf(environment.variables);
  return withStore(environment, async (store) => {
    const page = pageOn(environment, 8);
    const found = await findCaller(store, who);
    const cases = found.cases.filter(({ number }) => !except.includes(number));
    const own = cases.flatMap(({ name, contact, account }) => [name, contact, account].flatMap((word) => word ?? []));
    const words = [...new Set([who, ...own, ...options.also])];
    page.title(cases.length === 0 ? `No case is of "${who}".` : `The cases of "${who}":`);
    for (const each of cases) {
      const open = each.holder === undefined ? '' : `; ${holderInWords(each.holder)} has it open`;
      page.entry(
        caseNumberInWords(each.number),
        `${whenInWords(each.begun, environment.now())}, ${[each.name, each.contact, each.account].filter(Boolean).join(', ')}: ${subjectInWords(kb, each)}, ${outcomeInWords(kb, each, environment.now())}${open}`,
      );
    }
    const what =
      cases.length === 0
        ? 'What is left of them will be looked for.'
        : `${inWords(cases.length)} will be erased, with all that was said in them.`;
    if (cases.length > 0 || options.everywhere === true) {
      const rewrites = options.everywhere === true ? ' Their words will be taken out of the cases of others.' : '';
      if (!(await confirmed(`${what}${rewrites}`, options.yes, environment))) {
        page.line('Nothing was erased.');
        return exit.unresolved;
      }
    }
    const toForget = { cases: cases.map(({ number }) => number), words, folders: foldersAside(sessions) };
    let forgotten = await forgetCaller(store, toForget, environment.now());
    if (forgotten.erased > 0) page.note(`Erased: ${inWords(forgotten.erased)}.`);
    if (options.everywhere === true && forgotten.traces.inCases.length > 0)
      forgotten = await everywhere(page, store, kb, forgotten, words, { ...toForget, cases: [] }, environment.now());
    report(page, store, forgotten, words);
    return isClean(forgotten) ? exit.fine : exit.unresolved;
  });
}

async function everywhere(
  page: Page,
  store: CaseStore,
  kb: KnowledgeBase,
  { traces, shared }: Forgotten,
  words: readonly string[],
  again: Parameters<typeof forgetCaller>[1],
  now: string,
): Promise<Forgotten> {
  const numbers = traces.inCases.map(({ number }) => number).filter((number) => number > 0);
  const own = words.filter((word) => !shared.includes(word));
  const { changed, left } = await forgetEverywhere(store, kb, numbers, own);
  page.note(`Their words were taken out of ${inWords(changed.length)} of others.`);
  for (const { number, why } of left)
    page.entry(
      caseNumberInWords(number),
      why === 'open'
        ? 'Somebody has it open: it was left as it is.'
        : 'Without the words it would end otherwise: it was left as it is.',
    );
  return forgetCaller(store, again, now);
}

function report(
  page: Page,
  store: CaseStore,
  { traces, shared, notScrubbed }: Forgotten,
  words: readonly string[],
): void {
  const { inCases, inFiles, files, tables } = traces;
  page.part('What is left');
  const looked = words.filter((word) => !shared.includes(word));
  page.line(`Looked for: ${looked.map((word) => `"${word}"`).join(', ')}`);
  if (shared.length > 0)
    page.line(`Not looked for, because others have it too: ${shared.map((word) => `"${word}"`).join(', ')}`);
  page.line(`In every text of the tables ${tables.join(', ')}${files.length === 0 ? '' : ', and byte by byte in:'}`);
  for (const file of files) page.entry('', file);
  if (inCases.length > 0) page.part('These cases of others still mention them');
  for (const { number, where } of inCases) page.entry(caseNumberInWords(number), where.join(', '));
  if (inCases.length > 0)
    page.line(
      `Look at them. To put "[caller]" in place of the words: the same once more with --everywhere${alsoWords(looked)}`,
    );
  if (inFiles.length > 0) page.part('The words still stand in these files');
  for (const file of inFiles)
    page.entry(
      '',
      `${file}${inCases.length > 0 && file.startsWith(store.label) ? ' (where the cases above are)' : ''}`,
    );
  if (inFiles.some((file) => !file.startsWith(store.label)))
    page.line('Look at the files beside the store, and delete them.');
  if (inCases.length === 0 && inFiles.length === 0) page.note('Nothing was found.');
  if (notScrubbed !== undefined) page.note(notScrubbedWords(notScrubbed));
  page.part('What cannot be seen from here');
  page.line(
    store.database.dialect === 'sqlite'
      ? 'Backups, exports and copies of the file, and what the disk itself keeps of what was overwritten.'
      : 'What PostgreSQL keeps outside its tables: archived write-ahead logs, replicas, backups, the logs of the server; and exports. The tables were vacuumed.',
  );
}

/** The words that nobody could find out any more, now that the cases are gone. */
function alsoWords([, ...others]: readonly string[]): string {
  return others.map((word) => ` --also ${JSON.stringify(word)}`).join('');
}

function isClean({ traces, notScrubbed }: Forgotten): boolean {
  return traces.inCases.length === 0 && traces.inFiles.length === 0 && notScrubbed === undefined;
}

function inWords(count: number): string {
  return `${count} case${count === 1 ? '' : 's'}`;
}
