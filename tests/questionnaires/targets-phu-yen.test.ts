/**
 * The targets of decision 1728/QĐ-UBND of Phú Yên against a list made in a separate reading of the document: a figure
 * of the list that is not in the definition fails, and so does a figure of the definition that is not in the list.
 */
import { describe, expect, it } from 'vitest';
import { parseSheet } from '../../src/domain/assessment/sheet.ts';
import { indicatorStatus } from '../../src/domain/items/indicator-target.ts';
import { figure, itemOf, loadTargets, noteOf } from './target-figures.ts';

const set = await loadTargets('targets-phu-yen-1728');

/** Section, dash in it (0 = no dash), item, year, value (null = reached or not), word that the note carries. */
type Row = readonly [
  section: string,
  dash: number,
  id: string,
  year: number,
  value: string | null,
  says: string,
];

const LIST: readonly Row[] = [
  // Section IV.2.1, to 2025
  ['IV.2.1', 1, 'portal-integrated', 2025, '100', '100%'],
  ['IV.2.1', 1, 'portal-authenticated', 2025, '100', '100%'],
  ['IV.2.1', 2, 'e-identity-users', 2025, '40', '40%'],
  ['IV.2.1', 3, 'online-dossiers', 2025, '50', 'từ 50% trở lên'],
  ['IV.2.1', 3, 'online-procedures', 2025, '80', '80%'],
  ['IV.2.1', 3, 'satisfaction', 2025, '90', 'tối thiểu 90%'],
  ['IV.2.1', 4, 'systems-connected', 2025, '60', '60%'],
  ['IV.2.1', 4, 'no-resubmission', 2025, null, 'không phải cung cấp lại'],
  ['IV.2.1', 5, 'work-files-province', 2025, '90', '90% tại cấp tỉnh'],
  ['IV.2.1', 5, 'work-files-district', 2025, '80', '80% tại cấp huyện'],
  ['IV.2.1', 5, 'work-files-commune', 2025, '60', '60% tại cấp xã'],
  ['IV.2.1', 6, 'reports-shared', 2025, '80', '80%'],
  ['IV.2.1', 7, 'meeting-system', 2025, null, 'nhân rộng'],
  ['IV.2.1', 7, 'e-meetings-province', 2025, '80', 'phấn đấu 80%'],
  ['IV.2.1', 7, 'e-meetings-district', 2025, '60', 'phấn đấu 60%'],
  ['IV.2.1', 8, 'shared-data-store', 2025, null, 'kết nối'],
  ['IV.2.1', 9, 'egov-rank', 2025, '30', '30/63'],
  ['IV.2.1', 10, 'digital-economy-share', 2025, '10', 'trên 10%'],
  ['IV.2.1', 10, 'productivity-growth', 2025, '5', 'trên 5%'],
  ['IV.2.1', 11, 'it-index-rank', 2025, '30', '30'],
  ['IV.2.1', 11, 'competitiveness-rank', 2025, '30', '30'],
  ['IV.2.1', 11, 'innovation-rank', 2025, '30', '30'],
  ['IV.2.1', 11, 'cybersecurity-rank', 2025, '30', '30'],
  ['IV.2.1', 12, 'broadband-households', 2025, '80', 'trên 80%'],
  ['IV.2.1', 12, 'broadband-communes', 2025, '100', '100% xã'],
  ['IV.2.1', 13, 'mobile-4g-5g', 2025, null, 'phổ cập'],
  ['IV.2.1', 13, 'smartphones', 2025, null, 'phổ cập'],
  ['IV.2.1', 14, 'e-payment-accounts', 2025, '50', 'trên 50%'],
  // Section IV.2.2, to 2030
  ['IV.2.2', 1, 'multi-device-services', 2030, '100', '100%'],
  ['IV.2.2', 1, 'work-files-province', 2030, '100', '100% tại cấp tỉnh'],
  ['IV.2.2', 1, 'work-files-district', 2030, '90', '90% tại cấp huyện'],
  ['IV.2.2', 1, 'work-files-commune', 2030, '70', '70% tại cấp xã'],
  ['IV.2.2', 2, 'data-platform', 2030, null, 'đầy đủ'],
  ['IV.2.2', 2, 'procedures-cut', 2030, '30', 'giảm 30%'],
  ['IV.2.2', 3, 'data-services-growth', 2030, '30', 'tăng 30%'],
  ['IV.2.2', 4, 'egov-rank', 2030, '30', '30/63'],
  ['IV.2.2', 4, 'digital-economy-share', 2030, '20', 'trên 20%'],
  ['IV.2.2', 4, 'productivity-growth', 2030, '7.5', 'trên 7,5%'],
  ['IV.2.2', 5, 'it-index-rank', 2030, '30', '30/63'],
  ['IV.2.2', 5, 'competitiveness-rank', 2030, '30', '30/63'],
  ['IV.2.2', 5, 'innovation-rank', 2030, '30', '30/63'],
  ['IV.2.2', 5, 'cybersecurity-rank', 2030, '30', '30/63'],
  ['IV.2.2', 6, 'fibre-universal', 2030, null, 'phổ cập toàn tỉnh'],
  ['IV.2.2', 6, 'mobile-5g', 2030, null, 'phổ cập'],
  ['IV.2.2', 7, 'e-payment-accounts', 2030, '80', 'trên 80%'],
  // Section V.1, foundations: figures and dates
  ['V.1.3.a', 1, 'data-centres', 2025, '2', 'ít nhất 02'],
  ['V.1.3.a', 3, 'ipv6', 2022, '100', 'toàn bộ'],
  ['V.1.3.b', 0, 'iot-infrastructure', 2030, null, '2030'],
  ['V.1.3.c', 0, 'data-architecture', 2025, null, '2025'],
  ['V.1.5.b', 1, 'iot-platform', 2025, null, '2022-2025'],
  ['V.1.5.b', 2, 'iot-environment', 2025, null, '2022-2025'],
  ['V.1.5.b', 3, 'iot-traffic', 2025, null, '2022-2025'],
  ['V.1.5.b', 4, 'iot-trees-lighting', 2025, null, '2022-2025'],
  ['V.1.8', 2, 'dx-experts', 2025, '50', '50 chuyên gia'],
  // Section V.4, sectors
  ['V.4.1', 2, 'medical-records', 2030, null, 'năm 2030'],
  ['V.4.1', 3, 'health-records', 2030, '95', 'hơn 95%'],
  ['V.4.1', 3, 'telehealth-province', 2030, '100', '100% cơ sở cấp tỉnh'],
  ['V.4.1', 3, 'telehealth-district', 2030, '50', '50%'],
  ['V.4.2', 2, 'school-broadband', 2025, '100', '100%'],
  ['V.4.2', 2, 'pupils-online', 2025, '100', '100%'],
  ['V.4.2', 2, 'digital-library', 2025, null, '2025'],
  ['V.4.2', 2, 'online-learning', 2025, null, '2025'],
  ['V.4.2', 3, 'school-websites', 2025, '100', '100%'],
  ['V.4.2', 5, 'school-management', 2025, '100', '100%'],
  ['V.4.3', 1, 'transport-office', 2025, '100', '100%'],
  ['V.4.3', 2, 'transport-statistics', 2025, '100', '100%'],
  ['V.4.3', 3, 'transport-finance', 2025, '100', '100%'],
  ['V.4.3', 4, 'transport-planning', 2025, '100', '100%'],
  ['V.4.3', 5, 'transport-maintenance', 2025, '100', '100%'],
  ['V.4.3', 6, 'transport-waterways', 2025, '100', '100%'],
  ['V.4.3', 7, 'driving-licences', 2025, '100', '100%'],
  ['V.4.3', 8, 'public-transport', 2025, '100', '100%'],
  ['V.4.3', 9, 'smart-transport', 2030, null, '2030'],
  ['V.4.5', 3, 'tourism-management', 2025, '100', '100%'],
  ['V.4.6', 1, 'smart-agriculture', 2030, null, '2025-2030'],
  ['V.4.7', 2, 'logistics-map', 2030, null, '2020-2030'],
  ['V.4.7', 2, 'logistics-centre', 2030, null, '2020-2030'],
  ['V.4.7', 2, 'logistics-platform', 2030, null, '2020-2030'],
  // Section VII.2
  ['VII.2', 1, 'initiative-list', 2020, null, 'quý IV/2020'],
];

/** Targets that the document ties to no year. */
const YEARLESS = ['data-centres', 'dx-experts', 'tourism-management'].concat(
  LIST.filter(([section, , , year]) => section === 'V.4.3' && year === 2025).map(([, , id]) => id),
);

describe('the targets of Phú Yên', () => {
  it('are those of the document, no more and no fewer', () => {
    expect(set.figures).toEqual(LIST.map(([, , id, year, value]) => figure(id, year, value)).sort());
  });

  it.each(LIST)('%s dash %i: %s of %i says where it comes from and how it is worded', (section, dash, id, year, _value, says) => {
    const place = dash === 0 ? `mục ${section}` : `mục ${section}, gạch đầu dòng ${dash}`;
    expect(itemOf(set, id).place.vi.toLowerCase()).toMatch(new RegExp(`${place.toLowerCase().replaceAll('.', '\\.')}(?!\\d|\\.)`));
    expect(noteOf(set, id, year)).toContain(says);
  });

  it('admit where the document names no year', () => {
    for (const id of set.byId.keys())
      expect([id, noteOf(set, id, 2025).includes('văn bản không ghi năm')]).toEqual([id, YEARLESS.includes(id)]);
  });

  it('name a lead agency only where the document does', () => {
    const led = [...set.byId.values()].filter(({ lead }) => lead !== undefined).map(({ id, lead }) => [id, lead?.vi]);
    expect(led).toEqual([
      ['initiative-list', 'Sở Thông tin và Truyền thông'],
      ['transport-office', 'Sở Giao thông vận tải'],
      ['transport-statistics', 'Sở Giao thông vận tải'],
      ['transport-finance', 'Sở Giao thông vận tải'],
    ]);
  });

  it('take ranks as lower is better and everything else as higher', () => {
    const lower = [...set.byId.values()].filter(({ direction }) => direction === 'lower').map(({ id }) => id);
    expect(lower).toEqual(['egov-rank', 'it-index-rank', 'competitiveness-rank', 'innovation-rank', 'cybersecurity-rank']);
  });

  it('leave the provincial ones out of the scope of a commune', () => {
    const provincial = ['egov-rank', 'digital-economy-share', 'work-files-province', 'work-files-district', 'transport-office'];
    const own = ['work-files-commune', 'online-dossiers', 'satisfaction', 'broadband-households', 'e-payment-accounts'];
    for (const id of provincial) expect([id, itemOf(set, id).kinds]).toEqual([id, ['province-office', 'department']]);
    for (const id of own) expect([id, itemOf(set, id).kinds]).toEqual([id, undefined]);
  });

  it('are overdue once their last year is past', () => {
    const at = (year: number) =>
      indicatorStatus(itemOf(set, 'work-files-commune'), { kind: 'ratio', a: '63', b: '100' }, { kind: 'commune', year });
    expect([at(2025)?.target.year, at(2025)?.status, at(2025)?.overdue]).toEqual([2025, 'reached', false]);
    expect([at(2026)?.target.year, at(2026)?.status, at(2026)?.overdue]).toEqual([2030, 'on-the-way', false]);
    expect([at(2031)?.target.year, at(2031)?.status, at(2031)?.overdue]).toEqual([2030, 'on-the-way', true]);
    const identity = indicatorStatus(
      itemOf(set, 'e-identity-users'),
      { kind: 'ratio', a: '10', b: '100' },
      { kind: 'commune', year: 2026 },
    );
    expect([identity?.status, identity?.overdue]).toEqual(['not-reached', true]);
  });
});

describe('the samples of Phú Yên', () => {
  const sheets = set.samples.map((raw) => parseSheet(raw, set.questionnaire));

  it('of 2020 holds the figures of section I and nothing else, citing the decision', () => {
    const sheet = sheets.find((parsed) => parsed.ok && parsed.value.period.year === 2020);
    if (!sheet?.ok) throw new Error('no sheet of 2020');
    const procedures = sheet.value.records.find(({ itemId }) => itemId === 'online-procedures');
    // 945 services at level 3 and 93 at level 4, of 2,002 procedures
    expect(procedures?.answer).toEqual({ state: 'answered', value: { kind: 'ratio', a: String(945 + 93), b: '2002' } });
    const given = sheet.value.records.filter(({ answer }) => answer.state === 'answered');
    expect(given.map(({ itemId }) => itemId)).toEqual(['online-procedures', 'smartphones']);
    for (const { evidence } of given) expect(evidence).toHaveLength(1);
  });

  it('of 2023 says at each answer that its figure is made up', () => {
    const sheet = sheets.find((parsed) => parsed.ok && parsed.value.period.year === 2023);
    if (!sheet?.ok) throw new Error('no sheet of 2023');
    expect(sheet.value.organisation.name).toContain('minh họa');
    for (const { itemId, answer, explanation } of sheet.value.records)
      if (answer.state === 'answered') expect([itemId, explanation]).toEqual([itemId, expect.stringContaining('minh họa')]);
  });
});
