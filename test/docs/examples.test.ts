import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadTexts, runCalls, type SourceFile } from '../../src/index.js';

const blocks = (file: string, language: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  );

describe('docs/library.md', () => {
  test('the whole call compiles, runs and says what stands beside it', () => {
    const [example = ''] = blocks('docs/library.md', 'ts');
    mkdirSync('dist/docs', { recursive: true });
    writeFileSync('dist/docs/library-example.mts', example);
    const compiler = ['node_modules/typescript/bin/tsc', '--ignoreConfig'];
    const options =
      '--strict --module nodenext --target es2022 --skipLibCheck --types node --rootDir dist/docs --outDir dist/docs';
    execFileSync(process.execPath, [...compiler, ...options.split(' '), 'dist/docs/library-example.mts']);
    const said = execFileSync(process.execPath, ['dist/docs/library-example.mjs'], { encoding: 'utf8' });
    const expected = [...example.matchAll(/await say\(.*\)\); \/\/ (.*)$/gm)].map(([, words = '']) => words);
    expect(expected.length).toBeGreaterThan(7);
    let from = 0;
    for (const words of expected) {
      const at = said.indexOf(`${words}`, from);
      expect([words, at >= from]).toEqual([words, true]);
      from = at + words.length;
    }
  }, 60_000);
});

describe('docs/authoring.md', () => {
  test('its files are a knowledge base with nothing to mend, and its calls pass', async () => {
    const files: SourceFile[] = blocks('docs/authoring.md', 'yaml').map((text) => {
      const path = /^# (\S+)\n/.exec(text)?.[1];
      if (path === undefined) throw new Error(`a block names no file:\n${text}`);
      return { path, text };
    });
    const { knowledgeBase, diagnostics } = await loadTexts(files);
    expect(diagnostics).toEqual([]);
    const results = await runCalls(knowledgeBase);
    expect(results.flatMap(({ differences }) => differences)).toEqual([]);
    expect(results).toHaveLength(2);
  });
});

describe('README.md', () => {
  test('its tree loads with nothing to mend', async () => {
    const [tree = ''] = blocks('README.md', 'yaml');
    const [manifest = ''] = blocks('docs/authoring.md', 'yaml');
    const { diagnostics } = await loadTexts([
      { path: 'knowledge-base.yaml', text: manifest },
      { path: 'printing/paper.yaml', text: tree },
    ]);
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
