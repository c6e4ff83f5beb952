import { statSync } from 'node:fs';
import { Misuse } from './exit.js';
import { shippedKnowledgeBase } from './places.js';

/** The folder of the knowledge base that was named, or of the shipped one. @throws Misuse when it is not a folder. */
export function knowledgeFolder(named: string | undefined): string {
  const folder = named ?? shippedKnowledgeBase;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) throw new Misuse(`There is no folder "${folder}".`);
  if (!found.isDirectory())
    throw new Misuse(`"${folder}" is not a folder: a knowledge base is a folder of YAML files.`);
  return folder;
}
