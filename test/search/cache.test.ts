import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Found, loadFolder, openSearch } from '../../src/index.js';
import { office, small } from './small-knowledge-base.js';

let scratch = '';
let cache = '';

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'faultline-search-'));
  cache = join(scratch, 'deep', 'cache');
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const beside = {
  synonyms: { printer: ['copier'] },
  manifest: { not_covered: { bicycle: { name: 'Bicycles', symptoms: ['the bicycle squeaks'] } } },
};
const said = ['the paper jams', 'prnter', 'copiers', 'wi fi', 'bicycle', 'the atta', 'zorblax', ''];

/** What is found, by a knowledge base that is loaded anew, as the next run would. */
async function found(directory?: string): Promise<readonly Found[]> {
  const kb = await small(office, beside);
  const { find } = await openSearch(kb, directory === undefined ? {} : { cache: directory });
  return said.map((words) => find(words, { typing: true }));
}

const stored = (): string => {
  const [name, ...others] = readdirSync(cache);
  expect(others).toEqual([]);
  return join(cache, name as string);
};

/** Puts a word that nobody uses in the place of "jam", so that one can see whether what is stored was read. */
const planted = (text: string): string => {
  const changed = text.replace('"jam"', '"zorblax"');
  expect(changed).not.toBe(text);
  return changed;
};

/** The stored text with another body, and the checksum that belongs to it. */
function sealed(text: string): string {
  const [line = '', ...rest] = text.split('\n');
  const body = rest.join('\n');
  return `${line.replace(/[0-9a-f]{64}$/, createHash('sha256').update(body).digest('hex'))}\n${body}`;
}

describe('the kept index', () => {
  test('is one file, and finds what an index that is made afresh finds', async () => {
    const fresh = await found();
    expect(await found(cache)).toEqual(fresh);
    const whole = readFileSync(stored());
    expect(await found(cache)).toEqual(fresh);
    expect(readFileSync(stored()).equals(whole)).toBe(true);
    expect(stored()).toContain((await small(office, beside)).hash);
  });

  test('is read when it is whole: a change of its checksum and body together is believed', async () => {
    await found(cache);
    writeFileSync(stored(), sealed(planted(readFileSync(stored(), 'utf8'))));
    const [jams, ...others] = await found(cache);
    expect(jams?.results[0]?.matched.map(({ said: word }) => word)).toEqual(['paper']);
    expect(others[said.indexOf('zorblax') - 1]?.results.map(({ tree }) => tree)).toEqual(['printer']);
  });

  test.each<[name: string, damage: (text: string) => string]>([
    ['a changed body', planted],
    ['a truncated body', (text) => text.slice(0, -100)],
    ['an empty file', () => ''],
    ['only the first line', (text) => text.split('\n')[0] as string],
    ['a file of another program', () => '[{"language":"en"}]'],
    [
      'what another version of the package has kept',
      (text) => planted(text).replace(/^(faultline \d+) \S+/, '$1 9.9.9'),
    ],
    ['what another format has kept', (text) => sealed(planted(text)).replace(/^faultline \d+/, 'faultline 999')],
    ['what was made of other files', (text) => sealed(planted(text)).replace(/ [0-9a-f]{64}\./, ` ${'0'.repeat(64)}.`)],
    ['what is kept of something else', (text) => sealed(planted(text)).replace('.search.json', '.knowledge-base.json')],
  ])('is not read when it is %s, and is replaced', async (_, damage) => {
    const fresh = await found(cache);
    const whole = readFileSync(stored(), 'utf8');
    writeFileSync(stored(), damage(whole));
    expect(readFileSync(stored(), 'utf8')).not.toBe(whole);
    expect(await found(cache)).toEqual(fresh);
    expect(readFileSync(stored(), 'utf8')).toBe(whole);
  });

  test('every flipped bit is noticed', async () => {
    const fresh = await found(cache);
    const whole = readFileSync(stored());
    for (let at = 0; at < whole.length; at += Math.floor(whole.length / 40)) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] as number) ^ 1;
      writeFileSync(stored(), flipped);
      expect(await found(cache)).toEqual(fresh);
    }
  });

  test('a file in the way of its folder changes nothing', async () => {
    const target = join(scratch, 'target');
    writeFileSync(target, 'in the way');
    expect(await found(target)).toEqual(await found());
    expect(readFileSync(target, 'utf8')).toBe('in the way');
  });

  test('a folder that cannot be written changes nothing', async () => {
    // /proc takes no folders, not even from root, whom permissions do not stop.
    expect(await found('/proc/faultline-cache')).toEqual(await found());
  });

  test('a folder where the file should be changes nothing', async () => {
    const fresh = await found(cache);
    const file = stored();
    rmSync(file);
    mkdirSync(file);
    expect(await found(cache)).toEqual(fresh);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('other knowledge has another file', async () => {
    await found(cache);
    const kb = await small({ ...office, more: { title: 'More', symptoms: ['the zorblax squeaks'] } }, beside);
    const { find } = await openSearch(kb, { cache });
    expect(find('zorblax').results.map(({ tree }) => tree)).toEqual(['more']);
    expect(readdirSync(cache)).toHaveLength(2);
  });

  test('stands beside the compiled knowledge base, and neither takes the place of the other', async () => {
    const load = async (): Promise<Found> => {
      const { knowledgeBase } = await loadFolder('test/fixtures/office', { cache });
      return (await openSearch(knowledgeBase, { cache })).find('is the lamp blinking');
    };
    const first = await load();
    expect(first.results.map(({ tree }) => tree)).toContain('printer');
    expect(await load()).toEqual(first);
    expect(
      readdirSync(cache)
        .map((name) => name.replace(/^[0-9a-f]{64}/, ''))
        .toSorted(),
    ).toEqual(['.knowledge-base.json', '.search.json']);
  });
});
