import { describe, expect, it } from 'vitest';
import { ITEM_TYPES } from '../../src/domain/items/registry.ts';
import { VIETNAMESE, loadSpeech } from '../../src/renderer/i18n/index.ts';
import { CONTROLS, controlOf, typesWithoutControl } from '../../src/renderer/screens/answer/controls/registry.ts';
import { scoreRuleLines } from '../../src/renderer/screens/answer/controls/score-rule.ts';
import { rangeText, valueProblem } from '../../src/renderer/screens/answer/controls/numbers.ts';
import { dateRangeText, readDate } from '../../src/renderer/screens/answer/controls/DateField.tsx';
import { loadItem, number, definition, group, ladder, load, BANDS, ratio } from '../domain/definition.ts';
import { date, indicator, parseItem } from '../domain/items/samples.ts';

const english = await loadSpeech('en');

describe('the registry of controls', () => {
  it('holds every question type, and nothing else', () => {
    expect(Object.keys(CONTROLS).sort()).toEqual([...ITEM_TYPES].sort());
  });

  it.each(ITEM_TYPES)('knows a component, a prompt and a keyboard path for %s', (type) => {
    const { Component, prompt, keys, keysWithoutDigits } = CONTROLS[type];
    expect(Component).toBeTypeOf('function');
    for (const { t } of [VIETNAMESE, english])
      for (const key of [prompt, keys, keysWithoutDigits]) {
        const sentence = t(key);
        expect(sentence).not.toBe('');
        expect(sentence).not.toBe(key);
      }
  });

  it('says which types of a questionnaire cannot be answered', () => {
    const questionnaire = load(definition([group('g', [ladder('a')])]));
    expect(typesWithoutControl(questionnaire)).toEqual([]);
    const [first] = questionnaire.groups;
    const item = { ...first?.children[0], type: 'hologram' };
    const stranger = { groups: [{ ...first, children: [item, item] }] } as unknown as typeof questionnaire;
    expect(typesWithoutControl(stranger)).toEqual(['hologram']);
    expect(controlOf({ type: 'constructor' } as never)).toBeNull();
  });
});

describe('the rule of a figure in words', () => {
  const lines = (score: Parameters<typeof number>[1], suffix = '') =>
    scoreRuleLines(VIETNAMESE.t, loadItem('number', number('n', score)).score, 'vi', suffix);

  it('names each band with the end that belongs to it', () => {
    expect(lines(BANDS, '%')).toEqual(['Đến 10%: 0 điểm', 'Trên 10% đến 20%: 1 điểm', 'Trên 20%: 2 điểm']);
    const table = { ...(BANDS.table as object), closed: 'lower' };
    expect(lines({ kind: 'bands', table })).toEqual([
      'Dưới 10: 0 điểm',
      'Từ 10 đến dưới 20: 1 điểm',
      'Từ 20 trở lên: 2 điểm',
    ]);
    expect(lines({ kind: 'bands', table: { closed: 'lower', from: 0, bands: [{ to: null, value: 2 }] } })).toEqual([]);
  });

  it('tells a straight line and a count', () => {
    expect(lines({ kind: 'linear', zeroAt: 10, fullAt: 2, points: '2.5' })).toEqual([
      '10 được 0 điểm, 2 được 2,5 điểm; ở giữa tính theo đường thẳng.',
    ]);
    expect(lines({ kind: 'per-unit', points: '0.5', most: 4 })).toEqual(['Mỗi đơn vị 0,5 điểm, giới hạn 4 điểm.']);
  });
});

describe('bounds', () => {
  it('of a figure come from the item, or from where its points begin', () => {
    const range = (more: object) => rangeText(VIETNAMESE.t, loadItem('number', number('n', BANDS, { ...more })), 'vi');
    expect(range({ max: 1500 })).toBe('Từ 0 đến 1.500.');
    expect(range({})).toBe('Từ 0 trở lên.');
    const line = { kind: 'linear', zeroAt: 0, fullAt: 5, points: 5 };
    const free = (more: object) => rangeText(VIETNAMESE.t, loadItem('number', number('n', line, { ...more })), 'vi');
    expect(free({ max: 9 })).toBe('Không quá 9.');
    expect(free({})).toBeUndefined();
    expect(rangeText(VIETNAMESE.t, loadItem('ratio', ratio('r')), 'vi')).toBe('Từ 0 trở lên.');
  });

  it('of a percentage are told when it is passed', () => {
    const percent = parseItem('indicator', indicator('i', [{ year: 2025, value: 80 }], { measure: 'percent' }));
    const problem = (figure: string) => valueProblem(VIETNAMESE.t, percent, { kind: 'number', number: figure }, 'vi');
    expect(problem('80')).toBeNull();
    expect(problem('101')).toContain('lớn hơn 100');
    expect(problem('-1')).toContain('nhỏ hơn 0');
  });

  it('of a date are written day first', () => {
    const words = (more: object) => dateRangeText(VIETNAMESE.t, parseItem('date', date('d', { ...more })));
    expect(words({})).toBe('Ngày/tháng/năm, ví dụ 08/12/2025.');
    expect(words({ earliest: '2020' })).toContain('Từ 2020 trở đi.');
    expect(words({ latest: '2025-06' })).toContain('Không sau 06/2025.');
    expect(words({ earliest: '2024-02-01', latest: '2025' })).toContain('Từ 01/02/2024 đến 2025.');
  });
});

describe('a typed date', () => {
  const item = parseItem('date', date('d', { earliest: '2020' }));
  const read = (typed: string) => readDate(VIETNAMESE.t, item, typed);

  it('is read day first, with one or two digits', () => {
    for (const typed of ['8/2/2025', '08/02/2025', ' 08-02-2025 ', '2025-02-08'])
      expect(read(typed)).toEqual({ value: { kind: 'date', date: '2025-02-08' } });
    expect(read('  ')).toBeNull();
  });

  it('that does not exist or is out of bounds is told', () => {
    for (const typed of ['31/02/2025', '12/31/2025', '8/2', 'hôm qua']) expect(read(typed)).toHaveProperty('problem');
    expect(read('31/12/2019')).toEqual({ problem: expect.stringContaining('Từ 2020 trở đi.') as string });
  });
});
