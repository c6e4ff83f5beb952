import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type LintFormat, runLint } from '../../src/cli/lint/index.js';
import { fixtures } from '../knowledge/fixtures.js';

const bad = join(fixtures, 'bad/alone-for-lint');

async function lint(
  directory: string,
  format: LintFormat,
  more: { colour?: boolean; strict?: boolean; advice?: boolean } = {},
) {
  const written: string[] = [];
  const exitCode = await runLint(directory, { today: '2026-11-28', format, colour: false, ...more }, (text) =>
    written.push(text),
  );
  return { exitCode, text: written.join('') };
}

describe('faultline lint', () => {
  test('gives 0 where there is nothing to mend', async () => {
    const { exitCode, text } = await lint(join(fixtures, 'good'), 'text');
    expect(exitCode).toBe(0);
    expect(text).toContain('Nothing to mend: 2 trees can be walked.\n');
  });

  test('shows place, code, message, excerpt, hint and the other place', async () => {
    const { exitCode, text } = await lint('test/fixtures/bad/alone-for-lint', 'text');
    expect(exitCode).toBe(1);
    expect(text).toContain(
      [
        'test/fixtures/bad/alone-for-lint/lamp.yaml:8:31  error  unknown-node',
        '  There is no node "dnoe" in this tree.',
        '  8 |     answers: { on: done, off: dnoe }',
      ].join('\n'),
    );
    expect(text).toContain('    |                               ^^^^\n  hint: Did you mean "done"?\n');
    expect(text).toContain('  see test/fixtures/bad/alone-for-lint/lamp.yaml:1:7 The first one.\n');
    expect(text).toMatch(
      /\n2 errors and 1 warning in 2 files; 0 trees can be walked\.\n\d+ suggestions? more: "--advice" shows (?:it|them)\.\n$/,
    );
    expect(text).not.toContain('\u001b');
  });

  test('colours only when told to', async () => {
    expect((await lint(bad, 'text', { colour: true })).text).toContain('\u001b[31merror\u001b[39m');
  });

  test('counts warnings as findings only when strict', async () => {
    const warned = join(fixtures, 'bad/alone-with-warning');
    expect((await lint(warned, 'text')).exitCode).toBe(0);
    expect((await lint(warned, 'text', { strict: true })).exitCode).toBe(1);
    expect((await lint(warned, 'text')).text).toContain('0 errors and 1 warning in 1 file; 1 tree can be walked.');
  });

  test('gives 2 and says why where there is no folder', async () => {
    expect(await lint('no/such/folder', 'text')).toEqual({
      exitCode: 2,
      text: 'The folder "no/such/folder" cannot be read: it is not there.\n',
    });
    expect((await lint(join(fixtures, 'base/facts.yaml'), 'json')).text).toContain('it is not a folder');
  });

  test('as JSON is the array of diagnostics', async () => {
    const { text } = await lint(bad, 'json');
    const all = JSON.parse(text) as { code: string; place: { file: string } }[];
    expect(all.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
      'lamp.yaml unsure-missing',
      'lamp.yaml unknown-node',
      'second, 100%.yaml duplicate-id',
    ]);
  });

  test('for GitHub escapes what would end a property or a line', async () => {
    const { text } = await lint('test/fixtures/bad/alone-for-lint', 'github');
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe(
      '::error file=test/fixtures/bad/alone-for-lint/lamp.yaml,line=8,endLine=8,col=31,endColumn=34,title=unknown-node::There is no node "dnoe" in this tree. Did you mean "done"?',
    );
    expect(lines[2]).toContain('file=test/fixtures/bad/alone-for-lint/second%2C 100%25.yaml,line=1,');
    expect(lines[0]).toMatch(/^::warning /);
  });

  test('as SARIF names its rules, places and other places', async () => {
    const log = JSON.parse((await lint('test/fixtures/bad/alone-for-lint', 'sarif')).text);
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ columnKind: 'utf16CodeUnits' }] });
    const [{ tool, results }] = log.runs;
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'duplicate-id',
      'unknown-node',
      'unsure-missing',
    ]);
    for (const rule of tool.driver.rules) expect(rule.help.text.length).toBeGreaterThan(20);
    for (const { ruleId, ruleIndex, level } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(tool.driver.rules[ruleIndex].defaultConfiguration.level).toBe(level);
    }
    expect(results[1].locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'test/fixtures/bad/alone-for-lint/lamp.yaml' },
          region: { startLine: 8, startColumn: 31, endLine: 8, endColumn: 35 },
        },
      },
    ]);
    expect(results[2].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'test/fixtures/bad/alone-for-lint/second%2C%20100%25.yaml',
    );
    expect(results[2].relatedLocations[0].message.text).toBe('The first one.');
  });
});
