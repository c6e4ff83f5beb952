// Writes the JSON Schema of every kind of file beside this one: `npm run schema`.
import { writeFileSync } from 'node:fs';
import { jsonSchemas } from '../dist/src/index.js';

for (const [kind, schema] of Object.entries(await jsonSchemas()))
  writeFileSync(new URL(`${kind}.schema.json`, import.meta.url), `${JSON.stringify(schema, undefined, 2)}\n`);
