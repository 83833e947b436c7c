/** What an appraiser wrote into an exported workbook. */
export const entries = {
  'entries.title': 'Ý kiến thẩm định ghi trong tệp',
  'entries.lead':
    'Đọc từ các ô dành cho thẩm định. Câu trả lời của đơn vị không thay đổi; điểm thẩm định đứng bên cạnh điểm tự chấm.',
  'entries.item': 'Tiêu chí',
  'entries.self': 'Tự chấm',
  'entries.appraised': 'Thẩm định',
  'entries.comment': 'Nhận xét',
  'entries.known': 'Đã có',
  'entries.problem': 'Chưa nhập được: {{sheet}}, ô {{cell}} ({{text}})',
  'entries.take_other': 'Nhập {{count}} tiêu chí',
  'entries.taken_other': 'Đã nhập thẩm định của {{count}} tiêu chí.',
  'entries.nothing': 'Không có ý kiến mới nào nhập được.',
  'entries.why.points-text': 'Ô điểm phải là một số.',
  'entries.why.points-range': 'Điểm nằm ngoài khoảng của tiêu chí.',
  'entries.why.points-unreachable': 'Không có câu trả lời nào cho số điểm này.',
  'entries.why.points-several':
    'Nhiều câu trả lời cùng cho số điểm này. Chọn câu trả lời thẩm định trong chương trình.',
  'entries.why.figures-needed': 'Điểm này tính từ số liệu. Ghi đủ số liệu thẩm định ở các ô bên cạnh.',
  'entries.why.figures-unfit': 'Số liệu thẩm định không hợp lệ với tiêu chí.',
  'entries.why.points-differ': 'Điểm không khớp với số liệu thẩm định ghi bên cạnh.',
  'entries.why.formula': 'Ô chứa công thức. Ghi trực tiếp giá trị.',
  'entries.why.item-unknown': 'Bộ câu hỏi không có tiêu chí này.',
  'entries.why.self-differs':
    'Câu trả lời của đơn vị đã khác so với khi xuất tệp. Xuất tệp mới rồi thẩm định lại tiêu chí này.',
  'entries.why.comment-long': 'Nhận xét dài quá 5.000 ký tự.',
};
