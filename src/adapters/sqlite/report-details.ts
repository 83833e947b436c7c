import type Database from 'better-sqlite3';
import type { ReportStorage } from '../../core/ports/report-details.ts';
import { EMPTY_DETAILS, type ReportDetails } from '../../domain/report/details.ts';
import { PASSAGES, type PassageId } from '../../domain/report/passages.ts';

interface DetailsRow {
  seq: number;
  details: string;
  updated_at: string;
}

interface PassageRow {
  passage: string;
  seq: number;
  text: string | null;
  draft: string;
  updated_at: string;
}

/** Fields that a stored entry does not know yet are blank. */
const read = (details: string): ReportDetails => ({ ...EMPTY_DETAILS, ...(JSON.parse(details) as object) });

const isPassage = (id: string): id is PassageId => PASSAGES.some((known) => known === id);

export function reportRepository(db: Database.Database): ReportStorage {
  const remembered = db
    .prepare<[string], string>('SELECT details FROM organisation_report WHERE organisation_id = ?')
    .pluck();
  const remember = db.prepare(
    `INSERT INTO organisation_report (organisation_id, details, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (organisation_id) DO UPDATE SET details = excluded.details, updated_at = excluded.updated_at`,
  );
  const details = db.prepare<[string], DetailsRow>(
    'SELECT seq, details, updated_at FROM assessment_report WHERE assessment_id = ?',
  );
  const saveDetails = db.prepare(
    `INSERT INTO assessment_report (assessment_id, seq, details, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (assessment_id) DO UPDATE SET seq = excluded.seq, details = excluded.details,
       updated_at = excluded.updated_at`,
  );
  const passages = db.prepare<[string, string], PassageRow>(
    'SELECT passage, seq, text, draft, updated_at FROM report_passage WHERE assessment_id = ? AND language = ?',
  );
  const savePassage = db.prepare(
    `INSERT INTO report_passage (assessment_id, language, passage, seq, text, draft, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (assessment_id, language, passage) DO UPDATE SET seq = excluded.seq, text = excluded.text,
       draft = excluded.draft, updated_at = excluded.updated_at`,
  );
  return {
    remembered(organisationId) {
      const found = remembered.get(organisationId);
      return found === undefined ? null : read(found);
    },
    remember: (organisationId, entry, at) => void remember.run(organisationId, JSON.stringify(entry), at),
    details(assessmentId) {
      const row = details.get(assessmentId);
      return row ? { seq: row.seq, details: read(row.details), savedAt: row.updated_at } : null;
    },
    saveDetails: (assessmentId, { seq, details: entry, savedAt }) =>
      void saveDetails.run(assessmentId, seq, JSON.stringify(entry), savedAt),
    passages: (assessmentId, language) =>
      passages
        .all(assessmentId, language)
        .flatMap(({ passage, seq, text, draft, updated_at }) =>
          isPassage(passage) ? [{ passage, language, seq, text, draft, savedAt: updated_at }] : [],
        ),
    savePassage: (assessmentId, { language, passage, seq, text, draft, savedAt }) =>
      void savePassage.run(assessmentId, language, passage, seq, text, draft, savedAt),
  };
}
