import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadTexts, type SourceFile } from '../../src/index.js';
import { filesBelow } from './fixtures.js';
import { computed, mutate, numbers } from './mutate.js';

const shipped = join(process.cwd(), 'knowledge-base');

/** Most of the shared files are words that callers use: no tree refers to them, and all of them would be read 1,000 times. */
function withoutCallersWords({ path, text }: SourceFile): SourceFile {
  const kept = Buffer.from(text as Uint8Array)
    .toString()
    .split(/^(?=[a-z_]+:)/m)
    .filter((part) => !/^(?:not_covered|synonyms):/.test(part));
  return { path, text: Buffer.from(kept.join('')) };
}

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
