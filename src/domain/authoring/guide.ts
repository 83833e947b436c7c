/** The guide sheet of a workbook: headings and paragraphs, in the language of the workbook. */
import type { Language } from '../text/localized.ts';

export interface GuideLine {
  readonly kind: 'title' | 'heading' | 'text' | 'pair';
  readonly text: string;
  /** Second column of a pair. */
  readonly more?: string;
}

const title = (text: string): GuideLine => ({ kind: 'title', text });
const heading = (text: string): GuideLine => ({ kind: 'heading', text });
const text = (line: string): GuideLine => ({ kind: 'text', text: line });
const pair = (left: string, more: string): GuideLine => ({ kind: 'pair', text: left, more });

const VI: readonly GuideLine[] = [
  title('Soạn bộ câu hỏi bằng Excel'),
  text(
    'Sổ tính này chứa một bộ câu hỏi trọn vẹn. Sửa nội dung trên các trang, lưu tệp, rồi nhập vào Thước Số. Chương trình báo lỗi kèm tên trang, ô và cột; sửa xong nhập lại.',
  ),
  heading('Thứ tự nên làm'),
  pair('1. Thông tin chung', 'Mã, phiên bản, tên, dành cho ai, phần nào chính thức và phần nào tự đặt.'),
  pair('2. Mức', 'Các mức từ thấp lên cao.'),
  pair('3. Cấu trúc', 'Các nhóm (trụ cột). Nhóm con ghi mã nhóm cha ở cột “Thuộc nhóm”.'),
  pair('4. Câu hỏi', 'Mỗi dòng một câu. Cột cần điền tùy theo dạng câu hỏi, xem bảng dưới.'),
  pair('5. Phương án', 'Bậc, phương án, dòng và cột của từng câu. Phương án dùng cho nhiều câu chỉ ghi một lần.'),
  pair('6. Cách tính, Khoảng điểm', 'Cách gộp điểm và xếp mức; trang Tra cứu liệt kê mọi thiết lập và từ được dùng.'),
  pair('7. Khuyến nghị', 'Việc cụ thể để đạt từng mức điểm.'),
  pair('8. Phép thử', 'Vài bộ câu trả lời và kết quả tính tay. Bộ câu hỏi tính khác kết quả này sẽ không được nhận.'),
  heading('Quy ước'),
  text(
    'Mã (id) do người soạn đặt: chữ thường không dấu, số, gạch nối, ví dụ ke-hoach-nam. Mã không đổi khi sửa lời hay đổi thứ tự. Ký hiệu (1.2) là phần người dùng nhìn thấy.',
  ),
  text('Câu chữ ghi bằng tiếng Việt; cột tiếng Anh có thể để trống, khi đó dùng bản tiếng Việt.'),
  text('Số phần trăm ghi là 40, không ghi 40%. Số lẻ ghi theo Excel trên máy; phân số ghi dạng chữ, ví dụ 1/3.'),
  text(
    'Ô có công thức: lấy giá trị Excel đã tính lần cuối. Không gộp ô. Chữ phải là Unicode, không dùng phông .Vn hoặc VNI.',
  ),
  text('Có thể thêm trang riêng, hoặc cột ghi chú riêng có tên bắt đầu bằng dấu #; chương trình bỏ qua các phần đó.'),
  heading('Dạng câu hỏi và nơi điền'),
  pair('thang mức', 'Phương án: các dòng “bậc”, điểm là số của mức.'),
  pair('danh mục theo mức', 'Phương án: dòng “bậc”, dưới mỗi bậc là các dòng “nội dung của bậc”.'),
  pair('chọn một, thang đồng ý', 'Phương án: các dòng “phương án”, hoặc cột “Phương án dùng chung”.'),
  pair(
    'chọn nhiều',
    'Phương án: các dòng “phương án” có mã; cột “Lớn nhất” là điểm tối đa. Tính theo số lượng chọn: trang Khoảng điểm.',
  ),
  pair('bảng một thang', 'Phương án: các dòng “dòng” và “phương án”; Cách tính: “Gộp các dòng”.'),
  pair('bảng nhiều cột', 'Phương án: các dòng “dòng” và “cột”; Cách tính: “Gộp các dòng”, “Điểm của một dòng”.'),
  pair('số liệu', 'Câu hỏi: đơn vị tính, “Đổi số ra điểm”; Khoảng điểm nếu dùng bảng khoảng.'),
  pair('tỷ lệ', 'Câu hỏi: tử số, mẫu số, “Khi mẫu số bằng 0”, “Đổi số ra điểm” (tính trên số phần trăm).'),
  pair('chỉ tiêu', 'Mục tiêu: con số theo năm; Cách tính: “nhập gì”, “vị trí trong văn bản”.'),
  pair('văn bản, ngày', 'Không tính điểm.'),
];

const EN: readonly GuideLine[] = [
  title('Writing a questionnaire in Excel'),
  text(
    'This workbook holds a whole questionnaire. Change the sheets, save the file and import it into Thước Số. Findings name the sheet, the cell and the column; mend them and import again.',
  ),
  heading('A good order of work'),
  pair('1. General', 'Id, version, title, whom it is for, what is official and what is not.'),
  pair('2. Levels', 'The levels, lowest first.'),
  pair('3. Structure', 'The groups (pillars). A subgroup names its parent in the column Parent.'),
  pair('4. Items', 'One item per row. Which columns are needed depends on the type; see the table below.'),
  pair('5. Options', 'Steps, options, rows and columns of each item. Options that several items use are written once.'),
  pair('6. Scoring, Bands', 'How points join and levels follow; the sheet Reference lists every setting and word.'),
  pair('7. Recommendations', 'A concrete step towards each number of points.'),
  pair(
    '8. Vectors',
    'A few sets of answers with the outcome worked out by hand. A questionnaire that scores otherwise is refused.',
  ),
  heading('Rules'),
  text(
    'Ids are chosen by the author: lower-case letters, digits, hyphens, such as yearly-plan. They stay when wording or order changes. The code (1.2) is what people see.',
  ),
  text('Wording is in Vietnamese; where the English column is empty the Vietnamese text is used.'),
  text(
    'Percentages are written 40, not 40%. Decimals as the spreadsheet program takes them; fractions as text, such as 1/3.',
  ),
  text(
    'A cell with a formula gives the value calculated last. Do not merge cells. Text must be Unicode, not in .Vn or VNI fonts.',
  ),
  text('Sheets of your own, and columns whose head begins with #, are left alone.'),
  heading('Types of items and where they are filled in'),
  pair('ladder', 'Options: rows “step”; the points are the level number.'),
  pair('checklist', 'Options: rows “step”, and below each its rows “element of step”.'),
  pair('choice, agreement scale', 'Options: rows “option”, or the column Shared options.'),
  pair(
    'several choices',
    'Options: rows “option” with ids; the column Most is the cap. Points by number chosen: sheet Bands.',
  ),
  pair('matrix', 'Options: rows “row” and “option”; Scoring: “Joining of rows”.'),
  pair('grid', 'Options: rows “row” and “column”; Scoring: “Joining of rows”, “Points of a row”.'),
  pair('number', 'Items: unit, “Figure to points”; Bands where a table is used.'),
  pair('ratio', 'Items: numerator, denominator, “When the whole is 0”, “Figure to points” (on the percentage).'),
  pair('indicator', 'Targets: a figure by year; Scoring: “measure”, “place”.'),
  pair('text, date', 'Never scored.'),
];

export const GUIDE: Readonly<Record<Language, readonly GuideLine[]>> = { vi: VI, en: EN };

/** Names of the sheets that are only read by people. */
export const GUIDE_SHEETS = {
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  reference: { vi: 'Tra cứu', en: 'Reference' },
  lists: { vi: 'Danh sách', en: 'Lists' },
} as const;

/** Heads of the reference sheet. */
export const REFERENCE_HEADS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Trang', 'Cột hoặc thiết lập', 'Ý nghĩa', 'Giá trị'],
  en: ['Sheet', 'Column or setting', 'Meaning', 'Values'],
};

/** What a kind of value looks like, for columns without a list of words. */
export const VALUE_FORMS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  text: { vi: 'chữ', en: 'text' },
  id: { vi: 'mã', en: 'id' },
  ids: { vi: 'các mã, cách nhau bằng dấu chấm phẩy', en: 'ids, separated by semicolons' },
  decimal: { vi: 'số', en: 'number' },
  int: { vi: 'số nguyên', en: 'whole number' },
  day: { vi: 'năm, năm-tháng hoặc ngày', en: 'year, year-month or day' },
  'only-yes': { vi: 'có, hoặc để trống', en: 'yes, or empty' },
};
