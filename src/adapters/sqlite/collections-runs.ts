import type Database from 'better-sqlite3';
import type { FileOutcome } from '../../contract/views/collections.ts';
import type { CellChange } from '../../contract/views/workbook.ts';
import type { PackedCollection } from '../../core/collections/package.ts';
import type { CollectionStorage, Reading, ResultRow, RunRow } from '../../core/ports/collections.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type { OutcomeKind } from '../../domain/collection/types.ts';
import type { Problem } from '../../domain/problem.ts';

interface Row {
  run: string;
  collection_id: string | null;
  source: string;
  state: RunRow['state'];
  language: RunRow['language'];
  started_at: string;
  finished_at: string | null;
}

const fromRow = (row: Row): RunRow => ({
  run: row.run,
  collectionId: row.collection_id,
  source: row.source,
  state: row.state,
  language: row.language,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});

interface Detail {
  readonly params?: FileOutcome['params'];
  readonly problems?: readonly Problem[];
  readonly changed?: readonly CellChange[];
  /** Of a staged result: the unit that it was said to be. */
  readonly unit?: string | null;
  /** Of a staged collection. */
  readonly collection?: PackedCollection;
}

interface OutcomeRow {
  at: number;
  part: number;
  name: string;
  kind: OutcomeKind;
  reason: string | null;
  detail: string;
  unit: string;
  content_hash: string | null;
  collection_id: string | null;
  result_id: number | null;
}

interface StagedResult {
  id: number;
  at: number;
  part: number;
  questionnaire_id: string;
  questionnaire_version: string;
  questionnaire_hash: string;
  period: string;
  organisation: string;
  result_ref: string | null;
  revision: number;
  replaces: string | null;
  content_hash: string;
  detail: string;
}

type Parts =
  | 'runs'
  | 'unfinished'
  | 'findRun'
  | 'saveRun'
  | 'addFiles'
  | 'files'
  | 'stage'
  | 'endFile'
  | 'staged'
  | 'stagedCollections'
  | 'adopt'
  | 'setOutcome'
  | 'dropStaged'
  | 'unstage'
  | 'outcomeCounts'
  | 'runCollections'
  | 'outcomes';

/** Imports: their files, what was read of them, and what became of each. */
export function runRepository(db: Database.Database): Pick<CollectionStorage, Parts> {
  const runs = db.prepare<{ id: string }, Row>(
    `SELECT * FROM collection_run WHERE collection_id = @id
       OR run IN (SELECT run FROM collection_outcome WHERE collection_id = @id)
     ORDER BY started_at DESC, run`,
  );
  const unfinished = db.prepare<[], Row>(
    `SELECT * FROM collection_run WHERE state IN ('running', 'interrupted') ORDER BY started_at DESC, run`,
  );
  const find = db.prepare<[string], Row>('SELECT * FROM collection_run WHERE run = ?');
  const save = db.prepare(
    `INSERT INTO collection_run VALUES (@run, @collectionId, @source, @state, @language, @startedAt, @finishedAt)
     ON CONFLICT (run) DO UPDATE SET state = @state, finished_at = @finishedAt`,
  );
  const addFile = db.prepare('INSERT INTO collection_file (run, at, path, name) VALUES (?, ?, ?, ?)');
  const files = db.prepare<[string], { at: number; path: string; name: string; ended: number }>(
    'SELECT at, path, name, ended FROM collection_file WHERE run = ? ORDER BY at',
  );
  const endFile = db.prepare('UPDATE collection_file SET ended = 1 WHERE run = ? AND at = ?');
  const addResult = db.prepare(
    `INSERT INTO collection_result (run, unit_id, matched, standing, file, questionnaire_id, questionnaire_version,
       questionnaire_hash, period, organisation, result_ref, revision, replaces, content_hash, state, sample, program,
       exported_at, quality, completeness, nodes, appraised_nodes)
     VALUES (@run, '', 'none', 'counts', @file, @questionnaire, @version, @hash, @period, @organisation, @resultId,
       @revision, @replaces, @contentHash, @state, @sample, @program, @exportedAt, @quality, @completeness, @nodes,
       @appraisedNodes)`,
  );
  const addItems = db.prepare('INSERT INTO collection_items VALUES (?, ?, ?, ?)');
  const dropResult = db.prepare(
    `DELETE FROM collection_result WHERE collection_id IS NULL AND id =
       (SELECT result_id FROM collection_outcome WHERE run = ? AND at = ? AND part = ?)`,
  );
  const addOutcome = db.prepare(
    `INSERT OR REPLACE INTO collection_outcome (run, at, part, name, kind, reason, detail, unit, content_hash, result_id)
     VALUES (@run, @at, @part, @name, @kind, @reason, @detail, @unit, @contentHash, @result)`,
  );
  const staged = db.prepare<[string], StagedResult>(
    `SELECT r.id, o.at, o.part, r.questionnaire_id, r.questionnaire_version, r.questionnaire_hash, r.period,
       r.organisation, r.result_ref, r.revision, r.replaces, r.content_hash, o.detail
     FROM collection_outcome o JOIN collection_result r ON r.id = o.result_id
     WHERE o.run = ? AND o.kind IS NULL ORDER BY o.at, o.part`,
  );
  const stagedCollections = db.prepare<[string], { at: number; part: number; detail: string }>(
    `SELECT at, part, detail FROM collection_outcome WHERE run = ? AND kind IS NULL AND result_id IS NULL
     ORDER BY at, part`,
  );
  const adopt = db.prepare('UPDATE collection_result SET collection_id = ?, unit_id = ?, matched = ? WHERE id = ?');
  const setOutcome = db.prepare(
    `UPDATE collection_outcome SET kind = ?, collection_id = ?, result_id = ?, detail = iif(kind IS NULL, '{}', detail)
     WHERE run = ? AND at = ? AND part = ?`,
  );
  const dropStaged = db.prepare('DELETE FROM collection_result WHERE run = ? AND collection_id IS NULL');
  const dropOutcomes = db.prepare('DELETE FROM collection_outcome WHERE run = ?');
  const dropFiles = db.prepare('DELETE FROM collection_file WHERE run = ?');
  const counts = db.prepare<[string], { kind: OutcomeKind | null; count: number }>(
    'SELECT kind, count(*) AS count FROM collection_outcome WHERE run = ? GROUP BY kind ORDER BY kind',
  );
  const into = db
    .prepare<[string], string>(
      `SELECT DISTINCT collection_id FROM collection_outcome WHERE run = ? AND collection_id IS NOT NULL
       ORDER BY collection_id`,
    )
    .pluck();
  const outcomes = db.prepare<[string, number, number], OutcomeRow>(
    `SELECT at, part, name, kind, reason, detail, unit, content_hash, collection_id, result_id FROM collection_outcome
     WHERE run = ? AND kind IS NOT NULL ORDER BY at, part LIMIT ? OFFSET ?`,
  );

  function stageResult(run: string, name: string, result: (Reading & { kind: 'result' })['result']): number {
    const { questionnaire, content } = result;
    const { lastInsertRowid } = addResult.run({
      run,
      file: name,
      questionnaire: questionnaire.id,
      version: questionnaire.version,
      hash: questionnaire.hash,
      period: JSON.stringify(result.period),
      organisation: JSON.stringify(result.organisation),
      resultId: result.resultId,
      revision: result.revision,
      replaces: result.replaces,
      contentHash: result.contentHash,
      state: result.state,
      sample: result.sample ? 1 : 0,
      program: result.program,
      exportedAt: result.exportedAt,
      quality: JSON.stringify(result.quality),
      completeness: JSON.stringify(result.completeness),
      nodes: result.nodes,
      appraisedNodes: result.appraisedNodes,
    });
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    addItems.run(lastInsertRowid, result.items, result.appraisedItems, bytes);
    return Number(lastInsertRowid);
  }

  return {
    runs: (id) => runs.all({ id }).map(fromRow),
    unfinished: () => unfinished.all().map(fromRow),
    findRun(run) {
      const row = find.get(run);
      return row ? fromRow(row) : null;
    },
    saveRun: (row) => void save.run(row),
    addFiles: (run, given) => given.forEach(({ path, name }, at) => addFile.run(run, at, path, name)),
    files: (run) => files.all(run).map(({ ended, ...file }) => ({ ...file, ended: ended === 1 })),
    stage(run, at, part, reading) {
      dropResult.run(run, at, part);
      const common = { run, at, part, name: reading.name };
      if (reading.kind === 'result') {
        const { result } = reading;
        addOutcome.run({
          ...common,
          kind: null,
          reason: null,
          detail: JSON.stringify({ unit: reading.unit } satisfies Detail),
          unit: result.organisation.name,
          contentHash: result.contentHash,
          result: stageResult(run, reading.name, result),
        });
        return;
      }
      if (reading.kind === 'collection') {
        const { collection } = reading;
        const detail = JSON.stringify({ collection } satisfies Detail);
        addOutcome.run({ ...common, kind: null, reason: null, detail, unit: '', contentHash: null, result: null });
        return;
      }
      const { kind, reason, params, problems, changed, unit = '' } = reading;
      const detail = JSON.stringify({ params, problems, changed } satisfies Detail);
      addOutcome.run({ ...common, kind, reason, detail, unit, contentHash: null, result: null });
    },
    endFile: (run, at) => void endFile.run(run, at),
    staged: (run) =>
      staged.all(run).map((row) => ({
        id: row.id,
        at: row.at,
        part: row.part,
        questionnaire: { id: row.questionnaire_id, version: row.questionnaire_version, hash: row.questionnaire_hash },
        period: JSON.parse(row.period) as Period,
        organisation: JSON.parse(row.organisation) as ResultRow['organisation'],
        resultId: row.result_ref,
        revision: row.revision,
        replaces: row.replaces,
        contentHash: row.content_hash,
        unit: (JSON.parse(row.detail) as Detail).unit ?? null,
      })),
    stagedCollections: (run) =>
      stagedCollections.all(run).flatMap(({ at, part, detail }) => {
        const { collection } = JSON.parse(detail) as Detail;
        return collection ? [{ at, part, collection }] : [];
      }),
    adopt: (result, collectionId, unitId, matched) => void adopt.run(collectionId, unitId, matched, result),
    setOutcome: (run, at, part, kind, collectionId, result) =>
      void setOutcome.run(kind, collectionId, result, run, at, part),
    dropStaged: (run) => void dropStaged.run(run),
    unstage(run) {
      dropStaged.run(run);
      dropOutcomes.run(run);
      dropFiles.run(run);
    },
    outcomeCounts(run) {
      const rows = counts.all(run);
      return {
        total: rows.reduce((sum, { count }) => sum + count, 0),
        counts: Object.fromEntries(rows.flatMap(({ kind, count }) => (kind === null ? [] : [[kind, count]]))),
      };
    },
    runCollections: (run) => into.all(run),
    outcomes: (run, from, count) =>
      outcomes.all(run, count, from).map((row) => {
        const { params = {}, problems = [], changed = [] } = JSON.parse(row.detail) as Detail;
        return {
          at: row.at,
          part: row.part,
          name: row.name,
          kind: row.kind,
          reason: row.reason,
          params,
          problems,
          changed,
          unit: row.unit,
          contentHash: row.content_hash,
          collectionId: row.collection_id,
          result: row.result_id,
        };
      }),
  };
}
