/**
 * Workbook and PDF of a full commune report (47 criteria, 40 evidence rows, charts as drawings, without reading the file
 * again), warm and from the worker thread as in the program, beside LibreOffice converting the same workbook.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDocumentRenderer } from '../../src/adapters/documents/worker-client.ts';
import { communeReport } from '../adapters/documents/fixtures.ts';
import { compare, measure, type Measured, type Row } from './measure.ts';

const workerUrl = new URL('../../src/adapters/documents/worker.ts', import.meta.url);
/** Documents made before the measured ones: the first few pay for reading fonts and for compiling. */
const WARM = 10;

const hasOffice = (): boolean => spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

/** LibreOffice without a window turns the workbook into another file; its start is part of the time. */
async function office(workbook: Uint8Array, format: 'pdf' | 'xlsx'): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'thuoc-so-bench-office-'));
  try {
    const file = join(folder, 'report.xlsx');
    const out = join(folder, 'out');
    mkdirSync(out);
    writeFileSync(file, workbook);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    return await measure(
      () =>
        execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', out, file], {
          stdio: 'ignore',
        }),
      3,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The full report in both formats. */
export async function benchDocuments(): Promise<Row[]> {
  const made = await communeReport();
  const documents = createDocumentRenderer({ workerUrl });
  try {
    const job = (format: 'pdf' | 'xlsx') => () => documents.render(format, made);
    for (let count = 0; count < WARM; count += 1) await Promise.all([job('pdf')(), job('xlsx')()]);
    const pdf = await measure(job('pdf'), 15);
    const xlsx = await measure(job('xlsx'), 15);
    const names = { pdf: 'full commune report as pdf', xlsx: 'full commune report as xlsx' };
    if (!hasOffice()) return [compare(names.pdf, pdf, 'the same report as xlsx (no LibreOffice here)', xlsx)];
    const workbook = await documents.render('xlsx', made);
    return [
      compare(names.pdf, pdf, 'LibreOffice headless, its workbook to pdf', await office(workbook, 'pdf')),
      compare(names.xlsx, xlsx, 'LibreOffice headless, its workbook to xlsx', await office(workbook, 'xlsx')),
    ];
  } finally {
    await documents.close();
  }
}
