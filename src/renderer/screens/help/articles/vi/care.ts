import type { ArticleId, Articles } from '../list.ts';

type Care = Extract<
  ArticleId,
  'questionnaires' | 'appraisal' | 'class-flow' | 'collecting' | 'backup' | 'privacy' | 'vietnamese' | 'troubleshooting'
>;

/** Articles on questionnaires, classes, data and trouble, in Vietnamese. */
export const care: Pick<Articles, Care> = {
  questionnaires: {
    title: 'Soạn bộ câu hỏi bằng Excel',
    summary: 'Dành cho người biên soạn: câu hỏi, trọng số, phép thử',
    text: `
Bộ câu hỏi là dữ liệu, không phải mã chương trình. Người biết Excel viết và sửa được, không cần lập trình.

1. Lấy một bộ có sẵn làm mẫu và đổi ra sổ tính Excel bằng dòng lệnh **thuoc-so questionnaires export-xlsx**: mỗi dòng một câu, kèm tên tiếng Việt và tiếng Anh, mô tả từng mức, điểm, trọng số, yêu cầu minh chứng.
1. Sửa trong Excel. Ô chọn từ danh sách thì chọn, đừng gõ; cột lạ và trang lạ không bị xóa.
1. Ghi **phép thử**: vài bộ câu trả lời cùng điểm và mức phải ra.
1. Tăng số phiên bản rồi thêm vào ở [Thư viện bộ câu hỏi](/library), nút **Thêm từ tệp**. Lỗi được chỉ rõ ở trang nào, ô nào, sửa thế nào.

Khi thêm, mọi phép thử được chạy. Bộ câu hỏi không khớp phép thử của chính nó thì không dùng được.

! Bản đã phát hành không sửa được nữa, vì các lần đánh giá đã làm phải giữ nguyên cách tính. Muốn sửa thì phát hành phiên bản tiếp theo; thư viện cho xem hai phiên bản khác nhau ở đâu.

## Ghi rõ nguồn gốc

Mỗi bộ ghi văn bản làm căn cứ, số, ngày, còn hiệu lực hay đã thay thế, là bộ chính thức hay điều chỉnh. Người dùng thấy những điều đó khi chọn bộ và trong báo cáo. Danh sách ở trang [Giới thiệu](/about).
`,
  },
  appraisal: {
    title: 'Vai trò và điểm thẩm định',
    summary: 'Bốn vai trò, điểm tự chấm và điểm thẩm định',
    text: `
Thước Số có bốn vai trò; mỗi vai trò thấy mọi thứ của đơn vị và thêm phần việc riêng:

- **Đơn vị tự đánh giá**: trả lời, rà soát, kết quả, kế hoạch, báo cáo.
- **Thẩm định**: thêm điểm thẩm định bên cạnh điểm tự chấm.
- **Giảng viên**: thêm cách làm cho lớp tập huấn trên một máy.
- **Biên soạn**: thêm thư viện bộ câu hỏi ngay ở trang đầu.

Đổi vai trò ở nút trình đơn góc trên bên phải hoặc trong [Cài đặt](/settings/general).

! Vai trò không phải lớp bảo vệ. Ai dùng được tài khoản máy tính này đều đổi được vai trò và xem được dữ liệu. Muốn hạn chế, dùng tài khoản Windows riêng và khóa màn hình.

## Thẩm định một kết quả

1. Với vai trò **Thẩm định**, mở tệp kết quả của đơn vị ở trang [Mở tệp](/open) và nhận vào máy.
1. Ở từng câu, ô **Thẩm định** bên phải có ba cách: đồng ý, điều chỉnh sang giá trị khác, hoặc yêu cầu bổ sung; ghi ý kiến và lý do.
1. Màn hình kết quả đặt điểm thẩm định cạnh điểm tự chấm và phần chênh lệch.

## Hai điểm đứng cạnh nhau

Điểm thẩm định không bao giờ ghi đè điểm tự chấm. Báo cáo in cả hai, phần chênh lệch và ý kiến của người thẩm định. Đơn vị mở tệp kết quả thẩm định gửi lại thì thấy cả hai điểm. Tên ghi trong lịch sử lấy từ ô “Họ và tên người làm” trong Cài đặt.
`,
  },
  'class-flow': {
    title: 'Lớp tập huấn trên một máy',
    summary: 'Người tiếp theo, mã lớp, trình chiếu kết quả',
    text: `
Với vai trò **Giảng viên**, nhiều học viên lần lượt đánh giá nhanh trên cùng một máy. Mở ở [trang đầu](/), **Lớp học trên máy dùng chung**.

1. Trước buổi học, ghi tên lớp, mã lớp, chọn bộ câu hỏi và thư mục của lớp rồi bấm **Mở lớp**. Chạy trong trình duyệt thì mỗi bài được tải xuống.
1. Học viên ghi tên, trả lời bộ câu hỏi ngắn, khoảng mười phút. Thanh trên cùng ghi mã lớp và số thứ tự.
1. Bấm **Người tiếp theo**: bài vừa làm được chốt, xuất thành một tệp có mã lớp trong tên, và một bài trống mở ra. Mã lớp được giữ.
1. Cuối buổi, bấm **Kết thúc lớp** rồi gom các tệp để tổng hợp, kể cả tệp làm ở máy khác mang đến bằng USB.

! Khi lớp đang mở, người sau không thấy tên và câu trả lời của người trước: trang đầu, danh sách và địa chỉ cũ đều không dẫn tới. Kết thúc lớp thì các bài hiện lại trong danh sách của máy.

## Nếu mất điện giữa buổi

Mở lại chương trình, lớp vẫn đang mở ở đúng người đang làm. Tệp chưa ghi được thì máy chưa sang người tiếp theo, nên không bài nào bị sót.

## Chiếu cho cả lớp

[[F11]] bật trình chiếu: chữ to, không thanh công cụ. [[Esc]] thoát.
`,
  },
  backup: {
    title: 'Sao lưu và mất điện',
    summary: 'Dữ liệu được giữ thế nào, chép đi đâu, lấy lại ra sao',
    text: `
## Mất điện giữa chừng

Câu nào màn hình đã báo “Đã lưu lúc...” là đã nằm trên ổ đĩa. Mất điện hay tắt ngang máy không làm mất câu đó. Mở lại chương trình, bấm **Tiếp tục** ở trang đầu là trở lại đúng câu đang dở.

## Sao lưu

Chương trình tự sao lưu hằng ngày khi có thay đổi và trước mỗi lần nâng cấp dữ liệu; giữ các bản gần nhất trong thư mục dữ liệu. Bản nào cũng được đọc lại và kiểm tra. Bản sao trên cùng ổ đĩa không cứu được khi hỏng ổ đĩa, nên mỗi tháng và sau mỗi lần chốt kết quả, hãy bấm **Sao lưu ra nơi khác** ở trang [Sao lưu và khôi phục](/data) để chép thêm ra USB hoặc ổ khác.

Chân [trang đầu](/) ghi lần sao lưu gần nhất, đã kiểm tra hay chưa, và báo khi lần tự sao lưu không thành công.

! Đừng đặt thư mục dữ liệu trên USB, ổ mạng hay thư mục đồng bộ đám mây. Dữ liệu đang dùng phải nằm trên ổ cố định của máy.

## Khôi phục

Trước khi khôi phục, chương trình cho xem trong bản sao lưu có gì bên cạnh dữ liệu hiện tại. Khôi phục không xóa dữ liệu hiện có: bản hiện tại được giữ lại thành một bản sao trước khi thay thế.

Dữ liệu bị hỏng đến mức không mở được thì khi khởi động, chương trình mở trang cứu dữ liệu: thử lại, lấy bản sao lưu tốt gần nhất, cứu phần còn đọc được, hoặc bắt đầu mới. Tệp cũ được để riêng, không bị xóa.

## Chuyển sang máy khác

Chép một bản sao lưu sang máy mới, cài chương trình rồi khôi phục từ bản đó ở trang [Sao lưu và khôi phục](/data).
`,
  },
  privacy: {
    title: 'Riêng tư và bảo vệ dữ liệu',
    summary: 'Dữ liệu ở đâu, ai đọc được, chương trình không làm gì',
    text: `
- Chương trình **không gửi gì ra ngoài**: không tài khoản, không thống kê, không tự cập nhật, không cần mạng.
- Dữ liệu chỉ nằm trong thư mục ghi ở [Cài đặt, Dữ liệu](/settings/data).
- Tệp rời khỏi máy chỉ khi có người xuất ra rồi gửi đi.
- Nhật ký lỗi chỉ có chi tiết kỹ thuật, không có câu trả lời hay tên người.

## Điều chương trình không bảo vệ

- Ai vào được tài khoản Windows này thì đọc được dữ liệu: dữ liệu không có mật khẩu riêng và không mã hóa. Hãy khóa màn hình khi rời máy; máy có dữ liệu quan trọng nên mã hóa ổ đĩa (BitLocker).
- Vai trò (đơn vị, thẩm định, giảng viên, biên soạn) chỉ đổi cách hiển thị, không phải phân quyền.
- Tệp Excel, PDF đã xuất nằm ngoài chương trình; ai có tệp thì đọc được.
- Mã trong tệp kết quả giúp nhận ra tệp đã bị sửa. Đó không phải chữ ký số.

## Họ tên

Chương trình chỉ hỏi họ tên người làm để ghi lịch sử thay đổi, và không bắt buộc. Tên đầu mối liên hệ của đơn vị in trong báo cáo nếu đã điền.
`,
  },
  vietnamese: {
    title: 'Gõ tiếng Việt',
    summary: 'UniKey, VNI, phông chữ cũ, tìm kiếm không dấu',
    text: `
Chương trình làm việc với UniKey, EVKey, OpenKey và bộ gõ của Windows, cả kiểu Telex lẫn VNI.

- Không phím tắt nào nằm trên [[Ctrl+Shift]], [[Alt+Z]] hay phím chữ, nên bật tắt bộ gõ như thường.
- Phím số chỉ chọn mức khi con trỏ ở danh sách mức. Khi gõ trong ô chữ, phím số là dấu VNI bình thường. Có thể tắt hẳn trong [Cài đặt, Nhập liệu](/settings/input).
- Đặt bộ gõ ở bảng mã **Unicode** (dựng sẵn). Chữ được lưu thống nhất một dạng để tìm và so sánh đúng.

## Tìm kiếm

Mọi ô tìm kiếm chấp nhận chữ không dấu: gõ “minh chung” tìm thấy “minh chứng”, gõ “hoa” thấy cả “Hòa” và “Hoà”.

## Tệp dùng phông chữ cũ

Tệp Excel dùng phông .VnTime (TCVN3) hoặc VNI không phải Unicode. Chương trình nhận ra, không nạp chữ sai, và nói cách chuyển: mở bằng công cụ chuyển mã (UniKey, [[Ctrl+Shift+F6]] trong UniKey), chuyển sang Unicode, lưu lại rồi nạp.

## Số và ngày

Số viết 1.234,56; ngày viết 25/02/2025. Gõ 1234 hay 1.234 đều hiểu là một nghìn hai trăm ba mươi tư.
`,
  },
  troubleshooting: {
    title: 'Khi gặp trục trặc',
    summary: 'Không mở được, không lưu được, màn hình lạ',
    text: `
## Không mở được dữ liệu

- **Đang được một cửa sổ khác sử dụng**: đóng cửa sổ Thước Số còn lại, kể cả bản chạy trong trình duyệt, rồi thử lại.
- **Không ghi được vào thư mục**: phần mềm diệt virus hoặc “Controlled folder access” của Windows có thể đang chặn. Cho phép Thước Số, hoặc nhờ người quản trị máy.
- **Ổ đĩa đầy**: giải phóng chỗ trống rồi bấm Thử lại. Câu đang nhập vẫn còn trên màn hình.
- **Tệp dữ liệu bị hỏng**: chương trình không ghi đè lên tệp hỏng. Khôi phục từ bản sao lưu, xem [Sao lưu và mất điện](/help/backup).
- **Dữ liệu của phiên bản mới hơn**: cài phiên bản mới rồi mở lại.

## Mất kết nối với chương trình

Khi chạy trong trình duyệt, cửa sổ chương trình có thể đã bị đóng. Mở lại chương trình; nội dung đang nhập còn trên trang, đừng đóng trang. Nếu phiên đã kết thúc, mở trang bằng địa chỉ mới mà chương trình hiện ra.

## Chữ quá nhỏ, quá lớn, khó đọc

[[Ctrl]] và dấu [[+]] phóng to, [[Ctrl]] và dấu [[−]] thu nhỏ, [[Ctrl+0]] về 100%. Trong [Cài đặt](/settings/general) có giao diện sáng, tối và tương phản cao.

## Phím không có tác dụng

- Phím số: con trỏ phải ở danh sách mức, và mục “Dùng phím số” phải bật.
- Phím F trên máy xách tay: giữ thêm phím [[Fn]].
- Bút trình chiếu: bật trình chiếu bằng [[F11]] trước.

## Báo lỗi

Màn hình lỗi ghi một mã ngắn. Gửi mã đó cùng tệp nhật ký (không chứa câu trả lời hay tên) cho người hỗ trợ.
`,
  },
  collecting: {
    title: 'Tổng hợp nhiều tệp kết quả',
    summary: 'Gom tệp của lớp hay của các xã, đọc số chung',
    text: `
Nơi nhận nhiều tệp kết quả (giảng viên, phòng, sở) gom chúng thành một **đợt tổng hợp**: cùng một phiên bản bộ câu hỏi, cùng một kỳ.

1. Ở trang [Đợt tổng hợp](/collections), bấm **Tạo đợt tổng hợp** và dán danh sách đơn vị phải nộp (mã, tên, nhóm). Không có danh sách thì bấm **Nhập tệp, tự xếp vào đợt**.
1. Chọn hoặc thả tệp, cả thư mục. Trong lúc chờ vẫn làm việc khác được; dừng thì đợt vẫn như trước.
1. Xem những tệp cần xem: đơn vị có nhiều bản thì chọn bản được tính, tên chưa khớp thì xác nhận gợi ý.
1. Xem bảng tổng hợp: phân bố mức, bảng nhiệt, xếp hạng, từng đơn vị, so nhóm, so kỳ, tiêu chí khó, đơn vị còn thiếu. Trình chiếu bằng [[F11]].
1. Bấm **Xuất** để lấy bảng tính, báo cáo PDF, số liệu, hoặc cả đợt để gộp ở máy khác.

## Tệp nào được nhận

- Nhận tệp Excel, gói .thuocso và .json do Thước Số xuất ra, cả thư mục hoặc tệp .zip chứa chúng. Chỉ phần dữ liệu trong tệp được đọc, và điểm được tính lại từ câu trả lời.
- Mỗi tệp có một kết luận: đã nhận, đã có, bản mới hơn, mâu thuẫn, ô bị sửa sau khi xuất, sai bộ câu hỏi, không đọc được. Không tệp nào bị bỏ qua mà không nói.
- Danh sách đơn vị cần nộp được đối chiếu theo mã rồi theo tên, nên biết còn thiếu đơn vị nào.
- Hai phiên bản bộ câu hỏi không bao giờ trộn vào một con số.

## Thẩm định từ đợt tổng hợp

Mở một đơn vị trong bảng nhiệt, bấm **Mở để thẩm định**, nhập điểm và ý kiến từng câu. Sau đó **Đưa điểm thẩm định vào đợt** để tính chung, và **Trả kết quả cho đơn vị** để lấy tệp gửi lại. Hai điểm đều được giữ ở cả hai nơi.

## Bằng dòng lệnh

Lệnh **thuoc-so aggregate** nhận các tệp hoặc thư mục và ghi bảng tổng hợp cùng danh sách kết luận ra thư mục chọn bằng **--out**. Không ghi **--data** thì lệnh không giữ lại gì.

! Bảng tổng hợp gửi ra ngoài, cũng như màn hình trình chiếu, có thể ẩn tên đơn vị; khi đó nhóm quá ít đơn vị không hiện số riêng, để không lộ kết quả của từng nơi.
`,
  },
};
