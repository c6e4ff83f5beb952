import { describe, expect, test } from '@jest/globals';
import { type Fact, type FactValue, factValue } from '../../src/index.js';

const at = { file: 'facts.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const fact = (type: Fact['type'], more: Partial<Fact> = {}): Fact => ({
  name: 'f',
  title: 'fact',
  type,
  choices: [],
  hear: [],
  fades: false,
  personal: false,
  at,
  ...more,
});
const choices = ['windows', 'macos', 'other'].map((id) => ({ id, label: id, hear: [] }));
const yesNo = ['yes', 'no'].map((id) => ({ id, label: id, hear: [] }));
const memory = fact('number', { unit: 'GB', min: 1, max: 512 });

const accepted: [Fact, unknown, FactValue][] = [
  [fact('choice', { choices }), 'macos', 'macos'],
  [fact('yes-no', { choices: yesNo }), 'no', 'no'],
  [fact('choices', { choices }), ['other', 'windows'], ['windows', 'other']],
  [fact('choices', { choices }), ['windows', 'windows'], ['windows']],
  [fact('choices', { choices }), 'macos', ['macos']],
  [fact('choices', { choices }), [], []],
  [memory, 16, 16],
  [memory, '16', 16],
  [memory, ' 16 GB ', 16],
  [memory, '16gb', 16],
  [memory, '1.5 GB', 1.5],
  [memory, 1, 1],
  [memory, 512, 512],
  [fact('number'), '-3', -3],
  [fact('date'), '2024-02-29', '2024-02-29'],
  [fact('date'), '2000-02-29', '2000-02-29'],
  [fact('text'), ' LaserJet 5 ', 'LaserJet 5'],
  [fact('text'), 'x'.repeat(500), 'x'.repeat(500)],
];

const refused: [Fact, unknown, RegExp][] = [
  [fact('choice', { choices }), 'window', /Did you mean "windows"\?/],
  [fact('choice', { choices }), 'Macos', /Did you mean "macos"\?/],
  [fact('choice', { choices }), 'amiga', /one of "windows", "macos", "other"/],
  [fact('choice', { choices }), ['windows'], /one of/],
  [fact('choice', { choices }), 5, /one of/],
  [fact('choice', { choices }), null, /one of/],
  [fact('yes-no', { choices: yesNo }), true, /"yes", "no"/],
  [fact('yes-no', { choices: yesNo }), 'maybe', /"yes", "no"/],
  [fact('choices', { choices }), ['windows', 'amiga'], /one of/],
  [fact('choices', { choices }), { windows: true }, /list of choices/],
  [fact('choices', { choices }), [['windows']], /one of/],
  [memory, 0, /from 1 to 512 GB/],
  [memory, 513, /from 1 to 512 GB/],
  [memory, '16 MB', /from 1 to 512 GB/],
  [memory, '1,5', /from 1 to 512 GB/],
  [memory, '0x10', /from 1 to 512 GB/],
  [memory, '1e2', /from 1 to 512 GB/],
  [memory, '', /from 1 to 512 GB/],
  [memory, 'GB', /from 1 to 512 GB/],
  [memory, Number.NaN, /from 1 to 512 GB/],
  [fact('number', { min: 3 }), 2, /at least 3/],
  [fact('number', { max: 3 }), 4, /at most 3/],
  [fact('number'), Number.POSITIVE_INFINITY, /a number, such as 16\./],
  [fact('number'), 2 ** 53, /a number/],
  [fact('date'), '2026-02-29', /day that exists/],
  [fact('date'), '1900-02-29', /day that exists/],
  [fact('date'), '2026-13-01', /day that exists/],
  [fact('date'), '2026-00-10', /day that exists/],
  [fact('date'), '2026-04-31', /day that exists/],
  [fact('date'), '1.11.2026', /year-month-day/],
  [fact('date'), '2026-1-1', /year-month-day/],
  [fact('date'), 20261101, /year-month-day/],
  [fact('text'), '   ', /not empty/],
  [fact('text'), 'x'.repeat(501), /500 characters/],
  [fact('text'), 'two\nlines', /one line/],
  [fact('text'), 'turned \u202e round', /control characters/],
  [fact('text'), 'escape \u001b[31m', /control characters/],
  [fact('text'), 5, /quotes/],
];

describe('values of facts', () => {
  test.each(accepted)('%# is kept', (of, input, value) => {
    expect(factValue(of, input)).toEqual({ value });
  });

  test.each(refused)('%# is refused with what would be right', (of, input, reason) => {
    const result = factValue(of, input);
    expect(result).not.toHaveProperty('value');
    expect('reason' in result && result.reason).toMatch(reason);
    expect('reason' in result && result.reason).toMatch(/^[A-Z].*[.?]$/);
  });

  test('what is kept is accepted again', () => {
    for (const [of, , value] of accepted) expect(factValue(of, value)).toEqual({ value });
  });
});
