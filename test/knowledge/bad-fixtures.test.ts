import { describe, expect, test } from '@jest/globals';
import { diagnosticKinds } from '../../src/index.js';
import { badFixtures, expectation, expectedOf, loadBad } from './fixtures.js';

const names = badFixtures();

describe('broken knowledge', () => {
  test('is there in more than fifty shapes', () => {
    expect(names.length).toBeGreaterThan(50);
  });

  test.each(names)('%s gives exactly what is expected of it', async (name) => {
    const loaded = await loadBad(name);
    expect(loaded.diagnostics.map(expectation)).toEqual(expectedOf(name));
  });

  test('shows every kind of diagnostic', async () => {
    const seen = new Set(names.flatMap((name) => expectedOf(name).map(({ code }) => code)));
    expect([...seen].sort()).toEqual((await diagnosticKinds()).map(({ code }) => code));
  });

  test.each(names)('%s: every message is one sentence, every hint says something', async (name) => {
    for (const { message, hint } of (await loadBad(name)).diagnostics) {
      expect(message).toMatch(/^[A-Z"“].*[.:?]$/);
      expect(message).not.toMatch(/Invalid input|expected string|undefined|\[object/);
      expect(hint ?? '').not.toMatch(/undefined|\[object|NaN/);
      expect(hint).toBeTruthy();
    }
  });
});
