/**
 * What is asked of every transport, in this order, on empty data: a whole journey first, then everything that a broken
 * or hostile caller might send.
 */
import type { ErrorCode } from '../../src/contract/errors.ts';
import { METHODS } from '../../src/contract/methods.ts';
import type { ReportFormat } from '../../src/contract/views/exports.ts';
import type { MethodInput, MethodName } from '../../src/contract/surface.ts';
import { appraisalRows, hostileAppraisals } from './rows-appraisal.ts';
import { collectionAttacks, collectionJourney } from './rows-collections.ts';
import { fileAttacks, fileJourney } from './rows-files.ts';
import { privacyAttacks, privacyJourney } from './rows-privacy.ts';
import { both, choice, definition, group } from '../domain/definition.ts';

/** The values of earlier rows, by name. */
export type Earlier = (name: string) => unknown;

export interface Row {
  readonly name: string;
  readonly method: string;
  /** The input as JSON text, so that every transport starts from the same characters. */
  readonly input: (earlier: Earlier) => string;
  readonly expect: 'ok' | ErrorCode;
  /** The answer is a list without an order of its own: rows written within one millisecond. */
  readonly unordered?: true;
  /** The answers differ by host, on purpose: a saved file, a download, nothing. */
  readonly byHost?: true;
}

/** Every method; a new one does not compile until it stands here, and then fails until it has rows. */
export const COVERED: Readonly<Record<MethodName, true>> = {
  'app.info': true,
  'settings.update': true,
  'questionnaires.list': true,
  'questionnaires.get': true,
  'questionnaires.blank': true,
  'progress.export': true,
  'library.list': true,
  'library.get': true,
  'library.compare': true,
  'library.add': true,
  'library.show': true,
  'library.remove': true,
  'organisations.list': true,
  'organisations.save': true,
  'assessments.list': true,
  'assessments.start': true,
  'assessments.open': true,
  'assessments.position': true,
  'assessments.finish': true,
  'assessments.reopen': true,
  'answers.save': true,
  'evidence.save': true,
  'evidence.remove': true,
  'evidence.list': true,
  'evidence.link': true,
  'evidence.merge': true,
  'evidence.upload': true,
  'evidence.detach': true,
  'evidence.file': true,
  'appraisals.save': true,
  'appraisals.preview': true,
  'appraisals.take': true,
  'targets.save': true,
  'answers.history': true,
  'results.get': true,
  'results.trace': true,
  'results.compare': true,
  'reports.export': true,
  'files.deliver': true,
  'plans.get': true,
  'plans.change': true,
  'plans.export': true,
  'progress.save': true,
  'progress.remove': true,
  'templates.list': true,
  'indexes.list': true,
  'indexes.save': true,
  'indexes.remove': true,
  'details.open': true,
  'details.save': true,
  'passages.save': true,
  'files.open': true,
  'opening.upload': true,
  'opening.claim': true,
  'opening.read': true,
  'opening.take': true,
  'opening.add': true,
  'recent.list': true,
  'recent.pin': true,
  'recent.remove': true,
  'recent.load': true,
  'handover.make': true,
  'handover.write': true,
  'handover.record': true,
  'handover.list': true,
  'handover.show': true,
  'handover.weigh': true,
  'opening.appraisal': true,
  'library.pack': true,
  'appraisals.pack': true,
  'appraisals.returns': true,
  'machine.info': true,
  'class.info': true,
  'class.folder': true,
  'class.start': true,
  'class.join': true,
  'class.leave': true,
  'class.end': true,
  'backups.list': true,
  'backups.make': true,
  'backups.deliver': true,
  'backups.receive': true,
  'backups.preview': true,
  'backups.restore': true,
  'diagnostics.preview': true,
  'diagnostics.export': true,
  'persons.info': true,
  'persons.list': true,
  'persons.get': true,
  'persons.export': true,
  'persons.erase': true,
  'recovery.state': true,
  'recovery.act': true,
  'collections.list': true,
  'collections.get': true,
  'collections.save': true,
  'collections.remove': true,
  'collections.preview': true,
  'collections.match': true,
  'collections.resolve': true,
  'collections.discard': true,
  'collections.upload': true,
  'collections.choose': true,
  'collections.import': true,
  'collections.cancel': true,
  'collections.resume': true,
  'collections.await': true,
  'collections.state': true,
  'collections.outcomes': true,
  'collections.overview': true,
  'collections.unit': true,
  'collections.items': true,
  'collections.export': true,
  'collections.appraise': true,
  'collections.appraised': true,
  'samples.add': true,
  'samples.remove': true,
};

const ORGANISATION = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const OLD_UNIT = '6f9619ff-8b86-4d01-b42d-00cf4fc964fe';
const ASSESSMENT = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const EVIDENCE = '7d444840-9dc0-41d1-b245-5ffdce74fad2';
const TWIN = '7d444840-9dc0-41d1-b245-5ffdce74fad3';
const UPLOAD = '7d444840-9dc0-41d1-b245-5ffdce74fad4';
const NOBODY = '00000000-0000-4000-8000-000000000000';

const SET = { id: 'gov-maturity-5', version: '1.0.0' };
const OWN_REF = { id: 'test-set', version: '1.0.0' };

/** A small questionnaire as the files of its folder. */
function ownSet(title: string): { name: string; base64: string }[] {
  const raw = { ...definition([group('g', [choice('a', [0, 1])])]), title: both(title) };
  const file = (name: string, content: unknown) => ({
    name: `bo/${name}`,
    base64: Buffer.from(JSON.stringify(content)).toString('base64'),
  });
  return [file('questionnaire.yaml', raw), file('vectors.yaml', [{ name: 'none', expect: { level: null } }])];
}
const OWN_SET = ownSet('Bộ câu hỏi riêng'.normalize('NFD'));

type Extra = Pick<Row, 'unordered' | 'byHost'>;

export type MakeRow = typeof row;

function row<M extends MethodName>(
  name: string,
  method: M,
  input: MethodInput<M> | ((earlier: Earlier) => MethodInput<M>),
  expect: Row['expect'] = 'ok',
  extra: Extra = {},
): Row {
  const make = typeof input === 'function' ? input : () => input;
  return { name, method, input: (earlier) => JSON.stringify(make(earlier)), expect, ...extra };
}

const organisation = {
  id: ORGANISATION,
  name: 'UBND xã Tân An',
  kind: 'commune',
  code: '12345',
  province: '80',
  address: 'Ấp 1, xã Tân An',
  contact: 'Nguyễn Thị Huệ',
  predecessors: [OLD_UNIT],
};
const oldUnit = { ...organisation, id: OLD_UNIT, name: 'UBND xã Tân Bình (cũ)', predecessors: [] };

const start = {
  id: ASSESSMENT,
  organisationId: ORGANISATION,
  questionnaireId: 'gov-maturity-5',
  questionnaireVersion: '1.0.0',
  period: { kind: 'year', year: 2026, number: 1 },
} as const;

const answer = {
  assessmentId: ASSESSMENT,
  itemId: 'annual-goals',
  seq: 1,
  answer: { state: 'answered', value: { kind: 'option', option: '3' } },
  note: '',
  explanation: '',
  flagged: false,
  evidence: [],
} as const;

const target = {
  assessmentId: ASSESSMENT,
  itemId: 'annual-goals',
  seq: 1,
  value: { kind: 'option', option: '5' },
} as const;

const appraisal = {
  assessmentId: ASSESSMENT,
  itemId: 'annual-goals',
  seq: 1,
  answer: { state: 'answered', value: { kind: 'option', option: '2' } },
  reason: 'Chưa có minh chứng'.normalize('NFD'),
  evidence: 'rejected',
} as const;

const evidence = {
  id: EVIDENCE,
  type: 'Kế hoạch',
  number: '12/KH-UBND',
  date: '2026-01-15',
  issuer: 'UBND xã Tân An',
  subject: 'Kế hoạch chuyển đổi số năm 2026',
  page: '2',
};

const details = {
  superior: '',
  issuer: '',
  number: '5',
  symbol: '/BC-UBND',
  place: 'Tân An'.normalize('NFD'),
  dateChoice: 'day',
  date: '2026-03-04',
  addressees: 'Sở Khoa học và Công nghệ\r\nUBND tỉnh',
  bases: 'Căn cứ Kế hoạch số 12/KH-UBND',
  authority: 'deputy',
  headTitle: '',
  signerTitle: '',
  signerName: 'Nguyễn Thị Hồng Nhung',
  copies: '',
} as const;
const ownText = {
  assessmentId: ASSESSMENT,
  language: 'vi',
  passage: 'causes',
  seq: 1,
  text: 'Một cán bộ kiêm nhiệm.\n- Kinh phí chậm.',
  seen: true,
} as const;

const exported = (format: ReportFormat, language: 'vi' | 'en') =>
  ({ assessmentId: ASSESSMENT, format, language }) as const;
const ticketOf = (value: unknown): string => (value as { ticket: string }).ticket;

const PHASE = '2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d';
const TASK = '9b2d4c1e-7f3a-4c56-8a11-6f2f3a9c0d10';
const task = {
  id: TASK,
  text: 'Lập kế hoạch chuyển đổi số năm 2026 của xã',
  raises: [{ itemId: 'annual-goals', to: '5' }],
  priority: 3,
  effort: 1,
  lead: 'Văn phòng HĐND và UBND',
  cooperating: '',
  start: '2026-01-05',
  due: '2026-03-31',
  time: '',
  budget: '45.5',
  status: 'not-started',
  phase: PHASE,
  remark: '',
  source: '',
} as const;
const planned = (change: MethodInput<'plans.change'>['change']): MethodInput<'plans.change'> => ({
  assessmentId: ASSESSMENT,
  change,
});
const PLAN = planned({
  target: { level: 3, due: '2026-12-31' },
  phases: [{ id: PHASE, name: 'Giai đoạn 1', due: '2026-06-30' }],
  reporting: { kinds: ['quarter'], cutoffDay: 14, start: '2026-01-01', deadlines: [] },
  put: [task],
});
const QUARTER = { kind: 'quarter', year: 2026, number: 1 } as const;
const progressReport = (format: 'xlsx' | 'pdf') =>
  ({ assessmentId: ASSESSMENT, period: QUARTER, format, language: 'vi' }) as const;
const progress = {
  period: QUARTER,
  reportedOn: '2026-03-16',
  level: 1,
  remark: 'Thiếu kinh phí',
  tasks: [{ taskId: TASK, status: 'done', percent: 100, note: 'Đã ban hành' }],
  figures: [],
} as const;
const INDEX = '3f1e7f5a-51d3-4f0b-9f3c-0d6f6a5a7b21';
const published = {
  id: INDEX,
  name: 'DTI',
  organisation: 'UBND xã Tân An',
  year: 2025,
  value: '0.61',
  rank: 12,
  of: 96,
  source: 'Quyết định công bố',
  remark: '',
} as const;

/** From the first start to the exported report. */
export const JOURNEY: readonly Row[] = [
  row('a new computer', 'app.info', {}),
  row('some settings', 'settings.update', { language: 'en', theme: 'dark', zoom: 125, digitKeys: false }),
  row('other settings', 'settings.update', { language: 'vi', autoAdvance: true }),
  row('who works here', 'settings.update', {
    mode: 'appraiser',
    person: 'Nguyễn Thị Huệ'.normalize('NFD'),
    welcomed: true,
    spellCheck: true,
    documentLanguage: 'vi',
  }),
  row('no change of settings', 'settings.update', {}),
  row('the questionnaires', 'questionnaires.list', {}),
  row('one questionnaire', 'questionnaires.get', { id: 'gov-maturity-5', version: '1.0.0' }),
  row('the library', 'library.list', {}),
  row('one questionnaire of the library', 'library.get', SET),
  row('a version beside itself', 'library.compare', { id: SET.id, older: SET.version, newer: SET.version }),
  row("a questionnaire of one's own", 'library.add', { files: OWN_SET }),
  row('the same questionnaire again', 'library.add', { files: OWN_SET }),
  row('other content for the same version', 'library.add', { files: ownSet('Khác') }, 'questionnaire.differs'),
  row('one questionnaire hidden', 'library.show', { ...SET, shown: false }),
  row('what is offered then', 'questionnaires.list', {}),
  row('it shown again', 'library.show', { ...SET, shown: true }),
  row('a shipped one to remove', 'library.remove', SET, 'questionnaire.shipped'),
  row('the own one removed', 'library.remove', OWN_REF),
  row('the own one removed again', 'library.remove', OWN_REF),
  row('no organisation yet', 'organisations.list', {}),
  row('a unit that was merged', 'organisations.save', oldUnit),
  row('an organisation', 'organisations.save', organisation),
  row('the same organisation again', 'organisations.save', organisation),
  row('the organisations', 'organisations.list', {}),
  row('no assessment yet', 'assessments.list', {}),
  row('a new assessment', 'assessments.start', start),
  row('the same start again', 'assessments.start', start),
  row('another start for the same period', 'assessments.start', { ...start, id: EVIDENCE }, 'assessment.exists'),
  row('evidence', 'evidence.save', { assessmentId: ASSESSMENT, evidence }),
  row('an answer with evidence', 'answers.save', { ...answer, evidence: [EVIDENCE] }),
  row('the same answer again', 'answers.save', { ...answer, evidence: [EVIDENCE] }),
  row('a later answer with notes', 'answers.save', {
    ...answer,
    seq: 2,
    answer: { state: 'answered', value: { kind: 'option', option: '4' } },
    note: 'Ghi chú: đang chờ số liệu quý\u00a0IV\r\ndòng hai',
    explanation: 'Giải trình'.normalize('NFD'),
    flagged: true,
    evidence: [EVIDENCE],
  }),
  row('an older answer, come late', 'answers.save', answer),
  row('a file on its way', 'evidence.upload', part(0, '%PDF-1.7\n')),
  row('the rest of it', 'evidence.upload', part(9, 'Kế hoạch')),
  row('the rest once more', 'evidence.upload', part(9, 'Kế hoạch')),
  row('the same document again, with its file', 'evidence.save', withFile('C:\\Kế hoạch 18.pdf')),
  row('all documents', 'evidence.list', { assessmentId: ASSESSMENT }),
  row('two documents made one', 'evidence.merge', { assessmentId: ASSESSMENT, keep: EVIDENCE, others: [TWIN] }),
  row('a document that is here', 'evidence.link', { assessmentId: ASSESSMENT, evidenceId: EVIDENCE }),
  row('the file of a document', 'evidence.file', { assessmentId: ASSESSMENT, evidenceId: EVIDENCE }),
  row('the document without its file', 'evidence.detach', { assessmentId: ASSESSMENT, evidenceId: EVIDENCE }),
  row('an own target', 'targets.save', target),
  row('what was answered so far', 'answers.history', { assessmentId: ASSESSMENT, itemId: answer.itemId }),
  row('another answer', 'answers.save', { ...answer, itemId: 'open-information' }),
  row('an answer taken back', 'answers.save', {
    ...answer,
    itemId: 'open-information',
    seq: 2,
    answer: { state: 'unanswered' },
  }),
  row('the place to go on', 'assessments.position', { id: ASSESSMENT, itemId: 'citizen-effort' }),
  row('the open assessment', 'assessments.open', { id: ASSESSMENT }),
  row('the result so far', 'results.get', { assessmentId: ASSESSMENT }),
  row('the evidence taken back', 'evidence.remove', { assessmentId: ASSESSMENT, evidenceId: EVIDENCE }),
  row('the assessment without it', 'assessments.open', { id: ASSESSMENT }),
  row('the end', 'assessments.finish', { id: ASSESSMENT }),
  row('the end again', 'assessments.finish', { id: ASSESSMENT }),
  row('an answer after the end', 'answers.save', { ...answer, seq: 9 }, 'assessment.finished'),
  row('evidence after the end', 'evidence.save', { assessmentId: ASSESSMENT, evidence }, 'assessment.finished'),
  row('an appraisal after the end', 'appraisals.save', appraisal),
  row('the same appraisal again', 'appraisals.save', appraisal),
  row('an appraisal taken back', 'appraisals.save', { ...appraisal, seq: 2, answer: null, evidence: 'offered' }),
  row('who did what', 'answers.history', { assessmentId: ASSESSMENT, itemId: answer.itemId }),
  ...(await appraisalRows(row, ASSESSMENT, organisation, start.period)),
  row('the result', 'results.get', { assessmentId: ASSESSMENT }),
  row('how it came about', 'results.trace', { assessmentId: ASSESSMENT, language: 'vi' }),
  row('how it came about, in English', 'results.trace', { assessmentId: ASSESSMENT, language: 'en' }),
  row('how nothing came about', 'results.trace', { assessmentId: NOBODY, language: 'vi' }, 'assessment.unknown'),
  row('the result beside itself', 'results.compare', { now: ASSESSMENT, before: ASSESSMENT }),
  row(
    'beside former units that have no round',
    'results.compare',
    { now: ASSESSMENT, before: null },
    'assessment.unknown',
  ),
  row('beside nobody', 'results.compare', { now: ASSESSMENT, before: NOBODY }, 'assessment.unknown'),
  row('blank details of the report', 'details.open', { assessmentId: ASSESSMENT, language: 'vi' }),
  row('details of the report', 'details.save', { assessmentId: ASSESSMENT, seq: 1, language: 'vi', details }),
  row('the same details again', 'details.save', { assessmentId: ASSESSMENT, seq: 1, language: 'vi', details }),
  row('an own text of the report', 'passages.save', ownText),
  row('the own text taken back', 'passages.save', { ...ownText, seq: 2, text: null }),
  row('the own text in English', 'passages.save', { ...ownText, language: 'en', text: 'One person does it all.' }),
  row('what the report will say', 'details.open', { assessmentId: ASSESSMENT, language: 'en' }),
  row('a workbook', 'reports.export', exported('xlsx', 'vi')),
  row('a PDF in English', 'reports.export', exported('pdf', 'en')),
  row('the PDF, looked at', 'files.open', (earlier) => ({ ticket: ticketOf(earlier('a PDF in English')) })),
  row('the workbook, handed over', 'files.deliver', (earlier) => ({ ticket: ticketOf(earlier('a workbook')) }), 'ok', {
    byHost: true,
  }),
  row('a Word document', 'reports.export', exported('docx', 'vi')),
  row('a table for a spreadsheet', 'reports.export', exported('csv', 'vi')),
  row('the summary of one page', 'reports.export', exported('certificate', 'en')),
  row('a slide', 'reports.export', exported('slide', 'vi')),
  row('a slide as a picture', 'reports.export', exported('slide-png', 'vi')),
  row('a form to fill in by hand', 'questionnaires.blank', {
    id: 'gov-maturity-5',
    version: '1.0.0',
    language: 'vi',
  }),
  row('a second thought', 'assessments.reopen', { id: ASSESSMENT }),
  row('a second thought, repeated', 'assessments.reopen', { id: ASSESSMENT }),
  row('an answer after the second thought', 'answers.save', { ...answer, seq: 10 }),
  row('task lists to take over from', 'templates.list', {}),
  row('a plan that is only proposed', 'plans.get', { assessmentId: ASSESSMENT }),
  row('a plan', 'plans.change', PLAN),
  row('the same plan again', 'plans.change', PLAN),
  row('a plan in another order', 'plans.change', planned({ order: [TASK], remove: [NOBODY] })),
  row('progress of a quarter', 'progress.save', { assessmentId: ASSESSMENT, progress }),
  row('the same progress again', 'progress.save', { assessmentId: ASSESSMENT, progress }),
  row('the annex as a workbook', 'plans.export', { assessmentId: ASSESSMENT, format: 'xlsx', language: 'vi' }),
  row('the annex on paper', 'plans.export', { assessmentId: ASSESSMENT, format: 'pdf', language: 'en' }),
  row('the progress report', 'progress.export', progressReport('pdf')),
  row('its annex as a workbook', 'progress.export', progressReport('xlsx')),
  row('progress taken back', 'progress.remove', { assessmentId: ASSESSMENT, period: QUARTER }),
  row('progress taken back again', 'progress.remove', { assessmentId: ASSESSMENT, period: QUARTER }),
  row('a published index', 'indexes.save', { entry: published }),
  row('the ledger', 'indexes.list', {}),
  row('the index taken out', 'indexes.remove', { id: INDEX }),
  row('the index taken out again', 'indexes.remove', { id: INDEX }),
  row('no backup yet', 'backups.list', {}),
  row('a backup', 'backups.make', {}),
  row('the backup, looked into', 'backups.preview', (earlier) => ({ source: backupOf(earlier('a backup')) })),
  row(
    'the backup, handed over',
    'backups.deliver',
    (earlier) => ({ name: nameOf(earlier('a backup')), to: 'person' }),
    'ok',
    {
      byHost: true,
    },
  ),
  row('the backup, restored', 'backups.restore', (earlier) => ({ source: backupOf(earlier('a backup')) })),
  row(
    'no stick',
    'backups.deliver',
    (earlier) => ({ name: nameOf(earlier('a backup')), to: 'stick' }),
    'backup.unavailable',
  ),
  row('a piece of a file', 'backups.receive', { id: NOBODY, offset: 0, base64: 'AAAA' }),
  row('the piece, looked into', 'backups.preview', { source: { kind: 'received', id: NOBODY } }, 'backup.damaged'),
  row('what helps to find a fault', 'diagnostics.preview', {}),
  row('the same as a file', 'diagnostics.export', {}),
  row('nothing to recover', 'recovery.state', {}),
  row('another try to open', 'recovery.act', { way: 'retry' }),
  row('the samples', 'samples.add', {}),
  row('all assessments', 'assessments.list', {}, 'ok', { unordered: true }),
  row('all organisations', 'organisations.list', {}, 'ok', { unordered: true }),
  row('no samples any more', 'samples.remove', {}),
  row('no samples to remove', 'samples.remove', {}),
  row('what is left', 'assessments.list', {}),
  ...fileJourney(row, ASSESSMENT),
  ...collectionJourney(row),
  ...privacyJourney(row),
  row('where it stands', 'app.info', {}),
  row('the work before the attack', 'assessments.open', { id: ASSESSMENT }),
];

/** Methods that carry a file take more than the others. */
const takesFiles = (method: string): boolean => 'maxCharacters' in METHODS[method as MethodName];

function nameOf(value: unknown): string {
  return (value as { name?: string }).name ?? '';
}
function backupOf(value: unknown): { kind: 'kept'; name: string } {
  return { kind: 'kept', name: nameOf(value) };
}

function raw(name: string, method: string, text: string, expect: Row['expect']): Row {
  return { name, method, input: () => text, expect };
}

const NO_METHODS = [
  '',
  ' ',
  'nope',
  'app',
  'app.',
  'app.info ',
  'APP.INFO',
  'app.info/x',
  'app%2Einfo',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'then',
  'phương.thức',
  'a'.repeat(3000),
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE answers; --",
];

/** No method takes any of these: the wrong kind of thing, or one key too many. */
const WRONG_SHAPES = {
  nothing: 'null',
  'a list': '[]',
  'a text': '"{}"',
  'a number': '0',
  'one key too many': '{"unexpected":true}',
  'a key named constructor': '{"constructor":{"prototype":{"role":"operator"}}}',
  'deep nesting': `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`,
  '300 kB': `{"text":"${'x'.repeat(300_000)}"}`,
};

const UNKNOWN: readonly Row[] = [
  row('the library of somebody', 'library.list', { of: NOBODY } as never, 'input.invalid'),
  row('an unknown line of the library', 'library.get', { id: 'nope', version: '1.0.0' }, 'questionnaire.unknown'),
  row('nothing to compare', 'library.compare', { id: 'a', older: '1.0.0', newer: '2.0.0' }, 'questionnaire.unknown'),
  row('files that are none', 'library.add', { files: [{ name: 'a.yaml', base64: '*' }] }, 'input.invalid'),
  row('a file of another kind', 'library.add', { files: [{ name: 'a.exe', base64: 'TVo=' }] }, 'questionnaire.invalid'),
  row('nothing to show', 'library.show', { id: '__proto__', version: 'x', shown: true }, 'questionnaire.unknown'),
  row('a path to remove', 'library.remove', { id: '../..', version: 'x', now: true } as never, 'input.invalid'),
  row('a backup that is a path', 'backups.deliver', { name: '../../etc/passwd', to: 'person' }, 'backup.unknown'),
  row('a look into a path', 'backups.preview', { source: { kind: 'kept', name: '../x' } }, 'backup.unknown'),
  row('a restore of nothing', 'backups.restore', { source: { kind: 'received', id: ORGANISATION } }, 'backup.unknown'),
  row('a piece in the air', 'backups.receive', { id: ORGANISATION, offset: 9, base64: 'AAAA' }, 'backup.unknown'),
  row('a fresh start while all is well', 'recovery.act', { way: 'anew' }, 'recovery.none'),
  row('an unknown questionnaire', 'questionnaires.get', { id: 'nope', version: '1.0.0' }, 'questionnaire.unknown'),
  row('a path for a name', 'questionnaires.get', { id: '../../etc', version: 'passwd' }, 'questionnaire.unknown'),
  row('an unknown assessment', 'assessments.open', { id: NOBODY }, 'assessment.unknown'),
  row('the end of nothing', 'assessments.finish', { id: NOBODY }, 'assessment.unknown'),
  row('nothing to reopen', 'assessments.reopen', { id: NOBODY }, 'assessment.unknown'),
  row('a result of nothing', 'results.get', { assessmentId: NOBODY }, 'assessment.unknown'),
  row(
    'a report of nothing',
    'reports.export',
    { ...exported('pdf', 'vi'), assessmentId: NOBODY },
    'assessment.unknown',
  ),
  row('an answer to nothing', 'answers.save', { ...answer, assessmentId: NOBODY }, 'assessment.unknown'),
  row('an unknown item', 'answers.save', { ...answer, itemId: 'nope' }, 'item.unknown'),
  row('an item named __proto__', 'answers.save', { ...answer, itemId: '__proto__' }, 'item.unknown'),
  row('no such place', 'assessments.position', { id: ASSESSMENT, itemId: 'constructor' }, 'item.unknown'),
  row('unknown evidence', 'answers.save', { ...answer, seq: 11, evidence: [NOBODY] }, 'evidence.unknown'),
  row('an unknown option', 'answers.save', optionAnswer('6'), 'answer.invalid'),
  row('an option named toString', 'answers.save', optionAnswer('toString'), 'answer.invalid'),
  row('an answer of another kind', 'answers.save', numberAnswer('3'), 'answer.invalid'),
  row('a plan of nothing', 'plans.get', { assessmentId: NOBODY }, 'assessment.unknown'),
  row(
    'a task for an unknown item',
    'plans.change',
    planned({ put: [{ ...task, raises: [{ itemId: 'nope', to: '3' }] }] }),
    'item.unknown',
  ),
  row('a level that is none', 'plans.change', planned({ target: { level: 9, due: '' } }), 'input.invalid'),
  row('a day that is none', 'plans.change', planned({ target: { level: 3, due: '2026-02-30' } }), 'input.invalid'),
  row(
    'points by zero',
    'plans.change',
    planned({ put: [{ ...task, raises: [{ itemId: 'annual-goals', to: '1/0' }] }] }),
    'input.invalid',
  ),
  row('a task of spaces', 'plans.change', planned({ put: [{ ...task, text: ' \u00a0 ' }] }), 'input.invalid'),
  row('progress of nothing', 'progress.save', { assessmentId: NOBODY, progress }, 'assessment.unknown'),
  row(
    '101 percent',
    'progress.save',
    { assessmentId: ASSESSMENT, progress: { ...progress, tasks: [{ ...progress.tasks[0], percent: 101 }] } },
    'input.invalid',
  ),
  row(
    'an annex of nothing',
    'plans.export',
    { assessmentId: NOBODY, format: 'pdf', language: 'vi' },
    'assessment.unknown',
  ),
  row(
    'progress of nobody',
    'progress.export',
    { ...progressReport('pdf'), assessmentId: NOBODY },
    'assessment.unknown',
  ),
  row(
    'an empty form of nothing',
    'questionnaires.blank',
    { id: 'nope', version: '1.0.0', language: 'vi' },
    'questionnaire.unknown',
  ),
  row('an index of year 0', 'indexes.save', { entry: { ...published, year: 0 } }, 'input.invalid'),
  row('an unknown file', 'files.deliver', { ticket: NOBODY }, 'ticket.unknown'),
  row('an unknown file to look at', 'files.open', { ticket: '../../etc/passwd' }, 'ticket.unknown'),
  row('details of nothing', 'details.open', { assessmentId: NOBODY, language: 'vi' }, 'assessment.unknown'),
  row(
    'details for nothing',
    'details.save',
    { assessmentId: NOBODY, seq: 1, language: 'vi', details },
    'assessment.unknown',
  ),
  row('a text for nothing', 'passages.save', { ...ownText, assessmentId: NOBODY }, 'assessment.unknown'),
  row('a file named __proto__', 'files.deliver', { ticket: '__proto__' }, 'ticket.unknown'),
  row(
    'no such organisation',
    'assessments.start',
    { ...start, id: NOBODY, organisationId: NOBODY },
    'organisation.unknown',
  ),
  row('no such kind', 'organisations.save', { ...organisation, kind: 'empire' }, 'input.invalid'),
  row('no such province', 'organisations.save', { ...organisation, province: '00' }, 'input.invalid'),
  row(
    'its own predecessor',
    'organisations.save',
    { ...organisation, predecessors: [ORGANISATION] },
    'organisation.unknown',
  ),
];

function optionAnswer(option: string): MethodInput<'answers.save'> {
  return { ...answer, seq: 12, answer: { state: 'answered', value: { kind: 'option', option } } };
}
function numberAnswer(number: string): MethodInput<'answers.save'> {
  return { ...answer, seq: 12, answer: { state: 'answered', value: { kind: 'number', number } } };
}

const NUMBERS = ['NaN', 'Infinity', '1e5', '0x10', '1,5', '１', ' 1', '1.', '.5', '--1', '1'.repeat(16), ''];
const RAW_NUMBERS = ['1e999', '-1e999', '-1', '0', '1.5', '9007199254740993', '"1"', 'null', 'true', '[1]'];

const BAD_VALUES: readonly Row[] = [
  ...NUMBERS.map((text) =>
    row(`the number ${JSON.stringify(text)}`, 'answers.save', numberAnswer(text), 'input.invalid'),
  ),
  ...RAW_NUMBERS.map((text) =>
    raw(`the sequence ${text}`, 'answers.save', withRaw(answer, 'seq', text), 'input.invalid'),
  ),
  ...RAW_NUMBERS.map((text) => raw(`the zoom ${text}`, 'settings.update', `{"zoom":${text}}`, 'input.invalid')),
  ...['year', 'number'].flatMap((key) =>
    RAW_NUMBERS.map((text) =>
      raw(
        `the ${key} ${text}`,
        'assessments.start',
        withRaw(start, 'period', withRaw(start.period, key, text)),
        'input.invalid',
      ),
    ),
  ),
  row(
    'month 13',
    'assessments.start',
    { ...start, period: { kind: 'month', year: 2026, number: 13 } },
    'input.invalid',
  ),
  row('no id at all', 'assessments.open', { id: 'x' }, 'input.invalid'),
  row('a path for an id', 'assessments.open', { id: '../../../etc/passwd' }, 'input.invalid'),
  row('a name of spaces', 'organisations.save', { ...organisation, name: ' \u00a0\u0000 ' }, 'input.invalid'),
  row('a name of 301 letters', 'organisations.save', { ...organisation, name: 'ư'.repeat(301) }, 'input.invalid'),
  row('a part after a gap', 'evidence.upload', part(99, 'x'), 'upload.unknown'),
  row('a part that is no text', 'evidence.upload', { upload: UPLOAD, at: 0, base64: '%' }, 'input.invalid'),
  row('documents of nothing', 'evidence.list', { assessmentId: NOBODY }, 'assessment.unknown'),
  row('a document of nobody', 'evidence.link', { assessmentId: NOBODY, evidenceId: EVIDENCE }, 'assessment.unknown'),
  row(
    'a merge with nothing',
    'evidence.merge',
    { assessmentId: ASSESSMENT, keep: EVIDENCE, others: [] },
    'input.invalid',
  ),
  row('no file to give', 'evidence.file', { assessmentId: ASSESSMENT, evidenceId: NOBODY }, 'evidence.unknown'),
  row('no file to take', 'evidence.detach', { assessmentId: NOBODY, evidenceId: EVIDENCE }, 'assessment.unknown'),
  row('a target of another kind', 'targets.save', { ...target, value: { kind: 'text', text: 'x' } }, 'answer.invalid'),
  ...hostileAppraisals(row, ASSESSMENT),
  row('an appraisal of an unknown item', 'appraisals.save', { ...appraisal, itemId: 'nope' }, 'item.unknown'),
  raw('a verdict of its own', 'appraisals.save', withRaw(appraisal, 'evidence', '"praised"'), 'input.invalid'),
  row(
    'the history of an unknown item',
    'answers.history',
    { assessmentId: ASSESSMENT, itemId: 'nope' },
    'item.unknown',
  ),
  row('a date of another form', 'evidence.save', withDate('15/01/2026'), 'input.invalid'),
  row('a day that does not exist', 'details.save', withDetails({ date: '2026-02-30' }), 'input.invalid'),
  row('too many addressees', 'details.save', withDetails({ addressees: 'a\n'.repeat(500) }), 'input.invalid'),
  row('a name of 101 letters', 'details.save', withDetails({ signerName: 'ư'.repeat(101) }), 'input.invalid'),
  raw('a passage named __proto__', 'passages.save', withRaw(ownText, 'passage', '"__proto__"'), 'input.invalid'),
  raw(
    'an authority of its own',
    'details.save',
    JSON.stringify(withDetails({})).replace('deputy', 'king'),
    'input.invalid',
  ),
  raw('an unknown state', 'answers.save', withRaw(answer, 'answer', '{"state":"maybe"}'), 'input.invalid'),
  raw('a state named __proto__', 'answers.save', withRaw(answer, 'answer', '{"state":"__proto__"}'), 'input.invalid'),
  raw('60,000 faults', 'answers.save', withRaw(answer, 'evidence', `[${'1,'.repeat(60_000)}1]`), 'input.invalid'),
  raw('a role that does not exist', 'settings.update', '{"mode":"admin"}', 'input.invalid'),
  raw('a key named __proto__', 'settings.update', '{"__proto__":{"zoom":150},"zoom":100}', 'input.invalid'),
  raw('half a character', 'organisations.save', withRaw(oldUnit, 'contact', '"\\ud83d"'), 'ok'),
  raw('control characters', 'organisations.save', withRaw(oldUnit, 'contact', '"a\\u0000b\\u0007c\\u007f"'), 'ok'),
  row('code as a name', 'organisations.save', { ...oldUnit, name: `Xã "'); DROP TABLE answers; --` }),
  row('what was stored of it', 'organisations.list', {}),
];

/** A part of a file as a message. */
function part(at: number, text: string): MethodInput<'evidence.upload'> {
  return { upload: UPLOAD, at, base64: Buffer.from(text).toString('base64') };
}

function withFile(name: string): MethodInput<'evidence.save'> {
  return { assessmentId: ASSESSMENT, evidence: { ...evidence, id: TWIN }, file: { upload: UPLOAD, name } };
}

function withDate(date: string): MethodInput<'evidence.save'> {
  return { assessmentId: ASSESSMENT, evidence: { ...evidence, date } };
}

function withDetails(more: Partial<MethodInput<'details.save'>['details']>): MethodInput<'details.save'> {
  return { assessmentId: ASSESSMENT, seq: 9, language: 'vi', details: { ...details, ...more } };
}

/** An object as JSON text with one value replaced by text of its own. */
function withRaw(object: object, key: string, text: string): string {
  return JSON.stringify({ ...object, [key]: '\u0001' }).replace(JSON.stringify('\u0001'), () => text);
}

/** What a broken or hostile caller might send; none of it may change anything or look like success. */
export const HOSTILE: readonly Row[] = [
  ...NO_METHODS.map((method) => raw(`the method ${method.slice(0, 30)}`, method, '{}', 'method.unknown')),
  ...Object.keys(COVERED).flatMap((method) =>
    Object.entries(WRONG_SHAPES).map(([shape, text]) =>
      raw(
        `${method} with ${shape}`,
        method,
        text,
        shape === '300 kB' && !takesFiles(method) ? 'input.too-large' : 'input.invalid',
      ),
    ),
  ),
  ...UNKNOWN,
  ...fileAttacks(row),
  ...privacyAttacks(row),
  ...collectionAttacks(row),
  ...BAD_VALUES,
  row('the work after the attack', 'assessments.open', { id: ASSESSMENT }),
  row('the settings after the attack', 'app.info', {}),
];
