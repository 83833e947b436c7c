import { describe, expect, it } from 'vitest';
import { parseSheet, readSheetRef } from '../../../src/domain/assessment/sheet.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import { unexplained } from '../explained.ts';
import { choice, definition, group, ladder, load, multi, number, ratio, text, type Raw } from '../definition.ts';

const QUESTIONNAIRE = load(
  definition([
    group('g', [
      ladder('steps', { notApplicable: true }),
      choice('pick', [0, 3]),
      multi('many', [1, 2]),
      number('count'),
      ratio('part'),
      text('words', { maxLength: 10 }),
    ]),
  ]),
);

const EVIDENCE = { id: 'ke-hoach', type: 'Kế hoạch', number: '18/KH-UBND' };

const sheet = (answers: Raw, more: Raw = {}): Raw => ({
  format: 'thuoc-so/answers/1',
  questionnaire: { id: 'test-set', version: '1.0.0' },
  organisation: { name: 'UBND xã Mẫu', kind: 'commune' },
  period: { kind: 'year', year: 2025 },
  answers,
  evidence: [EVIDENCE],
  ...more,
});

const problems = (raw: unknown): readonly Problem[] => {
  const parsed = parseSheet(raw, QUESTIONNAIRE);
  return parsed.ok ? [] : parsed.problems;
};
const found = (raw: unknown): string[] => problems(raw).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('answer sheets', () => {
  it('read every short form', () => {
    const parsed = parseSheet(
      sheet({ steps: 3, pick: '3', many: ['o1', 'o0'], count: 12.5, part: { a: 1, b: '4' }, words: 'đã có' }),
      QUESTIONNAIRE,
    );
    expect(parsed.ok && parsed.value.records.map(({ itemId, answer }) => [itemId, answer])).toEqual([
      ['steps', { state: 'answered', value: { kind: 'option', option: '3' } }],
      ['pick', { state: 'answered', value: { kind: 'option', option: '3' } }],
      ['many', { state: 'answered', value: { kind: 'options', options: ['o1', 'o0'] } }],
      ['count', { state: 'answered', value: { kind: 'number', number: '12.5' } }],
      ['part', { state: 'answered', value: { kind: 'ratio', a: '1', b: '4' } }],
      ['words', { state: 'answered', value: { kind: 'text', text: 'đã có' } }],
    ]);
  });

  it('read the states without a value and everything that is kept beside an answer', () => {
    const parsed = parseSheet(
      sheet({
        steps: { na: 'Không có thủ tục'.normalize('NFD'), note: 'Hỏi lại\r\nngày 5', flagged: true },
        many: { none: true, explanation: 'Chưa làm' },
        pick: null,
        count: { value: 3, evidence: ['ke-hoach', 'ke-hoach'] },
        part: { note: 'chưa có số' },
      }),
      QUESTIONNAIRE,
    );
    expect(parsed.ok && parsed.value.records).toEqual([
      {
        itemId: 'steps',
        answer: { state: 'not-applicable', reason: 'Không có thủ tục' },
        note: 'Hỏi lại\nngày 5',
        explanation: '',
        flagged: true,
        evidence: [],
      },
      { itemId: 'many', answer: { state: 'none' }, note: '', explanation: 'Chưa làm', flagged: false, evidence: [] },
      { itemId: 'pick', answer: { state: 'unanswered' }, note: '', explanation: '', flagged: false, evidence: [] },
      {
        itemId: 'count',
        answer: { state: 'answered', value: { kind: 'number', number: '3' } },
        note: '',
        explanation: '',
        flagged: false,
        evidence: ['ke-hoach'],
      },
      {
        itemId: 'part',
        answer: { state: 'unanswered' },
        note: 'chưa có số',
        explanation: '',
        flagged: false,
        evidence: [],
      },
    ]);
  });

  it('fill what may be left out', () => {
    const parsed = parseSheet(sheet({}), QUESTIONNAIRE);
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        sample: false,
        period: { kind: 'year', year: 2025, number: 1 },
        organisation: { name: 'UBND xã Mẫu', kind: 'commune', code: '', province: '', address: '', contact: '' },
        evidence: [{ ...EVIDENCE, date: '', issuer: '', subject: '', page: '' }],
      },
    });
  });

  it.each<[string, Raw, string[]]>([
    ['an unknown item', { nobody: 1 }, ['answers.nobody unknown-item']],
    ['an unknown item with a hostile name', { constructor: 1 }, ['answers.constructor unknown-item']],
    ['an unknown option', { steps: 9 }, ['answers.steps.value unknown-option']],
    ['a repeated option', { many: ['o0', 'o0'] }, ['answers.many.value.1 duplicate-option']],
    ['a value of another kind', { steps: ['1'] }, ['answers.steps wrong-value-kind']],
    ['a list where one is asked', { pick: { a: 1, b: 2 } }, ['answers.pick wrong-value-kind']],
    ['none of these where that is no answer', { steps: { none: true } }, ['answers.steps.none wrong-value-kind']],
    ['what is no number', { count: 'nhiều' }, ['answers.count.value not-a-number']],
    ['a number that is not finite', { count: Infinity }, ['answers.count.value not-a-number']],
    ['a number out of range', { count: -3 }, ['answers.count.value out-of-range']],
    ['a negative part', { part: { a: -1, b: 3 } }, ['answers.part.value.a negative']],
    ['a part above the whole', { part: { a: 4, b: 3 } }, ['answers.part.value.a numerator-exceeds']],
    ['a text that is too long', { words: 'x'.repeat(11) }, ['answers.words.value too-long']],
    ['not applicable where it is refused', { pick: { na: 'vì thế' } }, ['answers.pick.na not-applicable-refused']],
    ['not applicable without a reason', { steps: { na: ' ' } }, ['answers.steps.na reason-missing']],
    ['not applicable with a number for a reason', { steps: { na: 5 } }, ['answers.steps.na reason-missing']],
    ['unknown evidence', { steps: { value: 1, evidence: ['mat'] } }, ['answers.steps.evidence unknown-evidence']],
    ['two states at once', { steps: { value: 1, na: 'x' } }, ['answers.steps wrong-value-kind']],
    ['two states at once in a multi', { many: { value: ['o0'], none: true } }, ['answers.many wrong-value-kind']],
    ['an unknown key', { steps: { value: 1, notes: 'x' } }, ['answers.steps.notes unknown-key']],
    ['a wrong flag', { steps: { value: 1, flagged: 'yes' } }, ['answers.steps.flagged shape']],
    ['objects that cannot be text', { part: { a: { toString: 1 }, b: 2 } }, ['answers.part wrong-value-kind']],
    [
      'several things at once',
      { steps: 9, nobody: 1, count: 'x' },
      ['answers.steps.value unknown-option', 'answers.nobody unknown-item', 'answers.count.value not-a-number'],
    ],
  ])('report %s with its path', (_name, answers, expected) => {
    expect(found(sheet(answers))).toEqual(expected);
    expect(unexplained(problems(sheet(answers)))).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['no sheet at all', null, [' shape']],
    ['another format', { ...sheet({}), format: 'x' }, ['format shape']],
    ['an unknown key', { ...sheet({}), extra: 1 }, ['extra unknown-key']],
    [
      'a period outside its year',
      sheet({}, { period: { kind: 'quarter', year: 2025, number: 5 } }),
      ['period.number shape'],
    ],
    ['an empty name', sheet({}, { organisation: { name: ' \u00A0', kind: 'commune' } }), ['organisation.name shape']],
    ['answers that are a list', sheet([] as unknown as Raw), ['answers shape']],
    ['a wrong date', sheet({}, { evidence: [{ ...EVIDENCE, date: '5/3/2025' }] }), ['evidence.0.date shape']],
    [
      'the same evidence id twice',
      sheet({}, { evidence: [EVIDENCE, { ...EVIDENCE, number: '2' }] }),
      ['evidence.1.id duplicate-id'],
    ],
  ])('refuse %s', (_name, raw, expected) => {
    expect(found(raw)).toEqual(expected);
  });

  it('take no harm from prototype names', () => {
    const raw: unknown = JSON.parse(
      JSON.stringify(sheet({})).replace('"answers":{}', '"answers":{"__proto__":{"value":3}}'),
    );
    expect(parseSheet(raw, QUESTIONNAIRE)).toMatchObject({ ok: true, value: { records: [] } });
    expect(({} as Raw)['value']).toBeUndefined();
  });

  it('say which questionnaire they are for before anything else is judged', () => {
    expect(readSheetRef({ ...sheet({ nobody: 1 }), organisation: 5 })).toEqual({
      ok: true,
      value: { id: 'test-set', version: '1.0.0' },
    });
    const wrong = readSheetRef({ format: 'thuoc-so/answers/1', questionnaire: { id: 5, version: '1' } });
    expect(wrong).toMatchObject({ ok: false, problems: [{ path: ['questionnaire', 'id'], code: 'shape' }] });
    for (const raw of [null, [], 'x', 5, {}]) expect(readSheetRef(raw).ok).toBe(false);
  });
});
