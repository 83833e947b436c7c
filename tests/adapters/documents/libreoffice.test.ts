import ExcelJS from 'exceljs';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readMachinePart } from '../../../src/adapters/documents/machine-part.ts';
import { readResultWorkbook } from '../../../src/adapters/documents/result-workbook.ts';
import { AGENCY, ENTERPRISE, make, sample, shipped, type Made } from '../../domain/report/support.ts';
import { editCells } from './edit-cells.ts';
import { everyRule, render, resave, resaveAll } from './tools.ts';

const DETAIL = 'Bảng tự đánh giá';

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

/** The workbook without the stored results, so that every figure must be calculated. */
async function withoutResults(bytes: Uint8Array, change: (xml: string) => string = (xml) => xml): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const file of zip.file(/^xl\/worksheets\/sheet\d+\.xml$/))
    zip.file(file.name, change((await file.async('string')).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')));
  return zip.generateAsync({ type: 'uint8array' });
}

/** Formulas, and those whose value in the saved workbook differs from the stored result of the first. */
async function differences(bytes: Uint8Array, saved: Uint8Array): Promise<{ formulas: number; different: string[] }> {
  const [first, second] = await Promise.all([open(bytes), open(saved)]);
  const different: string[] = [];
  let formulas = 0;
  for (const sheet of first.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.formula) return;
        formulas += 1;
        const stated = cell.result ?? '';
        const found = second.getWorksheet(sheet.name)?.getCell(cell.address).result ?? '';
        const same =
          typeof stated === 'number' && typeof found === 'number' ? Math.abs(stated - found) < 1e-8 : stated === found;
        if (!same) different.push(`${sheet.name}!${cell.address} ${cell.formula}: ${JSON.stringify([stated, found])}`);
      }),
    );
  return { formulas, different };
}

const workbookOf = ({ model, machine }: Made): Promise<Uint8Array> => render('xlsx', model, machine);

/** Every sample of every shipped questionnaire. */
async function everySample(): Promise<{ name: string; made: Made }[]> {
  const all: { name: string; made: Made }[] = [];
  for (const id of readdirSync(resolve(import.meta.dirname, '../../../questionnaires'))) {
    const source = await shipped(id);
    for (const [index, sheet] of source.sheets.entries()) {
      const before = source.sheets[index + 1];
      const previous = before?.organisation.name === sheet.organisation.name ? before : null;
      const kind = id.startsWith('sme') ? ENTERPRISE : AGENCY;
      all.push({ name: `${id} ${index}`, made: make(source, sheet, { kind, previous }) });
    }
  }
  return all;
}

describe('LibreOffice', () => {
  it('calculates the scores of every sample, and its copy is known to hold the same values', async () => {
    const samples = await everySample();
    const books = await Promise.all(samples.map(({ made }) => workbookOf(made)));
    const saved = resaveAll(await Promise.all(books.map((bytes) => withoutResults(bytes))));
    expect(samples.length).toBeGreaterThan(12);
    for (const [index, { name, made }] of samples.entries()) {
      const [bytes, copy] = [books[index], saved[index]];
      if (!bytes || !copy) throw new Error(name);
      const { formulas, different } = await differences(bytes, copy);
      expect(different, name).toEqual([]);
      expect(formulas, name).toBeGreaterThan(10);
      const { reading, sheets } = readResultWorkbook(copy);
      // What it saves again still carries the data part, unchanged.
      expect(reading, name).toEqual({ kind: 'ok', file: made.machine, code: null });
      expect(sheets, name).toMatchObject({ kind: 'saved-again', changed: 0 });
    }
  });

  it('keeps the data part when it saves its own copy again', async () => {
    const made = await sample('gov-maturity-5');
    const again = resave(resave(await workbookOf(made)));
    expect(readMachinePart(again)).toEqual({ kind: 'ok', file: made.machine, code: null });
    expect(readResultWorkbook(again).sheets).toMatchObject({ kind: 'saved-again' });
  });

  it('calculates every rule of a group under every rule of the total', async () => {
    const books = await Promise.all(
      (['sum', 'mean', 'weighted', 'lowest'] as const).map((total) => workbookOf(everyRule(total))),
    );
    const changed = await withoutResults(books[0] ?? new Uint8Array(), (xml) => xml.replace('<v>2.5</v>', '<v>10</v>'));
    const saved = resaveAll([...(await Promise.all(books.map((bytes) => withoutResults(bytes)))), changed]);
    for (const [index, bytes] of books.entries()) {
      const { formulas, different } = await differences(bytes, saved[index] ?? new Uint8Array());
      expect(formulas).toBeGreaterThan(12);
      expect(different).toEqual([]);
    }
    // Other points give other sums: the group and the total of the detail sheet, and whatever leans on them.
    const { different } = await differences(books[0] ?? new Uint8Array(), saved.at(-1) ?? new Uint8Array());
    expect(different.filter((entry) => entry.startsWith(`${DETAIL}!F`))).toHaveLength(2);
    expect(different.join('\n')).toContain('Tổng hợp');
  });

  it('adds up appraised scores that are entered', async () => {
    const bytes = await workbookOf(everyRule('sum'));
    const sheet = (await open(bytes)).getWorksheet(DETAIL);
    const rowOf = (code: string): number => {
      let found = 0;
      sheet?.eachRow((row, number) => {
        if (row.getCell(1).text === code) found = number;
      });
      return found;
    };
    const entered = { s1: 2.5, s2: 4, m1: 4, m3: 1 };
    const cells = Object.fromEntries(Object.entries(entered).map(([code, points]) => [`K${rowOf(code)}`, points]));
    const saved = resave(await editCells(bytes, DETAIL, cells));
    const again = await open(saved);
    const value = (code: string) => again.getWorksheet(DETAIL)?.getRow(rowOf(code)).getCell(11).result;
    expect(value('inner')).toBe(4);
    expect(value('sums')).toBe(6.5);
    expect(value('means')).toBe(2.5);
    expect(readResultWorkbook(saved).sheets).toMatchObject({ kind: 'appraised', appraised: 4, changed: 0 });
  });
});
