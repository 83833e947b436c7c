import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { machineElements } from '../../../src/adapters/documents/machine-part.ts';
import { readResultWorkbook } from '../../../src/adapters/documents/result-workbook.ts';
import { compareSheets } from '../../../src/adapters/documents/xlsx/compare.ts';
import { readCellValues } from '../../../src/adapters/documents/xlsx/cell-values.ts';
import { readCells, readParts, storedSheetsUnchanged } from '../../../src/adapters/documents/xlsx/digests.ts';
import { zipDirectory } from '../../../src/adapters/documents/zip-read.ts';
import { createFileReader } from '../../../src/adapters/files/recognise.ts';
import { make, sample, shipped, AGENCY, type Made } from '../../domain/report/support.ts';
import { editCells } from './edit-cells.ts';
import { render, resave } from './tools.ts';

const DETAIL = 'Bảng tự đánh giá';

let made: Made;
let bytes: Uint8Array;
beforeAll(async () => {
  made = await sample('gov-maturity-5');
  bytes = await render('xlsx', made.model, made.machine);
});

const elementsOf = (workbook: Uint8Array) => {
  const elements = machineElements(workbook);
  if (!elements) throw new Error('no data part');
  return elements;
};
const verdictOf = (workbook: Uint8Array) => compareSheets(workbook, elementsOf(workbook)).verdict;
const cellsOf = (workbook: Uint8Array) => {
  const cells = readCells(elementsOf(workbook));
  if (!cells) throw new Error('no cells');
  return cells;
};
const stored = (workbook: Uint8Array) => zipDirectory(workbook, { archive: 20_000_000, entries: 500 });

describe('the stored sheets', () => {
  it('are known by their sums, without unpacking', async () => {
    const parts = readParts(elementsOf(bytes));
    if (!parts) throw new Error('no digests');
    expect(parts.parts.map(({ path }) => path)).toEqual([
      'xl/sharedStrings.xml',
      ...[1, 2, 3, 4, 5].map((number) => `xl/worksheets/sheet${number}.xml`),
    ]);
    expect(storedSheetsUnchanged(stored(bytes), parts)).toBe(true);
    // Packed anew, the same bytes are inside.
    const zip = await JSZip.loadAsync(bytes);
    expect(storedSheetsUnchanged(stored(await zip.generateAsync({ type: 'uint8array' })), parts)).toBe(true);
    expect(storedSheetsUnchanged(stored(await editCells(bytes, DETAIL, { B9: 'khác' })), parts)).toBe(false);
    zip.remove('xl/worksheets/sheet2.xml');
    expect(storedSheetsUnchanged(stored(await zip.generateAsync({ type: 'uint8array' })), parts)).toBe(false);
    expect(readResultWorkbook(bytes).sheets).toEqual({ kind: 'unchanged', appraised: 0, changes: [], changed: 0 });
  });

  it('are remembered cell by cell, exactly as they read', () => {
    const found = readCellValues(bytes);
    const remembered = cellsOf(bytes);
    expect([...found.keys()]).toEqual(remembered.sheets.map(({ name }) => name));
    for (const { name, cells } of remembered.sheets) {
      const read = [...(found.get(name) ?? [])].map(([cell, { value }]) => [cell, value]);
      expect(Object.fromEntries(read.filter(([, value]) => value !== '')), name).toEqual(cells);
    }
    expect(verdictOf(bytes)).toMatchObject({ kind: 'saved-again', changed: 0 });
  });
});

describe('another program', () => {
  it('may save the workbook: the values are the same', () => {
    const saved = resave(bytes);
    expect(readResultWorkbook(saved)).toMatchObject({
      reading: { kind: 'ok' },
      sheets: { kind: 'saved-again', changed: 0 },
    });
    expect(verdictOf(resave(saved))).toMatchObject({ kind: 'saved-again' });
  });

  it('shows an edited cell, and what stood there', async () => {
    const line = made.model.detail.findIndex((entry) => entry.kind === 'item');
    const { inputs } = cellsOf(bytes);
    const row = inputs[0]?.points?.slice(1) ?? '';
    const item = made.model.detail[line];
    if (item?.kind !== 'item') throw new Error('item');
    const edited = await editCells(bytes, DETAIL, { [`F${row}`]: 5, [`B${row}`]: 'Tên khác' });
    const direct = verdictOf(edited);
    expect(direct).toMatchObject({
      kind: 'changed',
      changed: 2,
      changes: [
        { sheet: DETAIL, cell: `B${row}`, before: item.title, now: 'Tên khác' },
        { sheet: DETAIL, cell: `F${row}`, before: String(item.points?.number), now: '5' },
      ],
    });
    // Calculated anew, the sums above follow.
    const saved = verdictOf(resave(edited));
    expect(saved.kind).toBe('changed');
    expect(saved.changes.map(({ cell }) => cell)).toEqual(expect.arrayContaining([`B${row}`, `F${row}`]));
    expect(saved.changed).toBeGreaterThan(2);
    expect(saved.changes.some(({ sheet }) => sheet === 'Tổng hợp')).toBe(true);
  });

  it('lets the appraiser fill in what is open', async () => {
    const [first, second] = cellsOf(bytes).inputs;
    if (!first?.points || !second) throw new Error('inputs');
    const filled = await editCells(bytes, DETAIL, { [first.points]: 1, [second.comment]: 'Đã xem hồ sơ' });
    for (const workbook of [filled, resave(filled)]) {
      const { verdict, entries, sheet } = compareSheets(workbook, elementsOf(workbook));
      expect(verdict).toEqual({ kind: 'appraised', appraised: 2, changes: [], changed: 0 });
      expect(sheet).toBe(DETAIL);
      expect(entries).toEqual([
        {
          itemId: first.itemId,
          points: { cell: first.points, value: 1, formula: false },
          figures: [],
          comment: null,
        },
        {
          itemId: second.itemId,
          points: null,
          figures: [],
          comment: { cell: second.comment, value: 'Đã xem hồ sơ', formula: false },
        },
      ]);
    }
  });

  it('lets the appraiser take an exported entry away', async () => {
    const detail = made.model.detail.map((line) =>
      line.kind === 'item' && line.points ? { ...line, appraised: line.points, appraisal: 'Đã xem' } : line,
    );
    const appraised = await render('xlsx', { ...made.model, detail }, made.machine);
    const [first] = cellsOf(appraised).inputs;
    if (!first?.points) throw new Error('inputs');
    // As it was exported, nothing is new; with an entry gone, the sums that follow are no change of the unit's cells.
    expect(verdictOf(appraised)).toMatchObject({ kind: 'saved-again' });
    const cleared = resave(await editCells(appraised, DETAIL, { [first.points]: null }));
    const { verdict, entries } = compareSheets(cleared, elementsOf(cleared));
    expect(verdict.changes.filter(({ cell }) => cell.startsWith('K'))).toEqual([]);
    expect(entries).toEqual([]);
  });

  it('may drop the data part: the sheets still tell what it was', async () => {
    const zip = await JSZip.loadAsync(bytes);
    zip.remove('customXml/item1.xml');
    const lost = await zip.generateAsync({ type: 'uint8array' });
    expect(await createFileReader().recognise(lost)).toMatchObject({ kind: 'refused', reason: 'data-lost' });
    zip.file(
      'xl/workbook.xml',
      ((await zip.file('xl/workbook.xml')?.async('string')) ?? '').replaceAll(DETAIL, 'Trang 2'),
    );
    const other = await zip.generateAsync({ type: 'uint8array' });
    expect(await createFileReader().recognise(other)).toMatchObject({ kind: 'refused', reason: 'other-workbook' });
  });

  it('lets anybody plan the next steps', async () => {
    const steps = cellsOf(bytes).sheets.at(-1);
    const [owner] = steps?.open ?? [];
    if (!steps || owner === undefined) throw new Error('steps');
    expect(verdictOf(await editCells(bytes, steps.name, { [owner]: 'Nguyễn Văn A' }))).toMatchObject({
      kind: 'saved-again',
    });
  });

  it('may add, rename or take out a sheet: that is told', async () => {
    const zip = await JSZip.loadAsync(bytes);
    const book = (await zip.file('xl/workbook.xml')?.async('string')) ?? '';
    zip.file('xl/workbook.xml', book.replaceAll('Minh chứng', 'Tài liệu'));
    const renamed = verdictOf(await zip.generateAsync({ type: 'uint8array' }));
    expect(renamed).toMatchObject({
      kind: 'changed',
      changed: 2,
      changes: [
        { sheet: 'Minh chứng', cell: '', before: 'Minh chứng', now: '' },
        { sheet: 'Tài liệu', cell: '', before: '', now: 'Tài liệu' },
      ],
    });
  });
});

describe('digests that are gone or spoiled', () => {
  async function withPart(change: (xml: string) => string): Promise<Uint8Array> {
    const zip = await JSZip.loadAsync(bytes);
    zip.file('customXml/item1.xml', change((await zip.file('customXml/item1.xml')?.async('string')) ?? ''));
    return zip.generateAsync({ type: 'uint8array' });
  }

  it('leave the content readable and say so', async () => {
    for (const change of [
      (xml: string) => xml.replace(/<cells.*<\/cells>/s, '').replace(/<sheets.*<\/sheets>/s, ''),
      (xml: string) => xml.replace(/(<cells[^>]*>.{40})./s, '$1A'),
      (xml: string) => xml.replace(/<cells([^>]*)>[^<]*</s, '<cells$1><'),
    ]) {
      const workbook = await withPart((xml) => change(xml.replace(/<sheets.*<\/sheets>/s, '')));
      expect(readResultWorkbook(workbook)).toMatchObject({ reading: { kind: 'ok' }, sheets: { kind: 'no-digests' } });
    }
  });

  it('do not hide sheets that cannot be read', async () => {
    const zip = await JSZip.loadAsync(bytes);
    zip.file('xl/workbook.xml', '<workbook/>');
    zip.file('xl/worksheets/sheet1.xml', '');
    expect(verdictOf(await zip.generateAsync({ type: 'uint8array' }))).toMatchObject({ kind: 'unreadable' });
  });
});

describe('texts that a spreadsheet would read otherwise', () => {
  it('come back as they were typed', async () => {
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    const texts = [
      '_x0041_',
      '  hai  dấu cách ',
      'a\nb\n',
      '=1+1',
      'TRUE',
      '0012',
      '1e5',
      "'",
      '<&>"',
      'Ê'.normalize('NFD'),
      '\t',
    ];
    const records = base.records.map((record, index) => ({ ...record, note: texts[index % texts.length] ?? '' }));
    const other = make({ questionnaire, hash }, { ...base, records }, { kind: AGENCY });
    const workbook = await render('xlsx', other.model, other.machine);
    expect(verdictOf(workbook)).toMatchObject({ kind: 'saved-again', changes: [] });
    expect(verdictOf(resave(workbook))).toMatchObject({ kind: 'saved-again', changes: [] });
  });
});
