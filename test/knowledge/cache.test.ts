import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Loaded, loadFolder } from '../../src/index.js';
import { fixtures } from './fixtures.js';

const good = join(fixtures, 'good');
let scratch = '';
let cache = '';

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'faultline-cache-'));
  cache = join(scratch, 'deep', 'cache');
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const stored = (): string => {
  const [name, ...others] = readdirSync(cache);
  expect(others).toEqual([]);
  return join(cache, name as string);
};

/** Plants a name into what is stored, so that one can see whether it was read. */
function plant(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('An example of everything', 'An example of nothing!!!!'));
}

const title = ({ knowledgeBase }: Loaded): string => knowledgeBase.title;

describe('the cache', () => {
  test('a hit equals what is compiled afresh, and is frozen as well', async () => {
    const fresh = await loadFolder(good);
    const first = await loadFolder(good, { cache });
    const second = await loadFolder(good, { cache });
    expect(first).toEqual(fresh);
    expect(second).toEqual(fresh);
    expect(second.knowledgeBase.trees.get('printer-offline')).toEqual(fresh.knowledgeBase.trees.get('printer-offline'));
    const trees = second.knowledgeBase.trees as Map<string, unknown>;
    expect(() => trees.set('x', 1)).toThrow(TypeError);
    expect(() => trees.clear()).toThrow(TypeError);
    expect(Object.isFrozen(second.knowledgeBase.trees.get('wifi-down')?.nodes.get('router')?.at)).toBe(true);
  });

  test('is read when it is whole: a change of its checksum and body together is believed', async () => {
    await loadFolder(good, { cache });
    const file = stored();
    const { createHash } = await import('node:crypto');
    const [line = '', ...body] = readFileSync(file, 'utf8').split('\n');
    const changed = body.join('\n').replace('An example of everything', 'Read from the cache');
    const digest = createHash('sha256').update(changed).digest('hex');
    writeFileSync(file, `${line.replace(/[0-9a-f]{64}$/, digest)}\n${changed}`);
    expect(title(await loadFolder(good, { cache }))).toBe('Read from the cache');
  });

  test.each<[name: string, damage: (file: string) => void]>([
    ['a changed body', plant],
    ['a truncated file', (file) => writeFileSync(file, readFileSync(file).subarray(0, 2000))],
    ['an empty file', (file) => writeFileSync(file, '')],
    ['only the first line', (file) => writeFileSync(file, readFileSync(file, 'utf8').split('\n')[0] as string)],
    ['a body that is no JSON', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('{', '['))],
    [
      'another version of the package',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/^(faultline \d+) \S+/, '$1 9.9.9')),
    ],
    [
      'another format',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/^faultline \d+/, 'faultline 999')),
    ],
    [
      'a file of another program',
      (file) => writeFileSync(file, '{"knowledgeBase":{"title":"Foreign"},"diagnostics":[]}'),
    ],
    [
      'the file of another hash',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/ [0-9a-f]{64}\./, ` ${'0'.repeat(64)}.`)),
    ],
  ])('%s is not read, and is replaced', async (_, damage) => {
    const fresh = await loadFolder(good, { cache });
    const file = stored();
    const whole = readFileSync(file);
    damage(file);
    expect(readFileSync(file).equals(whole)).toBe(false);
    expect(await loadFolder(good, { cache })).toEqual(fresh);
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  test('every flipped bit is noticed', async () => {
    const fresh = await loadFolder(good, { cache });
    const file = stored();
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += Math.floor(whole.length / 60)) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] as number) ^ 1;
      writeFileSync(file, flipped);
      expect(await loadFolder(good, { cache })).toEqual(fresh);
    }
  });

  test('a changed file of the knowledge base is seen', async () => {
    const copy = join(scratch, 'copy');
    cpSync(good, copy, { recursive: true });
    const before = await loadFolder(copy, { cache });
    const manifest = join(copy, 'knowledge-base.yaml');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('An example of everything', 'Changed'));
    const after = await loadFolder(copy, { cache });
    expect(title(after)).toBe('Changed');
    expect(after.knowledgeBase.hash).not.toBe(before.knowledgeBase.hash);
  });

  test.each(['a file in the way', 'a folder that cannot be written'])('%s changes nothing', async (hindrance) => {
    const fresh = await loadFolder(good);
    const target = join(scratch, 'target');
    if (hindrance === 'a file in the way') writeFileSync(target, 'in the way');
    else {
      // /proc takes no folders, not even from root, whom permissions do not stop.
      expect(await loadFolder(good, { cache: '/proc/faultline-cache' })).toEqual(fresh);
      return;
    }
    expect(await loadFolder(good, { cache: target })).toEqual(fresh);
    expect(readFileSync(target, 'utf8')).toBe('in the way');
  });

  test('leaves nothing unfinished behind, and only the newest few', async () => {
    const copy = join(scratch, 'copy');
    cpSync(good, copy, { recursive: true });
    const manifest = join(copy, 'knowledge-base.yaml');
    const text = readFileSync(manifest, 'utf8');
    const hashes: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      writeFileSync(manifest, text.replace('An example of everything', `Number ${n}`));
      const { hash } = (await loadFolder(copy, { cache, calls: false })).knowledgeBase;
      hashes.push(`${hash}.knowledge-base.json`);
      utimesSync(join(cache, `${hash}.knowledge-base.json`), n, n);
    }
    expect(readdirSync(cache).sort()).toEqual(hashes.slice(-4).sort());
  });

  test('what is used stays, however long ago it was made', async () => {
    const { hash } = (await loadFolder(good, { cache, calls: false })).knowledgeBase;
    const used = `${hash}.knowledge-base.json`;
    const copy = join(scratch, 'copy');
    cpSync(good, copy, { recursive: true });
    const manifest = join(copy, 'knowledge-base.yaml');
    const text = readFileSync(manifest, 'utf8');
    for (let n = 0; n < 7; n += 1) {
      for (const name of readdirSync(cache)) utimesSync(join(cache, name), n, n);
      expect((await loadFolder(good, { cache, calls: false })).knowledgeBase.hash).toBe(hash);
      writeFileSync(manifest, text.replace('An example of everything', `Number ${n}`));
      await loadFolder(copy, { cache, calls: false });
      expect(readdirSync(cache)).toContain(used);
    }
    expect(readdirSync(cache)).toHaveLength(4);
  });

  test('other files in its folder are left alone', async () => {
    await loadFolder(good, { cache });
    writeFileSync(join(cache, 'notes.txt'), 'mine');
    chmodSync(join(cache, 'notes.txt'), 0o600);
    const copy = join(scratch, 'copy');
    cpSync(good, copy, { recursive: true });
    writeFileSync(join(copy, 'extra.yaml'), '# nothing');
    await loadFolder(copy, { cache });
    expect(readFileSync(join(cache, 'notes.txt'), 'utf8')).toBe('mine');
  });
});
