/** The settings that stand in rows of their own: general facts, and the rules of groups on the scoring sheet. */
import type { Column } from './columns.ts';
import { day, decimal, flag, id, ids, int, onlyYes, texts, word, wordOr, words } from './columns.ts';

/** Rows of the general sheet. */
export const GENERAL: readonly Column[] = [
  id(
    'id',
    ['Mã bộ câu hỏi', 'Questionnaire id'],
    [
      'Chữ thường không dấu, số, gạch nối; không đổi giữa các phiên bản.',
      'Lower-case letters, digits, hyphens; the same in every version.',
    ],
  ),
  id(
    'version',
    ['Phiên bản', 'Version'],
    [
      'Ba số như 1.0.0. Phiên bản đã phát hành không sửa; tăng số khi có thay đổi.',
      'Three numbers such as 1.0.0. A released version is not changed; raise the number instead.',
    ],
  ),
  texts('title', ['Tên', 'Title'], ['Tên đầy đủ, tối đa 200 ký tự.', 'Full title, at most 200 characters.']),
  texts('shortTitle', ['Tên ngắn', 'Short title'], ['Tối đa 80 ký tự.', 'At most 80 characters.']),
  texts(
    'summary',
    ['Giới thiệu', 'Summary'],
    ['Đo gì, dành cho ai, mất bao lâu.', 'What it measures, for whom, how long it takes.'],
  ),
  int(
    'minutes',
    ['Số phút', 'Minutes'],
    ['Thời gian dự kiến cho lần đầu.', 'Expected minutes for a first assessment.'],
  ),
  ids(
    'audience',
    ['Dành cho loại đơn vị', 'Organisation kinds'],
    [
      'Mã loại đơn vị cách nhau bằng dấu chấm phẩy, ví dụ commune; ward; special-zone; enterprise.',
      'Ids of kinds separated by semicolons, such as commune; ward; special-zone; enterprise.',
    ],
  ),
  texts(
    'groupWord',
    ['Tên gọi của nhóm', 'Word for a group'],
    ['Ví dụ: trụ cột, nhóm chỉ số. Có thể để trống.', 'Such as pillar or index group. May be empty.'],
  ),
  onlyYes(
    'example',
    ['Chỉ để minh họa', 'Example only'],
    [
      '“có” nếu chỉ dùng làm ví dụ; khi đó không đưa ra để đánh giá.',
      '“yes” when it is only an example; it is then not offered for assessments.',
    ],
  ),
  word('basis')(
    'provenance.basis',
    ['Tính chất', 'Basis'],
    [
      'Chính thức, có điều chỉnh, tự biên soạn hoặc tạm thời; in trong báo cáo.',
      'Official, adapted, own or provisional; printed on the report.',
    ],
  ),
  word('status')(
    'provenance.status',
    ['Tình trạng', 'Status'],
    ['Tình trạng của văn bản gốc.', 'Status of the source document.'],
  ),
  texts(
    'provenance.notice',
    ['Lưu ý in trong báo cáo', 'Notice on the report'],
    ['Phần nào chính thức, phần nào tự đặt.', 'What is official and what is not.'],
  ),
  day(
    'provenance.reviewed',
    ['Ngày rà soát', 'Reviewed'],
    [
      'Lần cuối đối chiếu với văn bản: năm, tháng/năm hoặc ngày (2026-11-22).',
      'Last checked against the documents: year, month or day (2026-11-22).',
    ],
  ),
];

/** How the parts join and get a level; for the whole, for every group, or for one group. */
export const RULES: readonly Column[] = [
  word('aggregate')(
    'aggregate.kind',
    ['Cách gộp', 'Joining rule'],
    ['Các phần con gộp thành điểm thế nào.', 'How the parts join into points.'],
  ),
  int('aggregate.k', ['Gộp: thứ k thấp nhất', 'Joining: k-th lowest'], ['Chỉ với “thấp nhất”.', 'With “lowest” only.']),
  decimal(
    'aggregate.to',
    ['Gộp: thang đến', 'Joining: scale to'],
    ['Với “tổng đạt trên tổng tối đa” và “trung bình tỷ lệ”.', 'With “pooled” and “mean of shares”.'],
  ),
  word('valueOrPercent')(
    'aggregate.on',
    ['Gộp: đếm theo', 'Joining: count on'],
    ['Với “đếm phần đạt”.', 'With “count”.'],
  ),
  decimal('aggregate.atLeast', ['Gộp: đếm từ', 'Joining: count from'], ['Với “đếm phần đạt”.', 'With “count”.']),
  decimal('aggregate.start', ['Gộp: điểm ban đầu', 'Joining: start'], ['Với “trừ phần thiếu”.', 'With “penalties”.']),
  word('geometricZero')(
    'aggregate.zero',
    ['Gộp: phần bằng 0', 'Joining: a zero'],
    ['Với “trung bình nhân”.', 'With “geometric mean”.'],
  ),
  word('level')(
    'level.kind',
    ['Cách xếp mức', 'Level rule'],
    [
      'Bảng khoảng ghi ở trang Khoảng điểm; điều kiện và hồ sơ ghi ở trang Điều kiện mức.',
      'Bands stand on the sheet Bands; conditions and profiles on the sheet Level rules.',
    ],
  ),
  word('valueOrPercent')(
    'level.on',
    ['Mức: xét theo', 'Level: on'],
    ['Với “bảng khoảng”: điểm, hoặc phần trăm của điểm tối đa.', 'With “bands”: points, or percent of the maximum.'],
  ),
  decimal(
    'level.share',
    ['Mức: tỷ lệ câu đạt', 'Level: share of items'],
    ['Với “đủ tỷ lệ câu đạt”: số phần trăm, ví dụ 80.', 'With “share of items”: percent, such as 80.'],
  ),
  int('level.count', ['Mức: số câu đạt', 'Level: number of items'], ['Thay cho tỷ lệ.', 'Instead of the share.']),
  word('gateItems')(
    'level.items',
    ['Mức: xét những câu', 'Level: items'],
    ['Mọi câu, hoặc chỉ câu thuộc mức đang xét.', 'All items, or the items of the level.'],
  ),
  decimal(
    'level.reach',
    ['Mức: câu đạt từ', 'Level: reached from'],
    ['Số điểm từ đó câu thuộc mức được coi là đạt.', 'Points from which an item of the level is reached.'],
  ),
  flag(
    'level.cumulative',
    ['Mức: phải đạt mức dưới', 'Level: lower ones too'],
    ['“không” nếu được đạt mức cao khi mức thấp chưa đạt.', '“no” when a level may be reached without a lower one.'],
  ),
  decimal(
    'level.largely',
    ['Mức: đạt phần lớn từ', 'Level: largely from'],
    ['Với “đạt phần lớn và đạt đủ”.', 'With “largely and fully”.'],
  ),
  decimal(
    'level.fully',
    ['Mức: đạt đủ từ', 'Level: fully from'],
    ['Với “đạt phần lớn và đạt đủ”.', 'With “largely and fully”.'],
  ),
  decimal(
    'scale.from',
    ['Thang riêng: từ', 'Own scale: from'],
    ['Đưa điểm về thang riêng.', 'Puts the points on a scale of their own.'],
  ),
  decimal(
    'scale.to',
    ['Thang riêng: đến', 'Own scale: to'],
    ['Đưa điểm về thang riêng.', 'Puts the points on a scale of their own.'],
  ),
  decimal(
    'limits.min',
    ['Giới hạn: ít nhất', 'Limit: least'],
    ['Gồm cả điểm thưởng và điểm trừ.', 'Bonus and deduction included.'],
  ),
  decimal(
    'limits.max',
    ['Giới hạn: nhiều nhất', 'Limit: most'],
    ['Gồm cả điểm thưởng và điểm trừ.', 'Bonus and deduction included.'],
  ),
  int(
    'round.decimals',
    ['Làm tròn: số chữ số', 'Rounding: digits'],
    ['Chỉ khi văn bản gốc làm tròn tại đây.', 'Only where the source rounds here.'],
  ),
  word('rounding')(
    'round.mode',
    ['Làm tròn: cách', 'Rounding: mode'],
    ['Chỉ khi văn bản gốc làm tròn tại đây.', 'Only where the source rounds here.'],
  ),
  decimal(
    'declared.max',
    ['Kiểm tra: điểm tối đa', 'Check: maximum'],
    ['Điểm tối đa phải cộng đúng bằng số này.', 'What the maximum must add up to.'],
  ),
  decimal(
    'declared.weights',
    ['Kiểm tra: tổng trọng số', 'Check: weights'],
    ['Trọng số phải cộng đúng bằng số này.', 'What the weights must add up to.'],
  ),
];

/** For one group only. */
export const GROUP_RULES: readonly Column[] = [
  decimal(
    'completeness',
    ['Nhóm: đủ từ', 'Group: settled from'],
    [
      'Phần trăm số câu của nhóm phải trả lời xong mới có điểm.',
      'Percent of its items that must be settled for a figure.',
    ],
  ),
  word('emptyGroup')(
    'whenEmpty',
    ['Nhóm không còn câu nào', 'Group without items'],
    ['Khi mọi câu đều không áp dụng.', 'When nothing in it applies.'],
  ),
];

/** For the whole questionnaire only. */
export const TOTAL_RULES: readonly Column[] = [
  wordOr(
    'unanswered',
    'meanFrom',
    'meanFrom',
    true,
  )(
    'unanswered',
    ['Câu chưa trả lời', 'Unanswered items'],
    [
      'Ảnh hưởng đến điểm; “trung bình khi đủ 80” nghĩa là lấy trung bình các câu đã trả lời nếu có ít nhất 80%.',
      'Effect on the points; “mean from 80” takes the mean of the answered items if at least 80% are.',
    ],
  ),
  word('effect')(
    'notApplicable',
    ['Câu không áp dụng', 'Items not applicable'],
    ['Ảnh hưởng đến điểm.', 'Effect on the points.'],
  ),
  word('emptyGroup')(
    'emptyGroup',
    ['Nhóm không còn câu nào', 'Group without items'],
    ['Khi mọi câu đều không áp dụng.', 'When nothing in it applies.'],
  ),
  decimal(
    'completeness.atLeast',
    ['Đủ câu: từ phần trăm', 'Settled: from percent'],
    ['Dưới tỷ lệ này không có kết quả.', 'Below this share there is no result.'],
  ),
  word('submit')(
    'completeness.submit',
    ['Đủ câu: khi chốt', 'Settled: to close'],
    ['Những câu phải trả lời trước khi chốt.', 'What must be settled before closing.'],
  ),
  word('levelForm')('levelForm', ['Cách viết mức', 'Form of the level'], ['2; 2,4; 2+.', '2; 2.4; 2+.']),
  words('beside')('beside', ['In kèm', 'Printed beside'], ['Trung bình; thấp nhất.', 'Mean; lowest.'], { preset: [] }),
  int(
    'decimals',
    ['Số chữ số thập phân', 'Decimals'],
    ['Khi hiển thị điểm, từ 0 đến 4.', 'When points are shown, 0 to 4.'],
    { preset: 2 },
  ),
  texts('explanation', ['Giải thích cách tính', 'Explanation'], ['In trong báo cáo.', 'Printed on the report.']),
];
