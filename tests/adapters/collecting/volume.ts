/**
 * Result workbooks in volume: one that the program has really exported, with the data part of another unit exchanged in
 * each copy. Sheets and pictures stay those of the first; an import does not read them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bytesElement,
  machineXml,
  readMachineXml,
  type MachineElement,
} from '../../../src/adapters/documents/xlsx/machine-xml.ts';
import { readZipEntries } from '../../../src/adapters/documents/zip-read.ts';
import { zipFiles } from '../../../src/adapters/documents/zip-write.ts';
import { loadedFrom, questionnaireHash } from '../../../src/core/library.ts';
import { sampleResult } from '../../../src/core/sample-results.ts';
import { answersOf } from '../../../src/domain/assessment/answer.ts';
import type { Questionnaire } from '../../../src/domain/questionnaire/types.ts';
import { buildResultFile, writeResultFile } from '../../../src/domain/result-file/build.ts';
import type { ResultFile } from '../../../src/domain/result-file/schema.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { createHash } from 'node:crypto';

export const PERIOD = { kind: 'year', year: 2025, number: 1 } as const;
const ALL = { archive: 100_000_000, entries: 1000, entry: 100_000_000 };
const PART = 'customXml/item1.xml';
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The content of a made-up result. */
export function sampleContent(
  questionnaire: Questionnaire,
  place: number,
  more: Partial<Pick<ResultFile, 'revision' | 'replaces' | 'definition'>> & { readonly seed?: number } = {},
): ResultFile {
  const { hash } = loadedFrom(questionnaire, questionnaireHash(questionnaire, sha256));
  const prepared = prepare(questionnaire, { kind: 'commune', year: PERIOD.year });
  const made = sampleResult(prepared, { kind: 'commune', family: 'agency' }, PERIOD, more.seed ?? 1, place);
  return buildResultFile({
    program: '0.1.0',
    exportedAt: '2026-01-05T02:00:00.000Z',
    questionnaire,
    hash,
    assessment: { id: made.assessmentId, state: 'finished', sample: true },
    organisation: made.organisation,
    period: made.period,
    records: made.records,
    evidence: [],
    score: score(prepared, answersOf(made.records)),
    definition: more.definition,
    revision: more.revision,
    replaces: more.replaces,
  });
}

/** The workbook with another content in its data part. */
export function exchanged(workbook: Uint8Array, content: ResultFile): Uint8Array {
  const files = new Map(readZipEntries(workbook, /[^/]$/, ALL));
  const elements = readMachineXml(new TextDecoder().decode(files.get(PART))) ?? new Map<string, MachineElement>();
  const { format = '' } = elements.get('result')?.attributes ?? {};
  elements.set('result', bytesElement('result', Buffer.from(writeResultFile(content), 'utf8'), { format }));
  files.set(PART, Buffer.from(machineXml([...elements.values()]), 'utf8'));
  return zipFiles(files, new Date(Date.UTC(2026, 0, 5)));
}

/** Writes so many workbooks of different units. @returns their paths */
export function writeVolume(
  folder: string,
  workbook: Uint8Array,
  questionnaire: Questionnaire,
  definition: ResultFile['definition'],
  count: number,
): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, place) => {
    const path = join(folder, `${String(place + 1).padStart(5, '0')}.xlsx`);
    writeFileSync(path, exchanged(workbook, sampleContent(questionnaire, place, { definition })));
    return path;
  });
}
