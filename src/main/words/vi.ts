/** Words of the native parts of the desktop program in Vietnamese, the source language. `&` marks the access key. */
export const vi = {
  'window.title': 'Thước Số',

  'folder.hand-over': 'Chọn thư mục hoặc thẻ nhớ để nộp',
  'folder.class': 'Chọn thư mục của lớp',
  'folder.collect': 'Chọn thư mục chứa các tệp kết quả',

  'menu.file': '&Tệp',
  'menu.home': 'Về t&rang đầu',
  'menu.open': '&Mở tệp…',
  'menu.print': '&In…',
  'menu.library': 'Thư &viện bộ câu hỏi',
  'menu.backup': '&Sao lưu và khôi phục',
  'menu.settings': '&Cài đặt',
  'menu.data-folder': 'Mở thư mục &dữ liệu',
  'menu.quit': '&Thoát',

  'menu.edit': '&Sửa',
  'menu.undo': '&Hoàn tác',
  'menu.redo': '&Làm lại',
  'menu.cut': 'Cắ&t',
  'menu.copy': '&Chép',
  'menu.paste': '&Dán',
  'menu.select-all': 'Chọ&n tất cả',

  'menu.view': '&Xem',
  'menu.zoom-in': '&Phóng to chữ',
  'menu.zoom-out': 'Thu &nhỏ chữ',
  'menu.zoom-reset': '&Cỡ chữ 100%',
  'menu.projector': '&Trình chiếu',
  'menu.language': 'Tiếng &Anh (English)',

  'menu.assessment': 'Đánh &giá',
  'menu.new': 'Đánh giá &mới',
  'menu.answer': '&Trả lời',
  'menu.check': '&Rà soát',
  'menu.result': '&Kết quả',
  'menu.plan': 'Kế &hoạch',
  'menu.evidence': 'Thư &viện minh chứng',
  'menu.compare': '&So sánh',
  'menu.export-xlsx': 'Xuất &Excel…',
  'menu.export-pdf': 'Xuất &PDF…',

  'menu.help': 'T&rợ giúp',
  'menu.help-page': '&Hướng dẫn sử dụng',
  'menu.shortcuts': '&Phím tắt',
  'menu.about': '&Giới thiệu Thước Số',

  'save.title': 'Lưu tệp',
  'save.xlsx': 'Sổ tính Excel',
  'save.pdf': 'Tài liệu PDF',
  'save.other': 'Mọi tệp',

  'start.title': 'Thước Số chưa mở được dữ liệu',
  'start.unexpected':
    'Có lỗi ngoài dự kiến khi mở chương trình. Dữ liệu đã lưu không bị thay đổi. Mã ghi nhật ký: {{ref}}.',
  'start.folder': 'Thư mục dữ liệu: {{folder}}',
  'start.retry': '&Thử lại',
  'start.open-folder': '&Mở thư mục dữ liệu',
  'start.quit': 'T&hoát',

  'leave.title': 'Còn thay đổi chưa lưu được',
  'leave.message': 'Ở lại để xem lý do và thử lưu lại. Đóng ngay thì thay đổi cuối cùng sẽ mất.',
  'leave.stay': 'Ở &lại',
  'leave.close': '&Đóng, không lưu',

  'gone.title': 'Cửa sổ Thước Số đã ngừng hoạt động',
  'gone.message': 'Mọi câu trả lời đã lưu vẫn còn nguyên. Mở lại cửa sổ để làm tiếp.',
  'gone.reopen': '&Mở lại',
} as const;
