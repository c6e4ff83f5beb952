import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { jsonSchemas } from '../../src/index.js';

type Json = { readonly [key: string]: unknown };
interface Property {
  readonly path: string;
  readonly schema: Json;
  /** Where it stands in its file's schema, as a JSON pointer. */
  readonly pointer: string;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const schemas = Object.entries(await jsonSchemas());

/** Every key that an author can write, wherever it stands in the schema of a kind of file. */
function propertiesIn(schema: unknown, path: string, pointer = '#'): readonly Property[] {
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key === 'examples' || key === 'default') return [];
    if (key !== 'properties' || !isObject(value)) return propertiesIn(value, path, at);
    return Object.entries(value).flatMap(([name, property]) => [
      ...(isObject(property) ? [{ path: `${path}.${name}`, schema: property, pointer: `${at}/${name}` }] : []),
      ...propertiesIn(property, `${path}.${name}`, `${at}/${name}`),
    ]);
  });
}

describe.each(schemas)('the schema of %s', (kind, schema) => {
  const properties = propertiesIn(schema, kind);

  test('has keys', () => {
    expect(properties.length).toBeGreaterThan(1);
  });

  test('describes every key in a sentence', () => {
    const wrong = properties.filter(({ schema: { description } }) => !/^.{8,}[.]$/s.test(String(description ?? '')));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('shows what every key can look like; of a list of words it says what each means', () => {
    const wrong = properties.filter(({ schema: { examples, enum: words, description } }) => {
      if (Array.isArray(examples) && examples.length > 0) return false;
      return !Array.isArray(words) || !words.every((word) => String(description).includes(String(word)));
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('shows nothing that it would not take itself', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(schema, kind);
    const wrong = properties.flatMap(({ path, pointer, schema: { examples } }) => {
      const takes = ajv.getSchema(`${kind}${pointer}`);
      if (takes === undefined) return [path];
      const shown: readonly unknown[] = Array.isArray(examples) ? examples : [];
      return shown.filter((each) => takes(each) !== true).map((each) => `${path}: ${JSON.stringify(each)}`);
    });
    expect(wrong).toEqual([]);
  });
});
