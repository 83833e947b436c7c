import ExcelJS from 'exceljs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../adapters/temporary.ts';
import { cli, ROOT } from './run.ts';

const SAMPLE_FOLDER = resolve(ROOT, 'questionnaires/sample-all-types/1.0.0');

describe('writing a questionnaire in Excel', () => {
  it('starts with a template that can be imported as it is', async () => {
    const place = await temporaryFolder();
    const file = join(place, 'mẫu.xlsx');
    expect(await cli('questionnaires', 'template', file)).toEqual({ code: 0, out: `Đã ghi ${file}\n`, err: '' });
    const folder = join(place, 'q');
    const imported = await cli('questionnaires', 'import-xlsx', file, folder);
    expect([imported.code, imported.out]).toEqual([
      0,
      `Đã ghi ${folder}: bo-cau-hoi-mau 1.0.0, 5 câu, 3 phép thử khớp\n`,
    ]);
    expect((await cli('questionnaires', 'check', folder)).code).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['groups', 'questionnaire.yaml', 'vectors.yaml']);
  });

  it('has the template in English too', async () => {
    const place = await temporaryFolder();
    const file = join(place, 't.xlsx');
    await cli('questionnaires', 'template', file, '--language', 'en');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    expect(book.worksheets[0]?.name).toBe('Guide');
    expect((await cli('questionnaires', 'template', file, '--language', 'fr')).code).toBe(2);
  });

  it('goes through a workbook and back for programs as well', async () => {
    const place = await temporaryFolder();
    const [file, folder] = [join(place, 'a.xlsx'), join(place, 'b')];
    const written = await cli('--json', 'questionnaires', 'export-xlsx', SAMPLE_FOLDER, file);
    expect([written.code, JSON.parse(written.out)]).toEqual([0, { file }]);
    const imported = await cli('--json', 'questionnaires', 'import-xlsx', file, folder);
    expect(JSON.parse(imported.out)).toMatchObject({ folder, id: 'sample-all-types', version: '1.0.0' });
  });

  it('names sheet, cell and column of every mistake, in the language asked for, and writes nothing', async () => {
    const place = await temporaryFolder();
    const file = join(place, 'a.xlsx');
    await cli('questionnaires', 'template', file);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const items = book.getWorksheet('Câu hỏi') as ExcelJS.Worksheet;
    items.getCell('D2').value = 'thang';
    items.getCell('A3').value = 'ke-hoach';
    await book.xlsx.writeFile(file);
    const folder = join(place, 'q');
    const vietnamese = await cli('questionnaires', 'import-xlsx', file, folder);
    expect([vietnamese.code, vietnamese.out]).toEqual([3, '']);
    expect(vietnamese.err).toContain(
      '  - Câu hỏi!D2 (Dạng): “thang” không có trong danh sách. Chọn một trong: thang mức,',
    );
    expect(vietnamese.err).toContain('  - Câu hỏi!A3 (Mã câu): mã định danh “ke-hoach” bị trùng');
    const english = await cli('--lang', 'en', 'questionnaires', 'import-xlsx', file, folder);
    expect(english.err).toContain('Câu hỏi!D2 (Dạng): “thang” is not in the list.');
    expect(await readdir(place)).toEqual(['a.xlsx']);
  });

  it('gives exit codes by what went wrong', async () => {
    const place = await temporaryFolder();
    const [file, folder] = [join(place, 'a.xlsx'), join(place, 'q')];
    expect((await cli('questionnaires', 'import-xlsx', file, folder)).code).toBe(4);
    expect((await cli('questionnaires', 'export-xlsx', folder, file)).code).toBe(4);
    await writeFile(file, 'not a workbook');
    const unreadable = await cli('questionnaires', 'import-xlsx', file, folder);
    expect([unreadable.code, unreadable.err]).toEqual([3, expect.stringContaining('a.xlsx: không đọc được')]);
    await cli('questionnaires', 'template', file);
    await mkdir(folder);
    await writeFile(join(folder, 'questionnaire.yaml'), 'mine');
    expect((await cli('questionnaires', 'import-xlsx', file, folder)).code).toBe(5);
    expect(await readFile(join(folder, 'questionnaire.yaml'), 'utf8')).toBe('mine');
    expect((await cli('questionnaires', 'template', join(place, 'no', 'a.xlsx'))).code).toBe(4);
  });
});
