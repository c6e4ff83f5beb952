import { describe, expect, test } from '@jest/globals';
import { lintKnowledge, loadTexts } from '../../src/index.js';
import { overBase } from '../knowledge/fixtures.js';
import { closing, overlay, tree } from './lint-parts.js';
import { filesIn, lintFiles, lintText } from './lint-text.js';

describe('what lints need', () => {
  test('lints that need all of it are left out while some of it cannot be read', async () => {
    const alone = tree('fan', `symptoms: [the fan]\n${closing}`);
    expect((await lintText(alone)).map(({ code }) => code)).toContain('calls-missing');
    const found = await lintText(alone.replace('start: done', 'start: dnoe'));
    const broken = found.map(({ code }) => code);
    expect(broken).toEqual(expect.arrayContaining(['unknown-node', 'review-missing']));
    expect(broken).not.toContain('calls-missing');
  });

  test('without a day nothing is due and nothing is over', async () => {
    const files = filesIn(
      `${overlay(', until: 2020-01-01')}${tree('fan', `symptoms: [the fan]\nreviewed: 2020-01-01\n${closing}`)}`,
    );
    const due = ['issue-over', 'review-due'];
    expect((await lintFiles(files)).map(({ code }) => code)).toEqual(expect.arrayContaining(due));
    const loaded = await loadTexts(overBase(files), { written: true });
    expect(lintKnowledge(loaded).filter(({ code }) => due.includes(code))).toEqual([]);
  });

  test('a symptom of two trees names the other file', async () => {
    const found = await lintText(tree('zip', `symptoms: [My wifi is gone!]\n${closing}`));
    const shared = found.find(({ code }) => code === 'symptoms-shared');
    expect(shared?.message).toContain('wifi.yaml');
    expect(shared?.related.map(({ place }) => place.file)).toEqual(['wifi.yaml']);
  });
});
