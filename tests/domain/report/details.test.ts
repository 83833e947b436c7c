import { beforeAll, describe, expect, it } from 'vitest';
import { buildDrafts } from '../../../src/domain/report/build.ts';
import {
  AUTHORITIES,
  checkDetails,
  EMPTY_DETAILS,
  hasDetails,
  linesOf,
  LONGEST_DETAIL,
  rememberedDetails,
  type ReportDetails,
} from '../../../src/domain/report/details.ts';
import { detailsSchema, passageSchema } from '../../../src/domain/report/details-schema.ts';
import { agencyFrame, firmClosing, listed, type FrameInput } from '../../../src/domain/report/frame.ts';
import {
  BODY_PARTS,
  LONGEST_PASSAGE,
  passageBlocks,
  PASSAGES,
  passageText,
} from '../../../src/domain/report/passages.ts';
import { reportWords } from '../../../src/domain/report/words/index.ts';
import { missingFigures, unexplained } from '../explained.ts';
import { AGENCY, ENTERPRISE, make, shipped, type Shipped } from './support.ts';

const frame = (details: Partial<ReportDetails>, more: Partial<FrameInput> = {}): FrameInput => ({
  details: { ...EMPTY_DETAILS, ...details },
  organisation: { name: 'UBND xã Trường Đông' },
  provinceName: 'Tây Ninh',
  today: { year: 2026, month: 2, day: 5 },
  language: 'vi',
  words: reportWords('vi'),
  ...more,
});
const office = { organisation: { name: 'Sở Khoa học và Công nghệ' } };

describe('the frame of a document', () => {
  it('follows the organisation where nothing was filled in', () => {
    expect(agencyFrame(frame({}))).toEqual({
      superior: [],
      issuer: ['ỦY BAN NHÂN DÂN', 'XÃ TRƯỜNG ĐÔNG'],
      number: 'Số: …/BC-UBND',
      placeAndDate: 'Xã Trường Đông, ngày … tháng 02 năm 2026',
      addressees: [],
      bases: [],
      signing: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
      signer: '',
      copies: ['- Như trên;', '- Lưu: VT.'],
      attached: '(Kèm theo Báo cáo số …/BC-UBND ngày … tháng 02 năm 2026 của Ủy ban nhân dân xã Trường Đông)',
    });
  });

  it('prints what was filled in, in the forms of the decree', () => {
    const printed = agencyFrame(
      frame({
        superior: 'UBND tỉnh Tây Ninh\n',
        issuer: 'Văn phòng\nHĐND và UBND xã',
        number: '5',
        symbol: '  …/bc-vp',
        place: 'Trường Đông',
        dateChoice: 'day',
        date: '2026-03-04',
        addressees: 'Sở Khoa học và Công nghệ tỉnh Tây Ninh',
        bases: 'Căn cứ Nghị định số 30/2020/NĐ-CP.\n\n Căn cứ Kế hoạch số 12/KH-UBND ;',
        signerName: ' Nguyễn Văn Ân ',
        copies: '- Như trên;\n- TT. Đảng ủy\nLưu: VT, VP.',
      }),
    );
    expect(printed).toMatchObject({
      superior: ['UBND TỈNH TÂY NINH'],
      issuer: ['VĂN PHÒNG', 'HĐND VÀ UBND XÃ'],
      number: 'Số: 05/BC-VP',
      placeAndDate: 'Trường Đông, ngày 04 tháng 3 năm 2026',
      addressees: ['Sở Khoa học và Công nghệ tỉnh Tây Ninh'],
      bases: ['Căn cứ Nghị định số 30/2020/NĐ-CP;', 'Căn cứ Kế hoạch số 12/KH-UBND.'],
      signer: 'Nguyễn Văn Ân',
      copies: ['- Như trên;', '- TT. Đảng ủy;', '- Lưu: VT, VP.'],
    });
    expect(printed.attached).toContain('số 05/BC-VP ngày 04 tháng 3 năm 2026');
  });

  it('lists several addressees, each on its own line', () => {
    expect(agencyFrame(frame({ addressees: 'Sở KH&CN;\nUBND tỉnh' })).addressees).toEqual([
      '- Sở KH&CN;',
      '- UBND tỉnh.',
    ]);
    expect(listed(['một', 'hai.'], '- ')).toEqual(['- một;', '- hai.']);
    expect(listed([])).toEqual([]);
  });

  it('leaves as much of the date open as was asked for', () => {
    const date = (details: Partial<ReportDetails>, more: Partial<FrameInput> = {}) =>
      agencyFrame(frame(details, more)).placeAndDate;
    expect(date({ dateChoice: 'year' })).toBe('Xã Trường Đông, ngày … tháng … năm 2026');
    expect(date({ dateChoice: 'day' })).toBe('Xã Trường Đông, ngày … tháng 02 năm 2026');
    expect(date({ place: '' }, { ...office, provinceName: '' })).toBe('………, ngày … tháng 02 năm 2026');
    const english = { language: 'en' as const, words: reportWords('en') };
    expect(date({ dateChoice: 'day', date: '2026-03-04' }, english)).toBe('Xã Trường Đông, 4 March 2026');
    expect(date({}, english)).toBe('Xã Trường Đông, … February 2026');
  });

  it('says in whose place the document is signed', () => {
    const lines = (details: Partial<ReportDetails>, more: Partial<FrameInput> = {}) =>
      agencyFrame(frame(details, more)).signing;
    expect(lines({ authority: 'deputy' })).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(lines({ authority: 'acting' })).toEqual(['TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH']);
    expect(lines({ authority: 'order', signerTitle: 'Chánh Văn phòng' })).toEqual(['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']);
    expect(lines({ authority: 'delegated' })).toEqual(['TUQ. CHỦ TỊCH', '………………']);
    expect(lines({ headTitle: 'Giám đốc' }, office)).toEqual(['GIÁM ĐỐC']);
    expect(lines({ headTitle: 'Giám đốc', authority: 'deputy' }, office)).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']);
    for (const authority of AUTHORITIES)
      expect(lines({ authority }, { words: reportWords('en'), language: 'en' }).length).toBeGreaterThan(1);
  });

  it('of a firm is there only when something was filled in', () => {
    expect(firmClosing(frame({}))).toBeNull();
    expect(firmClosing(frame({ signerName: 'Trần Thị Bích', place: 'Tân An' }))).toEqual({
      addressees: [],
      placeAndDate: 'Tân An, ngày … tháng 02 năm 2026',
      position: 'ĐẠI DIỆN DOANH NGHIỆP',
      signer: 'Trần Thị Bích',
    });
    expect(firmClosing(frame({ addressees: 'Sở Công Thương', signerTitle: 'Giám đốc' }))).toMatchObject({
      addressees: ['Sở Công Thương'],
      placeAndDate: 'Tây Ninh, ngày … tháng 02 năm 2026',
      position: 'GIÁM ĐỐC',
    });
  });
});

describe('details', () => {
  it('are remembered without the number and day of one document', () => {
    const details: ReportDetails = {
      ...EMPTY_DETAILS,
      symbol: 'BC-UBND',
      number: '7',
      dateChoice: 'day',
      date: '2026-01-02',
    };
    expect(rememberedDetails(details)).toEqual({ ...EMPTY_DETAILS, symbol: 'BC-UBND' });
    expect(rememberedDetails({ ...EMPTY_DETAILS, dateChoice: 'year' }).dateChoice).toBe('year');
    expect(hasDetails(EMPTY_DETAILS)).toBe(false);
    expect(hasDetails({ ...EMPTY_DETAILS, authority: 'deputy' })).toBe(true);
  });

  it('have limits, and every fault names its field', () => {
    expect(checkDetails(EMPTY_DETAILS)).toEqual([]);
    const problems = checkDetails({
      ...EMPTY_DETAILS,
      signerName: 'ư'.repeat(LONGEST_DETAIL.signerName + 1),
      superior: 'a\nb\nc\nd',
      date: '2026-02-30',
    });
    expect(problems.map(({ path, code }) => [path[0], code])).toEqual([
      ['signerName', 'too-long'],
      ['superior', 'too-many'],
      ['date', 'shape'],
    ]);
    expect(unexplained(problems)).toEqual([]);
    for (const { code, params } of problems)
      expect(missingFigures(`problem.${code}`, { path: '', ...params })).toEqual([]);
  });

  it('arrive composed and complete', () => {
    const typed = { ...EMPTY_DETAILS, place: 'Trường Đông'.normalize('NFD'), copies: 'a\r\nb\u0000' };
    expect(detailsSchema.parse(typed)).toMatchObject({ place: 'Trường Đông', copies: 'a\nb' });
    const { place: _, ...less } = EMPTY_DETAILS;
    for (const wrong of [less, { ...EMPTY_DETAILS, more: '' }, { ...EMPTY_DETAILS, date: '4/3/2026' }])
      expect(detailsSchema.safeParse(wrong).success).toBe(false);
    expect(passageSchema.safeParse('x'.repeat(LONGEST_PASSAGE + 1)).success).toBe(false);
    expect(linesOf(' a \n\n\tb')).toEqual(['a', 'b']);
  });
});

describe('passages', () => {
  let source: Shipped;
  beforeAll(async () => {
    source = await shipped('gov-maturity-5');
  });
  const latest = () => source.sheets[0] as Shipped['sheets'][number];

  it('belong to three parts, each to one', () => {
    expect(BODY_PARTS).toHaveLength(3);
    expect(BODY_PARTS.flatMap(({ passages }) => [...passages])).toEqual([...PASSAGES]);
  });

  it('are printed as drafted, and what no figure can tell stays open', () => {
    const { input, model } = make(source, latest(), { kind: AGENCY });
    const drafts = buildDrafts(input);
    const texts = model.agency?.body.flatMap((block) => ('text' in block ? [block.text] : [])) ?? [];
    for (const id of PASSAGES)
      for (const line of drafts[id].split('\n').filter((entry) => entry !== '')) expect(texts).toContain(line);
    expect(drafts.results).not.toBe('');
    expect([drafts.causes, drafts.proposals]).toEqual(['', '']);
    expect(model.agency?.body.filter((block) => block.kind === 'open')).toHaveLength(2);
  });

  it('give way to own texts, blank ones too', () => {
    const passages = { causes: 'Thiếu người.\n- Một cán bộ kiêm nhiệm.', strengths: ' \n' };
    const { model } = make(source, latest(), { kind: AGENCY, passages });
    const body = model.agency?.body ?? [];
    const at = body.findIndex((block) => 'text' in block && block.text.endsWith('Nguyên nhân'));
    expect(body.slice(at + 1, at + 3)).toEqual([
      { kind: 'paragraph', text: 'Thiếu người.' },
      { kind: 'point', text: '- Một cán bộ kiêm nhiệm.' },
    ]);
    expect(body.filter((block) => block.kind === 'open')).toHaveLength(2);
  });

  it('are paragraphs and entries by their lines', () => {
    expect(passageBlocks('a) một\nđ) năm\n+ cộng\nđoạn văn')).toEqual([
      { kind: 'point', text: 'a) một' },
      { kind: 'point', text: 'đ) năm' },
      { kind: 'point', text: '+ cộng' },
      { kind: 'paragraph', text: 'đoạn văn' },
    ]);
    expect(passageBlocks(' ')).toEqual([{ kind: 'open', lines: 3 }]);
    expect(passageText(['a\n b', '', ' c '])).toBe('a b\nc');
  });

  it('of a firm are not printed', () => {
    const { model } = make(source, latest(), { kind: ENTERPRISE, details: { signerName: 'Lê Văn Tám' } });
    expect(model.agency).toBeNull();
    expect(model.firm?.signer).toBe('Lê Văn Tám');
    expect(model.facts.find(({ text }) => text === 'Lê Văn Tám')?.label).toBe('Người đại diện');
  });
});
