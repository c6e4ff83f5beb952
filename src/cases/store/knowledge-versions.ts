import { gunzipSync, gzipSync } from 'node:zlib';
import { type KnowledgeBase, loadTexts, type SourceFile } from '../../knowledge/index.js';
import type { Database } from '../drivers/database.js';

/** Whether the files of a knowledge base are kept. */
export async function hasKnowledge(database: Database, hash: string): Promise<boolean> {
  const row = await database.db.selectFrom('knowledge').select('hash').where('hash', '=', hash).executeTakeFirst();
  return row !== undefined;
}

/** Keeps the files of a knowledge base, so that the cases taken with it can be replayed when it has changed. */
export async function keepKnowledge(
  database: Database,
  { hash, name }: Pick<KnowledgeBase, 'hash' | 'name'>,
  files: readonly SourceFile[],
  at: string,
): Promise<void> {
  const texts = files.map(({ path, text }) => [path, typeof text === 'string' ? text : new TextDecoder().decode(text)]);
  const packed = gzipSync(JSON.stringify(texts)).toString('base64');
  await database.db
    .insertInto('knowledge')
    .values({ hash, name, stored: at, files: packed })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/** A knowledge base as it was when its files were kept; undefined where they were not. */
export async function knowledgeKept(database: Database, hash: string): Promise<KnowledgeBase | undefined> {
  const row = await database.db.selectFrom('knowledge').select('files').where('hash', '=', hash).executeTakeFirst();
  if (row === undefined) return undefined;
  const texts = JSON.parse(gunzipSync(Buffer.from(row.files, 'base64')).toString()) as readonly [string, string][];
  const { knowledgeBase } = await loadTexts(texts.map(([path, text]) => ({ path, text })));
  return knowledgeBase.hash === hash ? knowledgeBase : undefined;
}
