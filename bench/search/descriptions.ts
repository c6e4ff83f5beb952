import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../shipped-knowledge-base.js';

/** The half that the search was made with, and the half that nobody looks at. */
export type Half = 'seen' | 'unseen';

/** What a caller or a ticket says, and the trees in which a good agent could begin: none where no tree covers it. */
export interface Description {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly trees: readonly string[];
}

/** The descriptions of one half. Throws where a line cannot be read, and shows nothing of what stands in it. */
export function descriptions(half: Half): readonly Description[] {
  const lines = readFileSync(join(packageRoot, 'bench', 'search', `${half}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as Description;
    } catch {
      throw new Error(`Line ${index + 1} of the ${half} half is not JSON.`);
    }
  });
}
