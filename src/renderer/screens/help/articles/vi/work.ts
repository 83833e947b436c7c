import type { ArticleId, Articles } from '../list.ts';

type Work = Extract<
  ArticleId,
  'getting-started' | 'answering' | 'evidence' | 'not-applicable' | 'result' | 'plan' | 'compare' | 'reports'
>;

/** Articles on the work itself, in Vietnamese. */
export const work: Pick<Articles, Work> = {
  'getting-started': {
    title: 'Bắt đầu',
    summary: 'Từ lần mở đầu tiên đến kết quả đầu tiên',
    text: `
Một lần đánh giá gồm ba bước: trả lời, rà soát, xem kết quả. Có thể dừng ở bất cứ câu nào rồi làm tiếp hôm khác.

1. **Khai báo đơn vị**: tên, loại hình, tỉnh hoặc thành phố. Phần còn lại điền sau ở [Thông tin đơn vị](/settings/organisation).
1. **Bắt đầu đánh giá**: chọn bộ câu hỏi và kỳ (năm, 6 tháng, quý...). Chương trình gợi ý các bộ hợp với loại hình đơn vị.
1. **Trả lời từng câu**. Câu nào trả lời xong là được lưu ngay vào máy.
1. **Rà soát**: xem câu còn thiếu, câu thiếu minh chứng, rồi chốt kết quả. Chốt rồi vẫn mở lại để sửa được.
1. **Xem kết quả** và xuất tệp Excel, PDF để trình ký và gửi đi.

## Chưa muốn nhập thật?

Ở [trang đầu](/), bấm **Xem thử dữ liệu mẫu**. Đơn vị mẫu có số liệu giả định, được ghi rõ là mẫu, và bỏ đi bằng một lần bấm. Dữ liệu của đơn vị không bị ảnh hưởng.

## Vai trò

Lần mở đầu tiên, chương trình hỏi vai trò: đơn vị tự đánh giá, thẩm định, giảng viên hay biên soạn. Vai trò chỉ làm màn hình gọn hơn; đổi lại ở nút trình đơn góc trên bên phải hoặc trong [Cài đặt](/settings/general).
`,
  },
  answering: {
    title: 'Trả lời câu hỏi và phím tắt',
    summary: 'Chọn mức, nhập số liệu, đi giữa các câu bằng bàn phím',
    text: `
Màn hình trả lời có ba phần: mục lục bên trái, câu hỏi ở giữa, minh chứng và ghi chú bên phải. Phím [[F6]] chuyển giữa ba phần.

## Các loại câu

- **Thang mức**: chọn dòng mô tả đúng nhất hiện trạng. Dòng đã chọn ở kỳ trước và dòng mục tiêu được ghi rõ.
- **Chọn một hoặc nhiều phương án**: câu chọn nhiều có dòng “Không có mục nào”, vẫn tính là đã trả lời.
- **Tỷ lệ**: nhập hai con số a và b; tỷ lệ và điểm hiện ra ngay khi gõ.
- **Số liệu**: gõ kiểu Việt Nam, ví dụ 1.234 hoặc 12,5. Chương trình nhắc lại số đã hiểu ở dòng dưới.

## Trả lời nhanh

- Phím số [[1]] đến [[5]] chọn mức khi con trỏ ở danh sách mức; [[Enter]] sang câu sau.
- Bật **Tự chuyển câu** trong [Cài đặt, Nhập liệu](/settings/input): chọn mức bằng phím số xong là sang câu kế tiếp.
- [[PageDown]], [[PageUp]] sang câu sau, câu trước. [[F7]] tới câu chưa trả lời kế tiếp.
- [[F2]] nhảy tới câu bất kỳ: gõ số câu hoặc vài từ, có dấu hay không dấu đều được.
- [[F4]] đánh dấu xem lại; [[Ctrl+Z]] hoàn tác, [[Ctrl+Y]] làm lại.

## Làm tiếp từ kỳ trước

Nếu đã có kỳ trước, câu trả lời cũ hiện ra như gợi ý “Kỳ trước”. Không câu nào được chọn sẵn: [[F3]] lấy lại câu trả lời của kỳ trước cho câu đang mở.

Danh sách đầy đủ ở trang [Phím tắt](/shortcuts), mở bằng [[Ctrl+/]].
`,
  },
  evidence: {
    title: 'Minh chứng và giải trình',
    summary: 'Dẫn văn bản, dùng lại cho nhiều câu, viết giải trình',
    text: `
Minh chứng trước hết là **dẫn một văn bản**: loại văn bản, số và ký hiệu, ngày, cơ quan ban hành, trích yếu, trang hoặc mục. Chỉ cần loại hoặc số là lưu được, phần còn lại bổ sung sau.

1. Ở câu đang trả lời, bấm [[F9]] hoặc **Thêm văn bản**.
1. Chọn văn bản đã nhập ở câu khác, hoặc nhập văn bản mới. Ngày ghi theo ngày/tháng/năm.
1. Bấm **Thêm vào câu này**.

Một văn bản dùng được cho nhiều câu. Sửa văn bản ở một câu là sửa ở mọi câu đang dùng nó.

## Khi chưa có văn bản

Viết vào ô **Giải trình**: đơn vị đã làm gì, khi nào, ai xác nhận được. Giải trình in thành phụ lục riêng của báo cáo. Ô **Ghi chú** dành cho người làm, không in trong báo cáo.

## Thiếu minh chứng

Câu cần minh chứng mà chưa có văn bản hay giải trình được liệt kê khi rà soát, kèm số điểm có thể không được tính. Chương trình không tự trừ điểm; cơ quan thẩm định quyết định việc đó.

## Thư viện minh chứng

Mở từ [trang đầu](/), nút trình đơn góc trên bên phải, hoặc ngay dưới nút **Thêm văn bản**. Thư viện liệt kê mọi văn bản của đơn vị, mỗi văn bản dùng cho những câu nào, câu nào còn thiếu và số điểm có thể mất. Ở đó sửa một lần cho mọi câu, gộp văn bản nhập trùng, gỡ văn bản chưa dùng.

Mỗi văn bản kèm được một tệp (PDF, Word, Excel, ảnh; tối đa 20 MB). Tệp được chép vào dữ liệu của chương trình, nên thẻ nhớ rút ra vẫn mở được; đang chép thì dừng được.
`,
  },
  'not-applicable': {
    title: 'Câu không áp dụng',
    summary: 'Khi nào chọn, lý do, ảnh hưởng đến điểm',
    text: `
Chọn **Không áp dụng** khi tiêu chí không thuộc chức năng của đơn vị, hoặc trong kỳ không phát sinh. Bấm [[F8]], chọn lý do rồi bấm **Ghi là không áp dụng**.

- Lý do là bắt buộc và được in trong báo cáo.
- Mỗi bộ câu hỏi quy định riêng: câu không áp dụng được bỏ khỏi điểm tối đa, tính 0 điểm, hoặc tính đủ điểm. Hộp thoại ghi rõ cách tính trước khi xác nhận.
- Có câu áp dụng cho mọi đơn vị; câu đó không chọn “không áp dụng” được.

## Không áp dụng khác với chưa làm

Việc thuộc chức năng của đơn vị nhưng chưa làm thì chọn mức thấp nhất hoặc “Không có mục nào”, không chọn “Không áp dụng”.

Với câu tỷ lệ, mẫu số bằng 0 nghĩa là không phát sinh; cách tính được ghi ngay dưới hai ô số.
`,
  },
  result: {
    title: 'Kết quả và mức đạt được',
    summary: 'Vì sao ở mức này, thiếu gì để lên mức kế tiếp',
    text: `
Màn hình kết quả nói ba điều: đang ở mức nào, mức đó nghĩa là gì, và việc nào đưa đơn vị lên mức kế tiếp nhanh nhất.

- **Mức** suy ra từ điểm và các điều kiện của bộ câu hỏi. Khi còn câu chưa trả lời, kết quả ghi là tạm tính.
- **Trụ cột**: chấm tròn đặc là kỳ này, chấm rỗng là kỳ trước, cờ là mục tiêu. Dưới mỗi biểu đồ có bảng số liệu.
- **Việc gần mức kế tiếp nhất**: những câu chỉ cần nâng một bậc là đủ, kèm số điểm tăng thêm. Chương trình đã tính lại để chắc các việc đó đưa lên được mức nói đến.
- **Điều kiện**: mức kế tiếp cần gì, đang có gì, điều kiện nào đã đạt.
- **Còn thiếu**: từng trụ cột và từng tiêu chí còn cách mục tiêu bao nhiêu; chưa có mục tiêu thì so với điểm tối đa.
- **Qua các kỳ**: bảng ô màu trụ cột theo kỳ, hiện khi có từ hai kỳ. Vạch đứt là chỗ đổi phiên bản bộ câu hỏi.
- **Vì sao ra điểm này**: từ mức chung xuống từng câu trả lời, mỗi con số được tính ra sao.

## Số lẻ

Điểm được tính chính xác, chỉ làm tròn khi hiện ra, theo cách viết Việt Nam: 2,7 hoặc 1.234,5.

## Trình chiếu

[[F11]] phóng to kết quả ra toàn màn hình cho cả phòng xem. [[PageDown]], [[PageUp]] hoặc bút trình chiếu đi từng phần, [[Esc]] thoát.
`,
  },
  plan: {
    title: 'Kế hoạch và mục tiêu',
    summary: 'Chọn việc, đặt mục tiêu, theo dõi tiến độ',
    text: `
Kế hoạch bắt đầu từ kết quả: chương trình gợi ý việc cần làm từ những câu còn thấp, xếp việc ưu tiên cao và dễ làm lên trước.

1. Đặt **mục tiêu**: mức cần đạt và thời hạn. Bộ câu hỏi có sẵn mục tiêu theo năm thì mục tiêu đó được điền trước.
1. Đưa việc từ **gợi ý** vào kế hoạch, **lấy từ văn bản** đã ban hành, hoặc tự thêm. Mỗi việc có chủ trì, phối hợp, thời gian, kinh phí, trạng thái.
1. Xem **mức dự kiến nếu làm hết**: chương trình tính lại điểm với các việc đã chọn. Chia **giai đoạn** thì mỗi giai đoạn có mức dự kiến riêng.
1. Xuất kế hoạch làm phụ lục Excel hoặc PDF.

Trong bảng, [[Alt+↑]] và [[Alt+↓]] chuyển việc lên, xuống; [[Ctrl+Z]] hoàn tác.

## Theo dõi

Thẻ **Tiến độ** ghi kết quả theo kỳ (quý, 6 tháng, năm). Việc quá hạn được đánh dấu bằng chữ, không chỉ bằng màu. Ngày chốt số liệu mặc định là ngày 14 và sửa được. Số liệu đã ghi xuất thành báo cáo tiến độ định kỳ.

## Sáng kiến ưu tiên

Thẻ **Sáng kiến ưu tiên** chấm từng sáng kiến theo bốn tiêu chí của văn bản và xếp hạng theo tổng điểm.

## Chỉ số bên ngoài

[Sổ theo dõi chỉ số](/ledger) giữ kết quả do nơi khác công bố (ICT Index, DTI, PAR Index...) cạnh kết quả tự đánh giá: giá trị, thứ hạng, năm.
`,
  },
  compare: {
    title: 'So sánh các kỳ, các đơn vị',
    summary: 'Thay đổi nào làm điểm tăng, khi nào không so được',
    text: `
So sánh hai kỳ của một đơn vị, hoặc hai đơn vị dùng cùng bộ câu hỏi. Mở bằng nút **So sánh** ở màn hình kết quả, hoặc chọn lần đánh giá ở trang [So sánh](/compare).

- Biểu đồ đường nối cho thấy trụ cột nào tăng, giảm; nút **Bảng** cho số liệu.
- Bảng **Từng tiêu chí** nói câu nào đổi. Bỏ đánh dấu **Chỉ hiện tiêu chí có thay đổi** để xem cả những câu giống nhau.
- Lý do thay đổi lấy từ giải trình và minh chứng mới của kỳ sau.

## Khi bộ câu hỏi đổi phiên bản

Chương trình chỉ so các câu có ở cả hai phiên bản, và nói rõ có bao nhiêu câu mới, bao nhiêu câu bỏ. Đường nối giữa hai kỳ khác phiên bản được ngắt để không gây hiểu nhầm.

## Khi đơn vị sáp nhập

Ở [Thông tin đơn vị](/settings/organisation), khai các đơn vị trước khi sắp xếp. Số liệu kỳ trước khi đó được suy ra từ các đơn vị cũ và luôn ghi là số suy ra.
`,
  },
  reports: {
    title: 'Báo cáo và nộp kết quả',
    summary: 'Tệp Excel, PDF, thể thức văn bản, nộp lên cấp trên',
    text: `
Ở màn hình kết quả:

- **Xuất Excel**: bảng tổng hợp, chi tiết từng tiêu chí, minh chứng, giải trình. Tệp này cũng là tệp kết quả mà cấp trên nạp vào Thước Số để tổng hợp.
- **Xuất PDF**: báo cáo để trình ký. Cơ quan nhà nước được trình bày theo Nghị định 30/2020/NĐ-CP; doanh nghiệp có bản ngắn gọn riêng.
- **Xuất dạng khác**: Word, tóm tắt một trang, trang trình chiếu, bảng chi tiết CSV hoặc JSON.

**Thông tin báo cáo** giữ cơ quan cấp trên, số và ký hiệu, nơi nhận, căn cứ, người ký; khai một lần và được nhớ cho đơn vị. Ô nào chưa điền thì in dòng chấm để ghi tay. **Xem trước và in** cho thấy đúng trang giấy sẽ in.

## Nộp kết quả

1. Bấm **Nộp**, chọn những tệp cần nộp và nơi ghi: thư mục, thẻ nhớ hoặc tải xuống.
1. Chương trình đặt tên tệp theo đơn vị, bộ câu hỏi, kỳ và lần nộp, ghi xong thì đọc lại từng tệp để đối chiếu.
1. Chép lời nhắn có sẵn để gửi kèm. Lần nộp được ghi lại, xem ở danh sách các lần đánh giá.

Gói .thuocso mang theo tệp minh chứng và đặt được mật khẩu. Mã đối chiếu in trên báo cáo và có trong mọi tệp, để nơi nhận biết bản giấy và tệp là một. Mã này không phải chữ ký số.

! Mở tệp Excel để xem thì được, nhưng đừng sửa số trong tệp rồi gửi đi: khi nạp lại, chương trình nhận ra phần đã sửa và báo rõ. Cần sửa thì mở lại lần đánh giá, sửa câu trả lời rồi xuất lại.

## Ngôn ngữ của tệp

Mặc định theo màn hình. Chọn cố định tiếng Việt hoặc tiếng Anh trong [Cài đặt, Xuất bản](/settings/output).

## Không ghi được tệp

Thường vì tệp cùng tên đang mở trong Excel. Đóng tệp đó rồi xuất lại, hoặc lưu tên khác.
`,
  },
};
