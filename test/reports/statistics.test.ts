import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { discoveries } from '../../src/reports/statistics/discoveries.js';
import { rateOf } from '../../src/reports/statistics/rate.js';
import { meanOf, quantileOf, spreadOf } from '../../src/reports/statistics/spread.js';
import { leastTail, poissonTail, tailOf } from '../../src/reports/statistics/tails.js';

describe('a rate', () => {
  // One of 29 is in R. G. Newcombe (Statistics in Medicine 17, 1998); none of n ends at z²/(n + z²).
  test.each([
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i has the interval of Wilson', (count, of, low, high) => {
    const rate = rateOf(count, of);
    expect(rate?.low).toBeCloseTo(low, 3);
    expect(rate?.high).toBeCloseTo(high, 3);
  });

  test('of nothing is none, and of 100 needs no interval', () => {
    expect(rateOf(0, 0)).toBeNull();
    expect(rateOf(40, 100)).toEqual({ count: 40, of: 100 });
  });
});

describe('tails', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

  test('of the hypergeometric distribution are the sum of its terms', () => {
    const table = fc.integer({ min: 1, max: 40 }).chain((all) =>
      fc.record({
        all: fc.constant(all),
        kind: fc.integer({ min: 0, max: all }),
        drawn: fc.integer({ min: 0, max: all }),
        atLeast: fc.integer({ min: 0, max: 41 }),
      }),
    );
    fc.assert(
      fc.property(table, ({ atLeast, ...drawn }) => {
        const { all, kind, drawn: draws } = drawn;
        let sum = 0;
        for (let k = atLeast; k <= Math.min(kind, draws); k += 1)
          if (draws - k <= all - kind) sum += (choose(kind, k) * choose(all - kind, draws - k)) / choose(all, draws);
        expect(tailOf(atLeast, drawn)).toBeCloseTo(sum, 8);
        expect(leastTail(drawn)).toBeCloseTo(tailOf(Math.min(kind, draws), drawn), 8);
      }),
    );
  });

  test("Fisher's lady who tastes tea is right by chance once in 70", () => {
    expect(tailOf(4, { all: 8, kind: 4, drawn: 4 })).toBeCloseTo(1 / 70, 12);
  });

  // One less the first terms: 1 - e^-1, and 1 - e^-2 (1 + 2 + 2 + 4/3 + 2/3).
  test.each([
    [1, 1, 0.6321205588],
    [5, 2, 1 - 7 * Math.exp(-2)],
    [0, 3, 1],
  ])('of Poisson: at least %i with a mean of %i', (atLeast, mean, p) => {
    expect(poissonTail(atLeast, mean) / p).toBeCloseTo(1, 3);
  });

  test('come to an end where everything is too small to be told from nothing', () => {
    expect(poissonTail(100_000, 0.001)).toBe(0);
    expect(tailOf(5_000, { all: 1_000_000, kind: 5_000, drawn: 5_000 })).toBe(0);
  });
});

describe('many tests', () => {
  // The example of Benjamini and Hochberg (1995), section 4.1.
  const published = [
    ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
    ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
  ];

  test('the published example finds four of fifteen', () => {
    const tests = published.filter((p) => p <= 0.05).map((p) => ({ p }));
    const leasts = published.map(() => 0);
    expect(discoveries(tests, leasts, 0.05)).toEqual({ found: tests.slice(0, 4), looked: 15 });
  });

  test('tests that could never be unusual do not count', () => {
    const tests = [{ p: 0.004 }];
    expect(discoveries(tests, [0.001, ...Array(1_000).fill(0.04)], 0.05)).toEqual({ found: tests, looked: 2 });
    expect(discoveries(tests, [0.001, ...Array(1_000).fill(0)], 0.05).found).toEqual([]);
  });
});

describe('a spread of durations', () => {
  test('has the median and the nine in ten of its values, exact to the second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 60 }), (times) => {
        const spread = spreadOf(times.map((time) => `${Math.floor(time / 1000)}:1:${time}`));
        const sorted = [...times].sort((one, other) => one - other);
        for (const part of [0.5, 0.9]) {
          const exact = sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
          expect(Math.floor((quantileOf(spread, part) ?? 0) / 1000)).toBe(Math.floor(exact / 1000));
        }
        expect(meanOf(spread)).toBe(Math.round(times.reduce((sum, time) => sum + time, 0) / times.length));
      }),
    );
  });

  test('of nothing has none of them', () => {
    expect([quantileOf(spreadOf([null]), 0.5), meanOf(spreadOf([]))]).toEqual([null, null]);
  });
});
