import { describe, expect, test } from '@jest/globals';
import { insertEntry } from '../../src/knowledge/index.js';

const entry = { key: 'new', lines: ['new:', '  a: b'] };
const line = { key: 'new', lines: ['new: x'] };

describe('an entry is put behind the last one, and nothing else changes', () => {
  test.each([
    ['a map', 'm:\n  a: 1\n  b: 2\nz: 3\n', entry, 'm:\n  a: 1\n  b: 2\n  new:\n    a: b\nz: 3\n'],
    [
      'deeper',
      'm:\n    a:\n        c: 1 # why\n\n# next\nz: 3\n',
      entry,
      'm:\n    a:\n        c: 1 # why\n    new:\n      a: b\n\n# next\nz: 3\n',
    ],
    ['no line end', 'm:\n  a: 1', entry, 'm:\n  a: 1\n  new:\n    a: b\n'],
    [
      'after a long text',
      'm:\n  a: |\n    one\n    two\n\nz: 1\n',
      line,
      'm:\n  a: |\n    one\n    two\n  new: x\n\nz: 1\n',
    ],
    ['braces', 'm: { a: 1 } # note\n', line, 'm: { a: 1, new: x } # note\n'],
    ['tight braces', 'm: {a: 1}\n', line, 'm: {a: 1, new: x }\n'],
    ['braces with a comma', 'm: { a: 1, }\n', line, 'm: { a: 1, new: x }\n'],
    [
      'braces over lines',
      'm:\n  {\n    a: 1,\n    b: 2\n  }\n',
      line,
      'm:\n  {\n    a: 1,\n    b: 2,\n    new: x\n  }\n',
    ],
    ['a map that is missing', 'z: 3', entry, 'z: 3\nm:\n  new:\n    a: b\n'],
    ['line ends of Windows', 'm:\r\n  a: 1\r\n', line, 'm:\r\n  a: 1\r\n  new: x\r\n'],
  ])('%s', async (_, text, added, result) => {
    expect(await insertEntry(text, ['m'], added)).toEqual({ text: result });
  });

  test('a list', async () => {
    const added = { lines: ['- name: b', '  ends: x'] };
    expect(await insertEntry('c:\n- name: a\n', ['c'], added)).toEqual({
      text: 'c:\n- name: a\n- name: b\n  ends: x\n',
    });
  });

  test.each([
    ['lines into braces', 'm: { a: 1 }\n', entry, '"m" is written in brackets'],
    ['a key that is there', 'm:\n  new: 1\n', line, '"new" is there already'],
    ['no map', 'm: 1\n', line, '"m" is no map or list'],
    ['no YAML', 'm: [', line, 'it is no YAML'],
  ])('%s: a reason', async (_, text, added, reason) => {
    expect(await insertEntry(text, ['m'], added)).toEqual({ reason });
  });
});
