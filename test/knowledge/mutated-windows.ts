import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadTexts, type SourceFile } from '../../src/index.js';
import { filesBelow, fixtures, overBase } from './fixtures.js';
import { computed, mutate, numbers } from './mutate.js';

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

const parts = 8;

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

const subjects = folders.flatMap((folder) =>
  filesBelow(folder).map((file) => ({ ...file, path: shared.has(file.path) ? file.path : `mutated/${file.path}` })),
);

/** Declares the tests of some of the eight parts: several tests, so that one that hangs is named, and a slow machine has time. */
export function testParts(chosen: readonly number[]): void {
  test.each(chosen)(
    'part %i of 20,000: never an exception, each in under two seconds',
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
    300_000,
  );
}
