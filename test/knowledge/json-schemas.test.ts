import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { jsonSchemas } from '../../src/index.js';

const folder = join(process.cwd(), 'schema');
const schemas = Object.entries(await jsonSchemas());

describe('the published JSON Schemas', () => {
  test('are those of every kind of file', () => {
    expect(readdirSync(folder).sort()).toEqual(
      ['generate.js', 'protocol.schema.json', ...schemas.map(([kind]) => `${kind}.schema.json`)].sort(),
    );
  });

  test.each(schemas)('%s is up to date: if not, npm run schema', (kind, schema) => {
    const published = readFileSync(join(folder, `${kind}.schema.json`), 'utf8');
    expect(published).toBe(`${JSON.stringify(schema, undefined, 2)}\n`);
  });

  test.each(schemas)('%s forbids keys that it does not know', (_, schema) => {
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  });
});
