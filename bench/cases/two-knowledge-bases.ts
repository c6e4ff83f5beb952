import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KnowledgeBase, loadTexts, type SourceFile } from '../../src/index.js';
import { shippedKnowledgeBase } from '../shipped-knowledge-base.js';

/** A knowledge base with the files that it was made from. */
export interface KnowledgeWithFiles {
  readonly kb: KnowledgeBase;
  readonly files: readonly SourceFile[];
}

/** In the older one the titles of these trees are others, so that they have two versions. */
const edited = ['sign-in', 'printer-offline', 'no-internet', 'slow-computer'];

type Two = readonly [older: KnowledgeWithFiles, newer: KnowledgeWithFiles];

let both: Promise<Two> | undefined;

/** The knowledge base that comes with Faultline, and one from before some of its trees were edited. Read once. */
export function twoKnowledgeBases(): Promise<Two> {
  both ??= readBoth();
  return both;
}

async function readBoth(): Promise<Two> {
  const files = readdirSync(shippedKnowledgeBase, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(shippedKnowledgeBase, path), 'utf8'),
    }));
  const before = files.map(({ path, text }) => {
    const isEdited = edited.some((tree) => path.endsWith(`/${tree}.yaml`));
    return { path, text: isEdited ? text.replace(/^title: .*$/m, '$&, as it was') : text };
  });
  return [await loaded(before), await loaded(files)];
}

async function loaded(files: readonly SourceFile[]): Promise<KnowledgeWithFiles> {
  const { knowledgeBase: kb } = await loadTexts(files);
  return { kb, files };
}
