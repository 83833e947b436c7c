/**
 * npm run bench: speed as ratios against named baselines in one run, printed as JSON. Absolute times depend on the
 * machine; the ratios are what may be compared.
 */
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApplication } from '../../src/adapters/compose.ts';
import { listQuestionnaireFolders, readQuestionnaireFolder } from '../../src/adapters/files/questionnaire-folder.ts';
import { parseSheet } from '../../src/domain/assessment/sheet.ts';
import { parseQuestionnaire } from '../../src/domain/questionnaire/parse.ts';
import { prepare } from '../../src/domain/scoring/prepare.ts';
import { score } from '../../src/domain/scoring/score.ts';
import { ask, ROOT, VERSION } from '../../src/cli/context.ts';
import { measureAnswering } from './answering.ts';
import { compare, measure, measureSync, type Row } from './measure.ts';
import { benchAgainstSurveyCore } from './survey-core.ts';

const rows: Row[] = [];
const folder = mkdtempSync(join(tmpdir(), 'thuoc-so-bench-'));

async function benchScoring(): Promise<void> {
  for (const place of await listQuestionnaireFolders(join(ROOT, 'questionnaires'))) {
    const source = await readQuestionnaireFolder(place);
    if ('problems' in source) throw new Error(`cannot read ${place}`);
    const parsed = parseQuestionnaire(source.definition, source.vectors);
    if (!parsed.ok) throw new Error(`cannot load ${place}`);
    const prepared = prepare(parsed.value.questionnaire);
    const sheet = parseSheet(source.samples[0], parsed.value.questionnaire);
    if (!sheet.ok) throw new Error(`cannot read the sample of ${place}`);
    const answers = new Map(sheet.value.records.map((record) => [record.itemId, record.answer]));
    // Floor: look each answer up and add its points as binary fractions, without levels, maxima or exactness.
    const points = new Map(
      [...prepared.items].map(([id, item]) => {
        const answer = answers.get(id);
        const value = answer?.state === 'answered' ? item.scorer.score(answer.value) : null;
        return [id, value === null || value === 'unanswered' ? 0 : Number(value.n) / Number(value.d)];
      }),
    );
    const floor = measureSync(
      () => {
        let sum = 0;
        for (const id of prepared.items.keys()) if (answers.has(id)) sum += points.get(id) ?? 0;
        return sum;
      },
      15,
      5000,
    );
    const ours = measureSync(() => score(prepared, answers), 15, 5000);
    rows.push(
      compare(
        `score ${parsed.value.questionnaire.id} (${prepared.items.size} items)`,
        ours,
        'plain loop adding known points',
        floor,
      ),
    );
  }
}

const openFor = (dataFolder: string): ReturnType<typeof openApplication> =>
  openApplication({
    dataFolder,
    resources: ROOT,
    host: 'cli',
    version: VERSION,
    workerUrl: new URL('../../src/adapters/documents/worker.ts', import.meta.url),
    deliver: () => Promise.resolve({ kind: 'cancelled' }),
    emit: () => undefined,
  });

async function benchApplication(): Promise<void> {
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
    compare('save one answer (acknowledged on disk)', save, 'raw SQLite upsert, WAL, synchronous=FULL', rawUpsert()),
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
}

function rawUpsert(): ReturnType<typeof measureSync> {
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

async function benchStart(): Promise<void> {
  const command = (args: string[]) => () => spawnSync(process.execPath, args, { cwd: ROOT });
  const empty = await measure(command(['-e', '0']), 7);
  const list = await measure(command(['src/cli/index.ts', 'questionnaires', 'list', '--json']), 7);
  rows.push(compare('start the command line and list questionnaires', list, 'node with an empty program', empty));

  const listIn = (dataFolder: string) => async () => {
    const application = await openFor(dataFolder);
    await ask(application, 'questionnaires.list', {});
    await application.close();
  };
  let places = 0;
  const fresh = await measure(() => listIn(join(folder, `library-${(places += 1)}`))(), 5);
  const again = await measure(listIn(join(folder, 'library-1')), 7);
  rows.push(compare('open and list the questionnaires, remembered', again, 'the same on empty data', fresh));
}

try {
  await benchScoring();
  rows.push(...benchAgainstSurveyCore());
  await benchApplication();
  await benchStart();
  const answering = await measureAnswering();
  const machine = { node: process.version, platform: process.platform, cpus: cpus().length };
  process.stdout.write(`${JSON.stringify({ machine, rows, answering }, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
