import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadFolder } from '../../src/index.js';
import { fixtures, loadOver } from './fixtures.js';

const issue = (more: string): string =>
  `overlays:\n  - { issue: outage, title: Outage, ask: Is it?, explain: It is., ${more} }\n`;
const load = (more: string) => loadOver({ path: 'overlays.yaml', text: issue(more) });
const codes = async (more: string): Promise<string[]> => (await load(more)).diagnostics.map(({ code }) => code);

describe('known issues', () => {
  test('are kept by name, as written, with all that is said about them', async () => {
    const { overlays } = (await loadFolder(join(fixtures, 'good'))).knowledgeBase;
    expect([...overlays.keys()]).toEqual(['bad-update', 'outage', 'repairs']);
    expect(overlays.get('bad-update')).toEqual({
      id: 'bad-update',
      title: 'The update of November stops printers',
      from: '2026-11-10',
      until: '2026-11-30',
      trees: ['printer-offline'],
      faults: ['printer-offline/queue-paused'],
      when: { fact: 'os', operator: 'equal', value: 'windows' },
      ask: 'Did the computer update itself this week?',
      say: 'Did your computer restart by itself this week, and say that it was updating?',
      explain: 'An update stops many printers, also your {printer.model}. The maker is working on it.',
      workaround: 'You can print from your phone.',
      then: { kind: 'refer', desk: 'second-line' },
      sources: [{ title: 'What the maker says', url: 'https://example.com/update' }],
      at: { file: 'overlays.yaml', line: 2, column: 5, endLine: 2, endColumn: 10 },
    });
  });

  test('close the call unless they say otherwise', async () => {
    const { overlays } = (await loadFolder(join(fixtures, 'good'))).knowledgeBase;
    expect([...overlays.values()].map(({ then }) => then.kind)).toEqual(['refer', 'close', 'go-on']);
    expect(overlays.get('outage')).toMatchObject({ trees: [], faults: [], sources: [] });
  });

  test('have the values of their condition as facts keep them', async () => {
    const { knowledgeBase } = await load('when: { fact: memory, operator: lessThan, value: "4" }');
    expect(knowledgeBase.overlays.get('outage')?.when).toEqual({ fact: 'memory', operator: 'lessThan', value: 4 });
  });

  test.each(['trees: [wifi]', 'faults: [wifi/router-off]', 'when: { condition: little-memory }'])(
    'need one occasion: %s is enough',
    async (occasion) => {
      expect(await codes(occasion)).toEqual([]);
    },
  );

  test.each([
    ['from: 2026-11-30, until: 2026-11-30', []],
    ['from: 2026-11-30', []],
    ['until: 2020-01-01', []],
    ['from: 2026-12-01, until: 2026-11-30', ['days-reversed']],
    ['from: 2026-02-30, until: 2026-01-01', ['wrong-format']],
  ])('last for %s: %j', async (days, expected) => {
    expect(await codes(`trees: [wifi], ${days}`)).toEqual(expected);
  });

  test.each([
    'trees: [wify]',
    'faults: [wifi/lamps]',
    'when: { fact: memory, operator: contains, value: 1 }',
    'trees: [wifi], on_match: { refer: nobody }',
    'trees: [wifi], say: "Is it {os.version}?"',
  ])('with an error are left out, and nothing else is: %s', async (wrong) => {
    const { knowledgeBase, diagnostics } = await load(wrong);
    expect(diagnostics).toHaveLength(1);
    expect(knowledgeBase.overlays.size).toBe(0);
    expect([...knowledgeBase.trees.keys()]).toEqual(['wifi']);
  });

  test('belong to what a call can meet: another issue is another knowledge base', async () => {
    const one = await load('trees: [wifi]');
    const other = await load('trees: [wifi], until: 2026-11-30');
    expect(other.knowledgeBase.hash).not.toBe(one.knowledgeBase.hash);
  });
});
