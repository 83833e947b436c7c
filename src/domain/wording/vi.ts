import { traceVi } from './trace-vi.ts';

/** Shared sentences in Vietnamese, the source language: problems, errors, conditions, periods, states. */
export const vi = {
  'problem.shape': '{{path}}: chưa đúng khuôn dạng ({{reason}})',
  'problem.missing': '{{path}}: thiếu, cần ghi',
  'problem.unknown-key': '{{path}}: không có thuộc tính tên này; xem lại cách viết',
  'problem.open': '{{path}}: chưa trả lời xong',
  'problem.duplicate-id': '{{path}}: mã định danh “{{id}}” bị trùng',
  'problem.duplicate-code': '{{path}}: ký hiệu “{{id}}” bị trùng',
  'problem.unknown-level': '{{path}}: mức {{level}} không có trong danh sách mức',
  'problem.level-order': '{{path}}: mức {{level}} phải cao hơn mức đứng trước',
  'problem.duplicate-option': '{{path}}: lựa chọn “{{option}}” bị trùng',
  'problem.option-order': '{{path}}: bậc {{value}} phải cao hơn bậc đứng trước',
  'problem.bands-order': '{{path}}: cận {{to}} phải lớn hơn cận đứng trước',
  'problem.bands-not-last': '{{path}}: chỉ khoảng cuối cùng được để mở',
  'problem.share-range': '{{path}}: tỷ lệ {{share}} phải lớn hơn 0 và không quá 100',
  'problem.unknown-item': '{{path}}: không có mục “{{id}}” trong bộ câu hỏi',
  'problem.unknown-option': '{{path}}: không có lựa chọn “{{option}}” (có: {{known}})',
  'problem.wrong-value-kind': '{{path}}: kiểu câu trả lời không hợp với câu hỏi này',
  'problem.not-a-number': '{{path}}: “{{value}}” không phải là số',
  'problem.out-of-range': '{{path}}: {{value}} nằm ngoài khoảng cho phép ({{min}} đến {{max}})',
  'problem.options-few': '{{path}}: cần ít nhất hai phương án được tính điểm',
  'problem.option-id-missing':
    '{{path}}: phương án không tính điểm phải có mã riêng (id), không dùng chung mã “{{option}}” của số điểm',
  'problem.recode-range':
    '{{path}}: không quy đổi được; điểm cao nhất phải lớn hơn điểm thấp nhất (hoặc lớn hơn 0) và mức quy đổi phải lớn hơn 0',
  'problem.exclusive-rule': '{{path}}: phải có ít nhất một phương án được chọn cùng phương án khác',
  'problem.exclusive-option': '{{path}}: phương án “{{option}}” không chọn cùng phương án khác',
  'problem.count-zero': '{{path}}: không chọn phương án nào thì phải được 0 điểm',
  'problem.elements-missing': '{{path}}: chỉ bậc đầu tiên mới được để trống nội dung',
  'problem.unknown-row': '{{path}}: không có dòng “{{row}}”',
  'problem.duplicate-row': '{{path}}: dòng “{{row}}” có hai lần',
  'problem.reserved-id': '{{path}}: mã “{{id}}” đã dành cho tệp trả lời; chọn mã khác',
  'problem.weights-zero': '{{path}}: ít nhất một dòng phải có trọng số lớn hơn 0',
  'problem.zero-points': '{{path}}: giá trị phải khác 0',
  'problem.target-years': '{{path}}: năm {{year}} phải sau năm của mục tiêu trước đó cho cùng loại đơn vị',
  'problem.target-value-missing': '{{path}}: thiếu con số của mục tiêu',
  'problem.target-value-extra': '{{path}}: mục tiêu dạng đạt/chưa đạt không có con số',
  'problem.share-labels': '{{path}}: tên tử số và mẫu số cần có khi, và chỉ khi, chỉ tiêu là tỷ lệ phần trên tổng',
  'problem.baseline-side': '{{path}}: giá trị ban đầu phải lớn hơn mục tiêu năm {{year}}, vì càng thấp càng tốt',
  'problem.not-a-date': '{{path}}: “{{value}}” không phải là ngày (viết năm-tháng-ngày, ví dụ 2025-12-31)',
  'problem.not-applicable-refused': '{{path}}: câu này không được chọn “không áp dụng”',
  'problem.reason-missing': '{{path}}: cần ghi lý do không áp dụng',
  'problem.numerator-exceeds': '{{path}}: tử số {{a}} lớn hơn mẫu số {{b}}',
  'problem.negative': '{{path}}: {{value}} là số âm',
  'problem.too-long': '{{path}}: dài {{length}} ký tự, tối đa {{max}}',
  'problem.unknown-evidence': '{{path}}: không có minh chứng mang mã “{{id}}”',
  'problem.vector-failed':
    '{{path}}: phép thử “{{vector}}” không khớp: {{what}} cần bằng {{expected}}, tính ra {{found}}',
  'problem.too-many': '{{path}}: có {{count}} mục, tối đa {{max}}',
  'problem.too-deep': '{{path}}: lồng quá {{max}} cấp',
  'problem.too-fine': '{{path}}: các phân số có mẫu số quá khác nhau nên không tính chính xác được; viết gọn lại',
  'problem.not-supported': '{{path}}: phiên bản này chưa hỗ trợ “{{name}}”',
  'problem.unknown-set': '{{path}}: không có bộ phương án “{{id}}” trong answerSets',
  'problem.set-conflict': '{{path}}: phương án ghi tại đây khác với bộ phương án “{{id}}”; chỉ giữ một nơi',
  'problem.refers-later':
    '{{path}}: điều kiện chỉ được dựa vào câu đứng trước; “{{id}}” đứng sau hoặc chính là câu này',
  'problem.not-sibling': '{{path}}: “{{id}}” phải là một câu hỏi trong cùng nhóm',
  'problem.circle': '{{path}}: “{{id}}” lấy điểm vòng tròn từ chính nó',
  'problem.level-items-missing':
    '{{path}}: không có tiêu chí nào thuộc mức {{level}} (atLevel) nên không xét được mức này',
  'problem.at-level-missing': '{{path}}: tiêu chí “{{id}}” chưa ghi thuộc mức nào (atLevel)',
  'problem.not-positive': '{{path}}: {{value}} phải lớn hơn 0',
  'problem.declared-mismatch': '{{path}}: ghi {{declared}} nhưng các phần cộng lại được {{found}}',
  'problem.bands-top': '{{path}}: bảng dừng ở {{to}}, trong khi có thể đạt tới {{max}}',
  'problem.bands-bottom': '{{path}}: bảng bắt đầu từ {{from}}, trong khi có thể chỉ đạt {{min}}',
  'problem.band-unreachable': '{{path}}: không thể đạt mức {{level}}, vì nhiều nhất chỉ đạt {{max}}',
  'problem.level-without-figure':
    '{{path}}: cách xếp mức này cần điểm của nhóm, nhưng nhóm không tính điểm chung (none)',
  'problem.yaml': '{{path}}: không đọc được YAML tại dòng {{line}}, cột {{column}} ({{reason}})',
  'problem.file-missing': '{{path}}: thiếu tệp này trong thư mục bộ câu hỏi',
  'problem.file-kind':
    '{{path}}: không phải bộ câu hỏi; hãy chọn thư mục chứa questionnaire.yaml và vectors.yaml, hoặc một sổ tính .xlsx',
  'problem.folder-name': '{{path}}: tên thư mục phải là {{expected}}',
  'problem.cell-missing': '{{path}}: chưa điền',
  'problem.cell-unused': '{{path}}: ô này không dùng cho dòng thuộc loại này; hãy để trống',
  'problem.cell-word': '{{path}}: “{{value}}” không có trong danh sách. Chọn một trong: {{known}}',
  'problem.cell-invalid': '{{path}}: giá trị này không dùng được ở đây',
  'problem.cell-id': '{{path}}: mã “{{value}}” chỉ được gồm chữ thường không dấu, số và gạch nối đơn, bắt đầu bằng chữ',
  'problem.cell-version': '{{path}}: phiên bản “{{value}}” phải gồm ba số, ví dụ 1.0.0; định dạng ô là Văn bản',
  'problem.cell-few': '{{path}}: cần ít nhất {{min}} dòng',
  'problem.cell-least': '{{path}}: số phải từ {{min}} trở lên',
  'problem.cell-most': '{{path}}: số không được quá {{max}}',
  'problem.cell-whole': '{{path}}: “{{value}}” phải là số nguyên',
  'problem.cell-number-unclear':
    '{{path}}: “{{value}}” đang là chữ và có thể hiểu hai cách (phần nghìn hoặc phần lẻ); định dạng ô là Số rồi nhập lại',
  'problem.cell-percent':
    '{{path}}: ô đang định dạng phần trăm; nhập {{value}} thay cho {{shown}} và định dạng ô là Số',
  'problem.cell-date': '{{path}}: ô đã bị đổi thành ngày {{value}}; định dạng ô là Văn bản rồi nhập lại',
  'problem.cell-error': '{{path}}: công thức trong ô bị lỗi ({{value}}); sửa công thức hoặc nhập giá trị',
  'problem.cell-legacy':
    '{{path}}: chữ đang dùng bảng mã cũ {{name}}; chuyển sang Unicode (ví dụ bằng công cụ chuyển mã của Unikey) rồi nhập lại',
  'problem.cell-merged': '{{path}}: các ô bị gộp; bỏ gộp ô (Unmerge) rồi điền từng ô',
  'problem.cell-duplicate': '{{path}}: “{{name}}” đã ghi ở dòng trên',
  'problem.cell-misplaced':
    '{{path}}: ghi sai chỗ; nội dung của bậc đứng ngay sau bậc, cận và điểm bắt đầu chỉ ghi ở dòng đầu của bảng khoảng',
  'problem.condition-number':
    '{{path}}: số “{{value}}” không hợp lệ hoặc bị trùng; điều kiện bên trong đánh số theo dòng chứa nó (1, rồi 1.1, 1.2), “không phải” chỉ chứa một dòng',
  'problem.setting-unknown': '{{path}}: không có thiết lập “{{value}}” cho phạm vi này; xem trang Tra cứu',
  'problem.column-unknown': '{{path}}: không có cột “{{name}}”; cột ghi chú riêng phải bắt đầu bằng dấu #',
  'problem.column-missing': '{{path}}: thiếu cột “{{name}}” ở dòng tiêu đề',
  'problem.column-twice': '{{path}}: cột “{{name}}” có hai lần',
  'problem.sheet-missing': '{{path}}: tệp không có trang này',
  'problem.workbook-unreadable': '{{path}}: không đọc được; tệp phải là sổ tính Excel .xlsx',
  'problem.workbook-too-large': '{{path}}: quá lớn so với một bộ câu hỏi ({{limit}})',
  'problem.gate-count':
    '{{path}}: cần {{count}} câu đạt nhưng chỉ có {{items}} câu được xét, nên không bao giờ đạt được',
  'problem.gate-amount': '{{path}}: ghi một trong hai: tỷ lệ câu đạt hoặc số câu đạt',
  'problem.gate-reach': '{{path}}: “câu đạt từ” chỉ đi cùng “câu thuộc mức”, và phải có khi chọn “câu thuộc mức”',
  'problem.knock-out-effect': '{{path}}: điều kiện loại cần mức không được vượt hoặc “nhóm 0 điểm”',
  'problem.too-many-decimals': '{{path}}: số không được quá 12 chữ số thập phân và 18 chữ số phần nguyên',
  'problem.other-content':
    '{{path}}: phiên bản này đã có trong thư viện với nội dung khác (mã nội dung đang có {{known}}, trong tệp {{found}})',

  'error.input.invalid': 'Dữ liệu gửi đến chưa hợp lệ. Xem các mục bên dưới rồi sửa lại.',
  'error.input.too-large': 'Dữ liệu gửi đến lớn quá {{limit}}. Chia nhỏ rồi làm lại.',
  'error.method.unknown': 'Chương trình không có chức năng “{{method}}”.',
  'error.client.outdated': 'Trang này thuộc phiên bản cũ của chương trình. Tải lại trang.',
  'error.answer.invalid': 'Câu trả lời của mục “{{item}}” chưa hợp lệ nên chưa được lưu.',
  'error.file.unreadable': 'Không đọc được tệp {{file}}. Kiểm tra tệp có đúng khuôn dạng không.',
  'error.questionnaire.invalid': 'Bộ câu hỏi {{folder}} có lỗi nên không dùng được. Sửa các mục bên dưới.',
  'error.questionnaire.unknown': 'Không tìm thấy bộ câu hỏi {{id}} phiên bản {{version}}.',
  'error.organisation.unknown': 'Không tìm thấy đơn vị này.',
  'error.assessment.unknown': 'Không tìm thấy lần đánh giá này.',
  'error.item.unknown': 'Bộ câu hỏi không có mục “{{item}}”.',
  'error.file.refused':
    'Không nhận tệp {{file}}: chỉ nhận tài liệu và ảnh ({{types}}) có nội dung đúng với đuôi tệp. Chuyển tệp sang PDF rồi thêm lại.',
  'error.file.too-large':
    'Tệp {{file}} lớn quá {{limit}}. Giảm dung lượng hoặc chỉ giữ những trang cần dẫn rồi thêm lại.',
  'error.storage.files-full':
    'Các tệp minh chứng đã chiếm gần hết {{limit}} dành cho chúng. Gỡ bớt tệp không còn dùng rồi thêm lại; văn bản vẫn dẫn được khi không có tệp.',
  'error.upload.unknown': 'Tệp chưa gửi xong hoặc đã quá lâu. Chọn lại tệp để thêm.',
  'error.collection.unknown': 'Không tìm thấy đợt tổng hợp này. Có thể đợt này đã được xóa.',
  'error.result.unknown': 'Không tìm thấy kết quả này trong đợt tổng hợp. Có thể kết quả đã được đưa ra.',
  'error.unit.unknown': 'Đơn vị này không có trong danh sách của đợt tổng hợp.',
  'error.run.unknown': 'Không tìm thấy lần nạp tệp này.',
  'error.evidence.unknown': 'Không tìm thấy minh chứng này trong lần đánh giá.',
  'error.appraisal.none': 'Lần đánh giá này chưa có điểm thẩm định nào.',
  'error.ticket.unknown': 'Tệp vừa tạo không còn trong bộ nhớ. Xuất lại tệp.',
  'error.file.not-found': 'Không tìm thấy {{file}}. Kiểm tra lại đường dẫn.',
  'error.file.exists': 'Thư mục {{file}} đã có một bộ câu hỏi nên không ghi đè. Chọn thư mục khác.',
  'error.file.taken': '{{file}} đã có và mang nội dung khác nên không ghi đè. Chọn thư mục khác.',
  'error.file.differs':
    'Đã ghi {{file}} nhưng đọc lại thì khác với bản gốc; thẻ nhớ hoặc ổ đĩa có thể bị lỗi. Ghi vào nơi khác.',
  'error.class.running': 'Lớp “{{title}}” đang mở. Kết thúc lớp đó rồi mới mở lớp khác.',
  'error.class.occupied': 'Người đang làm bài chưa xong. Bấm “Người tiếp theo” để lưu bài trước.',
  'error.class.none': 'Chưa mở lớp nào, hoặc lớp đã kết thúc.',
  'error.assessment.incomplete':
    'Chưa chốt được: bộ câu hỏi này yêu cầu trả lời xong các câu dưới đây. Trả lời, hoặc chọn “Không áp dụng” nếu được phép, rồi chốt lại.',
  'error.assessment.finished': 'Lần đánh giá này đã chốt. Bấm “Mở lại để sửa” rồi mới thay đổi được.',
  'error.assessment.exists':
    'Đơn vị đã có lần đánh giá cho kỳ này với cùng bộ câu hỏi. Mở lần đánh giá đó để làm tiếp.',
  'error.appraisal.no-workbook':
    'Tệp này không phải tệp Excel kết quả do Thước Số xuất, hoặc phần dữ liệu trong tệp đã mất khi lưu bằng phần mềm khác. Hãy xin lại tệp gốc.',
  'error.appraisal.other-assessment':
    'Tệp này là kết quả của lần đánh giá khác ({{name}}). Chọn đúng tệp Excel đã xuất từ lần đánh giá đang mở, hoặc mở lần đánh giá của tệp này.',
  'error.assessment.other-questionnaire':
    'Chỉ so sánh được hai lần đánh giá cùng bộ câu hỏi: một lần dùng {{before}}, lần kia dùng {{now}}.',
  'error.questionnaire.changed':
    'Bộ câu hỏi {{id}} phiên bản {{version}} khác với bản đã dùng trước đây. Phát hành bản sửa với số phiên bản mới.',
  'error.questionnaire.differs':
    'Bộ câu hỏi {{id}} phiên bản {{version}} đã có với nội dung khác. Phiên bản đã phát hành không thay đổi: hãy đặt số phiên bản mới cho nội dung mới. Mã nội dung đang có: {{known}}; trong tệp: {{found}}.',
  'error.questionnaire.in-use':
    'Bộ câu hỏi {{id}} phiên bản {{version}} đang dùng cho {{uses}} lần đánh giá nên không xóa được. Có thể ẩn đi.',
  'error.questionnaire.shipped':
    'Bộ câu hỏi {{id}} phiên bản {{version}} đi kèm chương trình nên không xóa được. Có thể ẩn đi.',
  'error.forbidden': 'Yêu cầu này không được phép.',
  'error.backup.unknown': 'Không tìm thấy bản sao lưu {{name}}. Có thể tệp đã được dọn; chọn bản khác.',
  'error.backup.damaged':
    'Bản sao lưu {{name}} bị hỏng hoặc không phải do Thước Số tạo nên không dùng được. Chọn bản khác.',
  'error.backup.newer':
    'Bản sao lưu {{name}} do phiên bản mới hơn của chương trình tạo ra. Cài phiên bản đó rồi khôi phục.',
  'error.backup.unavailable':
    'Việc này không dùng được lần này: dữ liệu chỉ ở trong bộ nhớ, hoặc chương trình không chạy từ thiết bị tháo rời.',
  'error.recovery.none': 'Dữ liệu đang mở bình thường nên không có gì phải xử lý.',
  'error.recovery.unreadable':
    'Phần đầu của tệp dữ liệu {{file}} đã hỏng nên không đọc vớt được gì. Chọn một bản sao lưu.',
  'error.recovery.unfit': 'Cách xử lý này không dùng cho trường hợp đang gặp.',
  'error.storage.place':
    'Thư mục {{folder}} nằm trên mạng, trên thiết bị tháo rời hoặc được đồng bộ lên đám mây (OneDrive, Google Drive, Dropbox…). Dữ liệu đang dùng phải nằm trên ổ đĩa của máy, ngoài vùng đồng bộ; chọn thư mục khác. Bản sao lưu thì để ở đâu cũng được.',
  'error.storage.locked':
    'Dữ liệu đang được một cửa sổ khác của chương trình sử dụng ({{folder}}). Đóng cửa sổ đó rồi mở lại.',
  'error.storage.read-only': 'Không ghi được vào thư mục dữ liệu {{folder}}. Cấp quyền ghi hoặc chọn thư mục khác.',
  'error.storage.full': 'Ổ đĩa chứa {{folder}} đã đầy nên chưa lưu được. Giải phóng chỗ trống rồi thử lại.',
  'error.storage.corrupt':
    'Tệp dữ liệu {{file}} bị hỏng. Chương trình không ghi đè lên tệp này; khôi phục từ bản sao lưu.',
  'error.storage.newer':
    'Dữ liệu trong {{folder}} do phiên bản mới hơn của chương trình tạo ra. Cài phiên bản mới hơn để mở.',
  'error.storage.failed': 'Không đọc hoặc ghi được dữ liệu trong {{folder}} ({{reason}}).',
  'error.file.not-writable': 'Không ghi được {{file}}. Kiểm tra quyền ghi của thư mục hoặc chọn nơi khác.',
  'error.file.in-use':
    'Không ghi được {{file}} vì tệp đang mở trong chương trình khác. Đóng tệp rồi thử lại, hoặc lưu tên khác.',
  'error.file.no-space': 'Không đủ chỗ trống để ghi {{file}}. Chọn ổ đĩa khác.',
  'error.document.failed': 'Không tạo được tệp {{format}}. Mã ghi nhật ký: {{ref}}.',
  'error.internal': 'Có lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn còn nguyên. Mã ghi nhật ký: {{ref}}.',

  'condition.gate':
    'Ít nhất {{share}} tiêu chí áp dụng đạt mức {{level}} trở lên: cần {{need}}/{{applicable}}, hiện có {{have}}.',
  'condition.total.more': 'Tổng điểm trên {{bound}}: hiện có {{have}}.',
  'condition.total.least': 'Tổng điểm từ {{bound}}: hiện có {{have}}.',
  'condition.percent.more': 'Trên {{bound}} điểm tối đa: hiện đạt {{have}}.',
  'condition.percent.least': 'Từ {{bound}} điểm tối đa: hiện đạt {{have}}.',
  'condition.groups': 'Ít nhất {{need}} trụ cột đạt mức {{level}} trở lên: hiện có {{have}}.',
  'condition.gate.count':
    'Ít nhất {{need}} tiêu chí đạt mức {{level}} trở lên: hiện có {{have}} trong {{applicable}} tiêu chí áp dụng.',
  'condition.gate.own':
    'Ít nhất {{share}} tiêu chí áp dụng của mức {{level}} đạt từ {{bound}} điểm: cần {{need}}/{{applicable}}, hiện có {{have}}.',
  'condition.gate.own-count':
    'Ít nhất {{need}} tiêu chí của mức {{level}} đạt từ {{bound}} điểm: hiện có {{have}} trong {{applicable}} tiêu chí áp dụng.',
  'condition.profile': 'Các trụ cột đạt yêu cầu riêng của mức {{level}}: cần {{need}}, hiện có {{have}}.',
  'condition.cap.items':
    'Không được vượt mức {{level}} khi tiêu chí chủ chốt còn dưới {{bound}} điểm: hiện còn {{have}} tiêu chí.',
  'condition.cap.knock-out':
    'Không được vượt mức {{level}} khi tiêu chí bắt buộc còn dưới {{bound}} điểm: hiện còn {{have}} tiêu chí.',
  'condition.settled':
    'Ít nhất {{share}} tiêu chí đã trả lời hoặc không áp dụng thì mới tính điểm: cần {{need}}/{{applicable}}, hiện có {{have}}.',

  'trace.item.step': 'Mức đã chọn: {{step}} (cao nhất là {{top}}).',
  'trace.item.checklist': 'Đủ các nội dung đến mức {{step}}; mức {{next}} còn thiếu {{missing}} nội dung.',
  'trace.item.checklist-top': 'Đủ các nội dung của mọi mức, đến mức {{step}}.',
  'trace.item.checklist-below': 'Mức đầu tiên ({{step}}) còn thiếu {{missing}} nội dung nên tính 0 điểm.',
  'trace.item.option': 'Phương án “{{option}}”: {{points}} điểm (cao nhất {{max}}).',
  'trace.item.option-reversed':
    'Phương án “{{option}}”: {{written}} điểm, câu hỏi tính ngược nên được {{points}} (cao nhất {{max}}).',
  'trace.item.option-recoded': 'Phương án “{{option}}”: {{written}} điểm, quy đổi thành {{points}} (cao nhất {{max}}).',
  'trace.item.option-excluded': 'Phương án “{{option}}”: không tính vào điểm.',
  'trace.item.option-unknown': 'Phương án “{{option}}”: coi như chưa trả lời.',
  'trace.item.multi': 'Chọn {{chosen}}/{{of}} phương án, cộng được {{points}} điểm (cao nhất {{max}}).',
  'trace.item.multi-capped': 'Chọn {{chosen}}/{{of}} phương án, cộng được {{points}} điểm, chỉ tính tối đa {{max}}.',
  'trace.item.multi-count':
    'Chọn {{chosen}}/{{of}} phương án; theo bảng số lượng được {{points}} điểm (cao nhất {{max}}).',
  'trace.item.rows-sum': 'Cộng điểm các dòng ({{done}}/{{of}} dòng đã trả lời): {{points}} (cao nhất {{max}}).',
  'trace.item.rows-mean': 'Trung bình các dòng ({{done}}/{{of}} dòng đã trả lời): {{points}} (cao nhất {{max}}).',
  'trace.item.rows-weighted':
    'Trung bình các dòng theo trọng số ({{done}}/{{of}} dòng đã trả lời): {{points}} (cao nhất {{max}}).',
  'trace.item.rows-lowest': 'Lấy dòng thấp nhất ({{done}}/{{of}} dòng đã trả lời): {{points}} (cao nhất {{max}}).',
  'trace.item.rows-one': 'Chỉ tính dòng “{{row}}”: {{points}} (cao nhất {{max}}); các dòng khác để theo dõi.',
  'trace.item.rows-blank': 'Còn dòng chưa trả lời ({{done}}/{{of}}) nên coi như chưa trả lời.',
  'trace.item.rows-excluded': 'Các dòng đều thuộc diện không tính vào điểm.',
  'trace.item.cells-sum': 'Cộng điểm các dòng ({{done}}/{{of}} dòng đã xem): {{points}} (cao nhất {{max}}).',
  'trace.item.cells-mean': 'Trung bình các dòng ({{done}}/{{of}} dòng đã xem): {{points}} (cao nhất {{max}}).',
  'trace.item.cells-weighted':
    'Trung bình các dòng theo trọng số ({{done}}/{{of}} dòng đã xem): {{points}} (cao nhất {{max}}).',
  'trace.item.band-only': '{{value}}: {{points}} điểm.',
  'trace.item.band-below': '{{value}}, thuộc khoảng dưới {{to}}: {{points}} điểm.',
  'trace.item.band-up-to': '{{value}}, thuộc khoảng không quá {{to}}: {{points}} điểm.',
  'trace.item.band-from-below': '{{value}}, thuộc khoảng từ {{from}} đến dưới {{to}}: {{points}} điểm.',
  'trace.item.band-over-up-to': '{{value}}, thuộc khoảng trên {{from}} đến {{to}}: {{points}} điểm.',
  'trace.item.band-from': '{{value}}, thuộc khoảng từ {{from}} trở lên: {{points}} điểm.',
  'trace.item.band-over': '{{value}}, thuộc khoảng trên {{from}}: {{points}} điểm.',
  'trace.item.line': '{{value}}; điểm tính đều từ 0 (tại {{zeroAt}}) đến {{full}} (tại {{fullAt}}): {{points}} điểm.',
  'trace.item.per-unit': '{{value}}; mỗi đơn vị {{each}} điểm, nhiều nhất {{most}}: {{points}} điểm.',
  'trace.item.nothing-not-applicable': '{{value}}: không phát sinh nên không tính vào điểm.',
  'trace.item.nothing-zero': '{{value}}: không phát sinh, tính 0 điểm.',
  'trace.item.nothing-full': '{{value}}: không phát sinh, tính đủ điểm.',
  'trace.item.target-reached': '{{value}}; mục tiêu năm {{year}} là {{target}}: đạt.',
  'trace.item.target-on-the-way':
    '{{value}}; mục tiêu năm {{year}} là {{target}}: đang thực hiện, được {{percent}} mục tiêu, còn thiếu {{gap}}.',
  'trace.item.target-not-reached':
    '{{value}}; mục tiêu năm {{year}} là {{target}}: chưa đạt, được {{percent}} mục tiêu, còn thiếu {{gap}}.',
  'trace.item.target-missed': '{{value}}; mục tiêu năm {{year}} là {{target}}: chưa đạt, còn thiếu {{gap}}.',
  'trace.item.target-none': '{{value}}: không có mục tiêu cho loại đơn vị này nên không tính vào điểm.',
  'trace.item.said-reached': 'Mục tiêu năm {{year}}: đạt.',
  'trace.item.said-not-reached': 'Mục tiêu năm {{year}}: chưa đạt.',
  'trace.item.kept': 'Ghi nhận, không tính điểm.',
  'trace.item.unfit': 'Câu trả lời không cho ra điểm.',

  ...traceVi,

  'period.month': 'Tháng {{number}}/{{year}}',
  'period.quarter': 'Quý {{roman}}/{{year}}',
  'period.half.1': '6 tháng đầu năm {{year}}',
  'period.half.2': '6 tháng cuối năm {{year}}',
  'period.nine-months': '9 tháng năm {{year}}',
  'period.year': 'Năm {{year}}',
  'period.once': 'Lần {{number}}, năm {{year}}',

  'state.answered': 'Đã trả lời',
  'state.none': 'Không có mục nào',
  'state.not-applicable': 'Không áp dụng',
  'state.unanswered': 'Chưa trả lời',

  'basis.official': 'Bộ chính thức',
  'basis.adapted': 'Điều chỉnh từ văn bản gốc',
  'basis.own': 'Tự biên soạn',
  'basis.provisional': 'Tạm thời, chưa xác nhận',
  'provenance.in-force': 'Còn hiệu lực',
  'provenance.replaced': 'Đã thay thế',
  'provenance.not-issued': 'Không phải văn bản ban hành',
  'provenance.unknown': 'Chưa rõ hiệu lực',
} as const;
