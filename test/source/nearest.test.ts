import { describe, expect, test } from '@jest/globals';
import { nearest } from '../../src/source/index.js';

describe('the nearest name', () => {
  test.each<[name: string, among: string[], expected: string | undefined]>([
    ['anwsers', ['ask', 'answers'], 'answers'],
    ['aks', ['do', 'ask'], 'ask'],
    ['if-confused', ['if_confused'], 'if_confused'],
    ['Windows', ['windows', 'macos'], 'windows'],
    ['second line', ['second-line'], 'second-line'],
    ['os', ['ask'], undefined],
    ['yes', ['no'], undefined],
    ['printer', ['display'], undefined],
    ['cat', ['bat', 'car'], 'bat'],
    ['x'.repeat(200), ['x'.repeat(200)], undefined],
    ['anything', [], undefined],
  ])('to %s among %j is %s', (name, among, expected) => {
    expect(nearest(name, among)).toBe(expected);
  });
});
