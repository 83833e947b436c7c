import { describe, expect, it } from 'vitest';
import { formalName } from '../../../src/domain/report/agency.ts';
import { createContext } from '../../../src/domain/report/context.ts';
import { changeColumn, changeFigure, changeText, figure, precisionOf } from '../../../src/domain/report/figures.ts';
import { ruleText } from '../../../src/domain/report/rules.ts';
import { partialDate } from '../../../src/domain/report/source.ts';
import { reportWords } from '../../../src/domain/report/words/index.ts';
import { exact } from '../../../src/domain/exact/exact.ts';
import { BANDS, both, choice, definition, group, ladder, load, multi, number, ratio, text } from '../definition.ts';
import { AGENCY, make } from './support.ts';

const vi = reportWords('vi');
const precision = { language: 'vi', items: 0, groups: 2, percent: 2 } as const;

describe('figures', () => {
  it('are rounded once, from the exact value', () => {
    expect(figure(exact('1/3'), 2, 'vi')).toEqual({
      exact: '1/3',
      number: 0.333333333,
      decimals: 2,
      text: '0,33',
      fixed: '0,33',
    });
    expect(figure(exact('12.5'), 2, 'en').text).toBe('12.5');
    expect(figure(exact('12.5'), 2, 'en').fixed).toBe('12.50');
  });

  it('show the rounded difference, never the difference of rounded figures', () => {
    // 79.074 and 66.236 print as 79,07 and 66,24, which differ by 12,83; the exact difference is 12.838.
    const change = { by: exact('12.838'), unit: 'percent' } as const;
    expect(changeColumn(change, precision)).toBe('+12,84');
    expect(changeText(vi, change, precision)).toBe('tăng 12,84 điểm phần trăm');
    expect(changeFigure(change, precision)?.number).toBe(12.838);
  });

  it('tell a fall, no change, and a change too small for the decimals', () => {
    const by = (value: string) => ({ by: exact(value), unit: 'points' }) as const;
    expect(changeColumn(by('-1.5'), precision)).toBe('−1,50');
    expect(changeColumn(by('0'), precision)).toBe('±0,00');
    expect(changeText(vi, by('-1.5'), precision)).toBe('giảm 1,5 điểm');
    expect(changeText(vi, by('0'), precision)).toBe('giữ nguyên');
    expect(changeText(vi, by('0.0004'), precision)).toBe('tăng 0,0004 điểm');
    expect(changeText(reportWords('en'), by('1'), { ...precision, language: 'en' })).toBe('up 1 point');
    expect(changeColumn(null, precision)).toBe('');
  });

  it('drop the decimals where all points are whole', () => {
    const whole = [{ value: exact(3), max: exact(5) }];
    const broken = [{ value: exact('2.5'), max: exact(5) }];
    expect(precisionOf(2, whole, broken, 'vi')).toEqual({ language: 'vi', items: 0, groups: 2, percent: 2 });
    expect(precisionOf(0, broken, whole, 'vi').percent).toBe(1);
  });
});

describe('names of agencies', () => {
  it('writes the title of a committee in full and on its own line', () => {
    expect(formalName('UBND xã An Hòa Đông')).toEqual({
      name: 'Ủy ban nhân dân xã An Hòa Đông',
      lines: ['ỦY BAN NHÂN DÂN', 'XÃ AN HÒA ĐÔNG'],
      place: 'xã An Hòa Đông',
    });
    expect(formalName('Uỷ ban nhân dân phường 2').lines).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG 2']);
  });

  it('leaves other names as they are', () => {
    expect(formalName('Sở Khoa học và Công nghệ')).toEqual({
      name: 'Sở Khoa học và Công nghệ',
      lines: ['SỞ KHOA HỌC VÀ CÔNG NGHỆ'],
      place: null,
    });
    expect(formalName('Xã Ubndia').place).toBeNull();
  });
});

describe('how points are given, in words', () => {
  const questionnaire = load(
    definition([
      group('g', [
        number('upper', BANDS, { unit: both('ngày') }),
        number('lower', {
          kind: 'bands',
          table: {
            closed: 'lower',
            from: 0,
            bands: [
              { to: 5, value: 0 },
              { to: 9, value: 1 },
              { to: 20, value: 2 },
            ],
          },
        }),
        number('zero', {
          kind: 'bands',
          table: {
            closed: 'upper',
            from: 0,
            bands: [
              { to: 0, value: 0 },
              { to: 50, value: 1 },
              { to: 100, value: 2 },
            ],
          },
        }),
        ratio('share', { help: both('Điểm bằng tỷ lệ nhân 5, lấy từ **sổ** theo dõi.') }),
        ratio('plain-share'),
        choice('pick', [0, 5]),
        ladder('rungs'),
        multi('many', [1, 2, -1]),
        text('words'),
        choice('extra', [0, 1], { scored: false, help: both('Chỉ để tham khảo.') }),
      ]),
    ]),
  );
  const made = make(
    { questionnaire, hash: 'a'.repeat(64) },
    {
      organisation: { name: 'UBND xã A', kind: 'commune', code: '', province: '', address: '', contact: '' },
      period: { kind: 'year', year: 2026, number: 1 },
      sample: false,
      records: [],
      evidence: [],
    },
    { kind: AGENCY },
  );
  const context = createContext(made.input);
  const rule = (id: string): string => {
    const item = made.input.prepared.items.get(id);
    return item ? ruleText(context, item) : '';
  };

  it('says which end a band includes', () => {
    expect(rule('upper')).toBe('Đến 10 ngày: 0 điểm; trên 10 ngày đến 20 ngày: 1 điểm; trên 20 ngày: 2 điểm.');
    expect(rule('lower')).toBe('Dưới 5: 0 điểm; từ 5 đến dưới 9: 1 điểm; từ 9 đến 20: 2 điểm.');
    expect(rule('zero')).toBe('Bằng 0: 0 điểm; trên 0 đến 50: 1 điểm; trên 50 đến 100: 2 điểm.');
  });

  it('puts the text of the questionnaire first and without its marks', () => {
    expect(rule('share')).toBe('Điểm bằng tỷ lệ nhân 5, lấy từ sổ theo dõi.');
    expect(rule('plain-share')).toBe(
      'Tỷ lệ part trên whole: tính theo đường thẳng từ 0 điểm tại 0% đến 5 điểm tại 100%.',
    );
    expect(rule('extra')).toBe('Chỉ để tham khảo. Không tính điểm.');
  });

  it('describes the other kinds', () => {
    expect(rule('pick')).toBe('Chọn một mục, từ 0 đến 5 điểm.');
    expect(rule('rungs')).toBe('Chọn mức cao nhất mô tả đúng hiện trạng, từ 1 đến 5.');
    expect(rule('many')).toBe('Cộng điểm các mục đã chọn, tối đa 3 điểm.');
    expect(rule('words')).toBe('Ghi bằng lời, không tính điểm.');
  });
});

describe('dates of documents', () => {
  it('may be a day, a month or a year', () => {
    expect([partialDate('2021-12-13'), partialDate('2019-10'), partialDate('2019')]).toEqual([
      '13/12/2021',
      '10/2019',
      '2019',
    ]);
  });
});
