import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

/** What an editor does with the first line of a file: it holds the file against the schema that the line names. */
const files = readdirSync('knowledge-base', { recursive: true, encoding: 'utf8' })
  .map((name) => `knowledge-base/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.yaml'));
const schemaOf = (text: string): string =>
  /^# yaml-language-server: \$schema=\S*\/([a-z-]+)\.schema\.json\n/.exec(text)?.[1] ?? '';
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const validators = new Map(
  readdirSync('schema')
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => [
      name.replace('.schema.json', ''),
      ajv.compile(JSON.parse(readFileSync(`schema/${name}`, 'utf8')) as object),
    ]),
);

describe('the published schemas, as an editor uses them', () => {
  test('there are files of every kind that is shipped', () => {
    const kinds = new Set(files.map((file) => schemaOf(readFileSync(file, 'utf8'))));
    expect([...kinds].sort()).toEqual([
      'calls',
      'checks',
      'facts',
      'glossary',
      'knowledge-base',
      'overlays',
      'procedure',
      'rules',
      'tree',
    ]);
  });

  test('find nothing wrong with what is shipped', () => {
    const wrong = files.filter((file) => {
      const text = readFileSync(file, 'utf8');
      return validators.get(schemaOf(text))?.(parse(text)) !== true;
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ['a misspelt key', 'title: X', 'titel: X'],
    ['a missing key', 'start: a\n', ''],
    ['a node of no kind', 'close: resolved', 'shut: resolved'],
    ['a name that cannot be', 'start: a', 'start: A node'],
    ['an outcome that cannot be', 'close: resolved', 'close: perhaps'],
  ])('find %s', (_, right, wrong) => {
    const text = 'tree: x\ntitle: X\nsymptoms: [x]\nstart: a\nnodes: { a: { close: resolved } }\n';
    const validate = validators.get('tree');
    expect(validate?.(parse(text))).toBe(true);
    expect(validate?.(parse(text.replace(right, wrong)))).toBe(false);
  });
});
