import { inflateRawSync } from 'node:zlib';
import type { PersonPlace } from '../../contract/views/privacy.ts';

/**
 * whole: the field is the name. mention: the name stands in it, with a telephone number for instance. part: it stands
 * in it beside something else.
 */
export type Matching = 'whole' | 'mention' | 'part';

/** A column in which people can be named. */
export interface Column {
  readonly place: PersonPlace;
  readonly table: string;
  readonly column: string;
  readonly matching: Matching;
  /** JSON: the fields of these names hold a person; everything else in it is text. */
  readonly keys?: readonly string[];
  readonly where?: string;
  /** Columns with the instant and the assessment, where there are such. */
  readonly at?: string;
  readonly assessment?: string;
  /** SQL for the name of the organisation, where no assessment leads to it. */
  readonly organisation?: string;
  readonly unpack?: (bytes: Uint8Array) => string;
}

const unpack = (bytes: Uint8Array): string =>
  inflateRawSync(bytes, { maxOutputLength: 64 * 1024 * 1024 }).toString('utf8');

const named = (place: PersonPlace, table: string, column: string, more: Partial<Column> = {}): Column => ({
  place,
  table,
  column,
  matching: 'mention',
  ...more,
});

const OF_ASSESSMENT = { assessment: 'assessment_id' } as const;
const ORGANISATION_OF_ROW = { organisation: '(SELECT o.name FROM organisation o WHERE o.id = t.organisation_id)' };

/** Written by people as names of people: contact, signer, who answered, appraised and handed in. */
export const FIELDS: readonly Column[] = [
  named('settings', 'setting', 'value', { where: "t.key = 'person'" }),
  named('contact', 'organisation', 'contact', { at: 'updated_at', organisation: 't.name' }),
  named('signer', 'organisation_report', 'details', { keys: ['signerName'], at: 'updated_at', ...ORGANISATION_OF_ROW }),
  named('signer', 'assessment_report', 'details', { keys: ['signerName'], at: 'updated_at', ...OF_ASSESSMENT }),
  named('history', 'answer_history', 'person', { at: 'at', ...OF_ASSESSMENT }),
  named('appraisal', 'appraisal', 'person', { at: 'updated_at', ...OF_ASSESSMENT }),
  named('appraisal', 'appraisal_history', 'person', { at: 'at', ...OF_ASSESSMENT }),
  named('appraisal-return', 'appraisal_return', 'content', {
    keys: ['by', 'person'],
    at: 'taken_at',
    ...OF_ASSESSMENT,
  }),
  named('hand-over', 'hand_over', 'by', { at: 'at', ...OF_ASSESSMENT }),
  named('plan', 'plan_task', 'lead', { matching: 'whole', ...OF_ASSESSMENT }),
  named('plan', 'plan_task', 'cooperating', { matching: 'whole', ...OF_ASSESSMENT }),
];

const texts = (place: PersonPlace, table: string, columns: readonly string[], more: Partial<Column> = {}): Column[] =>
  columns.map((column) => named(place, table, column, more));

/**
 * Everything else that people write or bring along; a sentence is changed by a person, not by a program. Together with
 * the fields these are all columns with words of people: tests/adapters/sqlite/persons.test.ts holds the list complete.
 */
export const TEXTS: readonly Column[] = [
  ...texts('organisation', 'organisation', ['name', 'address'], { organisation: 't.name' }),
  ...texts('answer', 'answer', ['answer', 'note', 'explanation'], { at: 'updated_at', ...OF_ASSESSMENT }),
  ...texts('history', 'answer_history', ['answer'], { at: 'at', ...OF_ASSESSMENT }),
  ...texts('evidence', 'evidence', ['number', 'issuer', 'subject', 'page'], OF_ASSESSMENT),
  ...texts('evidence', 'evidence_attachment', ['name'], OF_ASSESSMENT),
  ...texts('appraisal', 'appraisal', ['answer', 'reason'], { at: 'updated_at', ...OF_ASSESSMENT }),
  ...texts('appraisal', 'appraisal_history', ['answer', 'reason'], { at: 'at', ...OF_ASSESSMENT }),
  ...texts('appraisal-return', 'appraisal_return', ['content'], {
    keys: ['by', 'person'],
    at: 'taken_at',
    ...OF_ASSESSMENT,
  }),
  ...texts('hand-over', 'hand_over', ['folder', 'files'], { at: 'at', ...OF_ASSESSMENT }),
  ...texts('report', 'organisation_report', ['details'], {
    keys: ['signerName'],
    at: 'updated_at',
    ...ORGANISATION_OF_ROW,
  }),
  ...texts('report', 'assessment_report', ['details'], { keys: ['signerName'], at: 'updated_at', ...OF_ASSESSMENT }),
  ...texts('report', 'report_passage', ['text', 'draft'], { at: 'updated_at', ...OF_ASSESSMENT }),
  ...texts('plan', 'plan', ['content'], { at: 'updated_at', ...OF_ASSESSMENT }),
  ...texts('plan', 'plan_task', ['text', 'remark', 'source'], OF_ASSESSMENT),
  ...texts('plan', 'plan_task', ['lead', 'cooperating'], { matching: 'part', ...OF_ASSESSMENT }),
  ...texts('plan', 'plan_progress', ['content'], { at: 'updated_at', ...OF_ASSESSMENT }),
  ...texts('index', 'index_entry', ['name', 'organisation', 'source', 'remark'], { at: 'updated_at' }),
  ...texts('collection', 'collection', ['name', 'notes'], { at: 'updated_at' }),
  ...texts('collection', 'collection_unit', ['name', 'note', 'tags'], { organisation: 't.name' }),
  ...texts('collection', 'collection_run', ['source'], { at: 'started_at' }),
  ...texts('collection', 'collection_file', ['path', 'name']),
  ...texts('collection', 'collection_outcome', ['name', 'unit', 'detail']),
  ...texts('imported', 'collection_result', ['file', 'organisation'], { at: 'exported_at' }),
  ...texts('imported', 'collection_items', ['content'], { unpack }),
  ...texts('opened', 'recent_file', ['name', 'subject'], { at: 'opened_at' }),
  ...texts('settings', 'setting', ['value'], { where: "t.key <> 'person'" }),
];
