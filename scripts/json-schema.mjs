// Writes the published JSON Schemas into the folder schema: node scripts/json-schema.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { publishedSchemas } from '../src/domain/authoring/json-schema.ts';

const folder = resolve(import.meta.dirname, '../schema');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(publishedSchemas())) {
  const file = resolve(folder, name);
  const options = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(schema), { ...options, parser: 'json' }));
}
