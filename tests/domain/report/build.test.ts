import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../../src/domain/assessment/answer.ts';
import { emptyRecord } from '../../../src/domain/assessment/answer.ts';
import { buildReport } from '../../../src/domain/report/build.ts';
import type { ReportModel } from '../../../src/domain/report/model.ts';
import { itemIndex } from '../../../src/domain/questionnaire/walk.ts';
import { toFraction } from '../../../src/domain/exact/exact.ts';
import { definition, choice, group, load, type Raw } from '../definition.ts';
import { AGENCY, ENTERPRISE, make, sample, type Made } from './support.ts';

/** Every text inside a value. */
function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const entry of Object.values(value)) yield* texts(entry);
}

const answered = (itemId: string, option: string, more: Partial<AnswerRecord> = {}): AnswerRecord => ({
  ...emptyRecord(itemId),
  answer: { state: 'answered', value: { kind: 'option', option } },
  ...more,
});

const sheet = (records: readonly AnswerRecord[], name = 'UBND xã A') => ({
  organisation: { name, kind: 'commune', code: '', province: '', address: '', contact: '' },
  period: { kind: 'year' as const, year: 2026, number: 1 },
  sample: false,
  records,
  evidence: [],
});

const source = (groups: readonly Raw[], scoring: Raw = {}, more: Raw = {}) => ({
  questionnaire: load(definition(groups, scoring, more)),
  hash: 'a'.repeat(64),
});

describe.each([
  ['gov-maturity-5', 'vi'],
  ['gov-maturity-5', 'en'],
  ['sme-readiness', 'vi'],
  ['sme-readiness', 'en'],
] as const)('the report of the sample of %s in %s', (id, language) => {
  let made: Made;
  let model: ReportModel;
  beforeAll(async () => {
    made = await sample(id, language);
    model = made.model;
  });

  it('is plain data, equal for equal input', () => {
    expect(structuredClone(model)).toEqual(model);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(buildReport(made.input)).toEqual(model);
  });

  it('has finished, composed texts without marks or holes', () => {
    for (const text of texts(model)) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/\{\{|\}\}|\*\*|undefined|NaN|\[object/);
    }
  });

  it('lists every item once, in reading order, and every figure of the score', () => {
    const items = model.detail.flatMap((line) => (line.kind === 'item' ? [line] : []));
    expect(items.map((line) => line.id)).toEqual([...itemIndex(made.input.prepared.questionnaire).keys()]);
    for (const pillar of [...model.pillars, model.total]) {
      const scored = made.input.score.byId.get(pillar.id);
      expect(pillar.value?.exact).toBe(scored?.value ? toFraction(scored.value) : undefined);
      expect(pillar.level?.value ?? null).toBe(scored?.level ?? null);
      const line = model.detail[pillar.detailRow];
      expect(line?.kind === 'item' ? null : line?.value).toEqual(pillar.value);
    }
    for (const line of items)
      expect(line.points?.exact ?? null).toBe(
        made.input.score.byId.get(line.id)?.value
          ? toFraction(made.input.score.byId.get(line.id)?.value as never)
          : null,
      );
  });

  it('marks the sample, names the source and compares with the round before', () => {
    expect(model.marks).toEqual([language === 'vi' ? 'DỮ LIỆU MẪU' : 'SAMPLE DATA']);
    expect(model.source.notice).toBe(made.input.prepared.questionnaire.provenance.notice[language]);
    expect(model.source.made).toContain(made.input.hash.slice(0, 12));
    expect(model.tables.hasBefore).toBe(true);
    expect(model.pillars.every((line) => /^[+−±]/.test(line.change))).toBe(true);
  });

  it('says three things to do first and all steps to the next level', () => {
    expect(model.steps.first).toHaveLength(3);
    expect(model.steps.lines.length).toBe(made.input.nextSteps?.steps.length);
    for (const line of model.steps.lines) expect(line.advice).not.toBe('');
  });
});

describe('the report of an agency', () => {
  it('has head, three parts, annexes and an open number and day', async () => {
    const { model } = await sample('gov-maturity-5');
    const { agency } = model;
    expect(agency?.issuer).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ TRƯỜNG ĐÔNG']);
    expect(agency?.number).toBe('Số: …/BC-UBND');
    expect(agency?.placeAndDate).toBe('Xã Trường Đông, ngày … tháng 02 năm 2026');
    expect(agency?.signing).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    const headings = agency?.body.flatMap((block) => (block.kind === 'heading' ? [block.text.slice(0, 4)] : []));
    expect(headings).toEqual(['I. K', 'II. ', 'III.']);
    expect(agency?.annexes.form.ordinal).toBe('Phụ lục I');
    expect(agency?.annexes.method.ordinal).toBe('Phụ lục IV');
    expect(agency?.body.at(-1)).toMatchObject({ kind: 'paragraph', text: expect.stringMatching(/\.\/\.$/) as string });
  });

  it('leaves out what there is not: no earlier round, no evidence, no level', () => {
    const made = make(source([group('g', [choice('a', [0, 5])])]), sheet([answered('a', '5')], 'Sở A'), {
      kind: AGENCY,
    });
    const { agency, result, steps, tables } = made.model;
    expect(agency?.issuer).toEqual(['SỞ A']);
    expect(agency?.number).toBe('Số: …/BC-…');
    expect(agency?.placeAndDate).toBe('Tây Ninh, ngày … tháng 02 năm 2026');
    expect(agency?.signing).toEqual(['THỦ TRƯỞNG CƠ QUAN']);
    expect(agency?.annexes.evidence).toBeNull();
    expect(agency?.annexes.steps).toBeNull();
    expect(agency?.annexes.method.ordinal).toBe('Phụ lục II');
    const body = agency?.body.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n') ?? '';
    expect(body).toContain('chưa có kỳ trước');
    expect(body).toContain('Bộ câu hỏi này không xếp mức chung');
    expect(steps.statement).toContain('không xếp mức chung');
    expect(result.level).toBeNull();
    expect(result.meaning).toBe('');
    expect(tables.hasLevels).toBe(false);
    expect(made.model.charts.ladder).toBeNull();
  });
});

describe('states of answers', () => {
  const questionnaire = source(
    [
      group('g', [
        choice('full', [0, 5], { evidence: 'required' }),
        choice('gone', [0, 5], { notApplicable: true }),
        choice('open', [0, 5]),
        choice('aside', [0, 5], { scored: false }),
      ]),
    ],
    {
      overall: {
        kind: 'bands',
        on: 'percent',
        table: {
          closed: 'lower',
          from: 0,
          bands: [
            { to: 60, value: 1 },
            { to: 100, value: 2 },
          ],
        },
      },
    },
  );
  const records = [
    answered('full', '5', { flagged: true, note: 'ghi', explanation: 'vì' }),
    { ...emptyRecord('gone'), answer: { state: 'not-applicable' as const, reason: 'không có' } },
    answered('aside', '5'),
  ];
  const made = make(questionnaire, sheet(records), { kind: AGENCY, state: 'draft' });
  const line = (id: string) => {
    const found = made.model.detail.find((entry) => entry.kind === 'item' && entry.id === id);
    if (found?.kind !== 'item') throw new Error(id);
    return found;
  };

  it('are told apart in words and in points', () => {
    expect(line('full')).toMatchObject({ pointsText: '5', state: 'Đã trả lời. Đánh dấu xem lại', evidence: 'Chưa có' });
    expect(line('full')).toMatchObject({ note: 'ghi', explanation: 'vì', evidenceMissing: true, answer: 'worth 5' });
    expect(line('gone')).toMatchObject({ points: null, pointsText: 'KAD', answer: 'Không áp dụng: không có' });
    expect(line('open')).toMatchObject({ pointsText: '-', state: 'Chưa trả lời', answer: '' });
    expect(line('open').points?.number).toBe(0);
    expect(line('aside')).toMatchObject({ points: null, max: null, pointsText: 'Không tính điểm' });
  });

  it('make a draft provisional', () => {
    expect(made.model.marks).toEqual(['BẢN NHÁP']);
    expect(made.model.result.provisional).toContain('1 câu chưa trả lời');
    expect(made.model.total).toMatchObject({ value: { exact: '5' }, max: { exact: '10' } });
  });

  it('decide which rows take part in a group', () => {
    const rows = made.model.detail.map((entry) => (entry.kind === 'item' ? null : entry.joined));
    expect(rows[0]).toEqual({ kind: 'sum', rows: [1, 2, 3] });
    expect(rows.at(-1)).toEqual({ kind: 'sum', rows: [0] });
  });
});

describe('texts that people typed', () => {
  const hostile = '=cmd|\u0000 <b>{{x}} $t(label.no)</b> Tie\u0302\u0301ng \ud800 \uffff';
  it('are cleaned and composed, never read as wording', () => {
    const made = make(
      source([group('g', [choice('a', [0, 5])])]),
      sheet([answered('a', '5', { explanation: hostile, note: hostile })], hostile),
      { kind: ENTERPRISE },
    );
    const clean = '=cmd| <b>{{x}} $t(label.no)</b> Tiếng \ufffd ';
    expect(made.model.organisation).toBe(clean);
    expect(made.model.detail[1]).toMatchObject({ explanation: clean, note: clean });
    expect(made.model.caption.startsWith(clean)).toBe(true);
    for (const text of texts(made.model)) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text.isWellFormed()).toBe(true);
    }
  });
});
