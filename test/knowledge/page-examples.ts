import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, DiagnosticKind, SourceFile } from '../../src/index.js';

/** The folder of the pages of diagnostics; tests run from the root of the repository. */
export const pages = join(process.cwd(), 'docs/diagnostics');

/** One YAML block of a page, with what its caret comments mark. */
export interface PageExample {
  readonly file: SourceFile;
  /** `file:line:column-endColumn` of every caret comment. */
  readonly marks: readonly string[];
}

// An example that shows only nodes and faults stands for the rest of a tree with this head.
const head = ['tree: example', 'title: An example', 'symptoms: [it does not work]', 'start: start'];

/** The page of a code. */
export function pageOf(code: string): string {
  return readFileSync(join(pages, `${code}.md`), 'utf8');
}

/** How a page has to begin. */
export function firstLinesOf({ code, severity, summary }: DiagnosticKind): readonly string[] {
  const words = { error: 'Error', warning: 'Warning', advice: 'Advice' };
  return [`# ${code}`, '', `${words[severity]}: ${summary}`];
}

/** The examples under a heading of the page of a code: `Wrong` or `Right`. */
export function pageExamples(code: string, title: string): readonly PageExample[] {
  const body =
    pageOf(code)
      .split(/^## /m)
      .find((part) => part.startsWith(`${title}\n`)) ?? '';
  return [...body.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => example(match[1] as string));
}

/** Where diagnostics of a code are, as marks are written. */
export function marksOf(diagnostics: readonly Diagnostic[], code: string): string[] {
  return diagnostics
    .filter((found) => found.code === code)
    .map(({ place }) => `${place.file}:${place.line}:${place.column}-${place.endColumn}`);
}

function example(block: string): PageExample {
  const named = /^# (\S+\.yaml)\n/.exec(block);
  const path = named?.[1] ?? 'example.yaml';
  const lines = block.startsWith('nodes:') ? [...head] : [];
  const marks: string[] = [];
  for (const line of block.trimEnd().split('\n')) {
    const carets = /^#( *)(\^*)$/.exec(line);
    if (carets === null || line === '#') {
      lines.push(line);
      continue;
    }
    const [, blanks = '', arrows = ''] = carets;
    // A # right before the carets is the first of them: a comment cannot begin with anything else.
    const column = blanks === '' ? 1 : blanks.length + 2;
    const width = blanks === '' ? arrows.length + 1 : arrows.length;
    marks.push(`${path}:${lines.length}:${column}-${column + width}`);
  }
  return { file: { path, text: `${lines.join('\n')}\n` }, marks };
}
