/** A short run of every fuzzer, every input that once broke a promise, and files that are known to hurt. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForTest, uuid } from '../core/application.ts';
import { temporaryFolder } from '../adapters/temporary.ts';
import { BYTES, MILLISECONDS, type AreaName } from './child.ts';
import { shortHash } from '../../src/domain/result-file/identity.ts';
import { ORIGINALS } from './documents.ts';
import { HOSTILE_FILES } from './hostile-files.ts';
import { runArea, type Report } from './run.ts';
import { keptSeeds } from './seeds.ts';
import { readingFaults } from './sentences.ts';

const SEED = 20261123;
const SHORT: Readonly<Record<AreaName, number>> = {
  results: 500,
  opening: 200,
  questionnaires: 60,
  messages: 250,
  requests: 300,
};
const names = Object.keys(SHORT) as AreaName[];

function expectKept(report: Report): void {
  expect(report.failures.map(({ number, input, faults }) => ({ number, label: input.label, faults }))).toEqual([]);
  expect(report.slowest).toBeLessThan(MILLISECONDS);
  expect(report.memory).toBeLessThan(BYTES[report.area]);
}

/** The marks of the contents that the known files are made of. */
const MARKS = [...ORIGINALS].map(shortHash);

describe('inputs made at random', () => {
  it.concurrent.each(names)('%s keep every promise', async (area) => {
    const report = await runArea(area, { seed: SEED, from: 0, to: SHORT[area] });
    expect(report.judged).toBe(SHORT[area]);
    expectKept(report);
    // Most are refused, and some are still what they were: the damage is neither too much nor too little.
    expect(Object.keys(report.counts).length).toBeGreaterThan(2);
  });
});

describe('inputs that once broke a promise', () => {
  const seeds = [...keptSeeds()];
  it.concurrent.each(seeds)('%s', async (area, inputs) => {
    expectKept(await runArea(area, { inputs }));
  });
});

describe('files that are known to hurt', () => {
  it('are refused one by one with a sentence, in time and within memory', async () => {
    const opened = await openForTest();
    const folder = await temporaryFolder();
    mkdirSync(folder, { recursive: true });
    for (const { name, bytes } of HOSTILE_FILES) writeFileSync(join(folder, name), bytes);
    const [run, source] = [uuid(1), uuid(2)];
    await opened.application.piles.offer(source, [folder]);
    await opened.call('collections.import', { run, source, collectionId: null, language: 'vi' });
    expect(await opened.call('collections.await', { run })).toMatchObject({ state: 'done' });
    const { outcomes } = await opened.call('collections.outcomes', { run, from: 0, count: 1000 });
    // An archive of files is told by what is in it.
    const told = new Set(outcomes.map(({ name }) => name.split('/')[0] ?? ''));
    expect([...told].sort()).toEqual(HOSTILE_FILES.map(({ name }) => name).sort());
    const whole = new Set(HOSTILE_FILES.flatMap(({ name, whole }) => (whole ? [name] : [])));
    const accepted = outcomes.filter(({ kind }) => kind === 'accepted' || kind === 'known');
    expect(accepted.map(({ name }) => name).filter((name) => !whole.has(name))).toEqual([]);
    // All of them are one of the originals, and each of those counts once.
    expect(accepted.filter(({ kind }) => kind === 'accepted').length).toBeLessThanOrEqual(ORIGINALS.size);
    expect(outcomes.filter(({ kind }) => kind === 'stopped' || kind === 'conflict' || kind === 'revision')).toEqual([]);
    for (const outcome of outcomes)
      if (outcome.kind !== 'accepted' && outcome.kind !== 'known')
        expect(readingFaults(outcome as never), outcome.name).toEqual([]);
  });

  it('are recognised when they are opened one by one', async () => {
    const opened = await openForTest();
    for (const { name, bytes, whole } of HOSTILE_FILES) {
      const upload = uuid(3);
      for (let at = 0; at === 0 || at < bytes.length; at += 700_000)
        await opened.call('opening.upload', {
          upload,
          at,
          base64: bytes.subarray(at, at + 700_000).toString('base64'),
        });
      const found = await opened.call('opening.read', { upload, name });
      if (found.kind === 'result' && found.source !== 'json') {
        expect(MARKS, name).toContain(found.code);
        // Cells that were added to the sheets are said to be; what counts is the content.
        if (!whole) expect(found.sheets?.kind, name).toBe('changed');
      }
      if (found.kind === 'refused') expect(found.reason, name).toMatch(/^[a-z0-9-]+$/);
    }
    expect(opened.reported).toEqual([]);
  });
});

it('no object has got a member of its own from any of them', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect('polluted' in {}).toBe(false);
});
