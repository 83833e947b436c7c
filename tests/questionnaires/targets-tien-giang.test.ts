/**
 * The targets of plan 370/KH-UBND of Tiền Giang, and the task lists of its annexes, against lists made in a separate
 * reading of the document: what is in one and not in the other fails.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseSheet } from '../../src/domain/assessment/sheet.ts';
import { indicatorStatus } from '../../src/domain/items/indicator-target.ts';
import { planTemplateSchema } from '../../src/domain/plan/template-schema.ts';
import { figure, itemOf, loadTargets, noteOf, ROOT } from './target-figures.ts';

const set = await loadTargets('targets-tien-giang-370');

/** Section and dash (0 = no dash), or "phụ lục" and row; item, year, value (null = reached or not), word of the note. */
type Row = readonly [place: string, at: number, id: string, year: number, value: string | null, says: string];

const MAIN: readonly Row[] = [
  // Section II.2.1, to 2025
  ['II.2.1.a', 1, 'multi-device-services', 2025, '90', '90%'],
  ['II.2.1.a', 2, 'satisfaction-procedures', 2025, '90', 'tối thiểu 90%'],
  ['II.2.1.a', 2, 'satisfaction-land', 2025, '85', 'tối thiểu 85%'],
  ['II.2.1.a', 3, 'internal-electronic', 2025, '80', 'tối thiểu 80%'],
  ['II.2.1.a', 4, 'online-payment-procedures', 2025, '80', 'tối thiểu 80%'],
  ['II.2.1.a', 4, 'online-payment-share', 2025, '30', 'từ 30% trở lên'],
  ['II.2.1.a', 5, 'online-procedures', 2025, '80', 'tối thiểu 80%'],
  ['II.2.1.a', 5, 'portal-integrated', 2025, '80', 'ít nhất 80%'],
  ['II.2.1.a', 5, 'online-dossiers', 2025, '50', 'tối thiểu 50%'],
  ['II.2.1.a', 6, 'no-resubmission', 2025, '80', '80%'],
  ['II.2.1.a', 7, 'reports-shared', 2025, '80', '80%'],
  ['II.2.1.a', 7, 'reporting-linked', 2025, null, 'kết nối'],
  ['II.2.1.a', 8, 'shared-databases', 2025, null, 'toàn tỉnh'],
  ['II.2.1.a', 8, 'open-data', 2025, null, 'từng bước'],
  ['II.2.1.a', 9, 'my-tho-criteria', 2025, null, 'hoàn thiện'],
  ['II.2.1.b', 1, 'digital-economy-share', 2025, '15', '15% GRDP'],
  ['II.2.1.b', 2, 'sector-digital-share', 2025, '10', 'tối thiểu 10%'],
  ['II.2.1.b', 3, 'productivity-growth', 2025, '7', 'trên 7%'],
  ['II.2.1.c', 1, 'fibre-households', 2025, '80', 'trên 80%'],
  ['II.2.1.c', 1, 'fibre-communes', 2025, '100', '100% xã, phường, thị trấn'],
  ['II.2.1.c', 2, 'mobile-4g-5g', 2025, null, 'phổ cập'],
  ['II.2.1.c', 2, 'smartphones', 2025, null, 'phổ cập'],
  ['II.2.1.c', 3, 'e-payment-accounts', 2025, '50', 'trên 50%'],
  // Section II.2.2, to 2030
  ['II.2.2.a', 1, 'multi-device-services', 2030, '100', '100%'],
  ['II.2.2.a', 2, 'work-files-province', 2030, '100', '100% tại cấp tỉnh'],
  ['II.2.2.a', 2, 'work-files-district', 2030, '90', '90% tại cấp huyện'],
  ['II.2.2.a', 2, 'work-files-commune', 2030, '70', '70% tại cấp xã'],
  ['II.2.2.a', 3, 'data-platform', 2030, null, 'hình thành'],
  ['II.2.2.a', 3, 'procedures-cut', 2030, '30', 'giảm 30%'],
  ['II.2.2.a', 3, 'open-data-business', 2030, null, 'mở dữ liệu'],
  ['II.2.2.a', 3, 'data-services-growth', 2030, '30', 'tăng 30%'],
  ['II.2.2.a', 4, 'digital-inspections', 2030, '70', '70%'],
  ['II.2.2.a', 5, 'satisfaction-digital', 2030, '90', '90%'],
  ['II.2.2.a', 6, 'my-tho-smart-city', 2030, null, 'hoàn thành'],
  ['II.2.2.a', 6, 'digital-government-built', 2030, null, 'cơ bản hoàn thành'],
  ['II.2.2.b', 1, 'digital-economy-share', 2030, '25', '25% GRDP'],
  ['II.2.2.b', 2, 'sector-digital-share', 2030, '15', '15%'],
  ['II.2.2.b', 3, 'productivity-growth', 2030, '8', '8%'],
  ['II.2.2.c', 1, 'fibre-universal', 2030, null, 'phổ cập'],
  ['II.2.2.c', 2, 'mobile-5g', 2030, null, 'toàn tỉnh'],
  ['II.2.2.c', 3, 'e-payment-accounts', 2030, '80', 'trên 80%'],
  // Sections III and V, annex 3: figures and dates
  ['III.1.a', 5, 'pilot-communes', 2025, null, '01 xã'],
  ['III.1.c', 5, 'ipv6', 2025, null, '2024-2025'],
  ['III.2.b', 0, 'eligible-services-online', 2025, '100', '100%'],
  ['III.5.a', 4, 'distance-teaching', 2025, '100', '100%'],
  ['III.5.a', 4, 'online-content', 2025, '20', 'tối thiểu 20%'],
  ['III.5.a', 5, 'materials-digitised', 2025, '100', 'phấn đấu 100%'],
  ['III.5.a', 5, 'pupils-online', 2025, '100', 'phấn đấu 100%'],
  ['III.5.b', 1, 'telehealth-units', 2025, '100', '100%'],
  ['III.5.b', 2, 'health-records', 2022, '80', 'tối thiểu 80%'],
  ['III.5.b', 2, 'health-records', 2025, '95', '95%'],
  ['III.5.b', 3, 'hospital-records', 2025, null, '2025'],
  ['III.5.b', 3, 'medical-records', 2030, null, '2030'],
  ['V.4.b', 0, 'level-4-services', 2025, '80', 'ít nhất 80%'],
  ['V.4.b', 0, 'level-4-services', 2030, '100', '100%'],
  ['phụ lục 3', 5, 'province-app-users', 2025, '100', '100%'],
  ['phụ lục 3', 41, 'certified-engineers', 2025, '100', 'toàn bộ'],
];

const ALL = 'Các sở, ban, ngành; UBND các cấp';
const TT = 'Sở Thông tin và Truyền thông';
const KH = 'Sở Kế hoạch và Đầu tư';
const VP = 'Văn phòng UBND tỉnh';

/** Annex 1, row by row: row, items, year, value, lead agency, a cooperating one. */
const ANNEX: readonly (readonly [row: number, id: string, year: number, value: string | null, lead: string, with_: string])[] = [
  [1, 'single-sign-on-services', 2025, '100', TT, VP],
  [1, 'annex-multi-device-services', 2025, '80', TT, VP],
  [2, 'services-in-use', 2025, '70', ALL, VP],
  [3, 'fully-online-dossiers', 2025, '60', ALL, VP],
  [4, 'work-files-province', 2025, '90', ALL, TT],
  [4, 'work-files-district', 2025, '80', ALL, TT],
  [4, 'work-files-commune', 2025, '60', ALL, TT],
  [5, 'annex-reports-shared', 2025, '100', ALL, VP],
  [5, 'reporting-linked', 2025, null, ALL, TT],
  [6, 'shared-databases', 2025, null, ALL, TT],
  [6, 'open-data', 2025, null, ALL, TT],
  [7, 'digital-inspections', 2025, '50', VP, TT],
  [8, 'broadband-communes', 2025, '100', TT, 'Doanh nghiệp'],
  [9, 'my-tho-criteria', 2025, null, 'UBND thành phố Mỹ Tho', 'Sở Xây dựng'],
  [10, 'satisfaction-digital', 2025, '80', TT, 'Các sở, ban, ngành'],
  [11, 'digital-skills', 2025, '100', TT, 'Sở Nội vụ'],
  [11, 'data-skills', 2025, '30', TT, 'Sở Nội vụ'],
  [12, 'annex-digital-economy-share', 2025, '20', KH, 'Các sở, ban, ngành'],
  [13, 'annex-sector-digital-share', 2025, '10', KH, 'Các sở, ban, ngành'],
  [14, 'productivity-growth', 2025, '7', KH, 'Các sở, ban, ngành'],
  [15, 'fibre-households', 2025, '80', TT, 'Doanh nghiệp'],
  [15, 'fibre-communes', 2025, '100', TT, 'Doanh nghiệp'],
  [16, 'mobile-4g-5g', 2025, null, TT, 'Các sở, ban, ngành; Doanh nghiệp'],
  [16, 'smartphones', 2025, null, TT, 'Các sở, ban, ngành; Doanh nghiệp'],
  [17, 'e-payment-accounts', 2025, '50', TT, 'Các sở, ban, ngành; Doanh nghiệp'],
  [18, 'services-in-use', 2030, '80', ALL, TT],
  [19, 'fully-online-dossiers', 2030, '80', ALL, TT],
  [20, 'multi-device-services', 2030, '100', TT, VP],
  [21, 'work-files-province', 2030, '100', ALL, VP],
  [21, 'work-files-district', 2030, '90', ALL, VP],
  [21, 'work-files-commune', 2030, '70', ALL, VP],
  [22, 'data-platform', 2030, null, TT, 'Các sở, ban, ngành'],
  [22, 'procedures-cut', 2030, '30', TT, 'Các sở, ban, ngành'],
  [22, 'open-data-business', 2030, null, TT, 'Các sở, ban, ngành'],
  [22, 'data-services-growth', 2030, '30', TT, 'Các sở, ban, ngành'],
  [23, 'digital-inspections', 2030, '70', VP, TT],
  [24, 'satisfaction-digital', 2030, '90', TT, 'Các sở, ban, ngành'],
  [25, 'annex-digital-economy-share', 2030, '30', KH, 'Các sở, ban, ngành'],
  [26, 'annex-sector-digital-share', 2030, '20', KH, 'Các sở, ban, ngành'],
  [27, 'productivity-growth', 2030, '8', KH, 'Các sở, ban, ngành'],
  [28, 'fibre-universal', 2030, null, TT, 'Các sở, ban, ngành; Doanh nghiệp'],
  [29, 'mobile-5g', 2030, null, TT, 'Các sở, ban, ngành; Doanh nghiệp'],
  [30, 'e-payment-accounts', 2030, '80', TT, 'Các sở, ban, ngành; Doanh nghiệp'],
  [31, 'my-tho-smart-city', 2030, null, 'UBND thành phố Mỹ Tho', TT],
];

const placeOf = (place: string, at: number): string =>
  place.startsWith('phụ lục') ? `${place}, số ${at}` : at === 0 ? `mục ${place}` : `mục ${place}, gạch đầu dòng ${at}`;

const expectPlace = (id: string, place: string): void =>
  expect(itemOf(set, id).place.vi.toLowerCase()).toMatch(new RegExp(`${place.toLowerCase().replaceAll('.', '\\.')}(?!\\d|\\.)`));

describe('the targets of Tiền Giang', () => {
  it('are those of the document, no more and no fewer', () => {
    const read = new Set([
      ...MAIN.map(([, , id, year, value]) => figure(id, year, value)),
      ...ANNEX.map(([, id, year, value]) => figure(id, year, value)),
    ]);
    expect(set.figures).toEqual([...read].sort());
  });

  it.each(MAIN)('%s, %i: %s of %i says where it comes from and how it is worded', (place, at, id, year, _value, says) => {
    expectPlace(id, placeOf(place, at));
    expect(noteOf(set, id, year)).toContain(says);
  });

  it.each(ANNEX)('annex 1 row %i: %s of %i has its place and agencies', (row, id, _year, _value, lead, withAgency) => {
    expectPlace(id, `phụ lục 1, số ${row}`);
    expect(itemOf(set, id).lead?.vi).toBe(lead);
    expect(itemOf(set, id).cooperating?.vi).toContain(withAgency);
  });

  it('cover all 31 rows of annex 1', () => {
    expect([...new Set(ANNEX.map(([row]) => row))]).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  });

  it('keep both figures where the main part and annex 1 differ, and say so at each of them', () => {
    const pairs = [
      ['multi-device-services', '90', 'annex-multi-device-services', '80'],
      ['reports-shared', '80', 'annex-reports-shared', '100'],
      ['digital-economy-share', '15', 'annex-digital-economy-share', '20'],
      ['sector-digital-share', '10', 'annex-sector-digital-share', '10'],
    ] as const;
    for (const [main, mainValue, annex, annexValue] of pairs) {
      expect([itemOf(set, main).targets[0]?.value, itemOf(set, annex).targets[0]?.value]).toEqual([mainValue, annexValue]);
      for (const id of [main, annex]) expect(itemOf(set, id).help?.vi).toContain('Văn bản ghi hai số');
    }
  });

  it('admit where the document names no year', () => {
    const yearless = ['pilot-communes', 'eligible-services-online', 'distance-teaching', 'online-content', 'telehealth-units'];
    for (const id of set.byId.keys())
      expect([id, noteOf(set, id, 2025).includes('văn bản không ghi năm')]).toEqual([id, yearless.includes(id)]);
  });

  it('hold health records against 2022, 2025 and, later, against the last figure, overdue', () => {
    const at = (year: number) =>
      indicatorStatus(itemOf(set, 'health-records'), { kind: 'number', number: '85' }, { kind: 'commune', year });
    expect([at(2022)?.target.year, at(2022)?.status, at(2022)?.overdue]).toEqual([2022, 'reached', false]);
    expect([at(2023)?.target.year, at(2023)?.status, at(2023)?.overdue]).toEqual([2025, 'on-the-way', false]);
    expect([at(2031)?.target.year, at(2031)?.status, at(2031)?.overdue]).toEqual([2025, 'on-the-way', true]);
  });
});

describe('the samples of Tiền Giang', () => {
  it('say at each answer that its figure is made up', () => {
    expect(set.samples).toHaveLength(2);
    for (const raw of set.samples) {
      const sheet = parseSheet(raw, set.questionnaire);
      if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
      expect(sheet.value.organisation.name).toContain('minh họa');
      for (const { itemId, answer, explanation } of sheet.value.records)
        if (answer.state === 'answered') expect([itemId, explanation]).toEqual([itemId, expect.stringContaining('minh họa')]);
    }
  });

  it('answer for a commune only what is in its scope', () => {
    const sheet = set.samples.map((raw) => parseSheet(raw, set.questionnaire)).find((parsed) => parsed.ok && parsed.value.organisation.kind === 'commune');
    if (!sheet?.ok) throw new Error('no sheet of a commune');
    for (const { itemId, answer } of sheet.value.records)
      if (answer.state !== 'unanswered') expect([itemId, itemOf(set, itemId).kinds]).toEqual([itemId, undefined]);
  });
});

async function template(name: string) {
  const text = await readFile(resolve(ROOT, 'reference/plan-templates', `${name}.yaml`), 'utf8');
  return planTemplateSchema.parse(parse(text));
}

describe('the task lists of annexes 02 to 04', async () => {
  const tasks = await template('tasks-tien-giang-370');
  if (tasks.kind !== 'tasks') throw new Error('no task list');
  const rows = tasks.groups.flatMap((group) => group.tasks);
  const row = (code: string) => rows.find((task) => task.code === code);

  it('have every row, under the headings of the annex', () => {
    const codes = [...Array(19).keys()].map((n) => `2.${n + 1}`).concat([...Array(68).keys()].map((n) => `3.${n + 1}`), [...Array(30).keys()].map((n) => `4.${n + 1}`));
    expect(rows.map(({ code }) => code)).toEqual(codes);
    expect(tasks.groups.map((group) => group.tasks.length)).toEqual([19, 5, 12, 19, 4, 12, 5, 3, 8, 30]);
  });

  it('have a lead agency everywhere, a product in annex 02 and a time in the others', () => {
    for (const { code, lead, product, time, cooperating } of rows) {
      const annex2 = code?.startsWith('2.') === true;
      expect([code, lead !== undefined, product !== undefined, cooperating !== undefined, time !== undefined]).toEqual([code, true, annex2, annex2, !annex2]);
    }
  });

  it.each([
    ['2.7', 'Sở Thông tin và Truyền thông', null, null],
    ['2.14', 'UBND thành phố Mỹ Tho', null, null],
    ['3.6', 'Sở Tài nguyên và Môi trường', '2021-2022', '2022-12-31'],
    ['3.10', 'Sở Thông tin và Truyền thông', '2023-2024', '2024-12-31'],
    ['3.42', 'Đại học Tiền Giang', 'Hàng năm', null],
    ['3.46', 'Sở Thông tin và Truyền thông', 'Đã đưa vào sử dụng năm 2021', '2021-12-31'],
    ['3.54', 'Sở Công Thương', 'Năm 2022', '2022-12-31'],
    ['3.57', 'Các doanh nghiệp nhà nước', 'Các doanh nghiệp xây dựng kế hoạch trong quý II/2022', '2022-06-30'],
    ['3.68', 'Sở Văn hóa, Thể thao và Du lịch', '2021-2025', '2025-12-31'],
    ['4.3', 'Sở Thông tin và Truyền thông', '2026-2027', '2027-12-31'],
    ['4.5', 'Văn phòng UBND tỉnh', '2026-2030', '2030-12-31'],
    ['4.30', 'Sở Y tế', '2026-2030', '2030-12-31'],
  ])('row %s: %s, %s', (code, lead, time, due) => {
    expect([row(code)?.lead?.vi, row(code)?.time?.vi ?? null, row(code)?.due ?? null]).toEqual([lead, time, due]);
  });

  it('carry the remark of the annex', () => {
    const remarked = (annex: string) => rows.filter(({ code, remark }) => code?.startsWith(annex) && remark?.vi === 'Thuộc Đề án Chính quyền số').length;
    // Annex 03: rows 2 to 5, 44 to 47, 53 to 57, 59 and 60 have none; 61 to 68 another one
    expect(remarked('3.')).toBe(68 - 4 - 4 - 5 - 2 - 8);
    expect(remarked('4.')).toBe(30);
  });
});

describe('the criteria of Phú Yên for priority initiatives', () => {
  it('are the four of the document, of equal weight', async () => {
    const criteria = await template('priority-phu-yen-1728');
    if (criteria.kind !== 'selection') throw new Error('no selection');
    expect(criteria.criteria.map(({ id, weight }) => [id, weight])).toEqual([['strategy-fit', 1], ['benefit', 1], ['early-results', 1], ['spread', 1]]);
  });
});
