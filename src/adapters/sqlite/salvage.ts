import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { AppError } from '../../contract/errors.ts';
import type { SalvageReport } from '../../contract/views/data.ts';
import { canonicalJson } from '../../domain/text/canonical-json.ts';
import { answerRepository } from './answers.ts';
import { assessmentRepository } from './assessments.ts';
import { holdingsOf } from './backup.ts';
import { changedContent } from './content-check.ts';
import { evidenceRepository } from './evidence.ts';

interface Column {
  readonly name: string;
  readonly pk: number;
}

const columnsOf = (db: Database.Database, table: string): Column[] => db.pragma(`table_info("${table}")`) as Column[];

/** Caches that the program makes again by itself: losing them is no loss. */
const REMADE = new Set(['remembered_folder', 'vector_check']);

/**
 * Copies every row that can still be read out of a damaged database into an empty one of the present schema. Each
 * table is read from its beginning until the damage, and from its end back to it. Rows that break a rule of the schema,
 * or belong to a row that is lost, are left out and counted. A lost row that others belong to comes from a backup.
 * @param lender newest good backup; null without one
 * @throws AppError recovery.unreadable when the file does not even name its tables
 */
export function salvageInto(target: Database.Database, file: string, lender: string | null): SalvageReport {
  const source = openDamaged(file);
  try {
    const incomplete: string[] = [];
    let dropped = 0;
    let lent = 0;
    if (lender !== null) target.prepare('ATTACH ? AS lender').run(lender);
    target.pragma('foreign_keys = OFF');
    const tables = target
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    target.transaction(() => {
      for (const table of tables) {
        const outcome = copyTable(source, target, table);
        if (!outcome.whole && !REMADE.has(table)) incomplete.push(table);
        dropped += outcome.dropped;
      }
      if (lender !== null) lent = lendParents(target);
      nameLostOrganisations(target);
      dropped += dropOrphans(target);
      dropped += reopenChanged(target);
    })();
    target.pragma('foreign_keys = ON');
    if (lender !== null) target.exec('DETACH lender');
    const { organisations, assessments, answers } = holdingsOf(target);
    return { organisations, assessments, answers, incomplete, lent, dropped };
  } finally {
    source.close();
  }
}

function openDamaged(file: string): Database.Database {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db?.close();
    throw new AppError('recovery.unreadable', { file }, [], { cause: error });
  }
}

function copyTable(
  source: Database.Database,
  target: Database.Database,
  table: string,
): { readonly whole: boolean; readonly dropped: number } {
  let known: Set<string>;
  try {
    known = new Set(columnsOf(source, table).map(({ name }) => name));
  } catch {
    return { whole: false, dropped: 0 };
  }
  // A database of an older version does not have this table yet.
  if (known.size === 0) return { whole: true, dropped: 0 };
  const columns = columnsOf(target, table).filter(({ name }) => known.has(name));
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const put = target.prepare(`INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${marks})`);
  const key = columns
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({ name }) => `"${name}" DESC`);
  const seen = target.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck();
  let read = 0;
  let refused = 0;

  function pass(order: string): boolean {
    try {
      for (const row of source.prepare(`SELECT ${names} FROM "${table}"${order}`).raw().iterate()) {
        read += 1;
        try {
          put.run(...(row as unknown[]));
        } catch {
          // Damaged into something that the schema does not allow.
          refused += 1;
        }
      }
      return true;
    } catch {
      return false;
    }
  }

  if (pass('')) return { whole: true, dropped: read - (seen.get() ?? 0) };
  if (key.length > 0) pass(` ORDER BY ${key.join(', ')}`);
  return { whole: false, dropped: refused };
}

type Reference = readonly { readonly table: string; readonly from: string; readonly to: string }[];

/** The foreign keys of a table, each with its pairs of columns. */
function referencesOf(db: Database.Database, table: string): Reference[] {
  const parts = db.pragma(`main.foreign_key_list("${table}")`) as {
    id: number;
    table: string;
    from: string;
    to: string;
  }[];
  return [...new Set(parts.map(({ id }) => id))].map((id) => parts.filter((part) => part.id === id));
}

/** Takes from the backup the rows that salvaged ones belong to, and then those that these belong to. */
function lendParents(db: Database.Database): number {
  let lent = 0;
  for (;;) {
    const before = lent;
    const orphaned = new Set((db.pragma('main.foreign_key_check') as { table: string }[]).map(({ table }) => table));
    for (const table of orphaned)
      for (const pairs of referencesOf(db, table)) {
        const parent = pairs[0]?.table ?? '';
        const there = new Set((db.pragma(`lender.table_info("${parent}")`) as Column[]).map(({ name }) => name));
        const columns = columnsOf(db, parent).filter(({ name }) => there.has(name));
        if (columns.length === 0) continue;
        const names = columns.map(({ name }) => `"${name}"`).join(', ');
        const same = pairs.map(({ from, to }) => `child."${from}" = lent."${to}"`).join(' AND ');
        lent += db
          .prepare(
            `INSERT OR IGNORE INTO main."${parent}" (${names}) SELECT ${names} FROM lender."${parent}" AS lent
             WHERE EXISTS (SELECT 1 FROM main."${table}" AS child WHERE ${same})`,
          )
          .run().changes;
      }
    if (lent === before) return lent;
  }
}

/** Assessments must not be lost because the name of their organisation is: it gets a name that says so, to be corrected. */
function nameLostOrganisations(db: Database.Database): void {
  db.exec(
    `INSERT INTO organisation (id, name, search, kind, code, province, address, contact, sample, created_at, updated_at)
     SELECT organisation_id, '? ' || substr(organisation_id, 1, 8), '? ' || substr(organisation_id, 1, 8), 'commune', '', '',
       '', '', 0, min(created_at), max(updated_at)
     FROM assessment WHERE organisation_id NOT IN (SELECT id FROM organisation) GROUP BY organisation_id`,
  );
}

/** Takes out rows that belong to nothing any more, until none is left. @returns how many */
function dropOrphans(db: Database.Database): number {
  let dropped = 0;
  for (;;) {
    const violations = db.pragma('foreign_key_check') as { table: string; rowid: number | null; fkid: number }[];
    if (violations.length === 0) return dropped;
    const before = dropped;
    for (const table of new Set(violations.map((violation) => violation.table))) dropped += dropFrom(db, table);
    // Whatever cannot be taken out one by one must not keep the rest from being saved.
    if (dropped === before) return dropped;
  }
}

function dropFrom(db: Database.Database, table: string): number {
  let dropped = 0;
  for (const pairs of referencesOf(db, table)) {
    const parent = pairs[0]?.table ?? '';
    const same = pairs.map(({ from, to }) => `parent."${to}" = "${table}"."${from}"`).join(' AND ');
    const set = pairs.map(({ from }) => `"${table}"."${from}" IS NOT NULL`).join(' AND ');
    dropped += db
      .prepare(`DELETE FROM "${table}" WHERE ${set} AND NOT EXISTS (SELECT 1 FROM "${parent}" AS parent WHERE ${same})`)
      .run().changes;
  }
  return dropped;
}

/**
 * What can be read is not always what was written: an answer that differs from its history is flagged for review and
 * loses that line, a finished assessment that does not match its hash is a draft again. Nobody decides which is right
 * but the person. @returns how many rows are in doubt
 */
function reopenChanged(db: Database.Database): number {
  const { finished, answers, questionnaires } = changedContent(db, {
    assessments: assessmentRepository(db),
    answers: answerRepository(db),
    evidence: evidenceRepository(db),
  });
  const reopen = db.prepare(
    "UPDATE assessment SET state = 'draft', level = NULL, content_hash = NULL, finished_at = NULL WHERE id = ?",
  );
  const flag = db.prepare("UPDATE answer SET flagged = 1, seal = '' WHERE assessment_id = ? AND item_id = ?");
  const forget = db.prepare('DELETE FROM answer_history WHERE assessment_id = ? AND item_id = ? AND seq = ?');
  const count = db.prepare(
    'UPDATE assessment SET flagged = (SELECT count(*) FROM answer WHERE assessment_id = id AND answer.flagged = 1) WHERE id = ?',
  );
  for (const id of finished) reopen.run(id);
  for (const { assessmentId, itemId, seq } of answers) {
    flag.run(assessmentId, itemId);
    forget.run(assessmentId, itemId, seq);
    count.run(assessmentId);
  }
  const own = db.prepare("UPDATE questionnaire SET hash = ? WHERE id || ' ' || version = ?");
  const text = db
    .prepare<[string], string>("SELECT definition FROM questionnaire WHERE id || ' ' || version = ?")
    .pluck();
  for (const key of questionnaires) {
    const definition = text.get(key) ?? 'null';
    own.run(
      createHash('sha256')
        .update(canonicalJson(JSON.parse(definition)), 'utf8')
        .digest('hex'),
      key,
    );
  }
  return finished.length + answers.length + questionnaires.length;
}
