import type Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { FIELDS, TEXTS } from '../../../src/adapters/sqlite/person-places.ts';

/**
 * Text columns that hold no words of people: ids, codes, instants, hashes, choices out of a list, what the program
 * itself writes or can make again, questionnaires. A new column must come here or into the lists of places.
 */
const WITHOUT_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  setting: ['key'],
  organisation: ['id', 'search', 'kind', 'code', 'province', 'created_at', 'updated_at'],
  organisation_predecessor: ['organisation_id', 'predecessor_id'],
  questionnaire: ['id', 'version', 'hash', 'definition', 'added_at'],
  assessment: [
    ...['id', 'organisation_id', 'questionnaire_id', 'questionnaire_version', 'questionnaire_hash', 'period_kind'],
    ...['state', 'position', 'content_hash', 'created_at', 'updated_at', 'finished_at', 'organisation_kind'],
  ],
  answer: ['assessment_id', 'item_id', 'updated_at', 'seal'],
  answer_history: ['assessment_id', 'item_id', 'at', 'mode'],
  evidence: ['assessment_id', 'id', 'type', 'date'],
  answer_evidence: ['assessment_id', 'item_id', 'evidence_id'],
  appraisal: ['assessment_id', 'item_id', 'evidence', 'mode', 'updated_at'],
  appraisal_history: ['assessment_id', 'item_id', 'evidence', 'mode', 'at'],
  item_target: ['assessment_id', 'item_id', 'value', 'updated_at'],
  // The bytes of an attached document: its name is searched, the document is for the person who attached it.
  evidence_file: ['sha256', 'bytes', 'added_at'],
  evidence_attachment: ['assessment_id', 'evidence_id', 'sha256', 'type'],
  plan: ['assessment_id', 'updated_at'],
  plan_task: ['assessment_id', 'id', 'raises', 'start', 'due', 'time', 'budget', 'status', 'phase'],
  plan_progress: ['assessment_id', 'period_kind', 'updated_at'],
  index_entry: ['id', 'value', 'updated_at'],
  organisation_report: ['organisation_id', 'updated_at'],
  assessment_report: ['assessment_id', 'updated_at'],
  report_passage: ['assessment_id', 'language', 'passage', 'updated_at'],
  added_questionnaire: ['id', 'version', 'hash', 'definition', 'vectors', 'added_at'],
  questionnaire_choice: ['id', 'version'],
  remembered_folder: ['folder', 'digest', 'program', 'definition', 'samples', 'seal'],
  vector_check: ['hash', 'program', 'passed_at'],
  // Copies of opened files are let go with every deletion.
  recent_file: ['id', 'sha256', 'kind', 'period', 'opened_at', 'content'],
  hand_over: ['id', 'assessment_id', 'at', 'place', 'code'],
  submission: ['assessment_id', 'content_hash', 'replaces', 'at'],
  unit_key: ['unit', 'key', 'seen_at'],
  appraisal_return: ['assessment_id', 'hash', 'taken_at'],
  collection: [
    ...['id', 'questionnaire_id', 'questionnaire_version', 'questionnaire_hash', 'period', 'created_at', 'updated_at'],
  ],
  collection_unit: ['collection_id', 'id', 'code', 'province', 'unit_group'],
  collection_run: ['run', 'collection_id', 'state', 'language', 'started_at', 'finished_at'],
  collection_file: ['run'],
  collection_result: [
    ...['collection_id', 'run', 'unit_id', 'matched', 'standing', 'questionnaire_id', 'questionnaire_version'],
    ...['questionnaire_hash', 'period', 'result_ref', 'replaces', 'content_hash', 'state', 'program', 'exported_at'],
    ...['quality', 'completeness', 'nodes', 'appraised_nodes'],
  ],
  collection_items: ['items', 'appraised_items'],
  collection_outcome: ['run', 'kind', 'reason', 'content_hash', 'collection_id'],
  collection_tombstone: ['collection_id', 'content_hash', 'at'],
  collection_choice: ['collection_id', 'keep', 'aside', 'at'],
  erasure: ['id', 'at'],
};

describe('places in which people can be named', () => {
  it('are known of every text column of the database', () => {
    const db: Database.Database = openDatabase(null);
    const columns = db
      .prepare<[], { name: string }>(
        `SELECT m.name || '.' || c.name AS name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.type IN ('TEXT', 'BLOB') ORDER BY 1`,
      )
      .all()
      .map(({ name }) => name);
    db.close();
    const known = [
      ...[...FIELDS, ...TEXTS].map(({ table, column }) => `${table}.${column}`),
      ...Object.entries(WITHOUT_PEOPLE).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
    ];
    expect(columns.filter((column) => !known.includes(column))).toEqual([]);
    expect(known.filter((column) => !columns.includes(column))).toEqual([]);
  });
});
