/** The sheets that say what is asked: general facts, levels, groups, items, options. */
import { day, decimal, flag, id, int, onlyYes, plain, texts, word } from './columns.ts';
import { table, kinds, note } from './table.ts';

const position = int(
  'position',
  ['Thứ tự', 'Position'],
  [
    'Chỉ ghi khi một nhóm vừa có câu hỏi vừa có nhóm con xen nhau; để trống thì câu hỏi đứng trước.',
    'Only where a group mixes items and groups; empty puts the items first.',
  ],
);
const weight = decimal('weight', ['Trọng số', 'Weight'], ['Trống là 1.', 'Empty means 1.'], { preset: '1' });
const scored = flag('scored', ['Tính điểm', 'Scored'], ['Trống là có.', 'Empty means yes.'], { preset: true });
const code = id(
  'code',
  ['Ký hiệu', 'Code'],
  [
    'Số hiển thị cho người dùng, ví dụ 1.2; định dạng ô là Văn bản.',
    'What people see, such as 1.2; format the cell as text.',
  ],
  { width: 10 },
);

export const CONTENT_TABLES = {
  general: table(
    'general',
    ['Thông tin chung', 'General'],
    ['Mỗi dòng là một mục; giữ nguyên cột đầu.', 'One fact per row; leave the first column as it is.'],
    [
      plain('field', ['Mục', 'Field'], ['Không sửa cột này.', 'Do not change this column.'], { width: 28 }),
      plain('value', ['Nội dung', 'Value'], ['Câu chữ ghi bằng tiếng Việt.', 'Wording in Vietnamese.'], { width: 64 }),
      plain(
        'english',
        ['Tiếng Anh', 'English'],
        ['Chỉ cho câu chữ; có thể để trống.', 'For wording only; may be empty.'],
        { width: 64 },
      ),
    ],
    { needed: true },
  ),
  documents: table(
    'documents',
    ['Văn bản', 'Documents'],
    ['Văn bản mà bộ câu hỏi dựa vào.', 'Documents behind the questionnaire.'],
    [
      plain('number', ['Số, ký hiệu', 'Number'], ['Ví dụ 713/QĐ-UBND.', 'Such as 713/QĐ-UBND.']),
      day('date', ['Ngày ban hành', 'Date'], ['Năm, tháng/năm hoặc ngày.', 'Year, month or day.']),
      texts('issuer', ['Cơ quan ban hành', 'Issuer'], ['Tên cơ quan.', 'Name of the body.']),
      texts('title', ['Trích yếu', 'Title'], ['Tên hoặc trích yếu.', 'Title or subject.'], { width: 48 }),
      word('documentStatus')('status', ['Hiệu lực', 'Status'], ['Chọn trong danh sách.', 'Choose from the list.']),
      plain(
        'replacedBy',
        ['Được thay bằng', 'Replaced by'],
        ['Số, ký hiệu văn bản mới.', 'Number of the new document.'],
      ),
      note,
    ],
  ),
  levels: table(
    'levels',
    ['Mức', 'Levels'],
    ['Các mức từ thấp lên cao.', 'The levels, lowest first.'],
    [
      int('value', ['Mức', 'Level'], ['Số nguyên từ 0 đến 20.', 'Whole number, 0 to 20.']),
      texts('name', ['Tên mức', 'Name'], ['Tối đa 80 ký tự.', 'At most 80 characters.'], { width: 24 }),
      texts(
        'meaning',
        ['Ý nghĩa', 'Meaning'],
        ['Mô tả đơn vị ở mức này.', 'What an organisation at this level is like.'],
        { width: 64 },
      ),
    ],
    { needed: true },
  ),
  structure: table(
    'structure',
    ['Cấu trúc', 'Structure'],
    ['Các nhóm, theo thứ tự; nhóm con ghi mã nhóm cha.', 'The groups in order; a subgroup names its parent.'],
    [
      id(
        'id',
        ['Mã nhóm', 'Group id'],
        [
          'Chữ thường không dấu, số, gạch nối; không trùng mã nào khác.',
          'Lower-case letters, digits, hyphens; used once only.',
        ],
      ),
      id(
        'parent',
        ['Thuộc nhóm', 'Parent'],
        ['Mã nhóm cha; trống là nhóm lớn.', 'Id of the parent; empty for a top group.'],
      ),
      code,
      texts('title', ['Tên nhóm', 'Title'], ['Tối đa 200 ký tự.', 'At most 200 characters.']),
      texts('description', ['Mô tả', 'Description'], ['Nhóm xem xét điều gì.', 'What the group looks at.'], {
        width: 48,
      }),
      weight,
      scored,
      kinds,
      position,
    ],
    { needed: true, frozen: 1 },
  ),
  items: table(
    'items',
    ['Câu hỏi', 'Items'],
    ['Mỗi dòng một câu hỏi hoặc tiêu chí, theo thứ tự trong nhóm.', 'One item per row, in the order of its group.'],
    [
      id(
        'id',
        ['Mã câu', 'Item id'],
        [
          'Chữ thường không dấu, số, gạch nối; không đổi khi sửa lời.',
          'Lower-case letters, digits, hyphens; stays when the wording changes.',
        ],
      ),
      id('parent', ['Thuộc nhóm', 'Group'], ['Mã nhóm ở trang Cấu trúc.', 'Id of the group on the sheet Structure.']),
      code,
      word('type')(
        'type',
        ['Dạng', 'Type'],
        [
          'Chọn trong danh sách; ý nghĩa từng dạng ở trang Hướng dẫn.',
          'Choose from the list; the guide explains each.',
        ],
      ),
      texts('title', ['Tên', 'Title'], ['Cụm danh từ ngắn.', 'A short noun phrase.']),
      texts('question', ['Câu hỏi', 'Question'], ['Một câu rõ ràng.', 'One clear sentence.'], { width: 48 }),
      texts(
        'help',
        ['Cách tính điểm', 'Help'],
        ['Cách chọn, số liệu lấy ở đâu.', 'How to decide, where the figure comes from.'],
        { width: 48 },
      ),
      word('evidence')('evidence', ['Minh chứng', 'Evidence'], ['Trống là không cần.', 'Empty means none.'], {
        preset: 'none',
      }),
      texts(
        'evidenceHint',
        ['Gợi ý minh chứng', 'Evidence hint'],
        ['Văn bản, số liệu nào chứng minh.', 'Which document proves it.'],
      ),
      flag('notApplicable', ['Được chọn không áp dụng', 'May not apply'], ['Trống là không.', 'Empty means no.'], {
        preset: false,
      }),
      weight,
      scored,
      int(
        'priority',
        ['Ưu tiên', 'Priority'],
        ['1 thấp, 2 vừa, 3 cao; trống là 2.', '1 low, 2 medium, 3 high; empty means 2.'],
        { preset: 2 },
      ),
      int(
        'effort',
        ['Công sức', 'Effort'],
        ['1 ít, 2 vừa, 3 nhiều; trống là 2.', '1 little, 2 medium, 3 much; empty means 2.'],
        { preset: 2 },
      ),
      id(
        'optionSet',
        ['Phương án dùng chung', 'Shared options'],
        ['Mã bộ phương án ở trang Phương án.', 'Id of the set on the sheet Options.'],
      ),
      texts('unit', ['Đơn vị tính', 'Unit'], ['Với số liệu và chỉ tiêu.', 'For number and indicator.'], { width: 16 }),
      decimal(
        'min',
        ['Nhỏ nhất', 'Least'],
        ['Với số liệu: giá trị nhỏ nhất được nhập.', 'For number: least figure that may be entered.'],
      ),
      decimal(
        'max',
        ['Lớn nhất', 'Most'],
        [
          'Với số liệu: giá trị lớn nhất; với chọn nhiều: điểm tối đa.',
          'For number: most that may be entered; for several choices: cap on the points.',
        ],
      ),
      int(
        'decimals',
        ['Số lẻ', 'Decimals'],
        ['Số chữ số thập phân được nhập; trống là 0.', 'Digits after the decimal mark; empty means 0.'],
        { preset: 0 },
      ),
      texts('numerator', ['Tử số', 'Numerator'], ['Với tỷ lệ: phần đạt.', 'For ratio: the part.'], { width: 28 }),
      texts('denominator', ['Mẫu số', 'Denominator'], ['Với tỷ lệ: tổng.', 'For ratio: the whole.'], { width: 28 }),
      word('whenZero')('whenZero', ['Khi mẫu số bằng 0', 'When the whole is 0'], ['Với tỷ lệ.', 'For ratio.']),
      word('numberScore')(
        'score.kind',
        ['Đổi số ra điểm', 'Figure to points'],
        [
          'Với số liệu và tỷ lệ. Bảng khoảng ghi ở trang Khoảng điểm.',
          'For number and ratio. Bands stand on the sheet Bands.',
        ],
      ),
      decimal('score.zeroAt', ['0 điểm tại', 'Zero at'], ['Với đường thẳng.', 'For linear.']),
      decimal('score.fullAt', ['Đủ điểm tại', 'Full at'], ['Với đường thẳng.', 'For linear.']),
      decimal(
        'score.points',
        ['Điểm', 'Points'],
        [
          'Đường thẳng: điểm tối đa; theo từng đơn vị: điểm mỗi đơn vị.',
          'Linear: most points; per unit: points for each.',
        ],
      ),
      decimal('score.most', ['Điểm nhiều nhất', 'Most points'], ['Theo từng đơn vị.', 'Per unit.']),
      kinds,
      position,
    ],
    { needed: true, frozen: 1 },
  ),
  options: table(
    'options',
    ['Phương án', 'Options'],
    [
      'Bậc, phương án, dòng, cột của từng câu; phương án dùng chung ghi mã bộ thay cho mã câu.',
      'Steps, options, rows and columns of each item; shared options name their set instead of an item.',
    ],
    [
      id(
        'owner',
        ['Mã câu', 'Item'],
        ['Mã câu, hoặc mã bộ phương án dùng chung.', 'Id of the item, or of the shared set.'],
      ),
      word('part')(
        'part',
        ['Loại dòng', 'Part'],
        [
          'Bậc, nội dung của bậc (đứng sau bậc), phương án, phương án dùng chung, dòng, cột, ý chất lượng.',
          'Step, element of step (after its step), option, shared option, row, column, quality point.',
        ],
      ),
      id(
        'id',
        ['Mã', 'Id'],
        [
          'Trống thì lấy theo điểm; bắt buộc với chọn nhiều, nội dung của bậc, dòng, cột.',
          'Empty takes the points; needed for several choices, elements, rows, columns.',
        ],
      ),
      decimal(
        'points',
        ['Điểm', 'Points'],
        ['Điểm của phương án hoặc cột; số mức của bậc.', 'Points of the option or column; level number of the step.'],
      ),
      texts('title', ['Tên ngắn', 'Short name'], ['Có thể để trống.', 'May be empty.'], { width: 20 }),
      texts('text', ['Nội dung', 'Text'], ['Mô tả tình trạng quan sát được.', 'The state that can be observed.'], {
        width: 56,
      }),
      texts('sign', ['Dấu hiệu', 'Sign'], ['Với bậc; có thể để trống.', 'For steps; may be empty.'], { width: 28 }),
      word('counts')('counts', ['Cách tính', 'Counts'], ['Trống là tính điểm.', 'Empty means scored.']),
      onlyYes(
        'exclusive',
        ['Không chọn cùng', 'Exclusive'],
        ['“có” nếu không chọn cùng phương án khác.', '“yes” when it cannot go with another.'],
      ),
      decimal('weight', ['Trọng số', 'Weight'], ['Với dòng; trống là 1.', 'For rows; empty means 1.']),
    ],
    { frozen: 2 },
  ),
};
