import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { readMachinePart } from '../../src/adapters/documents/machine-part.ts';
import { openForTest } from './application.ts';

it('an appraised assessment is handed in with both scores, in the machine part and on the sheets', async () => {
  const { call, delivered } = await openForTest();
  const samples = await call('samples.add', {});
  const assessmentId = samples.find(({ questionnaireId }) => questionnaireId === 'commune-dti')?.id ?? '';
  const { ticket } = await call('reports.export', { assessmentId, format: 'xlsx', language: 'vi' });
  await call('files.deliver', { ticket });
  const bytes = delivered[0]?.bytes ?? new Uint8Array();

  const read = readMachinePart(bytes);
  if (read.kind !== 'ok') throw new Error(JSON.stringify(read));
  const { appraisals, appraisedScore, targets, score, records } = read.file;
  expect(appraisals).toHaveLength(6);
  expect(targets).toHaveLength(3);
  expect(appraisedScore?.total.value).not.toBe(score.total.value);
  // The unit's own answer is the record.
  const itemId = 'hamlet-sessions';
  expect(records.find((record) => record.itemId === itemId)?.answer).toMatchObject({ value: { a: '3' } });
  expect(appraisals?.find((found) => found.itemId === itemId)?.answer).toMatchObject({ value: { a: '2' } });

  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const texts = book.worksheets.flatMap((sheet) => {
    const found: string[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => found.push(cell.text)));
    return found;
  });
  expect(texts).toContain('Báo cáo chỉ nêu tên 2 ấp đã tổ chức; ấp thứ ba chưa có biên bản hoặc ảnh.');
});
