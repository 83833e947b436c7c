import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readMachinePart } from '../../../src/adapters/documents/machine-part.ts';
import { sample, type Made } from '../../domain/report/support.ts';
import { everyRule, render, resave } from './tools.ts';

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

/** The workbook without the stored results, so that every figure must be calculated. */
async function withoutResults(bytes: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const file of zip.file(/^xl\/worksheets\/sheet\d+\.xml$/))
    zip.file(file.name, change((await file.async('string')).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')));
  return zip.generateAsync({ type: 'uint8array' });
}

/** Cells of a saved-again workbook whose value differs from the stored result of the first. */
async function differences(
  made: Made,
  change: (xml: string) => string = (xml) => xml,
): Promise<{ formulas: number; different: string[]; saved: Uint8Array }> {
  const bytes = await render('xlsx', made.model, made.machine);
  const first = await open(bytes);
  const saved = resave(await withoutResults(bytes, change));
  const second = await open(saved);
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
  return { formulas, different, saved };
}

describe('LibreOffice', () => {
  it.each(['gov-maturity-5', 'sme-readiness'] as const)('calculates the scores of %s', async (id) => {
    const made = await sample(id);
    const { formulas, different, saved } = await differences(made);
    expect(formulas).toBeGreaterThan(30);
    expect(different).toEqual([]);
    // What it saves again still carries the data part, unchanged.
    expect(readMachinePart(saved)).toEqual({ kind: 'ok', file: made.machine });
    expect(readMachinePart(resave(saved))).toEqual({ kind: 'ok', file: made.machine });
  });

  it.each(['sum', 'mean', 'weighted', 'lowest'] as const)(
    'calculates every rule of a group under a %s',
    async (total) => {
      const { formulas, different } = await differences(everyRule(total));
      expect(formulas).toBeGreaterThan(12);
      expect(different).toEqual([]);
    },
  );

  it('calculates anew: other points give other sums, up to the total', async () => {
    const { different } = await differences(everyRule('sum'), (xml) => xml.replace('<v>2.5</v>', '<v>10</v>'));
    // The group and the total of the detail sheet, and whatever leans on them.
    expect(different.filter((entry) => entry.startsWith('Bảng tự đánh giá!F'))).toHaveLength(2);
    expect(different.join('\n')).toContain('Tổng hợp');
  });

  it('adds up appraised scores that are entered', async () => {
    const made = everyRule('sum');
    const book = await open(await render('xlsx', made.model, made.machine));
    const sheet = book.getWorksheet('Bảng tự đánh giá');
    const rowOf = (code: string): number => {
      let found = 0;
      sheet?.eachRow((row, number) => {
        if (row.getCell(1).text === code) found = number;
      });
      return found;
    };
    for (const [code, points] of [
      ['s1', 2],
      ['s2', 3],
      ['m1', 4],
      ['m3', 1],
    ] as const)
      if (sheet) sheet.getRow(rowOf(code)).getCell(11).value = points;
    const again = await open(resave(new Uint8Array(await book.xlsx.writeBuffer())));
    const value = (code: string) => again.getWorksheet('Bảng tự đánh giá')?.getRow(rowOf(code)).getCell(11).result;
    expect(value('inner')).toBe(3);
    expect(value('sums')).toBe(5);
    expect(value('means')).toBe(2.5);
  });
});
