import { expect, test } from '@jest/globals';
import { kept } from './kept.js';
import { driven, newHome, run } from './run.js';

const desk = ['--kb', 'test/fixtures/desk'];

test('what was done before the call is heard in the first words, and asked about before its steps', async () => {
  const home = newHome();
  const typed = ['1', '1', '2', '1', '1', 'l', 'q'].map((line) => `${line}\n`).join('');
  const words = 'my printer is dead and i already restarted it';
  const { stdout } = await run(['call', ...desk, '--plain', words], typed, home);
  expect(stdout).toContain(
    'The caller has done something already. What is it?\n1  Restart the printer\n2  None of this',
  );
  expect(stdout).toContain('Say: When you restarted it, did you pull the plug out, and wait half a\nminute?');
  expect(stdout).not.toContain('Say: Switch the printer off.');
  expect(stdout).toContain('Tried before the call: Restart the printer');
  expect(kept({ home }).session.events).toContainEqual(expect.objectContaining({ tried: 'printer/restart' }));
});

test('in the middle of a call it is proposed, and a program is told', async () => {
  const home = newHome();
  const typed = ['2', 'i restarted it already', '1', '1', 'q'].map((line) => `${line}\n`).join('');
  const { stdout } = await run(['call', ...desk, '--plain', '--tree', 'printer'], typed, home);
  expect(stdout).toContain('What is meant?\n1  Tried already: Restart the printer\n');
  expect(stdout).toContain('did you pull the plug out, and wait half a\nminute?');
  const lines = await driven(
    ['call', ...desk],
    [{ say: 'my printer is dead, i restarted it already' }, { begin: 'printer' }, { say: 'i restarted it already' }],
  );
  expect(lines.filter(({ tried }) => tried !== undefined)).toMatchObject([
    { type: 'found', tried: ['restart'] },
    { type: 'heard', tried: ['restart'] },
  ]);
});
