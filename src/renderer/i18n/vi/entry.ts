/** The screen that types in a form filled in on paper. */
export const entry = {
  'entry.title': 'Nhập từ phiếu giấy',
  'entry.intro':
    'Các câu theo đúng thứ tự trên phiếu. Gõ số của phương án, Enter hoặc Tab sang ô sau, Shift+Enter về ô trước. Chọn nhiều thì gõ các số, ví dụ 1 3 4; gõ - khi không có mục nào; F8 khi câu không áp dụng. Mọi ô được lưu ngay.',
  'entry.type-ahead': 'Tự sang ô sau khi gõ xong số của một phương án',
  'entry.one-by-one': 'Trả lời từng câu',
  'entry.count': 'Đã nhập {{settled}}/{{total}} câu',
  'entry.open': 'Nhập từ phiếu giấy',
  'entry.wrong.option': 'Không có phương án mang số này. Xem các số bên trái.',
  'entry.wrong.number': 'Chưa đọc được số này. Ghi như 1234 hoặc 12,5.',
  'entry.wrong.date': 'Chưa đọc được ngày này. Ghi như 08/12/2025.',
  'entry.wrong.incomplete': 'Cần nhập đủ các ô của câu này.',
  'entry.wrong.value': 'Giá trị này không hợp với câu hỏi.',
} as const;
