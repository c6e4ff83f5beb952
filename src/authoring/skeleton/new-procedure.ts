import type { SourceFile } from '../../knowledge/index.js';
import { schemaComment } from './schema-comment.js';
import { yamlText } from './yaml-text.js';

/** What a new procedure is to be. */
export interface NewProcedure {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  /** The question that makes sure of it when it has been tried before. */
  readonly tried?: string;
  /** The path of the JSON Schema of a kind of file, as seen from the folder `procedures`. */
  readonly schema?: (kind: string) => string;
}

/** A procedure in a file of its own. */
export function newProcedure({ id, title, steps, tried, schema }: NewProcedure): SourceFile {
  const lines = [
    ...schemaComment(schema?.('procedure')),
    `procedure: ${yamlText(id)}`,
    `title: ${yamlText(title)}`,
    ...(tried === undefined
      ? ['# tried: The question that makes sure of it when the caller has tried it before.']
      : [`tried: ${yamlText(tried)}`]),
    'steps: # one action in each; expect says what the caller should then see, wait how long it takes',
    ...steps.map((step) => `  - say: ${yamlText(step)}`),
  ];
  return { path: `procedures/${id}.yaml`, text: `${lines.join('\n')}\n` };
}
