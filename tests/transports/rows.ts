/**
 * What is asked of every transport, in this order, on empty data: a whole journey first, then everything that a broken
 * or hostile caller might send.
 */
import type { ErrorCode } from '../../src/contract/errors.ts';
import type { MethodInput, MethodName } from '../../src/contract/surface.ts';

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
  'results.get': true,
  'reports.export': true,
  'files.deliver': true,
  'samples.add': true,
  'samples.remove': true,
};

const ORGANISATION = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const OLD_UNIT = '6f9619ff-8b86-4d01-b42d-00cf4fc964fe';
const ASSESSMENT = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const EVIDENCE = '7d444840-9dc0-41d1-b245-5ffdce74fad2';
const NOBODY = '00000000-0000-4000-8000-000000000000';

type Extra = Pick<Row, 'unordered' | 'byHost'>;

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

const evidence = {
  id: EVIDENCE,
  type: 'Kế hoạch',
  number: '12/KH-UBND',
  date: '2026-01-15',
  issuer: 'UBND xã Tân An',
  subject: 'Kế hoạch chuyển đổi số năm 2026',
  page: '2',
};

const exported = (format: 'xlsx' | 'pdf', language: 'vi' | 'en') =>
  ({ assessmentId: ASSESSMENT, format, language }) as const;
const ticketOf = (value: unknown): string => (value as { ticket: string }).ticket;

/** From the first start to the exported report. */
export const JOURNEY: readonly Row[] = [
  row('a new computer', 'app.info', {}),
  row('some settings', 'settings.update', { language: 'en', theme: 'dark', zoom: 125, digitKeys: false }),
  row('other settings', 'settings.update', { language: 'vi', autoAdvance: true }),
  row('no change of settings', 'settings.update', {}),
  row('the questionnaires', 'questionnaires.list', {}),
  row('one questionnaire', 'questionnaires.get', { id: 'gov-maturity-5', version: '1.0.0' }),
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
  row('the result', 'results.get', { assessmentId: ASSESSMENT }),
  row('a workbook', 'reports.export', exported('xlsx', 'vi')),
  row('a PDF in English', 'reports.export', exported('pdf', 'en')),
  row('the workbook, handed over', 'files.deliver', (earlier) => ({ ticket: ticketOf(earlier('a workbook')) }), 'ok', {
    byHost: true,
  }),
  row('a second thought', 'assessments.reopen', { id: ASSESSMENT }),
  row('a second thought, repeated', 'assessments.reopen', { id: ASSESSMENT }),
  row('an answer after the second thought', 'answers.save', { ...answer, seq: 10 }),
  row('the samples', 'samples.add', {}),
  row('all assessments', 'assessments.list', {}, 'ok', { unordered: true }),
  row('all organisations', 'organisations.list', {}, 'ok', { unordered: true }),
  row('no samples any more', 'samples.remove', {}),
  row('no samples to remove', 'samples.remove', {}),
  row('what is left', 'assessments.list', {}),
  row('where it stands', 'app.info', {}),
  row('the work before the attack', 'assessments.open', { id: ASSESSMENT }),
];

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
  row('an unknown file', 'files.deliver', { ticket: NOBODY }, 'ticket.unknown'),
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
  row('a date of another form', 'evidence.save', withDate('15/01/2026'), 'input.invalid'),
  raw('an unknown state', 'answers.save', withRaw(answer, 'answer', '{"state":"maybe"}'), 'input.invalid'),
  raw('a state named __proto__', 'answers.save', withRaw(answer, 'answer', '{"state":"__proto__"}'), 'input.invalid'),
  raw('60,000 faults', 'answers.save', withRaw(answer, 'evidence', `[${'1,'.repeat(60_000)}1]`), 'input.invalid'),
  raw('a key named __proto__', 'settings.update', '{"__proto__":{"zoom":150},"zoom":100}', 'input.invalid'),
  raw('half a character', 'organisations.save', withRaw(oldUnit, 'contact', '"\\ud83d"'), 'ok'),
  raw('control characters', 'organisations.save', withRaw(oldUnit, 'contact', '"a\\u0000b\\u0007c\\u007f"'), 'ok'),
  row('code as a name', 'organisations.save', { ...oldUnit, name: `Xã "'); DROP TABLE answers; --` }),
  row('what was stored of it', 'organisations.list', {}),
];

function withDate(date: string): MethodInput<'evidence.save'> {
  return { assessmentId: ASSESSMENT, evidence: { ...evidence, date } };
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
      raw(`${method} with ${shape}`, method, text, shape === '300 kB' ? 'input.too-large' : 'input.invalid'),
    ),
  ),
  ...UNKNOWN,
  ...BAD_VALUES,
  row('the work after the attack', 'assessments.open', { id: ASSESSMENT }),
  row('the settings after the attack', 'app.info', {}),
];
