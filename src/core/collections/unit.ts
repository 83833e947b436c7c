/** One unit of a collection in full: figures, answers, documents, and every revision that was handed in. */
import { AppError } from '../../contract/errors.ts';
import type { ResultLine, UnitDetail, UnitLine, UnitNode } from '../../contract/views/collections.ts';
import { isAppraised } from '../../domain/assessment/appraisal.ts';
import { figureReader, NO_FIGURE } from '../../domain/collection/figures.ts';
import type { Figure, Layout, UnitResult } from '../../domain/collection/types.ts';
import { toFraction, type Exact } from '../../domain/exact/exact.ts';
import { shortHash } from '../../domain/result-file/identity.ts';
import type { ResultFile } from '../../domain/result-file/schema.ts';
import type { Desk } from './desk.ts';
import type { Counting, Results } from './results.ts';
import type { Ports } from '../ports.ts';
import type { ResultHead, ResultRow } from '../ports/collections.ts';

interface Parts {
  readonly desk: Desk;
  readonly results: Results;
  readonly unitLine: (entry: Counting, pillars: readonly number[], rank: number | null) => UnitLine;
  readonly pillarsOf: (layout: Layout) => readonly number[];
  readonly fullLine: (id: string, head: ResultHead) => ResultLine;
}

const text = (value: Exact | null): string | null => (value === null ? null : toFraction(value));

/** @throws AppError collection.unknown, result.unknown */
export function unitDetail(ports: Ports, parts: Parts, id: string, result: number): UnitDetail {
  const { desk, results, unitLine, pillarsOf, fullLine } = parts;
  const store = ports.storage.collections;
  const row = desk.find(id);
  const entry = store.result(id, result);
  if (!entry) throw new AppError('result.unknown');
  const loaded = results.load(row);
  const { layout } = loaded;
  const found = loaded.counting.find((other) => other.row.id === result);
  const read = figureReader();
  const own = store.itemsOf(result);
  const [total = NO_FIGURE, ...nodes] = read(entry.nodes);
  const [, ...appraisedNodes] = read(entry.appraisedNodes ?? '');
  const items = read(own.items);
  const appraisedItems = read(own.appraised ?? '');
  const content = store.content(result);
  const file = content && (JSON.parse(ports.collecting.inflate(content)) as Pick<ResultFile, 'records' | 'evidence'>);
  const records = new Map((file?.records ?? []).map((record) => [record.itemId, record]));
  const documents = new Map((file?.evidence ?? []).map((document) => [document.id, document]));
  const node = (
    { id: nodeId, code, title }: Pick<UnitNode, 'id' | 'code' | 'title'>,
    depth: number,
    figure: Figure = NO_FIGURE,
    appraised?: Figure,
  ): UnitNode => ({
    id: nodeId,
    code,
    title,
    depth,
    value: text(figure.value),
    max: text(figure.max),
    percent: text(figure.percent),
    level: figure.level,
    appraised: appraised ? { value: text(appraised.value), level: appraised.level } : null,
  });
  const slot = store.heads(id).filter((head) => head.unitId === entry.unitId);
  const lineRow: Counting = found ?? {
    row: entry,
    result: { ...fallback(entry), total, nodes, items: [] },
  };
  return {
    line: unitLine(lineRow, pillarsOf(layout), null),
    file: entry.file,
    exportedAt: entry.exportedAt,
    program: entry.program,
    state: entry.state,
    standing: entry.standing,
    shortHash: shortHash(entry.contentHash),
    revision: entry.revision,
    kind: entry.organisation.kind,
    province: entry.organisation.province,
    nodes: layout.nodes.map((place, at) => node(place, place.depth, nodes[at], appraisedNodes[at])),
    items: layout.items.map((place, at) => {
      const record = records.get(place.id);
      return {
        ...node(place, 0, items[at], appraisedItems[at]),
        state: items[at]?.state ?? null,
        answer: record?.answer ?? null,
        note: record?.note ?? '',
        explanation: record?.explanation ?? '',
        evidence: (record?.evidence ?? []).map((documentId) => cited(documents.get(documentId))),
      };
    }),
    own: ownOf(ports, entry),
    revisions: slot.map((head) => fullLine(id, head)).sort((a, b) => b.revision - a.revision || b.result - a.result),
  };
}

function ownOf({ storage }: Ports, { resultId }: ResultRow): UnitDetail['own'] {
  const own = resultId === null ? null : storage.assessments.find(resultId);
  return own && { assessmentId: own.id, appraised: storage.appraisals.list(own.id).filter(isAppraised).length };
}

/** A result that does not count, as lists show it: as the file names it. */
function fallback(entry: ResultRow): Omit<UnitResult, 'total' | 'nodes' | 'items'> {
  const [total, answered, notApplicable, unanswered] = entry.completeness;
  const { name, code, kind, province } = entry.organisation;
  return {
    unitId: entry.unitId,
    name,
    code,
    kind,
    province,
    group: '',
    tags: [],
    resultId: entry.resultId,
    contentHash: entry.contentHash,
    questionnaire: entry.questionnaire,
    period: entry.period,
    completeness: { total, answered, notApplicable, unanswered },
    quality: entry.quality,
    appraised: null,
    sample: entry.sample,
  };
}

const cited = (document: ResultFile['evidence'][number] | undefined): string =>
  document
    ? [document.type, document.number, document.date, document.subject].filter((part) => part !== '').join(' · ')
    : '';
