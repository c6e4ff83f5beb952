import { expect, test } from '@jest/globals';
import { kept } from './kept.js';
import { newHome, run } from './run.js';

const desk = ['--kb', 'test/fixtures/desk', '--plain'];
const call = ['call', ...desk];

test('a parked call is mentioned, can be chosen without its number, and begins with what happened so far', async () => {
  const home = newHome();
  const parks = '1\n1\nx\nshe has to catch a train\nwhenever\nin two hours\n';
  const first = await run([...call, '--tree', 'wifi', '--caller', 'Mrs Smith', '--agent', 'Ali'], parks, home);
  expect(first.stdout).toContain('No time to come was understood.');
  expect(first.stdout).toMatch(
    /Say: I have written everything down\. I will call you (?:today|tomorrow) at \d+:\d\d\./,
  );
  expect(first.code).toBe(1);
  expect(kept({ home }).session).toMatchObject({
    caller: 'Mrs Smith',
    agent: 'Ali',
    events: [{ answer: 'yes' }, { done: true }, { parked: 'she has to catch a train', agent: 'Ali' }],
  });

  const other = await run(call, '', home);
  const line =
    /To call back (?:today|tomorrow) at \d+:\d\d: Mrs Smith, The Wi-Fi does not work, case 1-3 \(she has to catch a train\)/;
  expect(other.stdout).toMatch(line);

  const second = await run([...call, '--resume', '--agent', 'Maria'], '1\n1\nl\nq\n', home);
  expect(second.stdout).toMatch(line);
  expect(second.stdout).toContain('Say: Last time we talked about this: The Wi-Fi does not work.');
  expect(second.stdout).toContain('Say: We think that it is this: The router has lost its line.');
  expect(second.stdout).toContain('Say: We stopped for this reason: she has to catch a train.');
  expect(second.stdout).toContain('Say: Pull the plug of the router out.');
  expect(second.stdout).toContain('4: Taken up again by Maria');
  // Somebody goes on with it: it does not wait any more, and is only the last one that was cut off.
  expect((await run(call, '', home)).stdout).toContain('Cut off: Mrs Smith, The Wi-Fi does not work');
});

test('where no call waits there is none to choose, and a program needs a number', async () => {
  const home = newHome();
  const none = await run([...call, '--resume'], '', home);
  expect([none.code, none.stderr]).toEqual([2, 'No call is waiting to be gone on with.\n']);
  const json = await run(['call', '--json', '--kb', 'test/fixtures/desk', '--resume'], '', home);
  expect([json.code, json.stderr]).toEqual([2, 'With --json, --resume needs the number of the case.\n']);
});
