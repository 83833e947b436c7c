/**
 * The small questionnaire that a new workbook starts with: four types of items, shared options, a follow-up, bands and
 * vectors worked out by hand. It is valid as it stands, so that an author can change it piece by piece.
 */
const t = (vi: string, en: string) => ({ vi, en });
const level = (value: number, name: ReturnType<typeof t>, meaning: ReturnType<typeof t>) => ({ value, name, meaning });

const thirds = {
  kind: 'bands',
  on: 'percent',
  table: {
    closed: 'lower',
    from: 0,
    bands: [
      { to: 40, value: 1 },
      { to: 75, value: 2 },
      { to: null, value: 3 },
    ],
  },
};

export const EXAMPLE_DEFINITION = {
  format: 'thuoc-so/questionnaire/1',
  id: 'bo-cau-hoi-mau',
  version: '1.0.0',
  title: t('Bộ câu hỏi mẫu', 'Example questionnaire'),
  shortTitle: t('Mẫu', 'Example'),
  summary: t(
    'Ví dụ ngắn gồm năm câu trong hai nhóm. Thay bằng nội dung của đơn vị soạn.',
    'A short example of five items in two groups. Replace it with your own.',
  ),
  minutes: 5,
  audience: ['commune', 'ward', 'special-zone'],
  provenance: {
    basis: 'own',
    status: 'not-issued',
    documents: [],
    notice: t('Ví dụ do người soạn tự đặt, không phải quy định.', 'An example of the author, not a regulation.'),
    reviewed: '2026-11',
  },
  groupWord: t('nhóm', 'group'),
  answerSets: [
    {
      id: 'ba-muc',
      options: [
        { points: 0, title: t('Chưa', 'No'), text: t('Chưa làm.', 'Not done yet.') },
        { points: 1, title: t('Một phần', 'Partly'), text: t('Đã làm một phần.', 'Done in part.') },
        { points: 2, title: t('Đầy đủ', 'Fully'), text: t('Đã làm đầy đủ.', 'Done in full.') },
      ],
    },
  ],
  levels: [
    level(1, t('Bắt đầu', 'Starting'), t('Đã có những việc đầu tiên.', 'The first things are in place.')),
    level(2, t('Vào nếp', 'In routine'), t('Phần lớn việc chính đã làm đều.', 'Most main tasks are done regularly.')),
    level(
      3,
      t('Vững vàng', 'Well established'),
      t('Công việc, số liệu và mục tiêu gắn với nhau.', 'Work, figures and targets belong together.'),
    ),
  ],
  scoring: {
    unanswered: 'zero',
    notApplicable: 'exclude',
    group: { kind: 'sum' },
    groupLevel: thirds,
    total: { kind: 'sum' },
    overall: thirds,
    declared: { max: 14 },
    decimals: 1,
    explanation: t(
      'Tổng điểm tối đa 14. Dưới 40%: mức 1; từ 40% đến dưới 75%: mức 2; từ 75%: mức 3.',
      'At most 14 points. Below 40%: level 1; from 40% to below 75%: level 2; from 75%: level 3.',
    ),
  },
  targets: [{ year: 2030, level: 3, note: t('Ví dụ về mục tiêu theo năm.', 'An example of a target.') }],
  groups: [
    {
      type: 'group',
      id: 'to-chuc',
      code: '1',
      title: t('Tổ chức', 'Organisation'),
      description: t('Kế hoạch và con người.', 'Plan and people.'),
      advice: [
        {
          level: 1,
          text: t('Ban hành kế hoạch năm và giao người phụ trách.', 'Issue a plan for the year and name who does it.'),
        },
        { level: 2, text: t('Rà soát kế hoạch mỗi quý.', 'Review the plan every quarter.') },
      ],
      children: [
        {
          type: 'ladder',
          id: 'ke-hoach',
          code: '1.1',
          title: t('Kế hoạch chuyển đổi số', 'Plan for digital work'),
          question: t('Đơn vị đang ở bậc nào về kế hoạch?', 'Which step describes the plan?'),
          help: t(
            'Chọn bậc cao nhất mô tả đúng hiện trạng.',
            'Choose the highest step that describes the present state.',
          ),
          evidence: 'suggested',
          evidenceHint: t('Kế hoạch: số, ngày ban hành.', 'The plan: number and date.'),
          priority: 3,
          effort: 1,
          steps: [
            { value: 1, text: t('Chưa có kế hoạch riêng.', 'No plan of its own.') },
            { value: 2, text: t('Có kế hoạch năm được ban hành.', 'A plan for the year has been issued.') },
            {
              value: 3,
              text: t(
                'Kế hoạch có kinh phí và được rà soát mỗi quý.',
                'The plan has money and is reviewed every quarter.',
              ),
            },
          ],
          advice: [
            {
              to: 2,
              text: t(
                'Trình ban hành kế hoạch với ba đến năm việc cụ thể.',
                'Submit a plan with three to five definite tasks.',
              ),
            },
            { to: 3, text: t('Ghi kinh phí và lịch rà soát mỗi quý.', 'Add money and a review every quarter.') },
          ],
        },
        {
          type: 'choice',
          id: 'tap-huan',
          code: '1.2',
          title: t('Tập huấn', 'Training'),
          question: t(
            'Cán bộ đã được tập huấn kỹ năng số trong năm chưa?',
            'Did staff have digital skills training this year?',
          ),
          notApplicable: true,
          optionSet: 'ba-muc',
          advice: [
            { to: 2, text: t('Mở một buổi hướng dẫn tại chỗ mỗi quý.', 'Hold a session on site every quarter.') },
          ],
        },
        {
          type: 'choice',
          id: 'danh-gia-tap-huan',
          code: '1.3',
          title: t('Đánh giá sau tập huấn', 'Check after training'),
          question: t('Có kiểm tra kỹ năng sau tập huấn không?', 'Are skills checked after the training?'),
          help: t(
            'Câu hỏi tiếp: chỉ hiện khi câu 1.2 từ 1 điểm.',
            'A follow-up: shown when item 1.2 has 1 point or more.',
          ),
          showIf: { item: 'tap-huan', atLeast: 1 },
          whenHidden: 'count',
          optionSet: 'ba-muc',
        },
      ],
    },
    {
      type: 'group',
      id: 'dich-vu',
      code: '2',
      title: t('Dịch vụ', 'Services'),
      description: t('Kênh phục vụ và kết quả.', 'Channels and results.'),
      children: [
        {
          type: 'multi',
          id: 'kenh-phan-anh',
          code: '2.1',
          title: t('Kênh tiếp nhận phản ánh', 'Channels for feedback'),
          question: t('Người dân gửi phản ánh qua những kênh nào?', 'Through which channels can people send feedback?'),
          help: t('Cộng điểm các kênh, tối đa 3 điểm.', 'The points of the channels are added, up to 3.'),
          max: 3,
          options: [
            {
              id: 'duong-day-nong',
              points: 1,
              text: t('Đường dây nóng có người trực', 'A hotline with someone on duty'),
            },
            {
              id: 'mang-xa-hoi',
              points: 1,
              text: t('Trang mạng xã hội trả lời trong ngày', 'A social media page answered the same day'),
            },
            { id: 'cong-dich-vu', points: 2, text: t('Cổng dịch vụ công', 'The public service portal') },
          ],
        },
        {
          type: 'ratio',
          id: 'ho-so-truc-tuyen',
          code: '2.2',
          title: t('Hồ sơ nộp trực tuyến', 'Files sent online'),
          question: t('Bao nhiêu hồ sơ được nộp trực tuyến trong năm?', 'How many files were sent online this year?'),
          help: t(
            'Đến 20%: 0 điểm; trên 20% đến 50%: 2 điểm; trên 50%: 4 điểm.',
            'Up to 20%: 0 points; above 20% up to 50%: 2; above 50%: 4.',
          ),
          evidence: 'required',
          evidenceHint: t('Báo cáo từ phần mềm một cửa.', 'Report from the one-stop system.'),
          priority: 3,
          numerator: t('Hồ sơ nộp trực tuyến', 'Files sent online'),
          denominator: t('Tổng số hồ sơ', 'All files'),
          whenZero: 'not-applicable',
          score: {
            kind: 'bands',
            table: {
              closed: 'upper',
              from: 0,
              bands: [
                { to: 20, value: 0 },
                { to: 50, value: 2 },
                { to: 100, value: 4 },
              ],
            },
          },
          measures: [
            {
              id: 'huong-dan',
              text: t('Bố trí người hướng dẫn tại bộ phận một cửa.', 'Put someone at the one-stop desk to help.'),
              effort: 1,
            },
          ],
        },
      ],
    },
  ],
};

export const EXAMPLE_VECTORS = [
  { name: 'Mọi câu ở bậc thấp nhất / everything at its lowest', fill: 0, expect: { level: 1, total: 1 } },
  {
    name: 'Mọi câu ở bậc cao nhất / everything at its best',
    fill: 'top',
    expect: { level: 3, total: 14, groups: { 'to-chuc': { value: 7, level: 3 }, 'dich-vu': { value: 7, level: 3 } } },
  },
  {
    name: 'Một đơn vị ví dụ / an example',
    answers: {
      'ke-hoach': 2,
      'tap-huan': 1,
      'danh-gia-tap-huan': 0,
      'kenh-phan-anh': ['duong-day-nong', 'mang-xa-hoi'],
      'ho-so-truc-tuyen': { a: 50, b: 100 },
    },
    expect: { level: 2, total: 7, groups: { 'to-chuc': { value: 3, level: 2 }, 'dich-vu': { value: 4, level: 2 } } },
  },
];
