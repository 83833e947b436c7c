import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportModel } from '../../../src/domain/report/model.ts';
import { AGENCY, ENTERPRISE, make, sample, shipped } from '../../domain/report/support.ts';
import { centre, flat, look, phrase, type Looked, type Page } from './paper.ts';
import { everyRule, onFile, render, run } from './tools.ts';

/** Texts of the model that must be found on paper, whatever the layout. */
function promised(model: ReportModel): string[] {
  const agency = model.agency
    ? [
        ...model.agency.body.flatMap((block) => ('text' in block ? [block.text] : [])),
        ...model.detail.flatMap((line) => (line.kind === 'item' ? [line.rule] : [])),
        ...model.evidence.flatMap((line) => [line.subject, line.issuer, line.number]),
        ...model.steps.lines.flatMap((line) => [line.answer, line.advice]),
        model.labels['agency.republic'],
        model.labels['agency.motto'],
      ]
    : [
        model.organisation,
        model.about,
        model.result.headline,
        model.result.meaning,
        ...model.steps.first.flatMap((card) => [card.title, card.about, card.text]),
        ...model.evidence.map((line) => line.citation),
      ];
  return [
    ...agency,
    ...model.pillars.map((line) => line.title),
    ...model.detail.flatMap((line) =>
      line.kind === 'item'
        ? [line.title, line.answer, line.explanation]
        : [line.title.toUpperCase() === line.title ? '' : line.title],
    ),
    model.source.notice,
    model.source.rule,
    ...model.source.documents,
    ...model.source.adapted,
    model.source.made,
  ].filter((text) => text !== '');
}

describe.each([
  ['gov-maturity-5', 'vi'],
  ['gov-maturity-5', 'en'],
  ['sme-readiness', 'vi'],
  ['sme-readiness', 'en'],
] as const)('the PDF of %s in %s', (id, language) => {
  let looked: Looked;
  beforeAll(async () => {
    looked = await look(await sample(id, language));
  });

  it('says everything that the report says, in composed letters', () => {
    expect(looked.text).toBe(looked.text.normalize('NFC'));
    expect(looked.text).not.toMatch(/\ufffd|\p{M}/u);
    const all = flat(looked.text);
    const missing = promised(looked.model).filter((text) => {
      // A paragraph that runs over a page has the running head or foot in its middle.
      const wanted = flat(text);
      return !all.includes(wanted) && !(all.includes(wanted.slice(0, 30)) && all.includes(wanted.slice(-30)));
    });
    expect(missing).toEqual([]);
  });

  it('embeds its fonts and no other', () => {
    expect(looked.fonts.length).toBeGreaterThan(1);
    for (const font of looked.fonts) {
      expect(font[0]).toMatch(id === 'gov-maturity-5' ? /\+Tinos-/ : /\+BeVietnamPro-/);
      // embedded, subset, with a map to Unicode
      expect(font.slice(4, 7)).toEqual(['yes', 'yes', 'yes']);
    }
  });

  it('states title and language, no author, and nothing that acts', () => {
    expect(looked.info).toContain(`Title:           ${looked.model.title}`);
    expect(looked.info).not.toContain('Author:');
    expect(looked.info).toMatch(/PDF version: +1\.7/);
    expect(looked.info).toMatch(/JavaScript: +no/);
    const raw = Buffer.from(looked.bytes).toString('latin1');
    expect(raw).not.toMatch(/\/URI|\/Launch|\/EmbeddedFile|\/AcroForm/);
    expect(raw).toMatch(new RegExp(`/Lang \\(${language}\\)`));
  });

  it('marks every page as sample data', () => {
    const mark = language === 'vi' ? 'DỮ LIỆU MẪU' : 'SAMPLE DATA';
    for (const page of looked.pages) expect(phrase(page, mark).bottom).toBeLessThan(20);
  });

  it('keeps all text between the margins', () => {
    const [left, right, bottom] = id === 'gov-maturity-5' ? [30, 15, 20] : [18, 18, 6];
    for (const page of looked.pages)
      for (const word of page.words) {
        expect(word.left, word.text).toBeGreaterThan(left - 0.3);
        expect(word.right, word.text).toBeLessThan(page.width - right + 0.5);
        expect(word.bottom, word.text).toBeLessThan(page.height - bottom + 0.5);
      }
  });

  it('is the same file for the same report', async () => {
    expect(Buffer.compare(await render('pdf', looked.model, looked.made.machine), looked.bytes)).toBe(0);
  });
});

describe('the agency report', () => {
  let looked: Looked;
  let first: Page | undefined;
  beforeAll(async () => {
    looked = await look(await sample('gov-maturity-5'));
    first = looked.pages[0];
  });

  /** The rule under a line of text, as a share of its length. */
  const ruled = (text: string): number => {
    const word = phrase(first, text);
    const line = looked.lines.find(
      ({ left, right, y }) =>
        y > word.bottom - 1.5 && y < word.bottom + 2.5 && left >= word.left - 0.5 && right <= word.right + 0.5,
    );
    if (!line) throw new Error(`no rule under ${text}`);
    expect((line.left + line.right) / 2).toBeCloseTo(centre(word), 0);
    return (line.right - line.left) / (word.right - word.left);
  };

  it('has the head of Nghị định 30/2020/NĐ-CP in its place', () => {
    expect(centre(phrase(first, 'ỦY BAN NHÂN DÂN'))).toBeCloseTo(62.2, 0);
    expect(centre(phrase(first, 'XÃ TRƯỜNG ĐÔNG'))).toBeCloseTo(62.2, 0);
    expect(centre(phrase(first, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))).toBeCloseTo(144.7, 0);
    expect(centre(phrase(first, 'Độc lập - Tự do - Hạnh phúc'))).toBeCloseTo(144.7, 0);
    expect(phrase(first, 'CỘNG HÒA').top).toBeCloseTo(20, 0);
    expect(centre(phrase(first, 'Số: …/BC-UBND'))).toBeCloseTo(62.2, 0);
    expect(centre(phrase(first, 'Xã Trường Đông, ngày … tháng 02 năm 2026'))).toBeCloseTo(144.7, 0);
    expect(Math.abs(phrase(first, 'Số:').top - phrase(first, 'Xã Trường Đông,').top)).toBeLessThan(1);
    expect(centre(phrase(first, 'BÁO CÁO'))).toBeCloseTo(112.5, 0);
    expect(centre(phrase(first, looked.model.title))).toBeCloseTo(112.5, 0);
  });

  it('draws its lines as long as the decree asks', () => {
    expect(ruled('Độc lập - Tự do - Hạnh phúc')).toBeCloseTo(1, 1);
    for (const text of ['XÃ TRƯỜNG ĐÔNG', looked.model.title]) {
      expect(ruled(text)).toBeGreaterThan(1 / 3 - 0.01);
      expect(ruled(text)).toBeLessThan(1 / 2 + 0.01);
    }
  });

  it('has the body on portrait, the form on landscape pages, all A4', () => {
    const landscape = looked.pages.map((page) => page.width > page.height);
    expect(landscape.indexOf(true)).toBeGreaterThan(1);
    expect(landscape[0]).toBe(false);
    for (const page of looked.pages)
      expect([page.width, page.height].sort((a, b) => a - b).map(Math.round)).toEqual([210, 297]);
  });

  it('numbers the pages of each part from the second on, centred in the top margin', () => {
    const starts = looked.pages.map((page) =>
      page.words.some((word) => word.top < 35 && /^(BÁO|Phụ|ỦY)$/.test(word.text)),
    );
    let number = 0;
    looked.pages.forEach((page, index) => {
      number = starts[index] ? 1 : number + 1;
      const shown = page.words.filter((word) => word.bottom < 18 && /^\d+$/.test(word.text));
      expect(shown.map((word) => word.text)).toEqual(number === 1 ? [] : [String(number)]);
      for (const word of shown) expect(centre(word)).toBeCloseTo((30 + page.width - 15) / 2, 0);
    });
    expect(starts.filter(Boolean)).toHaveLength(5);
  });

  it('repeats the heads of the form and never leaves a group alone at the foot of a page', () => {
    const pages = looked.text.split('\f').slice(0, looked.pages.length);
    const groups = new Set(
      looked.model.detail.flatMap((line) => (line.kind === 'group' ? [`${line.code} ${line.title}`] : [])),
    );
    let form = 0;
    for (const page of pages) {
      if (!page.includes('Cách cho điểm')) continue;
      form += 1;
      expect(page).toContain('(1) (2) (3) (4) (5) (6) (7) (8)');
      const last = page.trim().split('\n').at(-1) ?? '';
      for (const group of groups) expect(last.startsWith(group)).toBe(false);
    }
    expect(form).toBeGreaterThan(3);
  });

  it('does so wherever the pages happen to break', async () => {
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    for (const more of [2, 5, 9]) {
      const records = base.records.map((record, index) =>
        index < 3 ? { ...record, explanation: `${'Nội dung giải trình dài thêm. '.repeat(more)}` } : record,
      );
      const { model, machine } = make({ questionnaire, hash }, { ...base, records }, { kind: AGENCY });
      const bytes = await render('pdf', model, machine);
      const text = onFile('report.pdf', bytes, (file) => run('pdftotext', '-raw', file, '-'));
      const groups = model.detail.flatMap((line) => (line.kind === 'group' ? [`${line.code} ${line.title}`] : []));
      for (const page of text.split('\f')) {
        const last = page.trim().split('\n').at(-1) ?? '';
        expect(groups.filter((group) => last.startsWith(group))).toEqual([]);
      }
    }
  });

  it('breaks a long name of an agency inside its column', async () => {
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    const organisation = { ...base.organisation, name: 'Trung tâm Chuyển đổi số và Phục vụ hành chính công tỉnh' };
    const { pages } = await look(make({ questionnaire, hash }, { ...base, organisation }, { kind: AGENCY }));
    const left = pages[0]?.words.filter((word) => word.top < 38 && word.right < 95) ?? [];
    expect(left.length).toBeGreaterThan(8);
    for (const word of left) expect(word.left).toBeGreaterThan(29.5);
  });
});

describe('the details of an agency report', () => {
  const details = {
    superior: 'Ủy ban nhân dân xã Trường Đông',
    issuer: 'Văn phòng HĐND và UBND',
    number: '5',
    symbol: '/BC-VP',
    place: 'Trường Đông',
    dateChoice: 'day',
    date: '2026-03-04',
    addressees: 'Sở Khoa học và Công nghệ\nUBND tỉnh',
    bases: 'Căn cứ Kế hoạch số 18/KH-UBND\nTheo đề nghị của phòng Văn hóa - Xã hội',
    authority: 'order',
    signerTitle: 'Chánh Văn phòng',
    signerName: 'Nguyễn Thị Hồng Nhung',
    copies: 'Như trên\nLưu: VT, VP',
  } as const;
  const passages = { causes: 'Cán bộ kiêm nhiệm.', proposals: '' };

  it('stand where the decree wants them', async () => {
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    const looked = await look(make({ questionnaire, hash }, base, { kind: AGENCY, details, passages }));
    const [first] = looked.pages;
    const superior = phrase(first, 'ỦY BAN NHÂN DÂN XÃ');
    const issuer = phrase(first, 'VĂN PHÒNG HĐND');
    expect(issuer.top).toBeGreaterThan(superior.top + 4);
    expect(centre(phrase(first, 'Số: 05/BC-VP'))).toBeCloseTo(62.2, 0);
    expect(centre(phrase(first, 'Trường Đông, ngày 04 tháng 3 năm 2026'))).toBeCloseTo(144.7, 0);
    const [one, two] = ['- Sở Khoa học và Công nghệ;', '- UBND tỉnh.'].map((text) => phrase(first, text));
    expect(one?.left).toBeCloseTo(two?.left ?? 0, 1);
    expect(one?.top).toBeCloseTo(phrase(first, 'Kính gửi:').top, 1);
    expect(flat(looked.text)).toContain(
      flat('Căn cứ Kế hoạch số 18/KH-UBND; Theo đề nghị của phòng Văn hóa - Xã hội.'),
    );
    const last = looked.pages.find((page) => page.words.some(({ text }) => text === 'TL.'));
    const order = phrase(last, 'TL. CHỦ TỊCH');
    const name = phrase(last, 'Nguyễn Thị Hồng Nhung');
    expect(centre(name)).toBeCloseTo(centre(order), 0);
    expect(phrase(last, 'CHÁNH VĂN PHÒNG').top).toBeGreaterThan(order.top);
    // Free height for signature and seal.
    expect(name.top - order.bottom).toBeGreaterThan(30);
    expect(phrase(last, '- Lưu: VT, VP.').right).toBeLessThan(order.left);
    expect(phrase(last, 'Trên đây là').bottom).toBeLessThan(order.top);
    expect(flat(looked.text)).toContain(flat('3. Nguyên nhân Cán bộ kiêm nhiệm.'));
    expect(flat(looked.text)).toContain(flat('(Kèm theo Báo cáo số 05/BC-VP ngày 04 tháng 3 năm 2026'));
  });

  it('may be as long as they are allowed to be', async () => {
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    const wide = 'W'.repeat(90);
    const long = {
      superior: `${wide}\n${'Tên rất dài '.repeat(10)}`,
      issuer: wide,
      addressees: Array.from({ length: 20 }, () => `${wide} nơi nhận`).join('\n'),
      bases: Array.from({ length: 40 }, (_, index) => `Căn cứ số ${index} ${wide}`).join('\n'),
      signerTitle: wide,
      signerName: wide,
      copies: Array.from({ length: 30 }, () => `${wide} lưu`).join('\n'),
    };
    const texts = { causes: `${wide} `.repeat(60), proposals: Array.from({ length: 300 }, () => '- một ý').join('\n') };
    for (const kind of [AGENCY, ENTERPRISE]) {
      const { pages } = await look(make({ questionnaire, hash }, base, { kind, details: long, passages: texts }));
      for (const page of pages)
        for (const word of page.words) {
          expect(word.right, word.text).toBeLessThan(page.width - 14);
          expect(word.bottom, word.text).toBeLessThan(page.height - 5);
        }
    }
  });

  it('leave dotted lines below their heading where nobody wrote anything', async () => {
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    // However long the texts before are, a heading is never the last thing on its page.
    for (let lines = 1; lines <= 28; lines += 3) {
      const results = Array.from({ length: lines }, (_, index) => `- Nội dung ${index}`).join('\n');
      const made = make({ questionnaire, hash }, base, { kind: AGENCY, passages: { results } });
      const { text } = await look(made);
      const headings = made.model.agency?.body.flatMap((block) =>
        block.kind === 'subheading' || block.kind === 'heading' ? [block.text] : [],
      );
      for (const page of text.split('\f')) {
        const last = page.trim().split('\n').at(-1) ?? '';
        // Dotted lines are drawn, so the two headings above them may well be the last words.
        const open = ['3. Nguyên nhân', '5. Đề xuất, kiến nghị'];
        expect(headings?.filter((heading) => last === heading && !open.includes(heading))).toEqual([]);
      }
    }
  });
});

describe('the enterprise sheet', () => {
  it('has level, chart and what to do on the first page, and never leaves a group alone', async () => {
    const { model, text } = await look(await sample('sme-readiness'));
    const pages = text.split('\f').filter((page) => page.trim() !== '');
    const [first = ''] = pages;
    expect(flat(first)).toContain(flat(model.result.headline));
    for (const card of model.steps.first) expect(flat(first)).toContain(flat(card.text));
    for (const pillar of model.pillars) expect(flat(first)).toContain(flat(pillar.title));
    const groups = model.detail.flatMap((line) => (line.kind === 'group' ? [`${line.code} ${line.title}`] : []));
    for (const page of pages) {
      const last =
        page
          .trim()
          .split('\n')
          .filter((line) => !/^(Công ty|Trang \d)/.test(line))
          .at(-1) ?? '';
      expect(groups.filter((group) => last.startsWith(group))).toEqual([]);
    }
    expect(pages.length).toBeLessThanOrEqual(6);
  });
});

describe('all letters of the language', () => {
  const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
  const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
  const lower = [...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'];
  const letters = [...lower, ...lower.map((letter) => letter.toUpperCase())];

  it.each([
    ['Tinos', AGENCY],
    ['Be Vietnam Pro', ENTERPRISE],
  ] as const)('come out of %s as they went in', async (_, kind) => {
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    // Typed decomposed: what a Macintosh or some keyboards deliver.
    const explanation = letters.join(' ').normalize('NFD');
    const records = base.records.map((record, index) => (index === 0 ? { ...record, explanation } : record));
    const { model, machine } = make({ questionnaire, hash }, { ...base, records }, { kind });
    const bytes = await render('pdf', model, machine);
    const text = onFile('report.pdf', bytes, (file) => run('pdftotext', '-raw', file, '-'));
    expect(letters).toHaveLength(146);
    expect(flat(text)).toContain(letters.join(''));
  });
});

describe('texts from outside', () => {
  it('are printed as they are, to the last word, however long', async () => {
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    const long = Array.from({ length: 800 }, (_, index) => `từ${index}`).join(' ');
    const address = `https://truongdong.example/${'mot-duong-dan-rat-dai/'.repeat(12)}`;
    const odd = `<b>đậm</b> & "trích" {{x}} $t(y) =1+1 ${address}`;
    const records = base.records.map((record, index) =>
      index === 0 ? { ...record, explanation: long } : index === 1 ? { ...record, explanation: odd } : record,
    );
    const evidence = base.evidence.map((entry) => ({ ...entry, subject: odd, number: address.slice(0, 90) }));
    for (const kind of [AGENCY, ENTERPRISE]) {
      const { pages, text } = await look(make({ questionnaire, hash }, { ...base, records, evidence }, { kind }));
      expect(flat(text)).toContain(flat(odd));
      for (let index = 0; index < 800; index += 1) expect(text).toMatch(new RegExp(`(^|\\s)từ${index}(\\s|$)`));
      for (const page of pages)
        for (const word of page.words) {
          expect(word.right, word.text).toBeLessThan(page.width - 14);
          expect(word.bottom, word.text).toBeLessThan(page.height - 7);
        }
    }
  });
});

describe('a questionnaire with every rule and no levels', () => {
  it.each(['sum', 'mean', 'weighted', 'lowest'] as const)('is laid out under a %s', async (total) => {
    const { model, text } = await look(everyRule(total));
    expect(model.charts.ladder).toBeNull();
    expect(flat(text)).toContain(flat(model.total.title.toUpperCase()));
  });
});
