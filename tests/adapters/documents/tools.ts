/** Outside programs that look at finished documents, and the questionnaire that uses every rule of a group. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerRecord, AnswerValue } from '../../../src/domain/assessment/answer.ts';
import { emptyRecord } from '../../../src/domain/assessment/answer.ts';
import { installedFonts } from '../../../src/adapters/documents/fonts.ts';
import { createRender } from '../../../src/adapters/documents/render.ts';
import { choice, definition, group, ladder, load, multi, ratio, text } from '../../domain/definition.ts';
import { AGENCY, make, type Made } from '../../domain/report/support.ts';

export const { report: render } = createRender(installedFonts());

const HINTS: Record<string, string> = {
  soffice: 'apt-get install libreoffice-calc',
  pdftotext: 'apt-get install poppler-utils',
  pdfinfo: 'apt-get install poppler-utils',
  pdffonts: 'apt-get install poppler-utils',
  pdftocairo: 'apt-get install poppler-utils',
  pdftohtml: 'apt-get install poppler-utils',
};

/** Runs a program and gives its output; a missing one fails with the way to install it. */
export function run(program: string, ...args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64_000_000, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT')
      throw new Error(`${program} is needed for this test: ${HINTS[program] ?? ''}`, { cause: error });
    throw error;
  }
}

/** Works in a folder of its own that is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts bytes into a file and runs the work on it. */
export function onFile<T>(name: string, bytes: Uint8Array, work: (file: string) => T): T {
  return inFolder((folder) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return work(file);
  });
}

/** A profile that recalculates every formula on loading. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Workbooks as LibreOffice saves them again, all formulas calculated anew; one start of the program for all of them. */
export function resaveAll(books: readonly Uint8Array[]): Uint8Array[] {
  return inFolder((folder) => {
    const profile = join(folder, 'profile', 'user');
    run('mkdir', '-p', profile, join(folder, 'out'));
    writeFileSync(join(profile, 'registrymodifications.xcu'), PROFILE);
    const files = books.map((bytes, index) => {
      const file = join(folder, `in${index}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    run(
      'soffice',
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      join(folder, 'out'),
      ...files,
    );
    return books.map((_, index) => new Uint8Array(readFileSync(join(folder, 'out', `in${index}.xlsx`))));
  });
}

/** The workbook as LibreOffice saves it again, all formulas calculated anew. */
export function resave(bytes: Uint8Array): Uint8Array {
  const [saved] = resaveAll([bytes]);
  if (!saved) throw new Error('nothing saved');
  return saved;
}

const answered = (itemId: string, value: AnswerValue, more: Partial<AnswerRecord> = {}): AnswerRecord => ({
  ...emptyRecord(itemId),
  answer: { state: 'answered', value },
  ...more,
});
const option = (itemId: string, chosen: string, more: Partial<AnswerRecord> = {}): AnswerRecord =>
  answered(itemId, { kind: 'option', option: chosen }, more);

/** Sums in sums, means, weights, lowest, groups that take no part, groups that do not apply, points below zero. */
export function everyRule(total: 'sum' | 'mean' | 'weighted' | 'lowest', language: 'vi' | 'en' = 'vi'): Made {
  const questionnaire = load(
    definition(
      [
        group('sums', [
          choice('s1', [0, 2.5, 10]),
          group('inner', [
            choice('s2', [0, 4]),
            multi('s3', [2, 3, -4]),
            choice('s4', [0, 7], { notApplicable: true }),
          ]),
          ratio('s5'),
          text('s6'),
          choice('s7', [0, 5], { scored: false }),
        ]),
        group('means', [ladder('m1'), ladder('m2', { notApplicable: true }), ladder('m3'), ladder('m4')], {
          aggregate: { kind: 'mean' },
        }),
        group('weights', [choice('w1', [0, 10], { weight: 3 }), choice('w2', [0, 10])], {
          aggregate: { kind: 'weighted' },
          weight: 2,
        }),
        group('least', [choice('l1', [0, 6, 9]), choice('l2', [0, 3, 9])], { aggregate: { kind: 'lowest' } }),
        group('gone', [choice('g1', [0, 5], { notApplicable: true })]),
        group('aside', [choice('a1', [0, 5])], { scored: false }),
      ],
      { total: { kind: total }, decimals: 2 },
    ),
  );
  return make(
    { questionnaire, hash: 'b'.repeat(64) },
    {
      organisation: { name: 'UBND xã Thử', kind: 'commune', code: '', province: '', address: '', contact: '' },
      period: { kind: 'year', year: 2026, number: 1 },
      sample: false,
      records: [
        option('s1', '5-2'),
        option('s2', '4'),
        answered('s3', { kind: 'options', options: ['o0', 'o2'] }),
        { ...emptyRecord('s4'), answer: { state: 'not-applicable', reason: 'không có' } },
        answered('s5', { kind: 'ratio', a: '1', b: '3' }),
        answered('s6', { kind: 'text', text: '=1+1' }),
        option('s7', '5'),
        option('m1', '2'),
        { ...emptyRecord('m2'), answer: { state: 'not-applicable', reason: 'không có' } },
        option('m3', '3'),
        option('w1', '10'),
        option('w2', '0'),
        option('l1', '6'),
        option('l2', '3'),
        { ...emptyRecord('g1'), answer: { state: 'not-applicable', reason: 'không có' } },
        option('a1', '5'),
      ],
      evidence: [],
    },
    { kind: AGENCY, language },
  );
}
