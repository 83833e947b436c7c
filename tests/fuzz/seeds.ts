/** Inputs that once broke a promise: kept as they were, judged again by every `npm test`. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AreaName, Failure } from './child.ts';
import type { Input } from './area.ts';

const FOLDER = join(import.meta.dirname, 'seeds');

interface Kept extends Omit<Input, 'bytes'> {
  readonly area: AreaName;
  /** What it broke when it was found. */
  readonly found: string;
  /** Deflated, base64. */
  readonly bytes: string;
}

export function keepSeed({ area, faults, input }: Failure): string {
  mkdirSync(FOLDER, { recursive: true });
  const name = `${area}-${createHash('sha256').update(input.bytes).digest('hex').slice(0, 12)}.json`;
  const kept: Kept = {
    ...input,
    area,
    found: (faults[0] ?? '').split('\n')[0]?.slice(0, 200) ?? '',
    bytes: deflateRawSync(input.bytes, { level: 9 }).toString('base64'),
  };
  writeFileSync(join(FOLDER, name), `${JSON.stringify(kept, null, 2)}\n`);
  return name;
}

/** All of them, by area. */
export function keptSeeds(): Map<AreaName, Input[]> {
  const seeds = new Map<AreaName, Input[]>();
  for (const name of readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const { area, found: _, bytes, ...input } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Kept;
    seeds.set(area, [...(seeds.get(area) ?? []), { ...input, bytes: inflateRawSync(Buffer.from(bytes, 'base64')) }]);
  }
  return seeds;
}
