import { type LintFinding, lintKnowledge, loadTexts, type SourceFile } from '../../src/index.js';
import { overBase } from '../knowledge/fixtures.js';

const head = ['tree: example', 'title: An example', 'symptoms: [it does not work]', 'start: start', ''].join('\n');

/**
 * The files in one text: each begins with `# name.yaml`. What begins with `nodes:` is a tree with a head, called
 * example.yaml where it has no name.
 */
export function filesIn(text: string): readonly SourceFile[] {
  return text
    .split(/^(?=# \S+\.yaml$)/m)
    .flatMap((part) => (/^tree:|^# example\.yaml$/m.test(part) ? [part] : part.split(/^(?=nodes:)/m)))
    .filter((part) => part !== '')
    .map((part) => {
      const path = /^# (\S+\.yaml)\n/.exec(part)?.[1] ?? 'example.yaml';
      return { path, text: path === 'example.yaml' ? head + part : part };
    });
}

/** Lints files over the small knowledge base of the fixtures, and gives what is found in these files. */
export async function lintFiles(files: readonly SourceFile[], today = '2026-11-28'): Promise<readonly LintFinding[]> {
  const loaded = await loadTexts(overBase(files), { written: true });
  const shown = new Set(files.map(({ path }) => path));
  return lintKnowledge(loaded, { today }).filter(({ place }) => shown.has(place.file));
}

/** Lints the files in one text. */
export const lintText = (text: string): Promise<readonly LintFinding[]> => lintFiles(filesIn(text));

/** A tree in which one step says something. */
export const stepSaying = (say: string): string =>
  `nodes:\n  start:\n    do:\n      - say: ${say}\n    then: done\n  done: { close: resolved }\n`;

/** A tree in which one question is asked. */
export const nodeAsking = (ask: string): string =>
  `nodes:\n  start:\n    ask: ${ask}\n    answers: { "yes": done, "no": done }\n    unsure: { treat_as: "no" }\n  done: { close: unresolved }\n`;
