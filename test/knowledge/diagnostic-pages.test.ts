import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { diagnosticKinds, type Loaded, type SourceFile } from '../../src/index.js';
import { loadOver } from './fixtures.js';

const folder = join(process.cwd(), 'docs/diagnostics');
const kinds = await diagnosticKinds();
const codes = kinds.map(({ code }) => code);
// What cannot be written into a page as YAML: files that are missing, too large, badly encoded, or links. The broken
// fixtures show them.
const withoutExample = [
  'empty-file',
  'file-large',
  'link-refused',
  'manifest-missing',
  'not-utf8',
  'steps-too-many',
  'too-large',
  'too-long',
  'too-many-keys',
];
// An example that shows only nodes and faults stands for the rest of a tree with this head.
const head = ['tree: example', 'title: An example', 'symptoms: [it does not work]', 'start: start'];

interface Example {
  readonly file: SourceFile;
  /** `file:line:column-endColumn` of every caret comment. */
  readonly marks: readonly string[];
}

function example(block: string): Example {
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

function section(page: string, title: string): Example[] {
  const body = page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
  return [...body.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => example(match[1] as string));
}

const placesOf = (loaded: Loaded, code: string): string[] =>
  loaded.diagnostics
    .filter((found) => found.code === code)
    .map(({ place }) => `${place.file}:${place.line}:${place.column}-${place.endColumn}`);

describe('the pages of diagnostics', () => {
  test('match the codes one to one', () => {
    expect(readdirSync(folder).sort()).toEqual(codes.map((code) => `${code}.md`).sort());
  });

  test.each(kinds)('$code: begins with its words', ({ code, severity, summary }) => {
    const page = readFileSync(join(folder, `${code}.md`), 'utf8');
    expect(page.split('\n').slice(0, 3)).toEqual([
      `# ${code}`,
      '',
      `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}`,
    ]);
  });

  test.each(codes)('%s: the wrong example gives it at the marked place', async (code) => {
    const examples = section(readFileSync(join(folder, `${code}.md`), 'utf8'), 'Wrong');
    expect(examples.length > 0).toBe(!withoutExample.includes(code));
    if (examples.length === 0) return;
    const loaded = await loadOver(...examples.map(({ file }) => file));
    expect(placesOf(loaded, code)).toEqual(examples.flatMap(({ marks }) => marks));
    expect(placesOf(loaded, code)).not.toEqual([]);
  });

  test.each(codes)('%s: the right example gives nothing at all', async (code) => {
    const examples = section(readFileSync(join(folder, `${code}.md`), 'utf8'), 'Right');
    expect(examples.length).toBeGreaterThan(0);
    const loaded = await loadOver(...examples.map(({ file }) => file));
    expect(loaded.diagnostics).toEqual([]);
  });
});
