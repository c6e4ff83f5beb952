import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadTexts, type SourceFile } from '../../src/index.js';
import { filesBelow, fixtures, overBase } from './fixtures.js';

const shipped = join(process.cwd(), 'knowledge-base');
const folders = [join(fixtures, 'good'), ...(existsSync(shipped) ? [shipped] : [])];
const shared = new Set([
  'knowledge-base.yaml',
  'facts.yaml',
  'rules.yaml',
  'checks.yaml',
  'glossary.yaml',
  'overlays.yaml',
]);

/** How many mutated files are loaded in all. */
const total = 20_000;
/** The length of what is mutated: a window of a long file, since reading honest text takes two seconds a megabyte. */
const longest = 800;

/** A small generator of numbers below a bound, the same on every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = [
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '&a ',
  '*a',
  '!t ',
  '"',
  "'",
  '|\n',
  '? ',
  '#',
  '\t',
  '\u202e',
  '\0',
  ',',
];
const values = ['', 'true', '10', '~', '[]', '{}', '"{x}"', 'yes', '1e999', '__proto__', 'a/b', '[a, [b]]'];

/** The head of a file, and a run of whole lines from anywhere in the rest. */
function windowOf(lines: readonly string[], next: (below: number) => number): string[] {
  const length = (all: readonly string[]): number => all.reduce((sum, line) => sum + line.length + 1, 0);
  if (length(lines) <= longest) return [...lines];
  const head = Math.max(
    0,
    lines.findIndex((line) => /^(?:nodes|calls|facts|rules|terms|steps|checks|desks|overlays):/.test(line)),
  );
  const starts = [...lines.keys()].filter((at) => at > head && /^ {2}\S/.test(lines[at] as string));
  const start = starts[next(Math.max(1, starts.length))] ?? head + 1;
  const taken = lines.slice(0, head + 1);
  for (let at = start; at < lines.length && length(taken) < longest; at += 1) taken.push(lines[at] as string);
  return taken;
}

function mutate(lines: string[], next: (below: number) => number): Uint8Array {
  const at = next(lines.length);
  const line = lines[at] as string;
  const kind = next(9);
  if (kind === 0) lines.splice(at, 1);
  else if (kind === 1) lines.splice(at, 0, line);
  else if (kind === 2) lines.splice(at, 1, lines[next(lines.length)] as string);
  else if (kind === 3) lines[at] = `${' '.repeat(next(6))}${line.trimStart()}`;
  else if (kind === 4) lines[at] = line.replace(/[a-z_-]+(?=:)/, (key) => key.slice(1) + key.slice(0, 1));
  else if (kind === 5) lines[at] = line.replace(/: .*$/, `: ${values[next(values.length)]}`);
  else if (kind === 6) {
    const column = next(line.length + 1);
    lines[at] = line.slice(0, column) + pieces[next(pieces.length)] + line.slice(column);
  }
  const bytes = new TextEncoder().encode(lines.join('\n'));
  if (kind === 7 && bytes.length > 0) bytes[next(bytes.length)] = next(256);
  return kind === 8 ? bytes.subarray(0, next(bytes.length + 1)) : bytes;
}

/** Most of the shared files are words that callers use: no tree refers to them, and all of them would be read 1,000 times. */
function withoutCallersWords({ path, text }: SourceFile): SourceFile {
  const kept = Buffer.from(text as Uint8Array)
    .toString()
    .split(/^(?=[a-z_]+:)/m)
    .filter((part) => !/^(?:not_covered|synonyms):/.test(part));
  return { path, text: kept.join('') };
}

/** What this process has computed until now, in milliseconds: unlike the clock, it stands while others have the processor. */
function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

// Several tests, so that one that hangs is named, and a slow machine has time for each.
const parts = 8;

describe('mutated files', () => {
  const subjects = folders.flatMap((folder) =>
    filesBelow(folder).map((file) => ({ ...file, path: shared.has(file.path) ? file.path : `mutated/${file.path}` })),
  );

  test.each(Array.from({ length: parts }, (_, part) => part))(
    'part %# of 20,000: never an exception, each in under two seconds',
    async (part) => {
      const next = numbers(part + 1);
      let slowest = 0;
      let withFindings = 0;
      for (let n = 0; n < total / parts; n += 1) {
        const subject = subjects[(n * parts + part) % subjects.length] as SourceFile;
        const lines = Buffer.from(subject.text as Uint8Array)
          .toString()
          .split('\n');
        const path = subject.path.replace(/^mutated\/procedures\//, 'procedures/');
        const files = overBase([{ path, text: mutate(windowOf(lines, next), next) }]);
        const begun = computed();
        const { diagnostics } = await loadTexts(files);
        slowest = Math.max(slowest, computed() - begun);
        if (diagnostics.length > 0) withFindings += 1;
      }
      expect(slowest).toBeLessThan(2000);
      // Nearly every mutation is a mistake; if hardly any were found, nothing would have been read.
      expect(withFindings).toBeGreaterThan(total / parts / 3);
    },
    120_000,
  );

  test('1,000 whole files of the shipped trees, beside the shared ones', async () => {
    const all = filesBelow(shipped);
    const trees = all.filter(({ path }) => path.includes('/') && !path.endsWith('.calls.yaml'));
    const others = all.filter(({ path }) => !path.includes('/')).map(withoutCallersWords);
    const next = numbers(42);
    let slowest = 0;
    let withFindings = 0;
    for (let n = 0; n < 1000; n += 1) {
      const subject = trees[n % trees.length] as SourceFile;
      const text = mutate(Buffer.from(subject.text).toString().split('\n'), next);
      const begun = computed();
      const { diagnostics } = await loadTexts([...others, { path: subject.path, text }]);
      slowest = Math.max(slowest, computed() - begun);
      if (diagnostics.some(({ place }) => place.file === subject.path)) withFindings += 1;
    }
    expect(slowest).toBeLessThan(2000);
    expect(withFindings).toBeGreaterThan(300);
  }, 300_000);
});
