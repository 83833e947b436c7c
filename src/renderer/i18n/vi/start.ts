/** Start of an assessment. */
export const start = {
  'start.title': 'Bắt đầu lần đánh giá',
  'start.no-organisation': 'Cần khai báo đơn vị trước khi bắt đầu đánh giá.',
  'start.questionnaire': 'Bộ câu hỏi',
  'start.choose': 'Chọn một bộ câu hỏi trước khi bắt đầu',
  'start.none-fits': 'Chưa có bộ câu hỏi dành riêng cho loại hình của đơn vị.',
  'start.others_other': 'Bộ câu hỏi khác ({{count}})',
  'start.facts': '{{items}} câu · {{groups}} trụ cột · khoảng {{minutes}} phút · phiên bản {{version}}',
  'start.period': 'Kỳ đánh giá',
  'start.period-kind': 'Loại kỳ',
  'start.kind-month': 'Tháng',
  'start.kind-quarter': 'Quý',
  'start.kind-half': '6 tháng',
  'start.kind-nine-months': '9 tháng',
  'start.kind-year': 'Năm',
  'start.kind-once': 'Đột xuất, theo lần',
  'start.year': 'Năm',
  'start.which': 'Kỳ trong năm',
  'start.period-hint': 'Khoảng thời gian mà số liệu phản ánh; các kỳ cùng loại mới so sánh được với nhau.',
  'start.go': 'Bắt đầu',
  'start.open-existing': 'Mở lần đánh giá đó',
  'start.broken_other':
    'Có {{count}} thư mục bộ câu hỏi bị lỗi nên không dùng được. Người biên soạn cần xem các lý do sau:',
  'start.no-control':
    'Chưa bắt đầu được: bản này chưa nhập được dạng câu hỏi {{types}} của bộ câu hỏi. Cập nhật chương trình rồi thử lại.',
} as const;
