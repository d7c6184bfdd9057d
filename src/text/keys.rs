//! What keys do, in a word for the footer and in a line for help and `docs/keys.md`; and the line of commands.

use crate::lang::{Lang, say, words};
use crate::ui::keymap::{Action, Bundle, Place};
use crate::ui::line::LineFlaw;

macro_rules! actions {
    ($($action:ident: $vi:literal, $en:literal; $vi_help:literal, $en_help:literal;)+) => {
        words! {
    /// Keys that many places share, as a heading.
    key_bundle(Bundle) {
        Bundle::Everywhere => "Trên mọi màn hình", "On every screen";
        Bundle::Desk => "Hàng chờ và lượt đang tiếp", "Queue and visit";
        Bundle::List => "Danh sách", "Lists";
        Bundle::Page => "Trang để đọc", "Pages to read";
        Bundle::Form => "Phiếu điền", "Forms";
        Bundle::Periods => "Kỳ", "Periods";
        Bundle::Popup => "Khung hiện lên", "Panels";
        Bundle::Text => "Ô gõ chữ", "Fields";
    }

    /// Where keys work, as a heading in help.
    key_place(Place) {
        Place::Queue => "Hàng chờ", "Queue";
        Place::Visit => "Lượt đang tiếp", "The visit";
        Place::Why => "Vì sao đứng ở đây", "Why it has this place";
        Place::Intake => "Cấp số", "Giving a number";
        Place::OneParty => "Cùng một nhóm?", "One party?";
        Place::Note => "Ghi chú, tên để gọi", "The note and name for calling";
        Place::Line => "Dòng lệnh", "Line of commands";
        Place::Choice => "Danh sách chọn", "Choosing";
        Place::Find => "Tìm lượt", "Finding a visit";
        Place::Correct => "Sửa lượt", "Correcting a visit";
        Place::Life => "Diễn biến của một số", "History of a number";
        Place::Confirm => "Câu hỏi", "Confirming";
        Place::Problem => "Thông báo lỗi", "Error panel";
        Place::Setup => "Khai báo lần đầu", "First start";
        Place::OpenShift => "Mở ca", "Opening a shift";
        Place::CloseShift => "Đóng ca", "Closing a shift";
        Place::Tally => "Bảng tổng hợp", "Tally";
        Place::Figures => "Các con số", "The figures";
        Place::Opened => "Các lượt của một con số", "The visits of a figure";
        Place::Statistics => "Thống kê", "Statistics";
        Place::Range => "Khoảng ngày", "Range of days";
        Place::Person => "Người dân", "Who came";
        Place::ComeBack => "Hẹn quay lại", "Coming back";
        Place::Guide => "Đọc hướng dẫn", "Reading the guide";
        Place::Outages => "Sự cố", "Outages";
        Place::Today => "Hôm nay là ngày nào?", "What is today's date?";
        Place::Forgotten => "Ca chưa đóng", "A shift that was not closed";
        Place::Remark => "Khó khăn, kiến nghị", "Difficulties and proposals";
        Place::Settings => "Cài đặt", "Settings";
        Place::Forms => "Mẫu giấy", "Forms";
        Place::FormPreview => "Xem thử mẫu giấy", "The preview of a form";
        Place::Catalogue => "Danh mục", "Catalogue";
        Place::Handbook => "Cẩm nang", "The handbook";
        Place::EntryForm => "Sửa một mục của danh mục", "Changing an entry";
        Place::Ending => "Ngừng, thay một mục", "Ending an entry";
        Place::ImportFile => "Nhập danh mục từ tệp", "Importing a file";
        Place::ImportPreview => "Xem trước khi nhập", "Before an import";
        Place::Journal => "Nhật ký", "Journal";
        Place::Prints => "Hàng in", "Print jobs";
        Place::Copies => "Khôi phục từ bản sao lưu", "Restoring a backup copy";
        Place::Printers => "Máy in", "Printers";
        Place::Stations => "Các quầy", "Stations";
        Place::Station => "Quầy", "A station";
        Place::Roster => "Sổ tình nguyện viên", "Roster";
        Place::Handover => "Bàn giao", "Handover";
        Place::TakeOver => "Nhận bàn giao", "Taking over";
        Place::Item => "Mục bàn giao", "A handover item";
        Place::Pin => "Mã trưởng nhóm", "Leaders' PIN";
        Place::Lock => "Bàn tạm khóa", "A locked desk";
        Place::Volunteer => "Một tình nguyện viên", "A volunteer";
    }
}

impl Lang {
    /// What the key that opens or closes a station would do.
    pub const fn key_turn_station(self, is_open: bool) -> &'static str {
        if is_open { self.key_close_station() } else { self.key_open_station() }
    }

            /// What a key does, in a word or two for the footer.
            pub const fn action(self, action: Action) -> &'static str {
                match (action, self) {
                    $((Action::$action, Self::Vi) => $vi, (Action::$action, Self::En) => $en,)+
                }
            }

            /// What a key does, in a line for help and `docs/keys.md`.
            pub const fn action_help(self, action: Action) -> &'static str {
                match (action, self) {
                    $((Action::$action, Self::Vi) => $vi_help, (Action::$action, Self::En) => $en_help,)+
                }
            }
        }
    };
}

actions! {
    Help: "Trợ giúp", "Help"; "Việc làm được lúc này: gõ hai chữ để lọc, Enter để chạy", "What can be done now: two letters filter, Enter runs";
    Quit: "Thoát", "Quit"; "Thoát chương trình; mọi việc đã ghi", "Quit; everything is saved";
    Language: "English", "Tiếng Việt"; "Đổi Việt – Anh", "Switch English – Vietnamese";
    Undo: "Hoàn tác", "Undo"; "Hoàn tác việc vừa làm ở quầy này", "Undo the last thing done at this station";
    Redo: "Làm lại", "Redo"; "Làm lại việc vừa hoàn tác", "Redo what was undone";
    Back: "Quay lại", "Back"; "Quay lại, bỏ qua", "Go back, change nothing";
    TakeNumber: "Cấp số", "Number"; "Cấp số cho người vừa đến", "Give a number to someone who came in";
    CountQuestion: "Hỏi nhanh", "Quick question"; "Đếm một người chỉ hỏi nhanh, không lấy số", "Count someone who only asks a short question and takes no number";
    CallNext: "Gọi", "Call"; "Gọi số tiếp theo", "Call the next number";
    Proceed: "Gọi", "Call"; "Gọi, có mặt, tiếp tục, đánh dấu dòng đang chọn", "Call, is here, resume, tick the row";
    Recall: "Gọi lại", "Recall"; "Gọi lại số đang gọi", "Call the same number again";
    Finish: "Kết thúc", "Finish"; "Kết thúc lượt đang tiếp", "Finish the visit being served";
    FinishAndCall: "Kết thúc, gọi", "Finish, call"; "Kết thúc lượt đang tiếp và gọi ngay số kế tiếp", "Finish the visit being served and call the next at once";
    HoldOrResume: "Tạm giữ", "Hold"; "Tạm giữ lượt đang tiếp, hoặc tiếp tục lượt tạm giữ", "Put the visit on hold, or resume one";
    Leave: "Rời đi", "Leave"; "Không có mặt, bỏ về, hẹn quay lại…", "Did not appear, walked out, comes back another day…";
    PutBack: "Về hàng", "Put back"; "Trả về hàng chờ, giữ chỗ cũ", "Put back in the queue, at the old place";
    NextPlease: "Vắng, gọi số kế", "Absent, next"; "Số đang gọi không có mặt: ghi lại và gọi số kế tiếp", "The person called is absent: mark it and call the next";
    CallOutOfTurn: "Gọi ngoài thứ tự", "Out of turn"; "Gọi lượt đang chọn ngoài thứ tự, có lý do", "Call the visit under the cursor out of turn, with a reason";
    Transfer: "Chuyển", "Send on"; "Chuyển sang loại số hoặc quầy khác, giữ số và chỗ cũ", "Send to another series or station, same number and place";
    Explain: "Vì sao", "Why"; "Vì sao lượt này đứng ở đây: hàng, tỷ lệ, giờ đến", "Why the visit has this place: lane, ratio, arrival";
    SwitchPane: "Đổi bên", "Other side"; "Chuyển giữa hàng chờ và lượt đang tiếp", "Switch between the queue and the visit";
    CommandLine: "Lệnh", "Command"; "Dòng lệnh cho người quen tay: + ks 2, n, A012 r", "The line of commands for practised hands: + ks 2, n, A012 r";
    Complete: "Điền nốt", "Complete"; "Điền nốt chữ đang gõ; lần nữa: gợi ý sau", "Complete what is typed; again: the next suggestion";
    AddProcedure: "Thêm việc", "Add"; "Thêm thủ tục hoặc kỹ năng vào lượt", "Add a procedure or skill to the visit";
    RemoveProcedure: "Bỏ việc", "Remove"; "Bỏ thủ tục đang chọn khỏi lượt", "Take the procedure off the visit";
    Tick: "Đánh dấu", "Tick"; "Đánh dấu bước, đổi giá trị đang chọn", "Tick the step, change the value";
    Persons: "Số người", "People"; "Đổi số người của lượt", "Change the head-count of the visit";
    Tally: "Tổng hợp", "Tally"; "Bảng tổng hợp của ngày, ca, tuần, tháng, quý, năm", "The tally of a day, shift, week, month, quarter, year";
    Statistics: "Thống kê", "Statistics"; "Thống kê bằng hình, cùng kỳ với bảng tổng hợp", "Statistics in charts, for the same period as the tally";
    Figures: "Xem chi tiết", "Open"; "Xem chi tiết một con số: những lượt nào làm nên nó", "Open a figure: the visits that it counts";
    NextKind: "Kỳ khác", "Period"; "Kỳ dài hơn: ca, tuần, tháng, quý, 6 tháng, năm", "A longer period: shift, week, month, quarter, half-year, year";
    PreviousKind: "Kỳ ngắn", "Shorter"; "Kỳ ngắn hơn", "A shorter period";
    Range: "Từ–đến", "Range"; "Khoảng ngày bất kỳ", "Any range of days";
    ShowHours: "Giờ", "Hours"; "Thống kê: theo giờ", "Statistics: by hour";
    ShowWeek: "Tuần", "Week"; "Thống kê: giờ và thứ trong tuần", "Statistics: hour and weekday";
    ShowWaits: "Chờ", "Waits"; "Thống kê: thời gian chờ", "Statistics: waits";
    ShowProcedures: "Thủ tục", "Procedures"; "Thống kê: thủ tục nhiều nhất", "Statistics: the most frequent procedures";
    ShowStuck: "Vướng", "Stuck"; "Thống kê: vướng mắc, sự cố", "Statistics: stuck reasons, outages";
    ShowTargets: "Chỉ tiêu", "Targets"; "Thống kê: chỉ tiêu, so với kỳ trước", "Statistics: targets, compared with the period before";
    Print: "In", "Print"; "In giấy của thứ đang hiện tên", "Print what the screen names";
    PrintTicket: "In phiếu số", "Slip"; "In lại phiếu của số vừa cấp, hoặc phiếu chưa in được", "Print again the slip of the last number, or one that was not printed";
    Journal: "Nhật ký", "Journal"; "Nhật ký: ai làm gì, lúc nào", "Journal: who did what and when";
    CloseShift: "Đóng ca", "Close"; "Đóng ca và bàn giao", "Close the shift and hand over";
    Sit: "Đổi người", "Who"; "Đổi người đang ngồi quầy này", "Change who is at this station";
    StopNumbers: "Ngừng cấp số", "Stop numbers"; "Ngừng cấp số đến hết ca: sau đó mỗi số phải hỏi lại", "No more numbers in this shift: from now on each one asks first";
    GiveNumbers: "Cấp số lại", "Numbers again"; "Cấp số trở lại như thường", "Numbers are given as ever again";
    Duty: "Người trực", "On duty"; "Thêm, bớt người trực trong ca", "Change who is on duty in this shift";
    Stations: "Các quầy", "Stations"; "Các quầy: tên, phòng, loại số, mở hay đóng, ai ngồi", "The stations: name, room, series, open or closed, who sits there";
    AddStation: "Thêm", "Add"; "Thêm một quầy", "Add a station";
    EditStation: "Sửa", "Change"; "Sửa tên, phòng, loại số của quầy", "Change the name, room or series of the station";
    TurnStation: "Mở, đóng", "Open, close"; "Mở hoặc đóng quầy đang chọn", "Open or close this station";
    Handover: "Bàn giao", "Handover"; "Mục bàn giao cho ca sau, và các lần bàn giao trước", "The items for the next shift, and earlier handovers";
    TakeOver: "Nhận bàn giao", "Take over"; "Đọc lại và nhận bàn giao của ca trước", "Read back and take the handover of the shift before";
    TakeItem: "Nhận", "Take"; "Nhận mục này về mình", "Take this item";
    AddItem: "Mục bàn giao", "Handover item"; "Ghi thêm một mục cho ca sau", "Write an item for the next shift";
    EndItem: "Gỡ mục", "Take off"; "Gỡ mục này khỏi danh sách: đã xong, đã trả, không cần nữa", "Take this item off the list: done, given back, no longer needed";
    OpenItem: "Sửa", "Edit"; "Sửa mục ghi tay, hoặc xem diễn biến của số", "Change what was written by hand, or see the history of the number";
    Roster: "Tình nguyện viên", "Volunteers"; "Sổ tình nguyện viên: tìm, thêm, sửa tên, cho nghỉ, gộp hai dòng của một người", "The roster: find, add, rename, take off, merge two rows of one person";
    AddVolunteer: "Thêm", "Add"; "Thêm một tình nguyện viên", "Add a volunteer";
    EditVolunteer: "Sửa", "Change"; "Sửa tên, vai trò, chi đoàn, trường, số điện thoại", "Change the name, role, branch, school, phone number";
    RetireVolunteer: "Cho nghỉ", "Has left"; "Cho người đang chọn nghỉ: không còn được chọn khi mở ca", "The person has left, and is no longer offered for a shift";
    BringBackVolunteer: "Trở lại", "Bring back"; "Đưa người đã nghỉ trở lại sổ", "Bring back a person who left";
    MergeVolunteer: "Gộp", "Merge"; "Gộp dòng đang chọn vào dòng khác của cùng một người", "Merge this row into the other row of the same person";
    SetPin: "Đặt mã", "Set the PIN"; "Đặt mã trưởng nhóm, hoặc đổi mã khác", "Set the leaders' PIN, or another one";
    DropPin: "Bỏ mã", "Remove the PIN"; "Bỏ mã trưởng nhóm: ai cũng sửa được cài đặt", "Remove the leaders' PIN: anyone can change settings";
    Lock: "Khóa", "Lock"; "Khóa việc của trưởng nhóm; che màn hình đến khi có người ngồi vào", "Lock what is for a leader; cover the screen until someone sits down";
    Prints: "Hàng in", "Print jobs"; "Hàng in: giấy đã gửi, chưa in được, in lại", "Print jobs: what was sent, what failed; print again";
    BackUp: "Sao lưu", "Back up"; "Sao lưu ngay: trên máy này và vào USB đã đặt", "Back up now: on this PC and to the stick that is set";
    Copies: "Khôi phục", "Restore"; "Khôi phục từ một bản sao lưu: xem có gì, mất gì, rồi mới thay", "Restore a backup copy: see what it holds and what would be lost, then replace";
    Printers: "Máy in", "Printers"; "Máy in của máy này: chọn, số bản, in thử", "This PC's printers: choose, copies, a test page";
    RetryPrint: "In lại", "Try again"; "In lại giấy chưa in được", "Print what failed again";
    CancelPrint: "Hủy in", "Cancel"; "Hủy giấy chưa in", "Cancel what is not printed yet";
    ReprintAt: "Máy khác", "Elsewhere"; "In thêm ở máy in khác", "Print again at another printer";
    ChoosePrinter: "Chọn máy", "Choose"; "Chọn máy in trong danh sách", "Choose a printer from the list";
    Up: "Lên", "Up"; "Lên một dòng", "One row up";
    Down: "Cuộn", "Scroll"; "Xuống một dòng", "One row down";
    Left: "Trước", "Before"; "Ngày hoặc kỳ trước", "The day or period before";
    Right: "Sau", "After"; "Ngày hoặc kỳ sau", "The day or period after";
    PageUp: "Trang trên", "Page up"; "Lên một trang", "One page up";
    PageDown: "Trang dưới", "Page down"; "Xuống một trang", "One page down";
    First: "Đầu", "First"; "Về đầu, về hôm nay", "To the first row, to today";
    Last: "Cuối", "Last"; "Xuống cuối", "To the last row";
    Accept: "Đồng ý", "Accept"; "Đồng ý, ghi", "Accept, save";
    AddNeed: "Thêm nhu cầu", "More needs"; "Thêm nhu cầu đang chọn, gõ tiếp nhu cầu khác", "Add the need under the cursor and type another";
    MorePersons: "Thêm người", "More people"; "Thêm một người; gõ số ngay sau đó: đúng chừng ấy người", "One more person; digits typed right after it set the number";
    Priority: "Ưu tiên", "Priority"; "Ưu tiên: chọn lý do", "Priority: choose the reason";
    ServeNow: "Gọi ngay", "Call now"; "Cấp số và gọi ngay vào quầy này, không in phiếu", "Give the number and call it at once to this station, no slip";
    RepeatIntake: "Cấp như trước", "Repeat"; "Cấp số như lần trước: cùng nhu cầu, số người, ưu tiên", "A number like the last one: same needs, head-count, priority";
    FirstAnswer: "Dòng 1", "Row 1"; "Dòng thứ nhất: câu trả lời an toàn", "The first row: the harmless answer";
    SecondAnswer: "Dòng 2", "Row 2"; "Dòng thứ hai", "The second row";
    Note: "Ghi chú", "Note"; "Ghi chú, tên để gọi: «đi xe lăn, gọi to» (xóa khi đóng ca)", "A note and a name for calling: \"wheelchair, call loudly\" (erased at close)";
    NextField: "Ô sau", "Next field"; "Sang ô sau", "To the next field";
    PreviousField: "Ô trước", "Field before"; "Về ô trước", "To the field before";
    Toggle: "Đổi, chọn", "Change"; "Đổi giá trị, chọn hoặc bỏ chọn", "Change the value, pick or unpick";
    WhoAsks: "Người dân", "Who came"; "Tuổi, giới, thôn, điện thoại thông minh của người đến (không bắt buộc)", "Age, sex, hamlet, phone of who came (optional)";
    SayTime: "Đồng hồ", "Clock"; "Báo ngày giờ đúng khi đồng hồ máy sai", "Say the right date and time when the PC's clock is wrong";
    Outages: "Sự cố", "Outages"; "Đánh dấu hệ thống đang lỗi hoặc đã chạy lại", "Mark what is down, or works again";
    TurnSystem: "Lỗi/chạy lại", "Down/up"; "Đánh dấu hệ thống đang lỗi, hoặc đã chạy lại", "Mark the system as down, or as working again";
    TurnVneid: "VNeID", "VNeID"; "Đánh dấu: VNeID lỗi, hoặc đã chạy lại", "Mark as down or up: VNeID";
    TurnPortal: "Cổng", "Portal"; "Đánh dấu: Cổng Dịch vụ công lỗi, hoặc đã chạy lại", "Mark as down or up: the public service portal";
    TurnPayment: "Thanh toán", "Payment"; "Đánh dấu: thanh toán trực tuyến lỗi, hoặc đã chạy lại", "Mark as down or up: online payment";
    TurnNetwork: "Mạng", "Internet"; "Đánh dấu: mạng Internet lỗi, hoặc đã chạy lại", "Mark as down or up: the Internet";
    TurnPower: "Điện", "Power"; "Đánh dấu: điện lỗi, hoặc đã chạy lại", "Mark as down or up: power";
    TurnInsurance: "BHXH, BHYT", "Insurance"; "Đánh dấu: hệ thống BHXH, BHYT lỗi, hoặc đã chạy lại", "Mark as down or up: the insurance systems";
    TurnOther: "Khác", "Other"; "Đánh dấu: hệ thống khác lỗi, hoặc đã chạy lại", "Mark as down or up: another system";
    Remark: "Khó khăn", "Remarks"; "Ghi khó khăn, kiến nghị của kỳ đang xem", "Write the difficulties and proposals of the period shown";
    NextForm: "Mẫu", "Form"; "Cùng số liệu theo mẫu giấy khác: tổng hợp, báo cáo chính quyền, báo cáo Đoàn, thống kê", "The same figures on another paper: tally, administration, Youth Union, statistics";
    KeepFiles: "Tệp", "Files"; "Ghi PDF, Word, bảng tính và CSV vào thư mục giấy tờ", "Write PDF, Word, spreadsheet and CSV into the folder of papers";
    Settings: "Cài đặt", "Settings"; "Cài đặt: trung tâm, giấy tờ, chỉ tiêu, thôn, máy này, mẫu giấy", "Settings: office, papers, targets, hamlets, this PC, forms";
    Save: "Lưu", "Save"; "Lưu những gì vừa điền", "Save what was filled in";
    NextSection: "Mục sau", "Next section"; "Sang mục sau", "To the next section";
    PreviousSection: "Mục trước", "Section before"; "Về mục trước", "To the section before";
    PreviewForm: "Xem thử", "Show"; "Xem thử mẫu đang chọn với số liệu của bàn này", "Show the form with this desk's figures";
    ExportForm: "Chép ra tệp", "To a file"; "Chép mẫu có sẵn ra tệp để sửa; không đè tệp đã sửa", "Copy the form to a file to edit; a changed file is never overwritten";
    Catalogue: "Danh mục", "Catalogue"; "Danh mục thủ tục: tìm, đọc, thêm, sửa, ngừng, xếp thứ tự, nhập tệp", "The catalogue: find, read, add, change, end, order, import";
    ReadEntry: "Đọc", "Read"; "Đọc cẩm nang của mục đang chọn", "Read the handbook of the entry under the cursor";
    AddEntry: "Thêm", "Add"; "Thêm một mục mới", "Add a new entry";
    Correct: "Sửa", "Correct"; "Sửa lượt đang chọn, cả khi đã xong", "Correct the visit under the cursor, ended or not";
    UndoEntry: "Hoàn tác dòng này", "Undo this line"; "Hoàn tác riêng việc ở dòng đang chọn", "Undo what the line under the cursor says, alone";
    Life: "Diễn biến", "History"; "Xem mọi việc đã xảy ra với số đang chọn", "See everything that happened to the number under the cursor";
    EditEntry: "Sửa", "Change"; "Sửa mục đang chọn", "Change the entry under the cursor";
    EndEntry: "Ngừng/thay", "End"; "Đặt ngày ngừng, và mục thay thế nếu có", "Set the last day, and what replaces it";
    TurnEntry: "Bật/tắt", "On/off"; "Bật, tắt dịch vụ riêng của địa phương", "Turn a local service on or off";
    DropEntry: "Bỏ bản riêng", "Remove own"; "Bỏ bản riêng của bàn này, về bản đi kèm chương trình", "Remove this desk's own version, back to what came with the program";
    EarlierEntry: "Lên", "Earlier"; "Đưa mục lên một chỗ", "Move the entry up by one place";
    LaterEntry: "Xuống", "Later"; "Đưa mục xuống một chỗ", "Move the entry down by one place";
    ImportFile: "Nhập tệp", "Import"; "Nhập danh mục từ tệp: xem trước rồi mới ghi", "Import a catalogue file: you see the changes before anything is saved";
    ExportCatalogue: "Xuất tệp", "Export"; "Xuất danh mục ra tệp trong thư mục giấy tờ", "Write the catalogue as a file into the folder of papers";
    ReadForms: "Đọc lại", "Read again"; "Đọc lại các mẫu vừa sửa, nói rõ chỗ sai", "Read the edited forms again, and say what is wrong";
    Filing: "Cách nộp", "Filing"; "Việc dưới con trỏ đã nộp thế nào: toàn trình, một phần, giấy, chưa nộp", "How the thing under the cursor was filed: fully online, partly, on paper, not filed";
    Missing: "Còn thiếu", "Missing"; "Giấy tờ, điều kiện này còn thiếu: đề xuất kết quả", "This paper or precondition is missing: offers the outcome";
    Guide: "Hướng dẫn", "Guide"; "Đọc hướng dẫn: giấy tờ, phí, ngày có kết quả, lưu ý", "Read the guide: papers, fee, when the result is due, notes";
    TypingMethod: "Gõ dấu", "Typing"; "Gõ tiếng Việt: tắt, Telex, VNI", "Type Vietnamese: off, Telex, VNI";
    Find: "Tìm lượt", "Find"; "Tìm lượt hôm nay: đang chờ, tạm giữ, vắng, đã xong, đã đi", "Find a visit of today: waiting, held, missed, done, left";
    Promised: "Hẹn hôm nay", "Promised"; "Hôm nay hẹn quay lại: số, nhu cầu, còn thiếu gì, ai đã đến", "Who is to come back today: number, need, what was missing, who has come";
    AddToVisit: "Thêm vào lượt", "Add to visit"; "Thêm nhu cầu đang chọn vào lượt đang tiếp", "Add the need under the cursor to the visit being served";
    PreviousForm: "Mẫu trước", "Form before"; "Mẫu giấy trước", "The paper before";
    NextPage: "Trang sau", "Next page"; "Sang trang thống kê sau", "To the next page";
    PreviousPage: "Trang trước", "Page before"; "Về trang thống kê trước", "To the page before";
    ApplyToAll: "Cho tất cả", "For all"; "Áp dụng cho mọi lượt còn mở", "The same for every open visit";
}

impl Lang {
    /// What is wrong with a line of commands; nothing was done.
    pub fn line_flaw(self, flaw: &LineFlaw) -> String {
        match flaw {
            LineFlaw::Empty => self.line_empty().to_owned(),
            LineFlaw::UnknownVerb(word) => self.line_unknown_verb(word),
            LineFlaw::UnknownNeed(word) => self.line_unknown_need(word),
            LineFlaw::UnknownPriority(word) => self.line_unknown_priority(word),
            LineFlaw::TooMany(most) => self.line_too_many(&self.count(*most)),
            LineFlaw::NoSuchTicket(ticket) => self.line_no_ticket(ticket),
            LineFlaw::TooMuch(words) => self.line_too_much(words),
        }
    }
}

say! {
    key_call(ticket: &str) { "Gọi {ticket}", "Call {ticket}" }
    key_then_call(ticket: &str) { "rồi gọi {ticket}", "then call {ticket}" }
    key_appeared(ticket: &str) { "{ticket} có mặt", "{ticket} is here" }
    key_day_before { "Hôm trước", "Day before" }
    key_open_station { "Mở quầy", "Open" }
    key_close_station { "Đóng quầy", "Close" }
    key_change { "Đổi", "Change" }
    key_ending { "Kết thúc thế nào", "How it ended" }
    key_resume(ticket: &str) { "Tiếp tục {ticket}", "Resume {ticket}" }
    key_return(ticket: &str) { "{ticket} quay lại", "{ticket} returns" }
    key_to_visit(ticket: &str) { "Sang {ticket}", "To {ticket}" }
    key_add_to(ticket: &str) { "Thêm vào {ticket}", "Add to {ticket}" }
    key_print_ticket(ticket: &str) { "In phiếu số {ticket}", "Print slip {ticket}" }
    key_print_guidance { "In phiếu hướng dẫn", "Print guidance" }
    key_print_day { "In bảng ngày", "Print the day" }
    key_print_period { "In bảng kỳ", "Print the period" }
    key_print_report { "In báo cáo", "Print the report" }
    key_print_entry { "In tờ hướng dẫn", "Print the guide" }
    key_print_again { "In thêm", "Print again" }
    key_print_test { "In thử", "Test page" }
    remove_question(what: &str, ticket: &str) { "Bỏ «{what}» khỏi {ticket}?", "Take \"{what}\" off {ticket}?" }
    cancel_print_question(name: &str) { "Hủy in «{name}»?", "Cancel printing \"{name}\"?" }
    line_priority(why: &str) { "Ưu tiên: {why}", "Priority: {why}" }
    line_title { "Dòng lệnh", "Line of commands" }
    line_empty { "+ ks 2: cấp số cho 2 người · thêm >: giúp ngay · n: gọi · . xong · h: giữ · A012: tới số đó · gõ chữ để tìm lệnh", "+ ks 2: a number for 2 people · with >: help at once · n: call · . finish · h: hold · A012: go there · type to find a command" }
    line_take(needs: &str, persons: &str) { "Cấp số: {needs}; {persons} người", "Give a number: {needs}; {persons} people", persons 1: "Give a number: {needs}; {persons} person" }
    line_go(ticket: &str) { "Tới {ticket}", "Go to {ticket}" }
    line_go_then(ticket: &str, deed: &str) { "{ticket}: {deed}", "{ticket}: {deed}" }
    line_unknown_verb(word: &str) { "Không có lệnh «{word}». Tab điền gợi ý; F1 xem mọi lệnh.", "There is no command \"{word}\". Tab takes a suggestion; F1 lists all." }
    line_unknown_need(word: &str) { "Không thấy nhu cầu nào khớp «{word}». «+ khac» cấp số chưa rõ nhu cầu.", "Nothing fits \"{word}\". \"+ khac\" gives a number for a need not known yet." }
    line_unknown_priority(word: &str) { "Không có lý do ưu tiên «{word}». «!» là người cao tuổi.", "There is no reason for priority \"{word}\". \"!\" alone means elderly." }
    line_too_many(most: &str) { "Số phải từ 1 đến {most}.", "A number from 1 to {most}." }
    line_no_ticket(ticket: &str) { "Không có lượt nào còn mở mang số {ticket}.", "No open visit has the number {ticket}." }
    line_too_much(words: &str) { "Lệnh này không nhận thêm «{words}».", "This command takes no \"{words}\" after it." }
}
