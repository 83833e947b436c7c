/** The sheets that say how it is scored and tested. */
import { decimal, id, ids, int, plain, texts, word } from './columns.ts';
import { table, kinds, note } from './table.ts';

const scope = id(
  'scope',
  ['Áp dụng cho', 'Applies to'],
  ['(toàn bộ), (mọi nhóm), mã nhóm hoặc mã câu.', '(whole), (every group), or the id of a group or item.'],
  { width: 20 },
);

export const RULE_TABLES = {
  bands: table(
    'bands',
    ['Khoảng điểm', 'Bands'],
    [
      'Mỗi dòng một khoảng, từ thấp lên cao; khoảng sau bắt đầu ở nơi khoảng trước dừng.',
      'One band per row, lowest first; each begins where the one before ends.',
    ],
    [
      scope,
      word('closed')(
        'closed',
        ['Cận nào thuộc khoảng', 'Closed side'],
        [
          'Ghi ở dòng đầu: cận dưới (từ … đến dưới …) hoặc cận trên (trên … đến …).',
          'On the first row: lower (from … to below …) or upper (above … up to …).',
        ],
      ),
      decimal('from', ['Bắt đầu từ', 'From'], ['Ghi ở dòng đầu.', 'On the first row.']),
      decimal('to', ['Đến', 'To'], ['Trống ở dòng cuối là không giới hạn.', 'Empty on the last row leaves it open.']),
      decimal(
        'value',
        ['Được điểm hoặc mức', 'Gives points or level'],
        ['Điểm của câu, hoặc số mức.', 'Points of the item, or a level.'],
        { width: 14 },
      ),
    ],
  ),
  scoring: table(
    'scoring',
    ['Cách tính', 'Scoring'],
    [
      'Mỗi dòng một thiết lập; trang Tra cứu liệt kê mọi thiết lập.',
      'One setting per row; the sheet Reference lists them all.',
    ],
    [
      scope,
      plain('setting', ['Thiết lập', 'Setting'], ['Chọn trong danh sách.', 'Choose from the list.'], { width: 34 }),
      plain(
        'value',
        ['Giá trị', 'Value'],
        [
          'Số, hoặc từ ghi ở trang Tra cứu; câu chữ ghi bằng tiếng Việt.',
          'A number, or a word from the sheet Reference; wording in Vietnamese.',
        ],
        { width: 48 },
      ),
      plain(
        'english',
        ['Tiếng Anh', 'English'],
        ['Chỉ cho câu chữ; có thể để trống.', 'For wording only; may be empty.'],
        { width: 48 },
      ),
    ],
    { needed: true, frozen: 2 },
  ),
  'level-rules': table(
    'level-rules',
    ['Điều kiện mức', 'Level rules'],
    ['Điều kiện, hồ sơ và giới hạn của mức.', 'Conditions, profiles and caps of levels.'],
    [
      scope,
      word('levelRule')('rule', ['Loại', 'Rule'], ['Chọn trong danh sách.', 'Choose from the list.'], { width: 26 }),
      int('level', ['Mức', 'Level'], ['Mức được xét, hoặc mức không được vượt.', 'The level in question, or the cap.']),
      word('totalSide')(
        'side',
        ['Tổng điểm', 'Total'],
        ['“trên” hoặc “từ” số ở cột sau.', '“more than” or “at least” the next column.'],
        { width: 14 },
      ),
      decimal('total', ['Số điểm', 'Points'], ['Cận của tổng điểm.', 'Bound of the total.']),
      int('count', ['Số nhóm', 'Groups'], ['Cần bao nhiêu nhóm đạt.', 'How many groups must reach it.']),
      int(
        'groupLevel',
        ['Mức của nhóm', 'Group level'],
        ['Nhóm phải đạt mức nào.', 'Level that the groups must reach.'],
      ),
      id('group', ['Nhóm', 'Group'], ['Với hồ sơ: mỗi nhóm một dòng.', 'For profiles: one row per group.']),
      ids(
        'items',
        ['Các câu', 'Items'],
        [
          'Với giới hạn theo câu: mã câu cách nhau bằng dấu chấm phẩy.',
          'For caps by items: ids separated by semicolons.',
        ],
      ),
      decimal('below', ['Dưới', 'Below'], ['Với giới hạn theo câu.', 'For caps by items.']),
      int(
        'plus',
        ['Hơn nhiều nhất', 'At most above'],
        [
          'Với giới hạn theo nhóm thấp nhất: được hơn mấy mức.',
          'For the cap by the lowest group: how many levels above.',
        ],
      ),
    ],
  ),
  conditions: table(
    'conditions',
    ['Điều kiện hiện', 'Show when'],
    [
      'Khi nào một câu hoặc nhóm hiện ra. Đánh số 1, 1.1, 1.2 cho điều kiện lồng nhau.',
      'When an item or group is shown. Number nested conditions 1, 1.1, 1.2.',
    ],
    [
      id('owner', ['Câu hoặc nhóm', 'Item or group'], ['Mã của câu hoặc nhóm sẽ hiện ra.', 'Id of what is shown.']),
      id(
        'number',
        ['Số', 'Number'],
        ['1; bên trong là 1.1, 1.2. Định dạng ô là Văn bản.', '1; inside it 1.1, 1.2. Format the cell as text.'],
        { width: 10 },
      ),
      word('test')(
        'test',
        ['Điều kiện', 'Condition'],
        ['tất cả, một trong, không phải: gồm các dòng bên trong.', 'all of, any of, not: hold the rows inside.'],
      ),
      id('item', ['Câu được xét', 'Item looked at'], ['Mã của câu đứng trước.', 'Id of an earlier item.']),
      plain(
        'value',
        ['Giá trị', 'Value'],
        ['Mã phương án, số điểm, ngày, tình trạng hoặc loại đơn vị.', 'Id of the option, points, day, state or kind.'],
      ),
    ],
    { frozen: 2 },
  ),
  targets: table(
    'targets',
    ['Mục tiêu', 'Targets'],
    [
      'Mức mục tiêu theo năm (cột đầu để trống) và mục tiêu của từng chỉ tiêu.',
      'Target levels by year (first column empty) and the targets of indicators.',
    ],
    [
      id(
        'item',
        ['Chỉ tiêu', 'Indicator'],
        ['Mã câu; trống là mức mục tiêu của cả bộ.', 'Id of the item; empty for the whole questionnaire.'],
      ),
      int('year', ['Năm', 'Year'], ['Năm phải đạt.', 'Year of the target.']),
      decimal(
        'value',
        ['Giá trị hoặc mức', 'Figure or level'],
        ['Trống với chỉ tiêu đạt hoặc chưa.', 'Empty for reached or not.'],
        { width: 16 },
      ),
      kinds,
      note,
    ],
  ),
  recommendations: table(
    'recommendations',
    ['Khuyến nghị', 'Recommendations'],
    [
      'Việc nên làm để lên điểm (câu hỏi) hoặc theo mức (nhóm); việc làm kèm công sức.',
      'What to do to reach points (items) or at a level (groups); measures with their effort.',
    ],
    [
      id('owner', ['Câu hoặc nhóm', 'Item or group'], ['Mã câu hoặc mã nhóm.', 'Id of the item or group.']),
      word('advice')('kind', ['Loại', 'Kind'], ['Khuyến nghị hoặc việc làm.', 'Advice or measure.']),
      decimal(
        'at',
        ['Để đạt', 'To reach'],
        ['Câu: điểm cần đạt; nhóm: mức đang đứng.', 'Item: the points to reach; group: the level where it stands.'],
      ),
      texts('text', ['Nội dung', 'Text'], ['Một việc cụ thể.', 'One concrete step.'], { width: 64 }),
      id('id', ['Mã việc', 'Measure id'], ['Chỉ với việc làm.', 'For measures only.']),
      int(
        'effort',
        ['Công sức', 'Effort'],
        ['Chỉ với việc làm: 1 ít, 2 vừa, 3 nhiều.', 'For measures only: 1 little, 2 medium, 3 much.'],
      ),
    ],
  ),
  vectors: table(
    'vectors',
    ['Phép thử', 'Vectors'],
    [
      'Câu trả lời mẫu và kết quả đúng; bộ câu hỏi có phép thử sai sẽ không được dùng.',
      'Sample answers and the right outcome; a questionnaire that fails one is refused.',
    ],
    [
      plain(
        'name',
        ['Phép thử', 'Vector'],
        ['Tên; chỉ ghi ở dòng đầu của mỗi phép thử.', 'Name; on the first row of each vector only.'],
        { width: 44 },
      ),
      word('vector')('what', ['Loại dòng', 'Row'], ['Đầu vào hoặc kết quả.', 'Input or outcome.'], { width: 24 }),
      id('of', ['Mã', 'Id'], ['Mã câu hoặc mã nhóm.', 'Id of the item or group.']),
      id(
        'part',
        ['Phần', 'Part'],
        [
          'a, b của tỷ lệ; mã dòng của bảng; na là lý do không áp dụng; none là không có mục nào.',
          'a, b of a ratio; row of a table; na: reason for not applicable; none: none of these.',
        ],
        { width: 16 },
      ),
      plain(
        'value',
        ['Giá trị', 'Value'],
        [
          'Số, mã phương án, hoặc danh sách trong ngoặc vuông: [a; b].',
          'A number, an option, or a list in brackets: [a; b].',
        ],
        { width: 30 },
      ),
    ],
    { needed: true, frozen: 1 },
  ),
};
