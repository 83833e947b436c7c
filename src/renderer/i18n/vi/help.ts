/** The help: its frame. The articles themselves are a chunk of their own. */
export const help = {
  'help.title': 'Trợ giúp',
  'help.search': 'Tìm trong trợ giúp',
  'help.search-hint': 'Gõ có dấu hay không dấu đều được.',
  'help.found_other': '{{count}} bài',
  'help.nothing': 'Không có bài nào chứa đủ các từ này. Thử từ ngắn hơn, hoặc chọn một bài trong danh sách.',
  'help.articles': 'Các bài trợ giúp',
  'help.all': 'Tất cả bài trợ giúp',
  'help.open-page': 'Mở trang trợ giúp',
  'help.intro': 'Trợ giúp nằm sẵn trong chương trình, không cần mạng. Ở màn hình nào cũng mở được bằng phím F1.',
  'help.none': 'Không có bài trợ giúp này. Chọn một bài trong danh sách.',
  'help.back': 'Quay lại',
  'help.see-also': 'Xem thêm',
} as const;
