/** The first run. */
export const welcome = {
  'welcome.title': 'Đo mức độ chuyển đổi số của đơn vị',
  'welcome.what':
    'Thước Số giúp cơ quan cấp xã và doanh nghiệp nhỏ và vừa tự đánh giá theo bộ tiêu chí, biết đang ở mức nào và việc gì nên làm trước. Chương trình chạy hoàn toàn trên máy này, không cần mạng.',
  'welcome.later': 'Những điều trên đổi lại được bất cứ lúc nào trong Cài đặt.',
  'welcome.language': 'Ngôn ngữ',
  'welcome.mode': 'Dùng Thước Số với vai trò',
  'welcome.person': 'Họ và tên người làm',
  'welcome.person-hint': 'Ghi trong lịch sử thay đổi của câu trả lời, chỉ lưu trên máy này.',
  'welcome.declare': 'Khai báo đơn vị',
  'welcome.samples': 'Xem thử dữ liệu mẫu',
  'welcome.skip': 'Bỏ qua',
  'welcome.go': 'Vào chương trình',
  'welcome.samples-safe': 'Dữ liệu mẫu là số liệu giả định, bỏ đi bằng một lần bấm, không lẫn vào dữ liệu của đơn vị.',
} as const;
