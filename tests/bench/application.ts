/** The application as a whole beside the plainest use of the libraries under it. */
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { join } from 'node:path';
import { ask } from '../../src/cli/context.ts';
import { compare, measure, measureSync, type Row } from './measure.ts';
import { openFor } from './open.ts';

/** Saving an answer and exporting a draft, through dispatch. */
export async function benchApplication(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  const application = await openFor(join(folder, 'data'));
  const samples = await ask(application, 'samples.add', {});
  const draft = samples.find((sample) => sample.state === 'draft' && sample.questionnaireId === 'gov-maturity-5');
  if (!draft) throw new Error('no sample draft');

  let seq = 1;
  const itemId = (await ask(application, 'assessments.open', { id: draft.id })).records[0]?.itemId ?? '';
  const save = await measure(
    () => {
      seq += 1;
      const option = String(1 + (seq % 5));
      return ask(application, 'answers.save', {
        assessmentId: draft.id,
        itemId,
        seq,
        answer: { state: 'answered', value: { kind: 'option', option } },
        note: '',
        explanation: '',
        flagged: false,
        evidence: [],
      });
    },
    15,
    20,
  );
  rows.push(
    compare(
      'save one answer (acknowledged on disk)',
      save,
      'raw SQLite upsert, WAL, synchronous=FULL',
      rawUpsert(folder),
    ),
  );

  const exportAs = (format: 'xlsx' | 'pdf') => () =>
    ask(application, 'reports.export', { assessmentId: draft.id, format, language: 'vi' });
  const workbook = await measure(exportAs('xlsx'), 9);
  rows.push(
    compare('export xlsx', workbook, 'exceljs writing 5 sheets of 40 plain rows', await measure(plainWorkbook, 9)),
  );
  const pdf = await measure(exportAs('pdf'), 9);
  rows.push(compare('export pdf', pdf, 'export xlsx of the same assessment', workbook));
  await application.close();
  return rows;
}

function rawUpsert(folder: string): ReturnType<typeof measureSync> {
  const db = new Database(join(folder, 'raw.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE answer (id TEXT PRIMARY KEY, value TEXT) STRICT');
  const put = db.prepare('INSERT INTO answer VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value');
  let count = 0;
  const measured = measureSync(() => put.run('a', String((count += 1))), 15, 20);
  db.close();
  return measured;
}

async function plainWorkbook(): Promise<unknown> {
  const book = new ExcelJS.Workbook();
  for (let index = 1; index <= 5; index += 1) {
    const sheet = book.addWorksheet(`S${index}`);
    for (let row = 1; row <= 40; row += 1) sheet.addRow([row, 'Tiêu chí', 'Mô tả hiện trạng của đơn vị', 3, 5]);
  }
  return book.xlsx.writeBuffer();
}
