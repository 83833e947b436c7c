/** The closed lists of words that cells may hold, in both languages. The keyword itself is understood as well. */
import type { Language, LocalizedText } from '../text/localized.ts';
import { cleanText } from '../text/normalize.ts';

const word = (vi: string, en: string): LocalizedText => ({ vi, en });
export type WordList = Readonly<Record<string, LocalizedText>>;

export const WORDS = {
  flag: { true: word('có', 'yes'), false: word('không', 'no') },
  basis: {
    official: word('chính thức', 'official'),
    adapted: word('có điều chỉnh', 'adapted'),
    own: word('tự biên soạn', 'own'),
    provisional: word('tạm thời', 'provisional'),
  },
  status: {
    'in-force': word('còn hiệu lực', 'in force'),
    replaced: word('đã thay thế', 'replaced'),
    'not-issued': word('chưa ban hành', 'not issued'),
    unknown: word('chưa rõ', 'unknown'),
  },
  documentStatus: {
    'in-force': word('còn hiệu lực', 'in force'),
    replaced: word('đã thay thế', 'replaced'),
    unknown: word('chưa rõ', 'unknown'),
  },
  type: {
    ladder: word('thang mức', 'ladder'),
    checklist: word('danh mục theo mức', 'checklist'),
    choice: word('chọn một', 'choice'),
    likert: word('thang đồng ý', 'agreement scale'),
    multi: word('chọn nhiều', 'several choices'),
    matrix: word('bảng một thang', 'matrix'),
    grid: word('bảng nhiều cột', 'grid'),
    number: word('số liệu', 'number'),
    ratio: word('tỷ lệ', 'ratio'),
    indicator: word('chỉ tiêu', 'indicator'),
    text: word('văn bản', 'text'),
    date: word('ngày', 'date'),
  },
  evidence: {
    none: word('không cần', 'none'),
    suggested: word('nên có', 'suggested'),
    required: word('bắt buộc', 'required'),
  },
  effect: {
    exclude: word('bỏ ra khỏi điểm', 'left out'),
    zero: word('tính 0 điểm', 'zero'),
    full: word('tính đủ điểm', 'full points'),
  },
  unanswered: {
    zero: word('tính 0 điểm', 'zero'),
    exclude: word('bỏ ra khỏi điểm', 'left out'),
    'no-score': word('không có điểm', 'no score'),
  },
  emptyGroup: { exclude: word('bỏ ra khỏi điểm', 'left out'), zero: word('tính 0 điểm', 'zero') },
  submit: {
    always: word('luôn được chốt', 'always'),
    required: word('đủ câu bắt buộc', 'required ones'),
    all: word('đủ mọi câu', 'all'),
  },
  whenHidden: { exclude: word('bỏ ra khỏi điểm', 'left out'), count: word('tính 0 điểm', 'zero') },
  role: { bonus: word('điểm thưởng', 'bonus'), deduction: word('điểm trừ', 'deduction') },
  recode: {
    'of-max': word('theo điểm tối đa', 'of maximum'),
    'min-max': word('từ thấp nhất đến cao nhất', 'lowest to highest'),
  },
  join: {
    sum: word('cộng', 'sum'),
    mean: word('trung bình', 'mean'),
    weighted: word('trung bình có trọng số', 'weighted mean'),
    lowest: word('thấp nhất', 'lowest'),
  },
  blankRows: {
    zero: word('tính 0 điểm', 'zero'),
    exclude: word('bỏ ra khỏi điểm', 'left out'),
    unanswered: word('cả câu chưa trả lời', 'item unanswered'),
  },
  rowRule: { sum: word('cộng các cột', 'all columns'), first: word('cột đầu tiên', 'first column') },
  numberScore: {
    bands: word('bảng khoảng', 'bands'),
    linear: word('đường thẳng', 'linear'),
    'per-unit': word('theo từng đơn vị', 'per unit'),
  },
  whenZero: {
    'not-applicable': word('không áp dụng', 'not applicable'),
    zero: word('tính 0 điểm', 'zero'),
    full: word('tính đủ điểm', 'full points'),
  },
  measure: {
    number: word('con số', 'number'),
    percent: word('phần trăm', 'percent'),
    ratio: word('phần trên tổng', 'part of whole'),
    reached: word('đạt hoặc chưa', 'reached or not'),
  },
  direction: { higher: word('càng cao càng tốt', 'higher'), lower: word('càng thấp càng tốt', 'lower') },
  aggregate: {
    sum: word('cộng', 'sum'),
    mean: word('trung bình', 'mean'),
    weighted: word('trung bình có trọng số', 'weighted mean'),
    lowest: word('thấp nhất', 'lowest'),
    lexicographic: word('thấp nhất, xét lần lượt', 'lowest in turn'),
    'level-sum': word('cộng theo mức', 'sum over levels'),
    pooled: word('tổng đạt trên tổng tối đa', 'pooled'),
    'percent-mean': word('trung bình tỷ lệ', 'mean of shares'),
    count: word('đếm phần đạt', 'count'),
    penalties: word('trừ phần thiếu', 'penalties'),
    geometric: word('trung bình nhân', 'geometric mean'),
    none: word('không tính', 'none'),
  },
  valueOrPercent: { value: word('điểm', 'points'), percent: word('phần trăm', 'percent') },
  geometricZero: { zero: word('thành 0', 'becomes zero'), skip: word('bỏ qua', 'skipped') },
  level: {
    none: word('không xếp mức', 'none'),
    bands: word('bảng khoảng', 'bands'),
    gate: word('đủ tỷ lệ câu đạt', 'share of items'),
    attributes: word('đạt phần lớn và đạt đủ', 'largely and fully'),
    lowest: word('nhóm thấp nhất', 'lowest group'),
    conditions: word('điều kiện từng mức', 'conditions'),
    profiles: word('hồ sơ mức của nhóm', 'profiles'),
  },
  gateItems: { all: word('mọi câu', 'all items'), 'at-level': word('câu thuộc mức', 'items of the level') },
  rounding: {
    'half-up': word('nửa lên', 'half up'),
    'half-away': word('nửa xa số 0', 'half away from zero'),
    'half-even': word('nửa về số chẵn', 'half to even'),
  },
  levelForm: {
    integer: word('số nguyên', 'integer'),
    fraction: word('có phần lẻ', 'fraction'),
    plus: word('có dấu cộng', 'plus'),
  },
  beside: { mean: word('trung bình', 'mean'), lowest: word('thấp nhất', 'lowest') },
  closed: { lower: word('cận dưới', 'lower'), upper: word('cận trên', 'upper') },
  part: {
    option: word('phương án', 'option'),
    'set-option': word('phương án dùng chung', 'shared option'),
    step: word('bậc', 'step'),
    element: word('nội dung của bậc', 'element of step'),
    row: word('dòng', 'row'),
    column: word('cột', 'column'),
    quality: word('ý chất lượng', 'quality point'),
  },
  counts: {
    scored: word('tính điểm', 'scored'),
    excluded: word('bỏ ra khỏi điểm', 'left out'),
    unknown: word('coi như chưa trả lời', 'as unanswered'),
  },
  levelRule: {
    condition: word('điều kiện của mức', 'condition of level'),
    profile: word('hồ sơ của mức', 'profile of level'),
    'cap-group': word('không quá nhóm thấp nhất', 'cap by lowest group'),
    'cap-items': word('không quá khi câu thấp', 'cap by items'),
  },
  totalSide: { moreThan: word('trên', 'more than'), atLeast: word('từ', 'at least') },
  test: {
    all: word('tất cả', 'all of'),
    any: word('một trong', 'any of'),
    not: word('không phải', 'not'),
    has: word('đã chọn', 'has chosen'),
    state: word('tình trạng là', 'state is'),
    atLeast: word('từ', 'at least'),
    below: word('dưới', 'below'),
    from: word('từ ngày', 'from day'),
    before: word('trước ngày', 'before day'),
    kind: word('loại đơn vị là', 'organisation is'),
  },
  state: {
    answered: word('đã trả lời', 'answered'),
    none: word('không có mục nào', 'none of these'),
    'not-applicable': word('không áp dụng', 'not applicable'),
    unanswered: word('chưa trả lời', 'unanswered'),
  },
  advice: { advice: word('khuyến nghị', 'advice'), measure: word('việc làm', 'measure') },
  vector: {
    fill: word('mọi câu ở bậc', 'every item at rank'),
    'fill-group': word('nhóm ở bậc', 'group at rank'),
    answer: word('câu trả lời', 'answer'),
    kind: word('loại đơn vị', 'organisation kind'),
    year: word('năm', 'year'),
    level: word('kết quả: mức', 'expect level'),
    total: word('kết quả: tổng', 'expect total'),
    'group-value': word('kết quả: điểm nhóm', 'expect group points'),
    'group-level': word('kết quả: mức nhóm', 'expect group level'),
    group: word('kết quả: có nhóm', 'expect group'),
  },
  top: { top: word('cao nhất', 'top') },
  noLevel: { null: word('không có mức', 'no level') },
  scope: { total: word('(toàn bộ)', '(whole)'), default: word('(mọi nhóm)', '(every group)') },
  meanFrom: { meanFrom: word('trung bình khi đủ', 'mean from') },
  copy: { copy: word('như câu', 'as item') },
  row: { row: word('dòng', 'row') },
} as const satisfies Record<string, WordList>;

export type WordSet = keyof typeof WORDS;

const plain = (text: string): string => cleanText(text).trim().replace(/\s+/g, ' ').toLowerCase();

/** The keyword for a word in either language, or null. */
export function keywordOf(set: WordSet, text: string): string | null {
  const wanted = plain(text);
  for (const [keyword, { vi, en }] of Object.entries<LocalizedText>(WORDS[set]))
    if ([keyword.toLowerCase(), plain(vi), plain(en)].includes(wanted)) return keyword;
  return null;
}

/** The word that is written for a keyword. */
export function wordOf(set: WordSet, keyword: string, language: Language): string {
  return (WORDS[set] as WordList)[keyword]?.[language] ?? keyword;
}

/** All words of a list, for messages and drop-downs. */
export function wordsOf(set: WordSet, language: Language): string[] {
  return Object.values<LocalizedText>(WORDS[set]).map((entry) => entry[language]);
}
