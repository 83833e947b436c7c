/** The page about the program itself. */
export const about = {
  'about.title': 'Giới thiệu Thước Số',
  'about.what': 'Chương trình tự đánh giá mức độ chuyển đổi số dành cho cơ quan cấp xã và doanh nghiệp nhỏ và vừa.',
  'about.offline':
    'Thước Số không gửi hay nhận gì qua mạng: không tài khoản, không thống kê sử dụng, không tự cập nhật. Mọi câu trả lời, minh chứng và kết quả chỉ nằm trong thư mục dữ liệu dưới đây; tệp chỉ rời khỏi máy khi người dùng tự xuất và gửi đi.',
  'about.program': 'Chương trình',
  'about.version': 'Phiên bản',
  'about.host': 'Cách chạy',
  'about.host-electron': 'Cửa sổ riêng trên máy tính',
  'about.host-browser': 'Trong trình duyệt, chỉ trên máy này',
  'about.host-cli': 'Dòng lệnh',
  'about.machine': 'Mã máy',
  'about.machine-more': 'nhận ra tệp do máy này xuất; không phải chữ ký số',
  'about.data-folder': 'Thư mục dữ liệu',
  'about.questionnaires': 'Nguồn gốc các bộ câu hỏi',
  'about.questionnaires-more':
    'Mỗi bộ câu hỏi ghi rõ dựa trên văn bản nào và còn hiệu lực hay không. Bộ điều chỉnh hoặc tự biên soạn không thay thế văn bản gốc.',
  'about.set': 'Bộ câu hỏi',
  'about.set-version': 'Phiên bản',
  'about.set-basis': 'Cơ sở',
  'about.set-status': 'Tình trạng văn bản',
  'about.licences': 'Thành phần nguồn mở và giấy phép',
  'about.licences-more': 'Chương trình dùng các thành phần nguồn mở sau, theo giấy phép của từng thành phần.',
  'about.fonts': 'Phông chữ',
  'about.fonts-more':
    'Hai phông chữ được dùng và phân phát kèm chương trình theo Giấy phép phông chữ mở SIL 1.1: được dùng, sao chép và phân phát miễn phí cùng phần mềm, không bán riêng phông.',
  'about.font-screen': 'Be Vietnam Pro: chữ trên màn hình và trong báo cáo doanh nghiệp',
  'about.font-print': 'Tinos: chữ trong báo cáo của cơ quan, cùng kích thước với Times New Roman',
} as const;
