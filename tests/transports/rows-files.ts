/** Opening files, handing in and the class, as rows for every transport. */
import type { HandOverDraft, RecentFile } from '../../src/contract/views/files.ts';
import { writeQuestionnaireWorkbook } from '../../src/adapters/documents/authoring/index.ts';
import { parseQuestionnaire } from '../../src/domain/questionnaire/parse.ts';
import { choice, definition, group } from '../domain/definition.ts';
import type { Earlier, MakeRow, Row } from './rows.ts';

const id = (number: number): string => `7d444840-9dc0-41d1-b245-${String(number).padStart(12, '0')}`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const SHEET = `format: thuoc-so/answers/1
questionnaire: { id: sme-quick, version: 1.0.0 }
organisation: { name: "Cơ sở Hoa Mai", kind: sme }
period: { kind: once, year: 2026 }
answers: {}
`;
const SET = JSON.stringify({ format: 'thuoc-so/questionnaire/1', id: 'half' });

/** A questionnaire as one workbook. */
async function workbook(): Promise<string> {
  const parsed = parseQuestionnaire(definition([group('g', [choice('a', [0, 1])])]), [
    { name: 'none', expect: { level: null } },
  ]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { questionnaire, vectors } = parsed.value;
  const own = { ...questionnaire, id: 'workbook-set' };
  return Buffer.from(await writeQuestionnaireWorkbook(own, vectors, 'vi')).toString('base64');
}
const WORKBOOK = await workbook();

const FIRST = id(1);
const SECOND = id(2);

export function fileJourney(row: MakeRow, assessmentId: string): Row[] {
  const made = (earlier: Earlier) => (earlier('files to hand in') as HandOverDraft).files[0];
  const recent = (earlier: Earlier) => (earlier('recent files') as readonly RecentFile[])[0]?.id ?? '';
  const handOver = id(20);
  const seat = { organisationId: id(30), assessmentId: id(31) };
  return [
    row('no file that waits', 'opening.claim', {}),
    row('a file sent', 'opening.upload', { upload: FIRST, at: 0, base64: base64(SHEET) }),
    row('what it is', 'opening.read', { upload: FIRST, name: 'a.yaml'.normalize('NFD') }),
    row('it taken over', 'opening.take', { upload: FIRST, assessmentId: id(10), organisationId: id(11) }),
    row('it taken over again', 'opening.take', { upload: FIRST, assessmentId: id(10), organisationId: id(11) }),
    row(
      'it taken over a second time',
      'opening.take',
      { upload: FIRST, assessmentId: id(12), organisationId: id(11) },
      'assessment.exists',
    ),
    row('a shipped questionnaire sent', 'opening.upload', { upload: SECOND, at: 0, base64: base64(SET) }),
    row('it recognised', 'opening.read', { upload: SECOND, name: 'b.yaml' }),
    row('half a questionnaire', 'opening.add', { upload: SECOND, name: 'questionnaire.yaml' }, 'questionnaire.invalid'),
    row('a workbook sent', 'opening.upload', { upload: id(15), at: 0, base64: WORKBOOK }),
    row('a questionnaire in it', 'opening.read', { upload: id(15), name: 'bo.xlsx' }),
    row('it added', 'opening.add', { upload: id(15), name: 'bo.xlsx' }),
    row('recent files', 'recent.list', {}),
    row('one pinned', 'recent.pin', (earlier) => ({ id: recent(earlier), pinned: true })),
    row('one opened again', 'recent.load', (earlier) => ({ id: recent(earlier), upload: id(3) })),
    row('one forgotten', 'recent.remove', (earlier) => ({ id: recent(earlier) })),
    row('files to hand in', 'handover.make', { assessmentId, formats: ['xlsx'], language: 'vi' }),
    row('a hand-over by the page', 'handover.record', (earlier) => ({
      id: handOver,
      assessmentId,
      place: 'download',
      folder: '',
      files: [{ ticket: made(earlier)?.ticket ?? '', sha256: null }],
    })),
    row('the same hand-over written', 'handover.write', (earlier) => ({
      id: handOver,
      assessmentId,
      tickets: [made(earlier)?.ticket ?? ''],
    })),
    row('what the evidence weighs', 'handover.weigh', { assessmentId }),
    row('this installation', 'machine.info', {}),
    row('a questionnaire as one file', 'library.pack', { id: 'sme-quick', version: '1.0.0' }),
    row('the appraisal for the unit', 'appraisals.pack', { assessmentId, by: 'Sở KH&CN', remark: '' }),
    row('its bytes', 'files.open', (earlier) => ({
      ticket: (earlier('the appraisal for the unit') as { ticket: string }).ticket,
    })),
    row('it sent back', 'opening.upload', (earlier) => ({
      upload: id(16),
      at: 0,
      base64: (earlier('its bytes') as { base64: string }).base64,
    })),
    row('what came back', 'opening.read', { upload: id(16), name: 'tham-dinh.thuocso' }),
    row('it taken in', 'opening.appraisal', { upload: id(16) }),
    row('it taken in again', 'opening.appraisal', { upload: id(16) }),
    row('all that came back', 'appraisals.returns', { assessmentId }),
    row('its hand-overs', 'handover.list', { assessmentId }),
    row('all latest hand-overs', 'handover.list', { assessmentId: null }),
    row('a download to show', 'handover.show', { id: handOver }),
    row('no class', 'class.info', {}),
    row('a class', 'class.start', CLASS),
    row('its folder', 'class.folder', {}),
    row('a participant', 'class.join', { ...seat, name: 'Cơ sở Út Hạnh' }),
    row('the lists meanwhile', 'organisations.list', {}, 'ok', { unordered: true }),
    row('the participant done', 'class.leave', { assessmentId: seat.assessmentId, language: 'vi' }),
    row('what the next one sees', 'organisations.list', {}, 'ok', { unordered: true }),
    row('the class ended', 'class.end', {}),
  ];
}

const CLASS = {
  title: 'Lớp huyện B',
  code: '7K4Q',
  questionnaireId: 'sme-quick',
  questionnaireVersion: '1.0.0',
  kind: 'sme',
  province: '',
  year: 2026,
} as const;

export function fileAttacks(row: MakeRow): Row[] {
  const nobody = id(99);
  return [
    row('a file in no Base64', 'opening.upload', { upload: id(4), at: 0, base64: '****' }, 'input.invalid'),
    row('the second half of a file', 'opening.upload', { upload: id(5), at: 7, base64: 'AAAA' }, 'upload.unknown'),
    row('a file that never came', 'opening.read', { upload: nobody, name: '../../etc/passwd' }, 'upload.unknown'),
    row(
      'nothing to take',
      'opening.take',
      { upload: nobody, assessmentId: id(6), organisationId: id(7) },
      'upload.unknown',
    ),
    row('nothing to add', 'opening.add', { upload: nobody, name: 'x' }, 'upload.unknown'),
    row('no recent file', 'recent.load', { id: nobody, upload: id(8) }, 'file.not-found'),
    row(
      'nothing made',
      'handover.make',
      { assessmentId: nobody, formats: ['pdf'], language: 'vi' },
      'assessment.unknown',
    ),
    row('nothing written', 'handover.write', { id: id(9), assessmentId: nobody, tickets: ['x'] }, 'assessment.unknown'),
    row(
      'nothing recorded',
      'handover.record',
      { id: id(9), assessmentId: nobody, place: 'folder', folder: 'C:\\', files: [{ ticket: 'x', sha256: null }] },
      'assessment.unknown',
    ),
    row('no folder to show', 'handover.show', { id: nobody }, 'file.not-found'),
    row('evidence of nothing', 'handover.weigh', { assessmentId: nobody }, 'assessment.unknown'),
    row('more than is asked', 'machine.info', { key: 'x' } as never, 'input.invalid'),
    row('no questionnaire to pack', 'library.pack', { id: '../x', version: '1.0.0' }, 'questionnaire.unknown'),
    row('no appraisal to pack', 'appraisals.pack', { assessmentId: nobody, by: '', remark: '' }, 'assessment.unknown'),
    row('no appraisal sent', 'opening.appraisal', { upload: nobody }, 'upload.unknown'),
    row('returns of nothing', 'appraisals.returns', { assessmentId: nobody }, 'assessment.unknown'),
    row('a place in no class', 'class.join', { organisationId: id(40), assessmentId: id(41), name: 'x' }, 'class.none'),
    row('nobody leaves', 'class.leave', { assessmentId: nobody, language: 'vi' }, 'class.none'),
    row('no class to end', 'class.end', {}, 'class.none'),
  ];
}
