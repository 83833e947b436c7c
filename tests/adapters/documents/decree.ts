/**
 * Rules of Nghị định 30/2020/NĐ-CP, Phụ lục I (thể thức và kỹ thuật trình bày văn bản hành chính), that can be measured
 * on paper. Lengths are millimetres, sizes points.
 */

/** Where a rule stands in the first part of the first appendix. */
interface Rule {
  readonly source: string;
}

export const PAGE = {
  source: 'Phụ lục I, Phần I, Mục I.1 và I.3',
  paper: [210, 297],
  margins: { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] },
} as const;

export const LETTERS = {
  source: 'Phụ lục I, Phần I, Mục I.4',
  // Tinos has the widths of Times New Roman and may be passed on.
  family: 'Tinos',
  colour: '#000000',
} as const;

export const PAGE_NUMBER = {
  source: 'Phụ lục I, Phần I, Mục I.7',
  size: [13, 14],
  bold: false,
  italic: false,
  hiddenOn: 1,
} as const;

type Setting = 'capitals' | 'sentence';

/** How one element of the document is set. */
export interface Element extends Rule {
  readonly name: string;
  /** Words that find it on the page. */
  readonly find: (words: Found) => string;
  readonly size: readonly [number, number];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly letters?: Setting;
  /** Column of the head that it is centred in, or the whole width. */
  readonly centred?: 'left' | 'right' | 'page';
  /** Drawn line below, as a share of the length of the text. */
  readonly line?: readonly [number, number];
}

/** Texts of the document under the rule. */
export interface Found {
  readonly superior: string;
  readonly issuer: string;
  readonly number: string;
  readonly place: string;
  readonly title: string;
  readonly basis: string;
  readonly body: string;
  readonly signing: string;
  readonly signer: string;
}

const HALF = [1 / 3, 1 / 2] as const;
const at = (item: string): string => `Phụ lục I, Phần I, Mục ${item}`;

export const ELEMENTS: readonly Element[] = [
  {
    name: 'Quốc hiệu',
    source: at('II.1.a'),
    find: () => 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    size: [12, 13],
    bold: true,
    italic: false,
    letters: 'capitals',
    centred: 'right',
  },
  {
    name: 'Tiêu ngữ',
    source: at('II.1.b'),
    find: () => 'Độc lập - Tự do - Hạnh phúc',
    size: [13, 14],
    bold: true,
    italic: false,
    letters: 'sentence',
    centred: 'right',
    line: [0.98, 1.02],
  },
  {
    name: 'Tên cơ quan chủ quản trực tiếp',
    source: at('II.2.b'),
    find: ({ superior }) => superior,
    size: [12, 13],
    bold: false,
    italic: false,
    letters: 'capitals',
    centred: 'left',
  },
  {
    name: 'Tên cơ quan ban hành',
    source: at('II.2.b'),
    find: ({ issuer }) => issuer,
    size: [12, 13],
    bold: true,
    italic: false,
    letters: 'capitals',
    centred: 'left',
    line: HALF,
  },
  {
    name: 'Số, ký hiệu',
    source: at('II.3.c'),
    find: ({ number }) => number,
    size: [13, 13],
    bold: false,
    italic: false,
    centred: 'left',
  },
  {
    name: 'Địa danh và thời gian ban hành',
    source: at('II.4.c'),
    find: ({ place }) => place,
    size: [13, 14],
    bold: false,
    italic: true,
    letters: 'sentence',
    centred: 'right',
  },
  {
    name: 'Tên loại',
    source: at('II.5.c'),
    find: () => 'BÁO CÁO',
    size: [13, 14],
    bold: true,
    italic: false,
    letters: 'capitals',
    centred: 'page',
  },
  {
    name: 'Trích yếu',
    source: at('II.5.c'),
    find: ({ title }) => title,
    size: [13, 14],
    bold: true,
    italic: false,
    letters: 'sentence',
    centred: 'page',
    line: HALF,
  },
  {
    name: 'Kính gửi',
    source: at('II.9.b'),
    find: () => 'Kính gửi:',
    size: [13, 14],
    bold: false,
    italic: false,
  },
  {
    name: 'Căn cứ ban hành',
    source: at('II.6.e'),
    find: ({ basis }) => basis,
    size: [13, 14],
    bold: false,
    italic: true,
  },
  {
    name: 'Nội dung',
    source: at('II.6.e'),
    find: ({ body }) => body,
    size: [13, 14],
    bold: false,
    italic: false,
  },
  {
    name: 'Quyền hạn, chức vụ của người ký',
    source: at('II.7.d'),
    find: ({ signing }) => signing,
    size: [13, 14],
    bold: true,
    italic: false,
    letters: 'capitals',
  },
  {
    name: 'Họ và tên người ký',
    source: at('II.7.d'),
    find: ({ signer }) => signer,
    size: [13, 14],
    bold: true,
    italic: false,
    letters: 'sentence',
  },
  {
    name: 'Nơi nhận',
    source: at('II.9.b'),
    find: () => 'Nơi nhận:',
    size: [12, 12],
    bold: true,
    italic: true,
  },
  {
    name: 'Danh sách nơi nhận',
    source: at('II.9.b'),
    find: () => '- Lưu: VT',
    size: [11, 11],
    bold: false,
    italic: false,
  },
];

/** Indent of the first line of a paragraph, and the least space between paragraphs and lines. */
export const BODY = {
  source: at('II.6.e'),
  indents: [10, 12.7],
  /** From baseline to baseline of one paragraph, in sizes of the letters: single to one and a half lines. */
  leading: [1.1, 1.75],
  ends: './.',
} as const;

/** Annexes: word and ordinal, title, the document that they belong to; each counts its own pages. */
export const ANNEX = {
  source: at('III.1'),
  ordinal: { find: /^Phụ lục( [IVX]+)?$/, size: [14, 14], bold: true, italic: false },
  title: { size: [13, 14], bold: true, italic: false },
  attached: { find: /^\(Kèm theo/, size: [13, 14], bold: false, italic: true },
} as const;

/** Columns of the form of self-assessment, from left to right (no rule of the decree: custom of the departments). */
export const FORM_COLUMNS = [
  'TT',
  'Tiêu chí',
  'Điểm tối đa',
  'Cách cho điểm',
  'Điểm tự chấm',
  'Giải trình',
  'Tài liệu kiểm chứng',
  'Điểm thẩm định',
] as const;
