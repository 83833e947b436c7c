// Draws the icons below build anew: node scripts/package-icons.mjs
import './require-node24.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { drawIcons } from './packaging/icons.ts';

for (const [name, bytes] of drawIcons()) {
  const file = resolve(import.meta.dirname, '../build', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
