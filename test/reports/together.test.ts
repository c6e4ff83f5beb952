import { describe, expect, test } from '@jest/globals';
import { noNames } from '../../src/index.js';
import type { Calls } from '../../src/reports/together/calls.js';
import { groupsAmong } from '../../src/reports/together/groups-among.js';
import { sharedValues } from '../../src/reports/together/shared-values.js';
import { callsFrom, noise, type Planted } from './noise.js';

/** What the groups are, as their subject and all that their calls share. */
function found(
  calls: Calls,
): readonly { readonly subject: string; readonly shares: readonly string[]; count: number }[] {
  const { groups, tally } = groupsAmong(calls, noNames);
  return groups.map((group) => {
    const { subject, value, count } = group.candidate;
    const values = [
      ...(value === undefined ? [] : [value]),
      ...sharedValues(group, calls, tally).map((each) => each.value),
    ];
    return {
      subject: subject === undefined ? '' : (tally.subjects[subject] ?? ''),
      shares: values.map((index) => calls.values[index]?.value ?? '').sort(),
      count,
    };
  });
}

function times(count: number, planted: (index: number) => Planted): readonly Planted[] {
  return Array.from({ length: count }, (_, index) => planted(index));
}

test('of 100 times in which nothing belongs together, something is found in at most 5', () => {
  const wrong = Array.from({ length: 100 }, (_, seed) => found(callsFrom(noise(seed, 30)))).filter(
    (groups) => groups.length > 0,
  );
  expect(wrong.length).toBeLessThanOrEqual(5);
}, 120_000);

describe('what was planted is at the top', () => {
  const everyday = noise(7, 80);

  test('a fault with a version and a printer, in the last three weeks', () => {
    const planted = times(14, (index) => ({
      subject: 'tree1/fault2',
      week: index % 3,
      facts: { os: 'windows', 'os.version': '11', 'printer.model': 'HP LaserJet', place: `Building ${1 + index}` },
    }));
    const groups = found(callsFrom([...everyday, ...planted]));
    expect(groups[0]?.subject).toBe('tree1/fault2');
    expect(groups[0]?.shares).toEqual(expect.arrayContaining(['11', 'HP LaserJet']));
    // It is one problem, however many ways there are to look at it.
    expect(groups).toHaveLength(1);
  });

  test('a place in which everything goes wrong for a week, some weeks ago', () => {
    const planted = times(16, (index) => ({
      subject: `tree${index % 6}/fault${index % 5}`,
      week: 6,
      facts: { os: 'macos', place: 'Building 9' },
    }));
    const [first, ...others] = found(callsFrom([...everyday, ...planted]));
    expect(first?.subject).toBe('');
    expect(first?.shares).toContain('Building 9');
    expect(others).toEqual([]);
  });

  test('a fault that was never there before', () => {
    const planted = times(8, (index) => ({
      subject: 'tree3/new',
      week: 0,
      facts: { os: 'android', 'os.version': '16', place: `Building ${1 + index}` },
    }));
    const [first] = found(callsFrom([...everyday, ...planted]));
    expect(first?.subject).toBe('tree3/new');
    expect(first?.count).toBe(8);
  });

  test('a fault that goes with a program all the time, and not only of late', () => {
    const planted = times(120, (index) => ({
      subject: 'tree0/fault1',
      week: index % 38,
      facts: { os: 'windows', 'os.version': '10', program: 'Program 12', place: `Building ${1 + (index % 20)}` },
    }));
    const [first] = found(callsFrom([...everyday, ...planted]));
    expect(first).toMatchObject({ subject: 'tree0/fault1', shares: expect.arrayContaining(['Program 12']) });
  });

  test('two things at once are two groups', () => {
    const one = times(14, (index) => ({
      subject: 'tree1/fault2',
      week: index % 2,
      facts: { os: 'macos', 'os.version': '15', place: `Building ${1 + index}` },
    }));
    const other = times(14, (index) => ({
      subject: 'tree5/fault0',
      week: 0,
      facts: { os: 'windows', 'os.version': '10', place: `Building ${1 + index}` },
    }));
    const subjects = found(callsFrom([...everyday, ...one, ...other])).map(({ subject }) => subject);
    expect([...subjects].sort()).toEqual(['tree1/fault2', 'tree5/fault0']);
  });
});

describe('what has to be so is not told', () => {
  test('a fault of Windows is on Windows, however often it is found', () => {
    // Many more calls than the noise has, so that the slightest coupling would show.
    expect(found(callsFrom(noise(11, 400)))).toEqual([]);
  }, 60_000);

  test('when a fault of Windows is more frequent, that is what is told, and not that it is on Windows', () => {
    const planted = times(40, (index) => ({
      subject: 'tree0/only-windows',
      week: 0,
      facts: { os: 'windows', 'os.version': index % 2 === 0 ? '10' : '11', place: `Building ${1 + (index % 20)}` },
    }));
    const groups = found(callsFrom([...noise(7, 80), ...planted]));
    expect(groups.map(({ subject }) => subject)).toEqual(['tree0/only-windows']);
    expect(groups[0]?.shares).not.toContain('windows');
  });

  test('a version that everybody gets is told once, and not for every fault', () => {
    const changed = noise(5, 150).map((call) =>
      call.week < 2 && call.facts.os === 'macos' ? { ...call, facts: { ...call.facts, 'os.version': '27' } } : call,
    );
    const groups = found(callsFrom(changed));
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ subject: '', shares: expect.arrayContaining(['27']) });
  });

  test('two calls of a fault that was never there are no group', () => {
    const planted = times(2, () => ({ subject: 'tree2/rare', week: 0, facts: { os: 'windows' } }));
    expect(found(callsFrom([...noise(7, 80), ...planted]))).toEqual([]);
  });
});
