import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Chalk, type ChalkInstance } from 'chalk';
import {
  excerpt,
  type FieldNames,
  fieldKinds,
  type ImportedCharts,
  importTrees,
  leftOutLines,
  loadFolder,
  neutralised,
} from '../index.js';
import type { Environment } from './environment.js';
import { exit, Misuse } from './exit.js';
import { colourLevel } from './style.js';
import { shared, writeWhole } from './write-whole.js';

/** What was given on the command line. */
export interface ImportGiven {
  readonly tree?: string;
  readonly map?: string;
  readonly out?: string;
}

const mostBytes = 1_048_576;

/**
 * Writes trees from the charts of a file, and tells what an author has to look at.
 * @returns 0 when all was understood, 1 when something was not. @throws Misuse
 */
export async function runImportCommand(file: string, given: ImportGiven, environment: Environment): Promise<number> {
  const { stdout, stderr } = environment;
  const { tree, out } = given;
  if (tree !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(tree))
    throw new Misuse(`A tree is called by small letters, digits and hyphens, such as printer-offline, not "${tree}".`);
  const text = read(file);
  const fields = given.map === undefined ? undefined : fieldsIn(given.map);
  const base = out === undefined ? undefined : await knowledgeIn(out);
  const imported = await importTrees(file, text, {
    ...(tree === undefined ? {} : { tree }),
    ...(fields === undefined ? {} : { fields }),
    ...base,
  });
  if (imported === undefined)
    throw new Misuse(
      `What "${file}" is cannot be told: its name has to end with .mmd, .mermaid, .md, .csv, .tsv or .json.`,
    );
  const { trees } = imported;
  const findings = findingsOf(imported, text, new Chalk({ level: colourLevel(environment, false) > 0 ? 1 : 0 }));
  if (out === undefined) {
    for (const { path, text: written } of trees) stdout.write(`# ${path}\n${written}`);
    stderr.write(findings);
  } else {
    const names = writeAll(out, imported, base !== undefined);
    stdout.write(`${findings}${names.map((name) => `Written: ${name}\n`).join('')}`);
  }
  return trees.length > 0 && imported.remarks.every(({ kind }) => kind !== 'not-understood')
    ? exit.fine
    : exit.unresolved;
}

function read(file: string): string {
  try {
    if (statSync(file).size > mostBytes) throw new Misuse(`The file "${file}" is larger than 1 MiB.`);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)).replaceAll('\r\n', '\n');
  } catch (problem) {
    if (problem instanceof Misuse) throw problem;
    const { code } = problem as { readonly code?: string };
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new Misuse(`The file "${file}" is no text in UTF-8.`);
    const reasons: Readonly<Record<string, string>> = { ENOENT: 'it is not there', EISDIR: 'it is a folder' };
    throw new Misuse(`The file "${file}" cannot be read: ${reasons[String(code)] ?? String(code)}.`);
  }
}

function fieldsIn(file: string): FieldNames {
  let value: unknown;
  try {
    value = JSON.parse(read(file));
  } catch (problem) {
    if (problem instanceof Misuse) throw problem;
    throw new Misuse(`The file "${file}" is no JSON.`);
  }
  const known: readonly string[] = fieldKinds;
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  if (entries.length === 0 || entries.some(([key, field]) => !known.includes(key) || typeof field !== 'string'))
    throw new Misuse(
      `"${file}" has to say which field is what, such as {"text": "title"}; it can name ${known.join(', ')}.`,
    );
  return value as FieldNames;
}

/** What an import has to know of the knowledge base that is there already; nothing where there is none. */
async function knowledgeIn(
  folder: string,
): Promise<{ readonly desk: string; readonly taken: readonly string[] } | undefined> {
  if (!existsSync(join(folder, 'knowledge-base.yaml'))) return undefined;
  const { knowledgeBase } = await loadFolder(folder, { calls: false });
  if (knowledgeBase.defaultDesk === '')
    throw new Misuse(`The knowledge base in "${folder}" cannot be read: run "faultline lint ${folder}".`);
  return { desk: knowledgeBase.defaultDesk, taken: [...knowledgeBase.trees.keys()] };
}

function writeAll(folder: string, { trees, manifest }: ImportedCharts, hasManifest: boolean): readonly string[] {
  if (trees.length === 0) return [];
  const files = hasManifest ? trees : [manifest, ...trees];
  const there = files.find(({ path }) => existsSync(join(folder, path)));
  if (there !== undefined)
    throw new Misuse(
      `${join(folder, there.path)} is there already: choose another name with --tree, or another folder.`,
    );
  mkdirSync(folder, { recursive: true });
  return files.map(({ path, text }) => {
    writeWhole(join(folder, path), String(text), shared);
    return join(folder, path);
  });
}

function findingsOf({ trees, remarks }: ImportedCharts, text: string, paint: ChalkInstance): string {
  const told = remarks.filter(({ kind }) => kind !== 'left-out');
  const blocks = told.map(({ kind, message, place }) => {
    const mark = kind === 'to-do' ? paint.yellow('to do') : paint.red('not taken over');
    const where = paint.bold(neutralised(`${place.file}:${place.line}:${place.column}`));
    const lines = excerpt(text, place)
      .split('\n')
      .map((line) => `  ${line}\n`);
    return `${where}  ${mark}\n  ${neutralised(message)}\n${lines.join('')}\n`;
  });
  const left = leftOutLines(remarks).map((words) => `Left out: ${words}\n`);
  const not = told.filter(({ kind }) => kind === 'not-understood').length;
  const toDo = trees.reduce((sum, tree) => sum + (tree.text.match(/# to do/g)?.length ?? 0), 0);
  const summary =
    trees.length === 0
      ? paint.red('No tree could be made of it.')
      : `${count(trees.length, 'tree')}. ${not === 0 ? 'All was taken over.' : `Not taken over: ${not}.`} Marked "to do": ${toDo}.`;
  return `${[...blocks, ...left].join('')}${summary}\n`;
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
