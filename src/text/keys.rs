//! What keys do, in a word for the footer and in a line for help and the README.

use super::Lang;
use crate::ui::keymap::{Action, Place};

macro_rules! actions {
    ($($action:ident: $vi:literal, $en:literal; $vi_help:literal, $en_help:literal;)+) => {
        impl Lang {
            /// What a key does, in a word or two for the footer.
            pub const fn action(self, action: Action) -> &'static str {
                match (action, self) {
                    $((Action::$action, Self::Vi) => $vi, (Action::$action, Self::En) => $en,)+
                }
            }

            /// What a key does, in a line for help and the README.
            pub const fn action_help(self, action: Action) -> &'static str {
                match (action, self) {
                    $((Action::$action, Self::Vi) => $vi_help, (Action::$action, Self::En) => $en_help,)+
                }
            }
        }
    };
}

actions! {
    Help: "Trợ giúp", "Help"; "Danh sách phím: gõ để lọc, Enter để chạy", "The list of keys: type to filter, Enter runs";
    Quit: "Thoát", "Quit"; "Thoát chương trình; mọi việc đã ghi", "Quit; everything is kept";
    Language: "English", "Tiếng Việt"; "Đổi Việt – Anh", "Switch English – Vietnamese";
    Undo: "Hoàn tác", "Undo"; "Hoàn tác việc vừa làm ở quầy này", "Undo the last thing done at this station";
    Redo: "Làm lại", "Redo"; "Làm lại việc vừa hoàn tác", "Redo what was undone";
    Back: "Quay lại", "Back"; "Quay lại, bỏ qua", "Go back, change nothing";
    TakeNumber: "Cấp số", "Number"; "Cấp số cho người vừa đến", "Give a number to somebody who came in";
    CountQuestion: "Hỏi nhanh", "Quick question"; "Đếm một người chỉ hỏi nhanh, không lấy số", "Count somebody who only asks something short and takes no number";
    CallNext: "Gọi", "Call"; "Gọi số tiếp theo", "Call the next number";
    Proceed: "Tiếp", "Next"; "Việc kế tiếp: gọi số, có mặt, mở dòng đang chọn", "The next thing: call, appeared, open the row";
    Recall: "Gọi lại", "Recall"; "Gọi lại số đang gọi", "Call the same number again";
    Finish: "Xong", "Finish"; "Xong lượt đang tiếp", "Finish the visit being served";
    FinishAndCall: "Xong, gọi tiếp", "Next"; "Xong lượt đang tiếp và gọi ngay số tiếp theo", "Finish the visit being served and call the next at once";
    HoldOrResume: "Giữ/tiếp", "Hold"; "Tạm giữ lượt đang tiếp, hoặc tiếp tục lượt tạm giữ", "Put the visit on hold, or resume one";
    Leave: "Rời đi", "Left"; "Không có mặt, bỏ về, hẹn hôm khác…", "Did not appear, walked out, another day…";
    PutBack: "Về hàng", "Put back"; "Trả về hàng chờ, giữ chỗ cũ", "Put back in the queue, at the old place";
    NextPlease: "Vắng, gọi tiếp", "Not there"; "Số đang gọi không có mặt: ghi lại và gọi người sau", "The called one is not there: note it and call the next";
    CallOutOfTurn: "Gọi trước", "Out of turn"; "Gọi lượt đang chọn trước thứ tự, có lý do", "Call the visit under the cursor before the others, with a reason";
    Transfer: "Chuyển", "Send on"; "Chuyển sang dãy số hoặc quầy khác, giữ số và chỗ cũ", "Send to another series or station, same number and place";
    Missed: "Gọi vắng", "Missed"; "Những số gọi không có mặt hôm nay, cho quay lại", "Today's numbers that were called and not there, to let one return";
    Explain: "Vì sao", "Why"; "Vì sao lượt này đứng ở đây: hàng, tỷ lệ, giờ đến", "Why the visit stands where it does: lane, ratio, arrival";
    SwitchPane: "Đổi bên", "Other side"; "Chuyển giữa hàng chờ và lượt đang tiếp", "Switch between the queue and the visit";
    CommandLine: "Lệnh", "Command"; "Dòng lệnh cho người quen tay: + ks 2, n, A012 r", "The line of commands for practised hands: + ks 2, n, A012 r";
    Complete: "Điền nốt", "Complete"; "Điền nốt chữ đang gõ; lần nữa: gợi ý sau", "Complete what is typed; once more: the next suggestion";
    AddProcedure: "Thêm việc", "Add"; "Thêm thủ tục hoặc kỹ năng vào lượt", "Add a procedure or skill to the visit";
    RemoveProcedure: "Bỏ việc", "Remove"; "Bỏ thủ tục đang chọn khỏi lượt", "Take the procedure off the visit";
    Tick: "Đánh dấu", "Tick"; "Đánh dấu bước, đổi giá trị đang chọn", "Tick the step, change the value";
    Persons: "Số người", "Persons"; "Đổi số người của lượt", "Change the head-count of the visit";
    Tally: "Tổng hợp", "Tally"; "Bảng tổng hợp của ngày, ca, tuần, tháng, quý, năm", "The tally of a day, shift, week, month, quarter, year";
    Statistics: "Thống kê", "Statistics"; "Thống kê bằng hình, cùng kỳ với bảng tổng hợp", "Statistics in pictures, of the tally's period";
    Figures: "Mở số", "Open"; "Mở một con số: những lượt nào làm nên nó", "Open a figure: the visits that make it up";
    NextKind: "Kỳ khác", "Period"; "Kỳ dài hơn: ca, tuần, tháng, quý, 6 tháng, năm", "A longer period: shift, week, month, quarter, half-year, year";
    PreviousKind: "Kỳ ngắn", "Shorter"; "Kỳ ngắn hơn", "A shorter period";
    Range: "Từ–đến", "Range"; "Khoảng ngày bất kỳ", "Any range of days";
    ShowHours: "Giờ", "Hours"; "Thống kê: theo giờ", "Statistics: by hour";
    ShowWeek: "Tuần", "Week"; "Thống kê: giờ và thứ trong tuần", "Statistics: hour and weekday";
    ShowWaits: "Chờ", "Waits"; "Thống kê: thời gian chờ", "Statistics: waits";
    ShowProcedures: "Thủ tục", "Procedures"; "Thống kê: thủ tục nhiều nhất", "Statistics: the most frequent procedures";
    ShowStuck: "Vướng", "Stuck"; "Thống kê: vướng mắc, sự cố", "Statistics: stuck reasons, outages";
    ShowTargets: "Chỉ tiêu", "Targets"; "Thống kê: chỉ tiêu, so với kỳ trước", "Statistics: targets, the period before";
    Print: "In", "Print"; "In bảng tổng hợp", "Print the tally";
    PrintTicket: "In phiếu", "Slip"; "In (lại) phiếu số của lượt đang chọn hoặc số vừa cấp; không cấp số mới", "Print the slip of the visit or of the last number (again); takes no number";
    Journal: "Nhật ký", "Journal"; "Nhật ký: ai làm gì, lúc nào", "Journal: who did what and when";
    CloseShift: "Đóng ca", "Close"; "Đóng ca và bàn giao", "Close the shift and hand over";
    Sit: "Đổi người", "Who"; "Đổi người đang ngồi quầy này", "Change who is at this station";
    Duty: "Người trực", "On duty"; "Thêm, bớt người trực trong ca", "Change who is on duty in this shift";
    Prints: "Hàng in", "Print jobs"; "Hàng in: giấy đã gửi, chưa in được, in lại", "Print jobs: what was sent, what failed, printing again";
    Printers: "Máy in", "Printers"; "Máy in của máy này: chọn, số bản, in thử", "This PC's printers: choose, copies, a test page";
    RetryPrint: "In lại", "Try again"; "In lại giấy chưa in được", "Print what failed again";
    CancelPrint: "Hủy in", "Cancel"; "Hủy giấy chưa in", "Cancel what is not printed yet";
    Reprint: "In thêm", "Once more"; "In thêm một lần nữa (có hỏi trước)", "Print once more (asks first)";
    ReprintAt: "Máy khác", "Elsewhere"; "In thêm ở máy in khác", "Print once more at another printer";
    ChoosePrinter: "Chọn máy", "Choose"; "Chọn máy in trong danh sách", "Choose a printer from the list";
    TestPrint: "In thử", "Test page"; "In thử một trang, không tính vào số liệu", "Print a test page, which is counted nowhere";
    Up: "Lên", "Up"; "Lên một dòng", "One row up";
    Down: "Cuộn", "Scroll"; "Xuống một dòng", "One row down";
    Left: "Trước", "Before"; "Giá trị trước; ngày hoặc kỳ trước", "The value, day or period before";
    Right: "Đổi", "Change"; "Giá trị sau; ngày hoặc kỳ sau", "The value, day or period after";
    PageUp: "Trang trên", "Page up"; "Lên một trang", "One page up";
    PageDown: "Trang dưới", "Page down"; "Xuống một trang", "One page down";
    First: "Đầu", "First"; "Về đầu, về hôm nay", "To the first row, to today";
    Last: "Cuối", "Last"; "Xuống cuối", "To the last row";
    Accept: "Đồng ý", "Accept"; "Đồng ý, ghi", "Accept, keep";
    AddNeed: "Thêm nhu cầu", "More needs"; "Thêm nhu cầu đang chọn, gõ tiếp nhu cầu khác", "Add the need under the cursor and type another";
    MorePersons: "Thêm người", "More people"; "Thêm một người", "One person more";
    FewerPersons: "Bớt người", "Fewer"; "Bớt một người", "One person fewer";
    Priority: "Ưu tiên", "Priority"; "Ưu tiên: chọn lý do", "Goes first: choose the reason";
    ServeNow: "Giúp ngay", "Now"; "Cấp số và giúp ngay tại quầy này, không in phiếu", "Give the number and help at once at this station, no slip";
    RepeatIntake: "Cấp như trước", "Repeat"; "Cấp số như lần trước: cùng nhu cầu, số người, ưu tiên", "A number like the last one: same needs, head-count, priority";
    JoinNumbers: "Một nhóm", "One party"; "Cùng một nhóm: giữ một số cho tất cả, rút các số kia", "One party: one number for all, the others are taken back";
    GiveApart: "Vẫn cấp", "Give it"; "Người khác nhau: vẫn cấp số này", "Different people: give this number all the same";
    Note: "Ghi chú", "Note"; "Ghi chú để gọi: «đi xe lăn, gọi to» (xóa cùng tên)", "A note for calling: \"wheelchair, call loud\" (erased with the name)";
    Name: "Tên", "Name"; "Ghi tên để gọi (xóa khi đóng ca)", "A name to call (erased when the shift closes)";
    NextField: "Ô sau", "Next field"; "Sang ô sau", "To the next field";
    PreviousField: "Ô trước", "Field before"; "Về ô trước", "To the field before";
    Booked: "Giờ hẹn", "Booked for"; "Giờ đã hẹn hôm nay, ví dụ 9:30", "The time of today that was agreed, for example 9:30";
    Toggle: "Chọn", "Pick"; "Chọn hoặc bỏ chọn", "Pick or unpick";
    WhoAsks: "Người hỏi", "Who asks"; "Tuổi, giới, thôn, điện thoại của người hỏi (không bắt buộc)", "Age, sex, hamlet, phone of who asks (optional)";
    Outages: "Sự cố", "Outages"; "Đánh dấu hệ thống đang lỗi hoặc đã chạy lại", "Mark what does not work, or works again";
    TurnSystem: "Lỗi/chạy lại", "Down/up"; "Đánh dấu hệ thống đang lỗi, hoặc đã chạy lại", "Mark the system as down, or as working again";
    TurnVneid: "VNeID", "VNeID"; "Đánh dấu: VNeID lỗi, hoặc đã chạy lại", "Mark as down or up: VNeID";
    TurnPortal: "Cổng DVC", "Portal"; "Đánh dấu: Cổng Dịch vụ công lỗi, hoặc đã chạy lại", "Mark as down or up: the public service portal";
    TurnPayment: "Thanh toán", "Payment"; "Đánh dấu: thanh toán trực tuyến lỗi, hoặc đã chạy lại", "Mark as down or up: online payment";
    TurnNetwork: "Mạng", "Internet"; "Đánh dấu: mạng Internet lỗi, hoặc đã chạy lại", "Mark as down or up: the Internet";
    TurnPower: "Điện", "Power"; "Đánh dấu: điện lỗi, hoặc đã chạy lại", "Mark as down or up: power";
    TurnInsurance: "BHXH, BHYT", "Insurance"; "Đánh dấu: hệ thống BHXH, BHYT lỗi, hoặc đã chạy lại", "Mark as down or up: the insurance systems";
    TurnOther: "Khác", "Other"; "Đánh dấu: hệ thống khác lỗi, hoặc đã chạy lại", "Mark as down or up: another system";
    Remark: "Khó khăn", "Remarks"; "Ghi khó khăn, đề xuất của kỳ đang xem", "Write the difficulties and proposals of the period shown";
    NextForm: "Mẫu", "Form"; "Cùng số liệu theo mẫu giấy khác: tổng hợp, báo cáo chính quyền, báo cáo Đoàn, thống kê", "The same figures on another paper: tally, administration, Youth Union, statistics";
    KeepFiles: "Tệp", "Files"; "Ghi PDF, Word, bảng tính và CSV vào thư mục giấy tờ", "Write PDF, Word, spreadsheet and CSV into the folder of papers";
    Settings: "Cài đặt", "Settings"; "Cài đặt: trung tâm, giấy tờ, chỉ tiêu, thôn, máy này, mẫu giấy", "Settings: office, papers, targets, hamlets, this PC, forms";
    Keep: "Ghi", "Keep"; "Ghi ô đang sửa", "Keep what was typed";
    NextSection: "Mục sau", "Next section"; "Sang mục sau", "To the next section";
    PreviousSection: "Mục trước", "Section before"; "Về mục trước", "To the section before";
    PreviewForm: "Xem thử", "Show"; "Xem thử mẫu đang chọn với số liệu của bàn này", "Show the form with this desk's figures";
    ExportForm: "Chép ra tệp", "To a file"; "Chép mẫu có sẵn ra tệp để sửa; không đè tệp đã sửa", "Copy the form to a file to edit; never over a changed one";
    Catalogue: "Danh mục", "Catalogue"; "Danh mục thủ tục: tìm, đọc, thêm, sửa, ngừng, xếp thứ tự, nhập tệp", "The catalogue: find, read, add, change, end, order, import";
    ReadEntry: "Đọc", "Read"; "Đọc cẩm nang của mục đang chọn", "Read the handbook of the entry under the cursor";
    AddEntry: "Thêm", "Add"; "Thêm một mục mới", "Add a new entry";
    EditEntry: "Sửa", "Change"; "Sửa mục đang chọn", "Change the entry under the cursor";
    EndEntry: "Ngừng/thay", "End"; "Đặt ngày ngừng, và mục thay thế nếu có", "Set the last day, and what takes its place";
    TurnEntry: "Bật/tắt", "On/off"; "Bật, tắt dịch vụ riêng của địa phương", "Turn a local service on or off";
    DropEntry: "Bỏ bản riêng", "Drop own"; "Bỏ bản riêng của bàn này, về bản đi kèm chương trình", "Drop this desk's own version, back to what came with the program";
    EarlierEntry: "Lên/xuống", "Order"; "Đưa mục lên một chỗ", "Move the entry up by one place";
    LaterEntry: "Xuống", "Later"; "Đưa mục xuống một chỗ", "Move the entry down by one place";
    ImportFile: "Nhập tệp", "Import"; "Nhập danh mục từ tệp: xem trước rồi mới ghi", "Import a catalogue file: shown before anything is kept";
    ExportCatalogue: "Xuất tệp", "Export"; "Xuất danh mục ra tệp trong thư mục giấy tờ", "Write the catalogue as a file into the folder of papers";
    PrintEntry: "In", "Print"; "In tờ hướng dẫn một trang của mục", "Print the one-page guide of the entry";
    ReadForms: "Đọc lại", "Read again"; "Đọc lại các mẫu vừa sửa, nói rõ chỗ sai", "Read the edited forms again, and say what is wrong";
    Missing: "Còn thiếu", "Missing"; "Giấy tờ, điều kiện này còn thiếu: đề xuất kết quả", "This paper or precondition is missing: offers the outcome";
    Guide: "Hướng dẫn", "Guide"; "Đọc hướng dẫn: giấy tờ, phí, ngày có kết quả, lưu ý", "Read the guide: papers, fee, when the result is due, what to mind";
    Slip: "In phiếu", "Slip"; "In phiếu hướng dẫn: giấy tờ còn thiếu, ngày quay lại", "Print the guidance slip: what is missing, when to come back";
    TypingMethod: "Gõ dấu", "Typing"; "Gõ tiếng Việt: tắt, Telex, VNI", "Type Vietnamese: off, Telex, VNI";
    ApplyToAll: "Cho tất cả", "For all"; "Áp dụng cho mọi lượt còn mở", "The same for every open visit";
}

impl Lang {
    /// What the keys that only move the cursor do, in the README.
    pub const fn key_moves(self) -> &'static str {
        match self {
            Self::Vi => "Đi lại, cuộn",
            Self::En => "Move, scroll",
        }
    }

    /// Where keys work, as a heading in help.
    pub const fn key_place(self, place: Place) -> &'static str {
        match (place, self) {
            (Place::Everywhere, Self::Vi) => "Mọi nơi",
            (Place::Everywhere, Self::En) => "Everywhere",
            (Place::Queue, Self::Vi) => "Hàng chờ",
            (Place::Queue, Self::En) => "Queue",
            (Place::Visit, Self::Vi) => "Lượt đang tiếp",
            (Place::Visit, Self::En) => "The visit",
            (Place::Why, Self::Vi) => "Vì sao đứng ở đây",
            (Place::Why, Self::En) => "Why it stands there",
            (Place::Intake, Self::Vi) => "Cấp số",
            (Place::Intake, Self::En) => "Giving a number",
            (Place::OneParty, Self::Vi) => "Cùng một nhóm?",
            (Place::OneParty, Self::En) => "One party?",
            (Place::Note, Self::Vi) => "Ghi chú để gọi",
            (Place::Note, Self::En) => "The note for calling",
            (Place::Line, Self::Vi) => "Dòng lệnh",
            (Place::Line, Self::En) => "Line of commands",
            (Place::Choice, Self::Vi) => "Danh sách chọn",
            (Place::Choice, Self::En) => "Choosing",
            (Place::Confirm, Self::Vi) => "Câu hỏi",
            (Place::Confirm, Self::En) => "Confirming",
            (Place::Problem, Self::Vi) => "Thông báo lỗi",
            (Place::Problem, Self::En) => "Fault panel",
            (Place::Setup, Self::Vi) => "Khai báo lần đầu",
            (Place::Setup, Self::En) => "First start",
            (Place::OpenShift, Self::Vi) => "Mở ca",
            (Place::OpenShift, Self::En) => "Opening a shift",
            (Place::CloseShift, Self::Vi) => "Đóng ca",
            (Place::CloseShift, Self::En) => "Closing a shift",
            (Place::Tally, Self::Vi) => "Bảng tổng hợp",
            (Place::Tally, Self::En) => "Tally",
            (Place::Figures, Self::Vi) => "Các con số",
            (Place::Figures, Self::En) => "The figures",
            (Place::Opened, Self::Vi) => "Các lượt của một con số",
            (Place::Opened, Self::En) => "The visits behind a figure",
            (Place::Statistics, Self::Vi) => "Thống kê",
            (Place::Statistics, Self::En) => "Statistics",
            (Place::Range, Self::Vi) => "Khoảng ngày",
            (Place::Range, Self::En) => "Range of days",
            (Place::Person, Self::Vi) => "Người hỏi",
            (Place::Person, Self::En) => "Who asks",
            (Place::ComeBack, Self::Vi) => "Hẹn quay lại",
            (Place::ComeBack, Self::En) => "Coming back",
            (Place::Guide, Self::Vi) => "Đọc hướng dẫn",
            (Place::Guide, Self::En) => "Reading the guide",
            (Place::Outages, Self::Vi) => "Sự cố",
            (Place::Outages, Self::En) => "Outages",
            (Place::Remark, Self::Vi) => "Khó khăn, đề xuất",
            (Place::Remark, Self::En) => "Difficulties and proposals",
            (Place::Settings, Self::Vi) => "Cài đặt",
            (Place::Settings, Self::En) => "Settings",
            (Place::Forms, Self::Vi) => "Mẫu giấy",
            (Place::Forms, Self::En) => "Forms",
            (Place::FormPreview, Self::Vi) => "Xem thử mẫu giấy",
            (Place::FormPreview, Self::En) => "The preview of a form",
            (Place::Catalogue, Self::Vi) => "Danh mục",
            (Place::Catalogue, Self::En) => "Catalogue",
            (Place::Handbook, Self::Vi) => "Cẩm nang",
            (Place::Handbook, Self::En) => "The handbook",
            (Place::EntryForm, Self::Vi) => "Sửa một mục của danh mục",
            (Place::EntryForm, Self::En) => "Changing an entry",
            (Place::Ending, Self::Vi) => "Ngừng, thay một mục",
            (Place::Ending, Self::En) => "Ending an entry",
            (Place::ImportFile, Self::Vi) => "Nhập danh mục từ tệp",
            (Place::ImportFile, Self::En) => "Importing a file",
            (Place::ImportPreview, Self::Vi) => "Xem trước khi nhập",
            (Place::ImportPreview, Self::En) => "Before an import",
            (Place::Journal, Self::Vi) => "Nhật ký",
            (Place::Journal, Self::En) => "Journal",
            (Place::Prints, Self::Vi) => "Hàng in",
            (Place::Prints, Self::En) => "Print jobs",
            (Place::Printers, Self::Vi) => "Máy in",
            (Place::Printers, Self::En) => "Printers",
        }
    }
}
