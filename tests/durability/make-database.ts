/**
 * Writes a small database of every schema up to the present one as SQL text into tests/fixtures/databases, once per
 * released step: files that are there are never written again, since they stand for what older programs left behind.
 */
import type Database from 'better-sqlite3';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { answerRepository } from '../../src/adapters/sqlite/answers.ts';
import { assessmentRepository } from '../../src/adapters/sqlite/assessments.ts';
import { evidenceRepository } from '../../src/adapters/sqlite/evidence.ts';
import { APPLICATION_ID } from '../../src/adapters/sqlite/identity.ts';
import { MIGRATIONS } from '../../src/adapters/sqlite/migrations/index.ts';
import { openDatabase } from '../../src/adapters/sqlite/open.ts';
import { organisationRepository } from '../../src/adapters/sqlite/organisations.ts';
import { contentHash } from '../../src/core/assessments.ts';
import type { Storage } from '../../src/core/ports.ts';
import { ASSESSMENT, AT, ORGANISATION, record } from '../adapters/sqlite/rows.ts';
import { ROOT } from '../e2e/support/project.ts';

export const FIXTURES = join(ROOT, 'tests/fixtures/databases');

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
/** Longer than a page of the database. */
const DEFINITION = JSON.stringify({ text: 'ế'.repeat(2000) });
const HASH = sha256(DEFINITION);
const CITATION = {
  id: 'e1',
  type: 'plan',
  number: '18',
  date: '2025-02-01',
  issuer: '',
  subject: 'Kế hoạch',
  page: '2',
};

/** Rows in every table that a person fills, in the present schema. */
function filled(): Database.Database {
  const db = openDatabase(null);
  const storage = {
    assessments: assessmentRepository(db),
    answers: answerRepository(db),
    evidence: evidenceRepository(db),
  };
  const organisations = organisationRepository(db);
  organisations.save({ ...ORGANISATION, id: 'o0', name: 'UBND xã Long Chữ (trước sắp xếp)' }, false, AT);
  organisations.save({ ...ORGANISATION, predecessors: ['o0'] }, false, AT);
  db.prepare('INSERT INTO questionnaire VALUES (?, ?, ?, ?, ?)').run('q', '1.0.0', HASH, DEFINITION, AT);
  db.prepare("INSERT INTO setting VALUES ('zoom', '150')").run();
  for (const [id, year] of [
    ['a1', 2024],
    ['a2', 2025],
  ] as const) {
    const row = { ...ASSESSMENT, id, questionnaireHash: HASH, period: { ...ASSESSMENT.period, year }, settled: 2 };
    storage.assessments.add(row);
    storage.evidence.save(id, CITATION);
    storage.answers.save(id, record('x', 1, '2'), AT);
    storage.answers.save(id, { ...record('x', 2, '3', ['e1']), note: 'ghi chú “có dấu”' }, AT);
    storage.answers.save(id, record('y', 1, '5'), AT);
    if (id === 'a1') {
      const hash = contentHash({ storage: storage as unknown as Storage, sha256 }, row);
      storage.assessments.update({ ...row, state: 'finished', level: 3, contentHash: hash, finishedAt: AT });
    }
  }
  const bytes = Buffer.from('%PDF-1.7 văn bản');
  const { sha256: file } = storage.evidence.keepFile(bytes, AT);
  storage.evidence.attach('a2', 'e1', {
    sha256: file,
    name: 'ke-hoach.pdf',
    type: 'application/pdf',
    size: bytes.length,
  });
  db.exec(`
    INSERT INTO appraisal VALUES ('a2', 'x', 1, NULL, 'chưa đủ', 'rejected', 'Lê Văn An', 'appraiser', '${AT}');
    INSERT INTO appraisal_history VALUES ('a2', 'x', 1, NULL, 'chưa đủ', 'rejected', 'Lê Văn An', 'appraiser', '${AT}');
    INSERT INTO item_target VALUES ('a2', 'x', 1, '{"kind":"option","option":"4"}', '${AT}');
    INSERT INTO index_entry VALUES ('i1', 'ICT Index', 'Tây Ninh', 2019, '0.4582', 25, 63, '', '', 0, '${AT}');
    INSERT INTO added_questionnaire VALUES ('own', '1.0.0', 'x', '{}', '[]', '${AT}');
    INSERT INTO questionnaire_choice VALUES ('q', '1.0.0', 1);
    INSERT INTO recent_file (id, sha256, name, kind, subject, opened_at) VALUES ('r1', 'x', 'a.xlsx', 'result', 'x', '${AT}');
  `);
  return db;
}

/** The rows of the present schema that an older one can hold, as text that any SQLite reads. */
function sqlOf(version: number): string {
  const newest = filled();
  const older = openDatabase(null, MIGRATIONS.slice(0, version));
  const all = (db: Database.Database): { type: string; name: string; sql: string }[] =>
    db
      .prepare<[], { type: string; name: string; sql: string }>(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'",
      )
      .all();
  const lines = ['PRAGMA foreign_keys = OFF;', 'BEGIN;'];
  const schema = all(older);
  for (const { type, sql } of schema) if (type === 'table') lines.push(`${sql};`);
  for (const { type, name } of schema) {
    if (type !== 'table') continue;
    const columns = older.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name);
    const values = columns.map((column) => `quote("${column}")`).join(" || ', ' || ");
    for (const row of newest.prepare<[], string>(`SELECT ${values} FROM "${name}"`).pluck().all())
      lines.push(`INSERT INTO "${name}" (${columns.join(', ')}) VALUES (${row});`);
  }
  for (const { type, sql } of schema) if (type !== 'table') lines.push(`${sql};`);
  lines.push('COMMIT;', `PRAGMA application_id = ${APPLICATION_ID};`, `PRAGMA user_version = ${version};`, '');
  newest.close();
  older.close();
  return lines.join('\n');
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(FIXTURES, { recursive: true });
  for (let version = 1; version <= MIGRATIONS.length; version += 1) {
    const file = join(FIXTURES, `schema-${version}.sql`);
    if (!existsSync(file)) writeFileSync(file, sqlOf(version));
  }
}
