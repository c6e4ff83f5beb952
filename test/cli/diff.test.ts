import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { run } from './run.js';

/** The office knowledge base in a folder of a new repository, committed, and then edited. */
function repository(): { readonly root: string; readonly folder: string } {
  const root = mkdtempSync(join(tmpdir(), 'faultline-diff-'));
  const folder = join(root, 'desk', 'knowledge');
  cpSync('test/fixtures/office', folder, { recursive: true });
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b', ...words], { stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  const file = join(folder, 'trees/printer.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('ask: Is the plug in?', 'ask: Is the plug in the wall?'));
  return { root, folder };
}

test('a revision and a folder are compared with what is there now', async () => {
  const { folder } = repository();
  const { code, stdout } = await run(['diff', 'HEAD', folder]);
  expect(code).toBe(0);
  expect(stdout).toContain(
    'The printer does not print (printer)\n  ~ plug asks "Is the plug in the wall?", and asked "Is the plug in?". (trees/printer.yaml:13)',
  );
  expect(stdout).toContain('1 thing to notice; 0 of 0 example calls go another way.');
  const beside = await run(['diff', 'test/fixtures/office', folder, '--json']);
  expect(JSON.parse(beside.stdout).changes).toHaveLength(1);
  expect((await run(['diff', folder, folder])).stdout).toContain('Callers will notice nothing.');
});

test('ways that end elsewhere are told with the replies that lead to them', async () => {
  const { folder } = repository();
  const file = join(folder, 'trees/printer.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('yes: model, no: empty', 'yes: empty, no: model'));
  const { code, stdout } = await run(['diff', 'HEAD', folder, '--explore']);
  expect(code).toBe(0);
  expect(stdout).toContain('Ways through the changed trees that end elsewhere');
  expect(stdout).toContain(
    '  printer, after "on", "no": asks "Which model is it?" (before: finds the fault printer/no-paper)',
  );
});

test('what is neither a revision nor a folder is said', async () => {
  const { root, folder } = repository();
  expect((await run(['diff', 'no-such', folder])).stderr).toContain(
    'There is neither a folder nor a revision "no-such".',
  );
  expect((await run(['diff', '--output=x', folder])).code).toBe(2);
  const outside = mkdtempSync(join(tmpdir(), 'faultline-diff-'));
  expect((await run(['diff', 'HEAD', outside])).stderr).toContain('is in no git repository');
  expect((await run(['diff', 'HEAD', join(root, 'desk')])).code).toBe(0);
});
