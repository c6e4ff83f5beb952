import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadTexts } from '../../src/index.js';
import { blocks, filesIn } from './console.js';

describe('README.md', () => {
  test('its tree loads with nothing to mend', async () => {
    const [tree = ''] = blocks('README.md', 'yaml');
    const shared = filesIn('docs/authoring.md').filter(({ path }) =>
      ['knowledge-base.yaml', 'facts.yaml'].includes(path),
    );
    const { diagnostics } = await loadTexts([...shared, { path: 'printing/paper.yaml', text: tree }]);
    expect(diagnostics).toEqual([]);
  });

  test('its commands and options are there', () => {
    const commands = blocks('README.md', 'sh').join('');
    const help = (command: string): string =>
      execFileSync(process.execPath, ['bin/faultline.js', command, '--help'], { encoding: 'utf8' });
    const used = [...commands.matchAll(/^faultline (\w+)([^#\n]*)/gm)];
    expect(used.length).toBeGreaterThan(6);
    for (const [, command = '', rest = ''] of used) {
      const text = help(command);
      for (const option of rest.match(/--\w+/g) ?? []) expect(text).toContain(option);
    }
  });
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
