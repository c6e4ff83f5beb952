import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Condition, judge, normalForm, type Verdict } from '../../src/rules/index.js';
import { anyCondition, anyFacts, reference } from './reference.js';

const none = new Map();

test('json-rules-engine behind the door agrees with an independent three-valued reference', async () => {
  const seen: Record<Verdict, number> = { true: 0, false: 0, undetermined: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCondition, { minLength: 1, maxLength: 3 }),
      fc.array(anyFacts, { minLength: 1, maxLength: 4 }),
      async (conditions, situations) => {
        const subject = judge(conditions, none);
        for (const known of situations) {
          const expected = conditions.map((condition) => reference(condition, known));
          expect(await subject.verdicts(known)).toEqual(expected);
          expect(await subject.verdicts(known)).toEqual(expected);
          for (const verdict of expected) seen[verdict] += 1;
        }
      },
    ),
    { numRuns: 2000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(500);
}, 60_000);

describe('what is unknown makes nothing true', () => {
  const equal: Condition = { fact: 'os', operator: 'equal', value: 'windows' };
  test.each<[string, Condition]>([
    ['equal', equal],
    ['notEqual', { ...equal, operator: 'notEqual' }],
    ['not equal', { not: equal }],
    ['not not equal', { not: { not: equal } }],
    ['notIn', { fact: 'os', operator: 'notIn', value: ['windows'] }],
    ['doesNotContain', { fact: 'os', operator: 'doesNotContain', value: 'windows' }],
    ['a comparison', { fact: 'os.version', operator: 'lessThan', value: 10 }],
  ])('%s', async (_, condition) => {
    expect(await judge([condition], none).verdicts(new Map())).toEqual(['undetermined']);
  });

  test('but an unknown part does not hide what is settled', async () => {
    const other: Condition = { fact: 'device', operator: 'equal', value: 'laptop' };
    const subject = judge([{ any: [equal, other] }, { all: [equal, { not: other }] }], none);
    expect(await subject.verdicts(new Map([['device', 'laptop']]))).toEqual(['true', 'false']);
  });
});

test('a value of another type is neither true nor false', async () => {
  const subject = judge([{ fact: 'memory', operator: 'greaterThan', value: 5 }], none);
  expect(await subject.verdicts(new Map([['memory', '10']]))).toEqual(['undetermined']);
});

test('verdicts are remembered: the same facts are judged at once', async () => {
  const subject = judge([{ fact: 'os', operator: 'equal', value: 'windows' }], none);
  const first = subject.verdicts(new Map([['os', 'windows']]));
  expect(first).toBeInstanceOf(Promise);
  await first;
  expect(
    subject.verdicts(
      new Map([
        ['os', 'windows'],
        ['device', 'laptop'],
      ]),
    ),
  ).toEqual(['true']);
});

test('questions asked at the same time do not disturb each other', async () => {
  const subject = judge([{ fact: 'n', operator: 'greaterThan', value: 10 }], none);
  const asked = Array.from({ length: 50 }, (_, n) => subject.verdicts(new Map([['n', n]])));
  const verdicts = await Promise.all(asked);
  expect(verdicts.map(([verdict]) => verdict)).toEqual(
    Array.from({ length: 50 }, (_, n) => (n > 10 ? 'true' : 'false')),
  );
});

describe('named conditions', () => {
  const named = new Map<string, Condition>([
    ['on-windows', { fact: 'os', operator: 'equal', value: 'windows' }],
    ['elsewhere', { not: { condition: 'on-windows' } }],
    ['loop', { not: { condition: 'loop' } }],
  ]);
  test('are put in place, also when negated', () => {
    expect(normalForm({ not: { condition: 'elsewhere' } }, named)).toEqual(named.get('on-windows'));
    expect(normalForm({ condition: 'elsewhere' }, named)).toMatchObject({ operator: 'notEqual' });
  });
  test('that contain themselves or are not declared are refused', () => {
    expect(() => normalForm({ condition: 'loop' }, named)).toThrow('contains itself');
    expect(() => normalForm({ condition: 'nobody' }, named)).toThrow('nobody');
  });
});

describe('nothing an author writes can run', () => {
  const hostile = `$..[?(@.constructor.constructor("globalThis.broken = true")())]`;
  test('a hostile path on the condition reaches nothing', async () => {
    const condition = { fact: 'os', operator: 'equal', value: 'windows', path: hostile } as Condition;
    await judge([condition], none).verdicts(new Map([['os', ['windows']]]));
    expect('broken' in globalThis).toBe(false);
  });
  test('a value that is not a value is refused', async () => {
    const condition = { fact: 'os', operator: 'equal', value: { fact: 'os', path: hostile } };
    const attempt = judge([condition as unknown as Condition], none).verdicts(new Map([['os', ['windows']]]));
    await expect(attempt).rejects.toThrow('A value is');
    expect('broken' in globalThis).toBe(false);
  });
  test('an operator that is not ours is refused', () => {
    const condition = { fact: 'os', operator: 'everyFact:equal', value: 'x' } as unknown as Condition;
    expect(() => judge([condition], none)).toThrow('no operator');
  });
});
