import { describe, expect, test } from '@jest/globals';
import { diagnosticKinds, lintKinds } from '../../src/index.js';
import { manifest } from './lint-parts.js';
import { lintFiles, lintText, stepSaying } from './lint-text.js';

const saying = stepSaying('Please simply click here.');
const both = ['click-without-where', 'words-belittling'];
const off = '# lint off words-belittling: the maker says it like this';

async function found(text: string): Promise<string[]> {
  const codes = (await lintText(text)).map(({ code }) => code);
  return codes.filter((code) => both.includes(code) || /lint|silence/.test(code));
}

// The step with a comment in one place of it.
const beside = (comment: string): string => saying.replace('here.', `here. ${comment}`);
const above = (line: string, comment: string): string =>
  saying.replace(new RegExp(`^( *)${line}`, 'm'), (written, blanks: string) => `${blanks}${comment}\n${written}`);

describe('comments that silence', () => {
  test('nothing is silent without them', async () => {
    expect(await found(saying)).toEqual(['words-belittling', 'click-without-where']);
  });

  test.each([
    ['beside the line', beside(off)],
    ['above the step', above('- say', off)],
    ['above the list of steps', above('do:', off)],
    ['above the node', above('start:', off)],
    ['above a comment that is above it', above('start:', `${off}\n  # The first words.\n`)],
    ['above all nodes', `nodes:\n  # lint off words-belittling: so it is\n${saying.slice('nodes:\n'.length)}`],
    ['for the file, at its end', `${saying}${off.replace(':', ' in this file:')}\n`],
  ])('hold %s, for the lint that they name', async (_, text) => {
    expect(await found(text)).toEqual(['click-without-where']);
  });

  test.each([
    ['below the line', above('then:', off)],
    ['above the node after it', above('done:', off)],
    ['beside the key above it', saying.replace('do:', `do: ${off}`)],
    ['for another lint', above('start:', off.replace('words-belittling', 'shouting'))],
  ])('hold nothing %s, and are then not needed', async (_, text) => {
    expect((await found(text)).sort()).toEqual(['click-without-where', 'silence-unneeded', 'words-belittling']);
  });

  test('hold without a reason, but that is said', async () => {
    expect((await found(beside('# lint off words-belittling'))).sort()).toEqual([
      'click-without-where',
      'silence-unexplained',
    ]);
    expect(await found(beside('# lint off words-belittling:'))).toContain('silence-unexplained');
  });

  test('that are misspelt give the nearest name, at the comment', async () => {
    const text = beside(off.replace('belittling', 'belitling'));
    const unknown = (await lintText(text)).find(({ code }) => code === 'lint-unknown');
    expect(unknown?.hint).toBe('Did you mean "words-belittling"?');
    // Four lines of head stand above it.
    expect(unknown?.place).toMatchObject({ line: 8, column: '      - say: Please simply click here. '.length + 1 });
    expect(await found(text)).toEqual(expect.arrayContaining(both));
  });

  test('hold in files with CRLF, with their reason', async () => {
    for (const text of [beside(off), above('start:', off)]) {
      const files = [{ path: 'example.yaml', text: `tree: example\ntitle: One\nsymptoms: [a]\nstart: start\n${text}` }];
      const crlf = files.map(({ path, text: lines }) => ({ path, text: lines.replaceAll('\n', '\r\n') }));
      const codes = (await lintFiles(crlf)).map(({ code }) => code);
      expect(codes).toContain('click-without-where');
      expect(codes.filter((code) => code === 'words-belittling' || code.startsWith('silence'))).toEqual([]);
    }
  });

  test('silence no errors, of loading or of the manifest', async () => {
    const strict = manifest('lint: { words-belittling: error }\n');
    expect(await found(strict + beside(off))).toContain('words-belittling');
    const broken = beside(off).replace('then: done', 'then: dnoe # lint off unknown-node: it is so');
    expect((await lintText(broken)).map(({ code }) => code)).toContain('unknown-node');
  });

  test('silence warnings of loading', async () => {
    const unsure =
      'nodes:\n  start: { ask: Is it on?, answers: { "yes": done, "no": done } }\n  done: { close: resolved }\n';
    expect((await lintText(unsure)).map(({ code }) => code)).toContain('unsure-missing');
    const silenced = unsure.replace('  start', '  # lint off unsure-missing: everybody knows\n  start');
    const codes = (await lintText(silenced)).map(({ code }) => code);
    expect(codes.filter((code) => /unsure|silence|lint/.test(code))).toEqual([]);
  });

  test('may be about every warning of loading and every lint', async () => {
    const warnings = (await diagnosticKinds()).filter(({ severity }) => severity === 'warning');
    const about = ['lint-unknown', 'silence-unexplained', 'silence-unneeded'];
    const codes = [...warnings, ...lintKinds].map(({ code }) => code).filter((code) => !about.includes(code));
    expect(codes.length).toBeGreaterThan(50);
    const text = saying + codes.map((code) => `# lint off ${code} in this file: to see whether it is known\n`).join('');
    expect(await found(text)).not.toContain('lint-unknown');
  });

  test('are not called unneeded while their lint cannot look', async () => {
    const tree =
      '# fan.yaml\n# lint off calls-missing in this file: it is new\ntree: fan\ntitle: The fan\nsymptoms: [a]\nstart: done\nnodes: { done: { close: resolved } }\n';
    const broken = tree.replace('start: done', 'start: dnoe');
    expect((await lintText(broken)).map(({ code }) => code)).toContain('unknown-node');
    expect(await found(broken)).toEqual([]);
    expect(await found(manifest('lint: { calls-missing: off }\n') + tree)).toEqual([]);
    expect(await found(tree.replace('start: done', 'start: done # lint off shouting: no'))).toEqual([
      'silence-unneeded',
    ]);
  });
});

describe('levels in the manifest', () => {
  const levelOf = async (setting: string): Promise<string | undefined> =>
    (await lintText(manifest(`lint: { ${setting} }\n`) + saying)).find(({ code }) => code === 'words-belittling')
      ?.severity;

  test.each([
    ['shouting: error', 'warning'],
    ['words-belittling: advice', 'advice'],
    ['words-belittling: error', 'error'],
    ['words-belittling: { level: error }', 'error'],
    ['words-belittling: off', undefined],
  ])('%s', async (setting, level) => {
    expect(await levelOf(setting)).toBe(level);
  });

  test('a number changes what is too many, and not how grave it is', async () => {
    const long = `${Array.from({ length: 22 }, () => 'on').join(' ')}.`;
    const sentence = async (setting: string) =>
      (await lintText(manifest(`lint: { ${setting} }\n`) + stepSaying(long))).filter(
        ({ code }) => code === 'sentence-long',
      );
    expect(await sentence('shouting: off')).toEqual([]);
    expect(await sentence('sentence-long: { most: 22 }')).toEqual([]);
    expect((await sentence('sentence-long: { most: 21 }')).map(({ severity }) => severity)).toEqual(['warning']);
    expect(await sentence('sentence-long: { most: 21, level: off }')).toEqual([]);
  });

  test('warnings of loading have a level too, errors do not', async () => {
    const unsure =
      'nodes:\n  start: { ask: Is it on?, answers: { "yes": done, "no": dnoe } }\n  done: { close: resolved }\n';
    const levels = (await lintText(manifest('lint: { unsure-missing: error, unknown-node: off }\n') + unsure)).flatMap(
      ({ code, severity }) => (code === 'unsure-missing' || code === 'unknown-node' ? [`${code} ${severity}`] : []),
    );
    expect(levels.sort()).toEqual(['unknown-node error', 'unsure-missing error']);
  });
});
