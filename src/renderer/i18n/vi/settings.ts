/** Settings and about. */
export const settings = {
  'settings.title': 'Cài đặt',
  'settings.at-once': 'Thay đổi có hiệu lực và được lưu ngay.',
  'settings.look': 'Hiển thị',
  'settings.language': 'Ngôn ngữ',
  'settings.language-vi': 'Tiếng Việt',
  'settings.language-en': 'English',
  'settings.theme': 'Giao diện',
  'settings.theme-system': 'Theo máy',
  'settings.theme-light': 'Sáng',
  'settings.theme-dark': 'Tối',
  'settings.theme-contrast': 'Tương phản cao',
  'settings.zoom': 'Cỡ chữ',
  'settings.zoom-hint': 'Phím tắt: Ctrl và dấu + để phóng to, Ctrl và dấu − để thu nhỏ, Ctrl và số 0 để về 100%.',
  'settings.typing': 'Trả lời bằng bàn phím',
  'settings.digit-keys': 'Dùng phím số để chọn mức',
  'settings.digit-keys-more':
    'Bấm phím số tương ứng khi con trỏ đang ở danh sách mức. Không ảnh hưởng khi gõ chữ, kể cả gõ kiểu VNI.',
  'settings.auto-advance': 'Tự chuyển sang câu tiếp theo',
  'settings.auto-advance-more':
    'Sau khi chọn mức bằng phím số, chương trình sang câu kế tiếp. Bấm PageUp để quay lại, Ctrl+Z để hoàn tác.',
  'settings.data': 'Dữ liệu',
  'settings.data-folder': 'Thư mục dữ liệu trên máy này:',
  'settings.data-more': 'Đóng chương trình trước khi chép thư mục này sang nơi khác.',
  'settings.about': 'Giới thiệu',
  'settings.about-what':
    'Chương trình tự đánh giá mức độ chuyển đổi số dành cho cơ quan cấp xã và doanh nghiệp nhỏ và vừa.',
  'settings.about-offline':
    'Thước Số không gửi hay nhận gì qua mạng: không tài khoản, không thống kê sử dụng, không tự cập nhật. Mọi câu trả lời, minh chứng và kết quả chỉ nằm trong thư mục dữ liệu nói trên; tệp chỉ rời khỏi máy khi người dùng tự xuất và gửi đi.',
  'settings.licences': 'Thành phần nguồn mở và giấy phép',
  'settings.licences-more': 'Chương trình dùng các thành phần nguồn mở sau, theo giấy phép của từng thành phần.',
} as const;
