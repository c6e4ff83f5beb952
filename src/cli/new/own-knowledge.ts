import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { excerpt, type KnowledgeBase, type Loaded, loadFolder, loadTexts, type SourceFile } from '../../index.js';
import { Misuse } from '../exit.js';
import { knowledgeFolder } from '../knowledge-folder.js';

/** A knowledge base that is written into. */
export interface OwnKnowledge {
  readonly folder: string;
  readonly loaded: Loaded;
}

/** The knowledge base that was named, or that of this folder: never the one that comes with Faultline. @throws Misuse */
export async function ownKnowledge(named: string | undefined): Promise<OwnKnowledge> {
  const folder = knowledgeFolder(named ?? '.');
  if (!existsSync(join(folder, 'knowledge-base.yaml'))) {
    const where = named === undefined ? 'This folder' : `The folder "${folder}"`;
    throw new Misuse(
      `${where} is no knowledge base: it has no file knowledge-base.yaml. Say which with --kb, or begin one with "faultline new knowledge-base".`,
    );
  }
  return { folder, loaded: await loadFolder(folder) };
}

/** The text of a file as it is now. */
export function textOf({ folder }: OwnKnowledge, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/**
 * The knowledge base as it would be with some files new or changed.
 * @throws Misuse where they would bring a mistake that is not there now
 */
export async function withFiles({ loaded }: OwnKnowledge, files: readonly SourceFile[]): Promise<KnowledgeBase> {
  const texts = new Map([...loaded.sources].map(([path, text]) => [path, { path, text } as SourceFile]));
  for (const file of files) texts.set(file.path, file);
  const next = await loadTexts(texts.values());
  const changed = new Set(files.map(({ path }) => path));
  const known = new Set(loaded.diagnostics.map(keyOf));
  const mistake = next.diagnostics.find(
    (diagnostic) =>
      diagnostic.severity === 'error' && (changed.has(diagnostic.place.file) || !known.has(keyOf(diagnostic))),
  );
  if (mistake === undefined) return next.knowledgeBase;
  const { message, hint, place } = mistake;
  const shown = excerpt(next.sources.get(place.file) ?? '', place);
  throw new Misuse(
    `Nothing was written, since it would be wrong in ${place.file}:${place.line}. ${message}${hint === undefined ? '' : ` ${hint}`}\n${shown}`,
  );
}

function keyOf({ code, place, message }: Loaded['diagnostics'][number]): string {
  return `${place.file} ${code} ${message}`;
}

/** The folders of a knowledge base in which its trees are. */
export function areasOf({ folder, loaded }: OwnKnowledge): readonly string[] {
  const areas = [...loaded.knowledgeBase.trees.values()].map(({ at }) => at.file.split('/').slice(0, -1).join('/'));
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  const empty = folders.filter((name) => name !== 'procedures' && name !== 'node_modules');
  return [...new Set([...areas, ...empty])].filter((area) => area !== '').sort();
}
