import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type CaseStore,
  type ExportedCase,
  exportCases,
  type KnowledgeBase,
  neutralised,
  reopen,
} from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { printable } from '../printable.js';
import type { CaseToWrite } from './export-formats/case-format.js';
import { caseFormats } from './export-formats/index.js';
import { type FilterOptions, filterGiven } from './filter-given.js';
import { type CaseOptions, knowledgeAtHand, withStore } from './with-store.js';

/** What was given on the command line. */
export interface ExportCommandOptions extends CaseOptions, FilterOptions {
  readonly format: keyof typeof caseFormats;
  readonly personal?: boolean;
  /** A new file. */
  readonly output?: string;
}

/** Writes out the cases that fit. @returns 0, or 1 where none fits. @throws Misuse */
export async function runExportCommand(options: ExportCommandOptions, environment: Environment): Promise<number> {
  const { stdout, stderr, now } = environment;
  const { format, personal = false, output } = options;
  const filter = filterGiven(options, now());
  const kb = await knowledgeAtHand(environment, options);
  return withStore(environment, async (store) => {
    if (filter.text !== undefined) await store.refresh(kb);
    let count = 0;
    async function* written(): AsyncIterable<string> {
      const { before, between, after, write } = caseFormats[format];
      yield before;
      for await (const exported of exportCases(store, kb, filter, { personal })) {
        const text = await write(await readable(store, kb, exported));
        // JSON escapes what could steer a terminal; the other forms do not.
        yield `${count === 0 ? '' : between}${format === 'csv' || format === 'markdown' ? printableRows(text) : text}`;
        count += 1;
      }
      yield after;
    }
    if (output === undefined) await pipeline(Readable.from(written()), stdout, { end: false });
    else await toFile(output, written());
    const hidden = personal ? '' : ' What tells who was calling is redacted; --personal leaves it in.';
    stderr.write(printable(`${count} case${count === 1 ? '' : 's'} exported.${hidden}\n`));
    return count === 0 ? exit.unresolved : exit.fine;
  });
}

async function toFile(path: string, texts: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(texts), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    const { code, path: of, message } = error as NodeJS.ErrnoException;
    if (of === undefined) throw error;
    throw new Misuse(
      code === 'EEXIST' ? `There is a file "${path}" already.` : `"${path}" cannot be written: ${message}`,
    );
  }
}

/** The same text with its line ends, and without what could steer a terminal. */
function printableRows(text: string): string {
  return text.split('\r\n').map(neutralised).join('\r\n');
}

async function readable(store: CaseStore, atHand: KnowledgeBase, exported: ExportedCase): Promise<CaseToWrite> {
  const { session } = exported;
  if (session.tree === '') return { exported };
  const kb = await store.knowledge(session.knowledge, atHand);
  if (kb?.trees.has(session.tree) === true) return { exported, readable: { kb, session } };
  if (!atHand.trees.has(session.tree)) return { exported };
  return { exported, readable: { kb: atHand, session: (await reopen(atHand, session)).session } };
}
