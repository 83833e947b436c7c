import type Database from 'better-sqlite3';
import type {
  CollectionStorage,
  Matched,
  ResultHead,
  ResultRow,
  ResultStanding,
} from '../../core/ports/collections.ts';
import type { Period } from '../../domain/assessment/period.ts';

interface HeadRow {
  id: number;
  unit_id: string;
  matched: Matched;
  standing: ResultStanding;
  period: string;
  organisation: string;
  result_ref: string | null;
  revision: number;
  replaces: string | null;
  content_hash: string;
}

interface Row extends HeadRow {
  file: string;
  questionnaire_id: string;
  questionnaire_version: string;
  questionnaire_hash: string;
  state: ResultRow['state'];
  sample: number;
  program: string;
  exported_at: string;
  quality: string;
  completeness: string;
  nodes: string;
  appraised_nodes: string | null;
}

const HEAD =
  'id, unit_id, matched, standing, period, organisation, result_ref, revision, replaces, content_hash' as const;
const FULL = `${HEAD}, file, questionnaire_id, questionnaire_version, questionnaire_hash, state, sample, program,
  exported_at, quality, completeness, nodes, appraised_nodes`;

/** Reads JSON of which there are few different texts, such as periods, once for each. */
function jsonReader<T>(): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = JSON.parse(text) as T;
      known.set(text, value);
    }
    return value;
  };
}

function readers() {
  const period = jsonReader<Period>();
  const quality = jsonReader<ResultRow['quality']>();
  const completeness = jsonReader<ResultRow['completeness']>();
  const head = (row: HeadRow): ResultHead => ({
    id: row.id,
    unitId: row.unit_id,
    matched: row.matched,
    standing: row.standing,
    period: period(row.period),
    organisation: JSON.parse(row.organisation) as ResultRow['organisation'],
    resultId: row.result_ref,
    revision: row.revision,
    replaces: row.replaces,
    contentHash: row.content_hash,
  });
  const full = (row: Row): ResultRow => ({
    ...head(row),
    file: row.file,
    questionnaire: { id: row.questionnaire_id, version: row.questionnaire_version, hash: row.questionnaire_hash },
    state: row.state,
    sample: row.sample === 1,
    program: row.program,
    exportedAt: row.exported_at,
    quality: quality(row.quality),
    completeness: completeness(row.completeness),
    nodes: row.nodes,
    appraisedNodes: row.appraised_nodes,
  });
  return { head, full };
}

type Parts = 'counting' | 'heads' | 'result' | 'items' | 'itemsOf' | 'content' | 'place' | 'stand' | 'removeResult';

/** Results of collections. */
export function resultRepository(db: Database.Database): Pick<CollectionStorage, Parts> {
  const counting = db.prepare<[string], Row>(
    `SELECT ${FULL} FROM collection_result WHERE collection_id = ? AND standing = 'counts' ORDER BY id`,
  );
  const heads = db.prepare<[string], HeadRow>(
    `SELECT ${HEAD} FROM collection_result WHERE collection_id = ? ORDER BY id`,
  );
  const result = db.prepare<[string, number], Row>(
    `SELECT ${FULL} FROM collection_result WHERE collection_id = ? AND id = ?`,
  );
  const items = db.prepare<[string], { id: number; items: string; appraised: string | null }>(
    `SELECT r.id, i.items, i.appraised_items AS appraised FROM collection_result r
     JOIN collection_items i ON i.result_id = r.id WHERE r.collection_id = ? AND r.standing = 'counts'`,
  );
  const itemsOf = db.prepare<[number], { items: string; appraised: string | null }>(
    'SELECT items, appraised_items AS appraised FROM collection_items WHERE result_id = ?',
  );
  const content = db.prepare<[number], Buffer>('SELECT content FROM collection_items WHERE result_id = ?').pluck();
  const place = db.prepare('UPDATE collection_result SET unit_id = ?, matched = ? WHERE id = ?');
  const stand = db.prepare('UPDATE collection_result SET standing = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM collection_result WHERE id = ?');
  return {
    counting: (id) => counting.all(id).map(readers().full),
    heads: (id) => heads.all(id).map(readers().head),
    result(collectionId, id) {
      const row = result.get(collectionId, id);
      return row ? readers().full(row) : null;
    },
    items: (id) =>
      new Map(items.all(id).map((row) => [row.id, { items: row.items, appraised: row.appraised }] as const)),
    itemsOf: (id) => itemsOf.get(id) ?? { items: '', appraised: null },
    content: (id) => content.get(id) ?? null,
    place: (id, unitId, matched) => void place.run(unitId, matched, id),
    stand: (id, standing) => void stand.run(standing, id),
    removeResult: (id) => void remove.run(id),
  };
}
