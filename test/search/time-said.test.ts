import { expect, test } from '@jest/globals';
import { timeSaid } from '../../src/index.js';

const now = '2026-11-22T10:00:00Z'; // a Sunday

test.each([
  ['tomorrow at 3pm', '2026-11-23T15:00:00.000Z'],
  ['tomorrow 15:30', '2026-11-23T15:30:00.000Z'],
  ['in two hours', '2026-11-22T12:00:00.000Z'],
  ['at 14:00', '2026-11-22T14:00:00.000Z'],
  ['friday at 9', '2026-11-27T09:00:00.000Z'],
  ['1/12/2026 at 10am', '2026-12-01T10:00:00.000Z'],
  ['yesterday at 3pm', undefined],
  ['tomorrow', undefined],
  ['when he is back', undefined],
  ['', undefined],
])('"%s" is %s', async (words, time) => {
  expect(await timeSaid(words, now)).toBe(time);
});

test('is said where the clock is another hours ahead', async () => {
  expect(await timeSaid('tomorrow at 3pm', now, 60)).toBe('2026-11-23T14:00:00.000Z');
});
