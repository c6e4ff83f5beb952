import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyFixes, type LintFinding, lintKnowledge, loadTexts } from '../../src/index.js';

const path = 'example.yaml';
const manifest = {
  path: 'knowledge-base.yaml',
  text: 'knowledge_base: examples\ntitle: Examples\ndesks: { second-line: { name: Second line } }\ndefault_desk: second-line\n',
};

async function lint(text: string): Promise<readonly LintFinding[]> {
  const loaded = await loadTexts([manifest, { path, text }], { written: true });
  return lintKnowledge(loaded, { today: '2026-11-28' }).filter(({ place }) => place.file === path);
}

const mend = (text: string, findings: readonly LintFinding[]): string =>
  applyFixes(findings, new Map([[path, text]]))[0]?.text ?? text;

// What --fix does: what is left is found by the next run.
async function mendAll(text: string): Promise<string> {
  const next = mend(text, await lint(text));
  return next === text ? text : mendAll(next);
}

const untidy = `tree: example   # the name
title: "An example"
symptoms:
  - my fan hums loudly.   # said on the phone
  - why does it hum
start: start
nodes:
  # What is asked first.
  start:
      ask: Is the fan on   # no mark
      answers: { "yes": look, "no":   done }
      unsure: { treat_as: "no" }

  look:
    do:
    -   say: Please look  at it , closely
    -   { say: 'Is it wet ,' }
    then: done
  done: { close: resolved, say: Good  bye }
`;

const mended = untidy
  .replace('loudly.', 'loudly')
  .replace('fan on ', 'fan on? ')
  .replace('look  at it , closely', 'look at it, closely.')
  .replace('Good  bye', 'Good bye.');

describe('fixes', () => {
  test('change what is certain, and leave comments, layout and quoted texts as they are', async () => {
    expect(await mendAll(untidy)).toBe(mended);
    expect(mended.split('\n').length).toBe(untidy.split('\n').length);
  });

  test('each changes its one place, and then that is found no more', async () => {
    const found = await lint(untidy);
    const fixes = found.filter(({ fix }) => fix !== undefined);
    expect(new Set(fixes.map(({ code }) => code))).toEqual(
      new Set(['question-unmarked', 'symptom-form', 'text-unended', 'text-untidy']),
    );
    for (const finding of fixes) {
      const text = mend(untidy, [finding]);
      const changed = text
        .split('\n')
        .flatMap((line, index) => (line === untidy.split('\n')[index] ? [] : [index + 1]));
      expect(changed).toEqual([finding.place.line]);
      const left = (await lint(text)).filter(
        ({ code, place }) => code === finding.code && place.line === finding.place.line,
      );
      const before = found.filter(({ code, place }) => code === finding.code && place.line === finding.place.line);
      expect(left.length).toBe(before.length - 1);
    }
  });

  test('keep the ends of lines of a file with CRLF', async () => {
    expect(await mendAll(untidy.replaceAll('\n', '\r\n'))).toBe(mended.replaceAll('\n', '\r\n'));
  });

  test('of two about the same place only the first is made, and the number says so', () => {
    const at = (column: number, endColumn: number, text: string): LintFinding => {
      const place = { file: path, line: 1, column, endLine: 1, endColumn };
      return { code: 'text-untidy', severity: 'warning', message: '', place, related: [], fix: { place, text } };
    };
    const sources = new Map([[path, 'one two three\n']]);
    expect(applyFixes([at(5, 8, 'TWO'), at(1, 8, 'x'), at(9, 14, 'THREE')], sources)).toEqual([
      { file: path, text: 'x THREE\n', fixes: 2 },
    ]);
    expect(applyFixes([], sources)).toEqual([]);
    expect(applyFixes([at(1, 4, 'ONE')], new Map())).toEqual([]);
  });

  test('make nothing that YAML reads as something other than text', async () => {
    for (const word of ['no,', 'off.', '5 ,', '2.,', 'null;']) {
      const text = untidy.replace('my fan hums loudly.', word);
      const after = await lint(await mendAll(text));
      expect(after.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(await mendAll(text)).toContain(`- ${word}   #`);
    }
  });

  test('of any texts: no error comes, nothing certain is left, and a second run changes nothing', async () => {
    const piece = fc.constantFrom(
      'fan',
      'is it',
      'on',
      'Is',
      'why',
      '5',
      ' ',
      ' ',
      '  ',
      ',',
      '.',
      '..',
      '...',
      '!',
      '?',
      ';',
      '"on"',
      'no',
      'null',
      "don't",
      'ö',
    );
    const written = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join('').trim());
    let made = 0;
    await fc.assert(
      fc.asyncProperty(written, written, written, fc.boolean(), async (symptom, ask, say, crlf) => {
        const lines = untidy
          .replace('my fan hums loudly.', () => symptom)
          .replace('Is the fan on ', () => `${ask} `)
          .replace('Please look  at it , closely', () => say);
        const text = crlf ? lines.replaceAll('\n', '\r\n') : lines;
        const before = await lint(text);
        // Texts that are none to YAML are another lint's matter.
        fc.pre(before.every(({ severity }) => severity !== 'error'));
        const after = await mendAll(text);
        if (after !== text) made += 1;
        const left = await lint(after);
        expect(left.filter(({ severity, fix }) => severity === 'error' || fix !== undefined)).toEqual([]);
        expect(after.match(/#[^\r\n]*/g)).toEqual(text.match(/#[^\r\n]*/g));
        expect(after.match(/\r?\n */g)).toEqual(text.match(/\r?\n */g));
      }),
      { numRuns: 60 },
    );
    expect(made).toBeGreaterThan(10);
  });

  test('of any of the findings: only the lines of these are changed', async () => {
    const found = (await lint(untidy)).filter(({ fix }) => fix !== undefined);
    fc.assert(
      fc.property(fc.shuffledSubarray(found), (some) => {
        const lines = mend(untidy, some).split('\n');
        const changed = untidy.split('\n').flatMap((line, index) => (line === lines[index] ? [] : [index + 1]));
        expect(changed).toEqual([...new Set(some.map(({ place }) => place.line))].sort((a, b) => a - b));
      }),
    );
  });
});
