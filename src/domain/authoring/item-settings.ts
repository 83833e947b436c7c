/** The rarer settings of items, which stand in rows of their own on the scoring sheet. */
import type { Column } from './columns.ts';
import { day, decimal, flag, ids, int, onlyYes, texts, word, wordOr } from './columns.ts';

/** Rarer settings of one item. */
export const ITEM_RULES: readonly Column[] = [
  texts('example', ['Ví dụ', 'Example'], ['Ví dụ minh họa cho câu hỏi.', 'An example for the question.']),
  texts('legal', ['Căn cứ', 'Legal basis'], ['Văn bản, điều khoản của câu này.', 'Document and clause of the item.']),
  texts(
    'adapted',
    ['Phần đã điều chỉnh', 'Adapted'],
    ['Khác văn bản gốc ở chỗ nào; in trong báo cáo.', 'How it differs from the source; printed.'],
  ),
  decimal(
    'evidenceFactor.none',
    ['Hệ số khi không có minh chứng', 'Factor without evidence'],
    ['0 là mất điểm, 1 là giữ nguyên.', '0 takes the points away, 1 leaves them.'],
  ),
  decimal(
    'evidenceFactor.offered',
    ['Hệ số khi đã nêu minh chứng', 'Factor with evidence'],
    ['Phải ghi đủ bốn hệ số.', 'All four factors belong together.'],
  ),
  decimal(
    'evidenceFactor.approved',
    ['Hệ số khi minh chứng được chấp nhận', 'Factor when approved'],
    ['Phải ghi đủ bốn hệ số.', 'All four factors belong together.'],
  ),
  decimal(
    'evidenceFactor.rejected',
    ['Hệ số khi minh chứng bị bác', 'Factor when rejected'],
    ['Phải ghi đủ bốn hệ số.', 'All four factors belong together.'],
  ),
  wordOr('effect', 'copy', 'copy')(
    'notApplicableAs',
    ['Khi không áp dụng', 'When not applicable'],
    [
      'Thay cho quy định chung; “như câu …” lấy tỷ lệ điểm của câu cùng nhóm.',
      'Instead of the general rule; “as item …” takes the share of a sibling.',
    ],
  ),
  flag('required', ['Bắt buộc trả lời', 'Required'], ['Trước khi chốt kết quả.', 'Before the assessment is closed.']),
  word('whenHidden')(
    'whenHidden',
    ['Khi không hiện', 'While hidden'],
    ['Câu hỏi tiếp đang ẩn bỏ ra hay tính 0.', 'A hidden follow-up is left out or counts zero.'],
  ),
  word('role')(
    'role',
    ['Thưởng hoặc trừ', 'Bonus or deduction'],
    ['Điểm nằm ngoài điểm tối đa.', 'Points outside the maximum.'],
  ),
  decimal(
    'knockOut.below',
    ['Điều kiện loại: dưới', 'Knock-out: below'],
    ['Dưới số điểm này thì bị chặn.', 'Below this many points.'],
  ),
  int(
    'knockOut.capLevel',
    ['Điều kiện loại: mức không quá', 'Knock-out: level at most'],
    ['Chặn mức chung.', 'Caps the overall level.'],
  ),
  onlyYes(
    'knockOut.zeroGroup',
    ['Điều kiện loại: nhóm 0 điểm', 'Knock-out: group is zero'],
    ['“có” thì cả nhóm không có điểm.', '“yes” makes the group worth nothing.'],
  ),
  int('atLevel', ['Thuộc mức', 'Of level'], ['Câu thuộc mức nào.', 'The level that the item belongs to.']),
  ids(
    'formerIds',
    ['Mã ở phiên bản trước', 'Former ids'],
    ['Để so sánh với kỳ trước.', 'For comparison with earlier rounds.'],
  ),
  int(
    'meaning',
    ['Lần đổi nội dung', 'Meaning'],
    [
      'Tăng lên khi phiên bản mới hỏi nội dung khác dưới cùng một mã.',
      'Raised when a new version asks something else under the same id.',
    ],
  ),
  flag(
    'reverse',
    ['Tính ngược', 'Turned round'],
    ['Điểm cao nhất thành thấp nhất.', 'The highest points become the lowest.'],
  ),
  word('recode')(
    'recode.kind',
    ['Đổi thang: cách', 'Recoding: kind'],
    ['Đưa điểm các phương án về thang mới.', 'Puts the points of the options on a new scale.'],
  ),
  decimal('recode.to', ['Đổi thang: đến', 'Recoding: to'], ['Điểm cao nhất của thang mới.', 'Top of the new scale.']),
  wordOr('join', 'row', 'row')(
    'join',
    ['Gộp các dòng', 'Joining of rows'],
    ['Với hai dạng bảng; “dòng …” chỉ tính một dòng.', 'For matrix and grid; “row …” counts one row only.'],
  ),
  word('blankRows')('blankRows', ['Dòng để trống', 'Blank rows'], ['Với bảng một thang.', 'For matrix.'], {
    preset: 'zero',
  }),
  word('rowRule')('rowRule', ['Điểm của một dòng', 'Points of a row'], ['Với bảng nhiều cột.', 'For grid.']),
  flag(
    'mayExceed',
    ['Tử số được vượt', 'May exceed'],
    ['Với tỷ lệ: tử số được lớn hơn mẫu số.', 'For ratio: the part may exceed the whole.'],
    { preset: false },
  ),
  word('measure')(
    'measure',
    ['Chỉ tiêu: nhập gì', 'Indicator: measure'],
    [
      'Con số, phần trăm, phần trên tổng, hoặc đạt hay chưa.',
      'A number, a percentage, part of a whole, or reached or not.',
    ],
  ),
  word('direction')(
    'direction',
    ['Chỉ tiêu: chiều', 'Indicator: direction'],
    ['Càng cao hay càng thấp càng tốt.', 'Higher or lower is better.'],
    { preset: 'higher' },
  ),
  int(
    'baseline.year',
    ['Chỉ tiêu: năm gốc', 'Indicator: base year'],
    ['Năm của giá trị ban đầu.', 'Year of the base value.'],
  ),
  decimal(
    'baseline.value',
    ['Chỉ tiêu: giá trị gốc', 'Indicator: base value'],
    ['Giá trị ban đầu.', 'Where it stood at the start.'],
  ),
  decimal(
    'onTheWayFrom',
    ['Chỉ tiêu: đang thực hiện từ', 'Indicator: on the way from'],
    ['Phần trăm của mục tiêu.', 'Percent of the target.'],
    { preset: '50' },
  ),
  texts('lead', ['Chỉ tiêu: chủ trì', 'Indicator: lead'], ['Cơ quan chủ trì.', 'Lead agency.']),
  texts(
    'cooperating',
    ['Chỉ tiêu: phối hợp', 'Indicator: cooperating'],
    ['Cơ quan phối hợp.', 'Cooperating agencies.'],
  ),
  texts(
    'place',
    ['Chỉ tiêu: vị trí trong văn bản', 'Indicator: place'],
    ['Mục, khoản, trang.', 'Section, clause, page.'],
  ),
  int('maxLength', ['Văn bản: số ký tự', 'Text: length'], ['Số ký tự nhiều nhất.', 'Most characters.'], {
    preset: 2000,
  }),
  day('earliest', ['Ngày: sớm nhất', 'Date: earliest'], ['Ngày sớm nhất được nhập.', 'Earliest day.']),
  day('latest', ['Ngày: muộn nhất', 'Date: latest'], ['Ngày muộn nhất được nhập.', 'Latest day.']),
];
