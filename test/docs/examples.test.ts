import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { loadTexts } from '../../src/index.js';
import { endAll, inTerminal } from '../cli/terminal.js';
import { blocks, consoles, filesIn, folderOf, runAs, typedIn, unlike } from './console.js';

afterEach(endAll);

describe('README.md', () => {
  test('its tree loads with nothing to mend', async () => {
    const [tree = ''] = blocks('README.md', 'yaml');
    const shared = filesIn('docs/authoring.md').filter(({ path }) =>
      ['knowledge-base.yaml', 'facts.yaml'].includes(path),
    );
    const { diagnostics } = await loadTexts([...shared, { path: 'printing/paper.yaml', text: tree }]);
    expect(diagnostics).toEqual([]);
  });

  test('its call goes as it stands there', () => {
    const [block = ''] = consoles('README.md');
    expect(unlike(block, runAs(block, folderOf('empty', []), typedIn(block)))).toBeUndefined();
  });

  test('its screen is what a terminal shows', async () => {
    const [screen = ''] = blocks('README.md', 'text').filter((block) => !block.startsWith('$'));
    const agent = inTerminal(['call', '--tree', 'wifi']);
    await agent.shows('q quit');
    await agent.press('2');
    await agent.shows('It does not take the password');
    await agent.press('3');
    await agent.shows('Explained: go on with the fix');
    expect(agent.screen().join('\n')).toContain(screen.trimEnd());
    await agent.press('q');
    await agent.ended();
  }, 60_000);

  test('its commands and options are there', () => {
    const commands = blocks('README.md', 'sh').join('');
    const help = (...words: readonly string[]): string =>
      execFileSync(process.execPath, ['bin/faultline.js', ...words, '--help'], { encoding: 'utf8' });
    const used = [...commands.matchAll(/^faultline (\w+)(?: (\w+))?([^#\n]*)/gm)];
    expect(used.length).toBeGreaterThan(12);
    const ofCases = [...help('cases').matchAll(/^ {2}(\w+) /gm)].map(([, name = '']) => name);
    for (const [, command = '', word = '', rest = ''] of used) {
      const isPart = command === 'cases' && word !== '';
      if (isPart) expect(ofCases).toContain(word);
      const text = isPart ? help(command, word) : help(command);
      for (const option of rest.match(/--\w+/g) ?? []) expect(text).toContain(option);
    }
  }, 60_000);
});

test('every page that is linked is there', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  for (const page of pages) {
    for (const [, target = ''] of readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect([page, target, existsSync(join(dirname(page), target))]).toEqual([page, target, true]);
    }
  }
});
