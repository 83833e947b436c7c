import { describe, expect, it } from 'vitest';
import { REPORT_FORMATS } from '../../src/contract/views/exports.ts';
import { ASSESSMENT, openWithDraft, saving, uuid } from './application.ts';

const assessmentId = ASSESSMENT;
/** How the files of each kind begin. */
const BEGINS: Record<(typeof REPORT_FORMATS)[number], string> = {
  xlsx: 'PK',
  pdf: '%PDF',
  docx: 'PK',
  csv: '\uFEFFMã;',
  json: '{\n  "format": "thuoc-so/detail/1"',
  certificate: '%PDF',
  slide: '%PDF',
  'slide-png': '\ufffdPNG',
};

describe('a result', () => {
  it('is exported in every format, each file with a name of its own', async () => {
    const { call, delivered } = await openWithDraft();
    const { questionnaire } = await call('questionnaires.get', { id: 'gov-maturity-5', version: '1.0.0' });
    const items = questionnaire.groups.flatMap((group) => group.children);
    for (const item of items.slice(0, 4)) await call('answers.save', saving(item.id, 2));
    const names: string[] = [];
    for (const format of REPORT_FORMATS) {
      const made = await call('reports.export', { assessmentId, format, language: 'vi' });
      names.push(made.fileName);
      await call('files.deliver', { ticket: made.ticket });
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(delivered.at(-1)?.bytes.slice(0, 200));
      expect(text.startsWith(BEGINS[format]), format).toBe(true);
    }
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('ubnd-xa-truong-dong_gov-maturity-5_2025.docx');
    expect(names).toContain('ubnd-xa-truong-dong_tom-tat-gov-maturity-5_2025.pdf');
    expect(names).toContain('ubnd-xa-truong-dong_trinh-chieu-gov-maturity-5_2025.png');
    expect(names).toContain('ubnd-xa-truong-dong_chi-tiet-gov-maturity-5_2025.csv');
  });
});

describe('a blank form', () => {
  it('is made of any questionnaire that is there', async () => {
    const { call, refused, delivered } = await openWithDraft();
    const made = await call('questionnaires.blank', { id: 'sme-quick', version: '1.0.0', language: 'en' });
    expect(made.fileName).toBe('phieu-trong_sme-quick_1-0-0.pdf');
    await call('files.deliver', { ticket: made.ticket });
    expect(new TextDecoder().decode(delivered.at(-1)?.bytes.slice(0, 4))).toBe('%PDF');
    expect(await refused('questionnaires.blank', { id: 'nope', version: '1.0.0', language: 'vi' })).toMatchObject({
      code: 'questionnaire.unknown',
    });
  });
});

describe('a progress report', () => {
  const period = { kind: 'quarter', year: 2026, number: 1 } as const;

  it('is made for agencies, named by its own period', async () => {
    const { call } = await openWithDraft();
    for (const format of ['pdf', 'xlsx'] as const) {
      const made = await call('progress.export', { assessmentId, period, format, language: 'vi' });
      expect(made.fileName).toBe(`ubnd-xa-truong-dong_tien-do-gov-maturity-5_2026-q1.${format}`);
      expect(made.bytes).toBeGreaterThan(1000);
    }
  });

  it('is refused for firms and for what is not there', async () => {
    const { call, refused } = await openWithDraft();
    const samples = await call('samples.add', {});
    const firm = samples.find(({ questionnaireId }) => questionnaireId === 'sme-readiness');
    const ask = { period, format: 'pdf', language: 'vi' } as const;
    expect(await refused('progress.export', { assessmentId: firm?.id ?? '', ...ask })).toMatchObject({
      code: 'input.invalid',
      problems: [{ code: 'not-supported' }],
    });
    expect(await refused('progress.export', { assessmentId: uuid(99), ...ask })).toMatchObject({
      code: 'assessment.unknown',
    });
  });
});
