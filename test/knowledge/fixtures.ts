import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, type Loaded, loadFolder, loadTexts, type SourceFile } from '../../src/index.js';

/** The folder of fixtures; tests run from the root of the repository. */
export const fixtures = join(process.cwd(), 'test/fixtures');

/** All YAML files below a folder, as bytes. */
export function filesBelow(directory: string): SourceFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.ya?ml$/.test(path) && statSync(join(directory, path), { throwIfNoEntry: false })?.isFile())
    .map((path) => ({ path, text: readFileSync(join(directory, path)) }));
}

const base = filesBelow(join(fixtures, 'base'));

/** The small knowledge base of the fixtures, with files that are added or take the place of others. */
export function overBase(files: readonly SourceFile[]): SourceFile[] {
  const own = new Set(files.map((file) => file.path));
  return [...base.filter((file) => !own.has(file.path)), ...files];
}

/** Loads files over the small knowledge base of the fixtures. */
export function loadOver(...files: SourceFile[]): Promise<Loaded> {
  return loadTexts(overBase(files));
}

/** Loads one tree, given by its nodes and faults, over the small knowledge base of the fixtures. */
export function loadNodes(nodes: string): Promise<Loaded> {
  const head = 'tree: example\ntitle: An example\nsymptoms: [it does not work]\nstart: start\n';
  return loadOver({ path: 'example.yaml', text: head + nodes });
}

interface Recipe {
  readonly path: string;
  readonly text: string;
  readonly repeat: string;
  readonly times: number;
  readonly end?: string;
  readonly with?: Recipe;
}

// What is too large to lie in the repository is made from a recipe; # is the number of the repetition.
function cook(recipe: Recipe): SourceFile[] {
  const lines = Array.from({ length: recipe.times }, (_, index) => recipe.repeat.replace('#', String(index)));
  const hashed = recipe.repeat.includes('n#') ? lines.join('') : recipe.repeat.repeat(recipe.times);
  const text = recipe.text + hashed + (recipe.end ?? '');
  return [{ path: recipe.path, text }, ...(recipe.with === undefined ? [] : cook(recipe.with))];
}

const bad = join(fixtures, 'bad');

/** The names of the broken fixtures: files, folders and recipes. */
export function badFixtures(): string[] {
  return readdirSync(bad).filter((name) => !name.endsWith('.expected.json'));
}

/** Loads one broken fixture: a folder named alone-… by itself, anything else over the small knowledge base. */
export async function loadBad(name: string): Promise<Loaded> {
  const path = join(bad, name);
  if (name.startsWith('alone-')) return loadFolder(path);
  if (name.endsWith('.recipe.json')) return loadOver(...cook(JSON.parse(readFileSync(path, 'utf8')) as Recipe));
  if (statSync(path).isDirectory()) return loadOver(...filesBelow(path));
  return loadOver({ path: name, text: readFileSync(path) });
}

/** A diagnostic as fixtures expect it. */
export interface Expected {
  readonly file: string;
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The part of a diagnostic that fixtures expect. */
export function expectation({ code, place }: Diagnostic): Expected {
  const { file, line, column, endLine, endColumn } = place;
  return { file, code, line, column, endLine, endColumn };
}

/** What is expected of a broken fixture, as written beside it. */
export function expectedOf(name: string): readonly Expected[] {
  const stem = name.replace(/\.(?:yaml|recipe\.json)$/, '');
  return JSON.parse(readFileSync(join(bad, `${stem}.expected.json`), 'utf8')) as Expected[];
}
