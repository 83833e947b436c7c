import { describe, expect, it } from 'vitest';
import { EXAMPLE_DEFINITION, EXAMPLE_VECTORS } from '../../../src/domain/authoring/example.ts';
import { readWorkbook } from '../../../src/domain/authoring/read-workbook.ts';
import { parseQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import type { Language } from '../../../src/domain/text/localized.ts';
import { createTranslator } from '../../../src/domain/wording/catalogue.ts';
import { en } from '../../../src/domain/wording/en.ts';
import { problemText } from '../../../src/domain/wording/sentences.ts';
import { vi } from '../../../src/domain/wording/vi.ts';
import { cellsOf, columnOf, put, rowOf, sheetsOf, type Cells } from './sheets.ts';

const say = { vi: createTranslator('vi', vi), en: createTranslator('en', en) };

function example(language: Language = 'vi'): Cells {
  const parsed = parseQuestionnaire(EXAMPLE_DEFINITION, EXAMPLE_VECTORS);
  if (!parsed.ok) throw new Error('the example must be right');
  return cellsOf(parsed.value.questionnaire, parsed.value.vectors, language);
}

/** "Câu hỏi!C3" and the code of every finding. */
function findings(cells: Cells): string[] {
  const read = readWorkbook(sheetsOf(cells));
  return read.ok ? [] : read.problems.map(({ path, code }) => `${String(path[0]).replace(/ \(.*$/, '')} ${code}`);
}

function sentence(cells: Cells, language: Language = 'vi'): string {
  const read = readWorkbook(sheetsOf(cells));
  const [first] = read.ok ? ([] as Problem[]) : read.problems;
  return first ? problemText(say[language], first) : '';
}

describe('what is wrong with a sheet', () => {
  it('is said with sheet, row, column and head, in both languages', () => {
    const cells = example();
    put(cells, 'items', rowOf(cells, 'items', 'ke-hoach'), 'Dạng', 'thang điểm');
    expect(sentence(cells)).toMatch(
      /^Câu hỏi!D2 \(Dạng\): “thang điểm” không có trong danh sách\. Chọn một trong: thang mức,/,
    );
    expect(sentence(cells, 'en')).toMatch(/^Câu hỏi!D2 \(Dạng\): “thang điểm” is not in the list\./);
  });

  it('is said of several cells at once', () => {
    const cells = example();
    const row = rowOf(cells, 'items', 'tap-huan');
    const places = [
      `${put(cells, 'items', row, 'Thuộc nhóm', 'khong-co')} unknown-item`,
      `${put(cells, 'items', row, 'Ưu tiên', 'cao')} not-a-number`,
      `${put(cells, 'levels', 2, 'Tên mức (tiếng Việt)', null)} cell-missing`,
      `${put(cells, 'recommendations', 1, 'Câu hoặc nhóm', 'gi-do')} unknown-item`,
    ];
    expect(findings(cells)).toEqual(expect.arrayContaining(places));
  });

  const example1: [name: string, change: (cells: Cells) => string][] = [
    ['a missing id', (c) => `${put(c, 'items', 1, 'Mã câu', null)} cell-missing`],
    ['a duplicate id', (c) => `${put(c, 'items', 2, 'Mã câu', 'ke-hoach')} duplicate-id`],
    ['an id of a group given to an item', (c) => `${put(c, 'items', 1, 'Mã câu', 'dich-vu')} duplicate-id`],
    ['an id with Vietnamese letters', (c) => `${put(c, 'structure', 1, 'Mã nhóm', 'Tổ chức')} cell-id`],
    ['an item without a group', (c) => `${put(c, 'items', 1, 'Thuộc nhóm', null)} cell-missing`],
    ['a duplicate code', (c) => `${put(c, 'items', 2, 'Ký hiệu', '1.1')} duplicate-code`],
    ['a title that is missing', (c) => `${put(c, 'items', 1, 'Tên (tiếng Việt)', null)} cell-missing`],
    ['a title that is too long', (c) => `${put(c, 'items', 1, 'Tên (tiếng Việt)', 'a'.repeat(201))} too-long`],
    [
      'a version of two numbers',
      (c) => `${put(c, 'general', rowOf(c, 'general', 'Phiên bản'), 'Nội dung', 1.1)} cell-version`,
    ],
    [
      'a day that is none',
      (c) => `${put(c, 'general', rowOf(c, 'general', 'Ngày rà soát'), 'Nội dung', 'tháng trước')} not-a-date`,
    ],
    ['an unknown field', (c) => `${put(c, 'general', 2, 'Mục', 'Phiên bảng')} setting-unknown`],
    ['a field that is there twice', (c) => `${put(c, 'general', 2, 'Mục', 'Mã bộ câu hỏi')} cell-duplicate`],
    ['an unknown setting', (c) => `${put(c, 'scoring', 1, 'Thiết lập', 'Cách cộng')} setting-unknown`],
    ['a setting of items given to all', (c) => `${put(c, 'scoring', 1, 'Thiết lập', 'Tính ngược')} setting-unknown`],
    ['a setting without its scope', (c) => `${put(c, 'scoring', 1, 'Áp dụng cho', null)} cell-missing`],
    ['a number that is text with two meanings', (c) => `${put(c, 'options', 1, 'Điểm', '1.000')} cell-number-unclear`],
    ['a word in place of a number', (c) => `${put(c, 'options', 1, 'Điểm', 'không điểm')} not-a-number`],
    ['a percentage', (c) => `${put(c, 'bands', 1, 'Đến', { kind: 'number', value: 0.4, percent: true })} cell-percent`],
    [
      'a code that became a day',
      (c) => `${put(c, 'items', 1, 'Ký hiệu', { kind: 'date', value: '2026-01-01' })} cell-date`,
    ],
    ['a formula that failed', (c) => `${put(c, 'options', 1, 'Điểm', { kind: 'error', value: '#REF!' })} cell-error`],
    ['half an item', (c) => `${put(c, 'items', 1, 'Ưu tiên', 1.5)} cell-whole`],
    ['a number beyond its range', (c) => `${put(c, 'items', 1, 'Ưu tiên', 4)} cell-most`],
    [
      'a cell that does not belong to the type',
      (c) => `${put(c, 'items', 1, 'Tử số (tiếng Việt)', 'phần')} cell-unused`,
    ],
    ['options of an item that is not there', (c) => `${put(c, 'options', 4, 'Mã câu', 'ke-hoac')} unknown-item`],
    ['options without their kind', (c) => `${put(c, 'options', 4, 'Loại dòng', null)} cell-missing`],
    ['a sign on a shared option', (c) => `${put(c, 'options', 1, 'Dấu hiệu (tiếng Việt)', 'x')} cell-unused`],
    ['an element without its step', (c) => `${put(c, 'options', 4, 'Loại dòng', 'nội dung của bậc')} cell-misplaced`],
    ['a set that nothing defines', (c) => `${put(c, 'items', 2, 'Phương án dùng chung', 'bon-muc')} unknown-set`],
    ['bands out of order', (c) => `${put(c, 'bands', 2, 'Đến', 10)} bands-order`],
    ['a level that does not exist', (c) => `${put(c, 'bands', 2, 'Được điểm hoặc mức', 7)} unknown-level`],
    ['a second start of bands', (c) => `${put(c, 'bands', 2, 'Bắt đầu từ', 5)} cell-misplaced`],
    [
      'advice for a level that does not exist',
      (c) => `${put(c, 'recommendations', rowOf(c, 'recommendations', 'to-chuc'), 'Để đạt', 9)} unknown-level`,
    ],
    ['a condition on an unknown item', (c) => `${put(c, 'conditions', 1, 'Câu được xét', 'khong')} unknown-item`],
    ['a condition numbered without its parent', (c) => `${put(c, 'conditions', 1, 'Số', '2.1')} condition-number`],
    ['a condition that looks ahead', (c) => `${put(c, 'conditions', 1, 'Câu được xét', 'kenh-phan-anh')} refers-later`],
    [
      'a total that does not add up',
      (c) =>
        `${put(c, 'scoring', rowOf(c, 'scoring', 'Kiểm tra: điểm tối đa', 'Thiết lập'), 'Giá trị', 15)} declared-mismatch`,
    ],
    ['a vector without a name', (c) => `${put(c, 'vectors', 1, 'Phép thử', null)} cell-missing`],
    [
      'a vector of an unknown item',
      (c) =>
        `${put(c, 'vectors', rowOf(c, 'vectors', 'tap-huan', 'Mã'), 'Mã', 'khong').replace('!C', '!E')} unknown-item`,
    ],
    [
      'text in the old TCVN3 encoding',
      (c) => `${put(c, 'items', 1, 'Câu hỏi (tiếng Việt)', 'Uû ban nh©n d©n x·')} cell-legacy`,
    ],
    [
      'text in a VNI font',
      (c) =>
        `${put(c, 'items', 1, 'Câu hỏi (tiếng Việt)', { kind: 'text', value: 'Kế hoaïch'.replace('ế', 'eá'), font: 'VNI-Times' })} cell-legacy`,
    ],
  ];

  it.each(example1)('names the cell of %s', (_name, change) => {
    const cells = example();
    const expected = change(cells);
    expect(findings(cells)).toContain(expected);
  });

  it('names the row of a vector that scores otherwise, with both figures', () => {
    const cells = example();
    const row = rowOf(cells, 'vectors', 'kết quả: tổng', 'Loại dòng');
    put(cells, 'vectors', row, 'Giá trị', 2);
    expect(findings(cells)).toEqual([expect.stringMatching(/^Phép thử![AE]\d+ vector-failed$/)]);
    expect(sentence(cells)).toContain('Mọi câu ở bậc thấp nhất');
  });

  it('names groups that contain themselves', () => {
    const cells = example();
    put(cells, 'structure', 1, 'Thuộc nhóm', 'dich-vu');
    put(cells, 'structure', 2, 'Thuộc nhóm', 'to-chuc');
    expect(findings(cells)).toEqual(expect.arrayContaining(['Cấu trúc!B2 circle', 'Cấu trúc!B3 circle']));
  });

  it('is a missing sheet, column or head, or a column that nobody knows', () => {
    const cells = example();
    cells.levels.name = 'Các mức';
    expect(findings(cells)).toEqual(['Mức sheet-missing']);
    const heads = example();
    const place = put(heads, 'items', 0, 'Minh chứng', 'Minh chứn');
    expect(findings(heads)).toEqual([`${place} column-unknown`]);
    const twice = example();
    expect(findings(twice)).toEqual([]);
    const second = put(twice, 'items', 0, 'Minh chứng', 'Dạng');
    expect(findings(twice)).toContain(`${second} column-twice`);
    const none = example();
    none.levels.rows = [];
    expect(findings(none)[0]).toBe('Mức column-missing');
    const short = example();
    short.vectors.rows.length = 1;
    expect(findings(short)).toEqual(['Phép thử cell-few']);
  });

  it('is a joined cell', () => {
    const cells = example();
    cells.items.merges.push('A2:A3');
    expect(findings(cells)).toEqual(['Câu hỏi!A2:A3 cell-merged']);
  });
});

describe('what is allowed', () => {
  it.each<[string, (cells: Cells) => unknown]>([
    [
      'numbers as text with either decimal mark',
      (c) => [put(c, 'options', 1, 'Điểm', '0,0'), put(c, 'options', 2, 'Điểm', '1.0')],
    ],
    ['numbers in cells formatted as text', (c) => put(c, 'items', 1, 'Ưu tiên', '3')],
    ['an x for yes', (c) => put(c, 'items', rowOf(c, 'items', 'tap-huan'), 'Được chọn không áp dụng', 'x')],
    ['English words in a Vietnamese workbook', (c) => put(c, 'items', 1, 'Dạng', 'Ladder')],
    ['a day written day first', (c) => put(c, 'general', rowOf(c, 'general', 'Ngày rà soát'), 'Nội dung', '5/11/2026')],
    [
      'a day as a real date',
      (c) => put(c, 'general', rowOf(c, 'general', 'Ngày rà soát'), 'Nội dung', { kind: 'date', value: '2026-11-05' }),
    ],
    ['Vietnamese text alone', (c) => put(c, 'items', 1, 'Tên (tiếng Anh)', null)],
    [
      'a column of the author',
      (c) => {
        const first = c.items.rows[0] as unknown[];
        first.push({ kind: 'text', value: '# Người soạn' });
        (c.items.rows[1] as unknown[])[first.length - 1] = { kind: 'text', value: 'Lan' };
      },
    ],
    ['a heading above the heads', (c) => c.options.rows.unshift([{ kind: 'text', value: 'Phương án trả lời' }])],
    ['columns in another order', (c) => c.levels.rows.forEach((row) => row.reverse())],
    [
      'optional columns taken away',
      (c) => {
        const at = columnOf(c, 'items', 'Thứ tự');
        c.items.rows.forEach((row) => row.splice(at, 1));
      },
    ],
  ])('%s', (_name, change) => {
    const cells = example();
    change(cells);
    expect(findings(cells)).toEqual([]);
  });
});
