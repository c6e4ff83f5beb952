import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import {
  type KnowledgeBase,
  listen,
  loadTexts,
  openSearch,
  parseSession,
  runCalls,
  situation,
  start,
} from '../../src/index.js';
import { blocks, consoles, filesIn, folderOf, runAs, table, unlike } from './console.js';

const page = 'docs/authoring.md';

let kb: KnowledgeBase;
beforeAll(async () => {
  const { knowledgeBase, diagnostics } = await loadTexts(filesIn(page));
  expect(diagnostics).toEqual([]);
  kb = knowledgeBase;
});

test('its calls pass', async () => {
  const results = await runCalls(kb);
  expect(results.flatMap(({ differences }) => differences)).toEqual([]);
  expect(results).toHaveLength(2);
});

test.each(consoles(page).map((block) => [block.split('\n')[0], block]))('%s', (_, block = '') => {
  expect(unlike(block, runAs(block, folderOf('my-desk', filesIn(page)), ''))).toBeUndefined();
});

test.each(table(page, 'the caller says'))('"%s" tells %s', async (said = '', told = '') => {
  const { facts } = await listen(kb, said, { today: '2026-11-21' });
  const heard = facts.map(({ fact, readings }) => `${fact}: ${readings.map(({ value }) => value).join(' or ')}`);
  expect(heard.join('; ') || 'nothing').toBe(told);
});

test.each(table(page, 'the reply'))('"%s" is taken for %s', async (said = '', proposed = '') => {
  const now = await situation(kb, start(kb, { tree: 'slow-page' }));
  expect(now).toHaveProperty('node', 'others');
  const { answers, unsure } = await listen(kb, said, now.type === 'asking' ? { question: now } : {});
  expect(answers.map(({ answer }) => answer).join(', ') || (unsure ?? 'nothing')).toBe(proposed);
});

test.each(table(page, 'how'))('%s: "%s"', async (how = '', said = '') => {
  const { results } = (await openSearch(kb)).find(said, { typing: how === 'beginning' });
  expect(results.flatMap(({ matched }) => matched.map((match) => match.how))).toContain(how);
});

test('what counts how much is what the search counts', () => {
  const [, counted = ''] = /const counted = \{(.*)\}/.exec(readFileSync('src/search/build-index.ts', 'utf8')) ?? [];
  const weights = [...counted.matchAll(/: ([\d.]+)/g)].map(([, weight]) => weight);
  expect([...new Set(weights)]).toEqual(table(page, 'where').map(([, weight]) => weight));
});

test('its event is one, and says what the search says', async () => {
  const [event = ''] = blocks(page, 'json');
  const parsed = parseSession(`{ "format": 1, "tree": "slow-page", "knowledge": "", "events": [${event}] }`);
  if ('reason' in parsed) throw new Error(parsed.reason);
  const { said, offered, missed } = JSON.parse(event);
  const { results, notUnderstood } = (await openSearch(kb)).find(said);
  expect([results.map(({ tree }) => tree), notUnderstood]).toEqual([offered, missed]);
});

test('German forms are found, as it says', async () => {
  const { find } = await openSearch(kb);
  expect(find('seiten').results[0]).toMatchObject({
    tree: 'langsame-seite',
    matched: [{ said: 'seiten', how: 'same' }],
  });
});
