//! The words of the settings, their page of forms, and how Vietnamese is typed.

use crate::domain::TypingMethod;
use crate::lang::{Lang, say};

say! {
    settings_title { "Cài đặt", "Settings" }
    settings_office { "Trung tâm", "Office" }
    settings_papers { "Giấy tờ", "Papers" }
    settings_targets { "Chỉ tiêu", "Targets" }
    settings_hamlets { "Thôn", "Hamlets" }
    settings_this_pc { "Máy này", "This PC" }
    settings_hint { "Enter ghi và sang ô sau; Esc trả lại như cũ.", "Enter saves and goes on; Esc undoes the edit." }
    settings_hint_note { "F10 ghi, Enter xuống dòng; Esc trả lại như cũ.", "F10 saves, Enter starts a line; Esc undoes the edit." }
    settings_changed { "chưa ghi: Enter hoặc F10", "not saved yet: Enter or F10" }
    settings_changed_note { "chưa ghi: F10", "not saved yet: F10" }
    settings_not_set { "để trống", "empty" }
    settings_form_decides { "theo mẫu giấy", "as the form says" }
    settings_parent { "Cơ quan chủ quản", "Parent body" }
    settings_symbol { "Ký hiệu báo cáo", "Report symbol" }
    settings_symbol_default { "BC", "BC" }
    settings_place { "Địa danh trước ngày", "Place before the date" }
    settings_signer_office { "Chức vụ người ký", "Signer's office" }
    settings_signer { "Người ký báo cáo", "Report signed by" }
    settings_leader { "Đội trưởng, tổ trưởng", "Team leader" }
    settings_hours { "Giờ làm việc", "Office hours" }
    settings_union_body { "Đoàn: cấp bộ", "Union: committee" }
    settings_union_body_default(commune: &str) { "BCH ĐOÀN {commune}", "BCH ĐOÀN {commune}" }
    settings_union_symbol { "Đoàn: ký hiệu", "Union: symbol" }
    settings_union_symbol_default { "BC/ĐTN", "BC/ĐTN" }
    settings_union_office { "Đoàn: ký thay mặt", "Union: on behalf of" }
    settings_union_office_default(commune: &str) { "TM. BAN THƯỜNG VỤ ĐOÀN {commune}", "TM. BAN THƯỜNG VỤ ĐOÀN {commune}" }
    settings_union_role { "Đoàn: chức vụ", "Union: role" }
    settings_union_role_default { "BÍ THƯ", "BÍ THƯ" }
    settings_union_signer { "Đoàn: người ký", "Union: signed by" }
    settings_recipients { "Nơi nhận (mỗi dòng một nơi)", "Copies to (one per line)" }
    settings_union_recipients { "Đoàn: nơi nhận (mỗi dòng một nơi)", "Union: copies to (one per line)" }
    settings_target_online { "Toàn trình + một phần, %", "Online (full + part), %" }
    settings_target_whole { "Riêng toàn trình, %", "Online in full, %" }
    settings_target_paid { "Nộp tiền trực tuyến, %", "Paid online, %" }
    settings_target_level_two { "Kích hoạt mức 2, %", "Level 2 activated, %" }
    settings_targets_hint { "Số liệu là phần đóng góp của bàn hỗ trợ, không phải tỷ lệ chính thức của xã.", "These are the desk's own contribution, not the commune's official rate." }
    settings_hamlet_list { "Thôn, ấp, tổ dân phố (mỗi dòng một nơi)", "Hamlets (one per line)" }
    settings_hamlets_hint { "Bỏ một dòng: thôn đó không còn để chọn, số liệu cũ vẫn giữ tên.", "A line that is removed is no longer offered; old figures keep its name." }
    settings_hamlets_count(count: usize) { "Đang có: {count}", "Now: {count}" }
    settings_station { "Số của quầy này", "This station's number" }
    settings_language { "Ngôn ngữ", "Language" }
    settings_language_now { "Tiếng Việt", "English" }
    station_set(station: &str) { "Đã đổi máy này thành quầy {station}.", "This PC is now station {station}." }

    settings_forms { "Mẫu giấy", "Forms" }
    form_page_hint { "Enter xem thử; Ctrl+S chép mẫu ra tệp để sửa; sửa xong: F1, «Đọc lại».", "Enter previews a form; Ctrl+S copies it to a file to edit; then F1, \"Read again\"." }
    form_page_folder { "Thư mục mẫu của đơn vị:", "The folder of your own forms:" }
    form_page_built_in { "có sẵn", "built-in" }
    form_page_own { "của đơn vị", "your own" }
    form_page_wrong { "[!] lỗi", "[!] error" }
    form_page_wrong_at(line: usize) { "[!] lỗi: dòng {line}", "[!] error: line {line}" }
    form_page_no_figures { "Mẫu này in theo từng lượt, không có số liệu của kỳ để xem thử.", "This form is for single visits: there are no figures to preview it with." }
    form_page_file(file: &str) { "Tệp để sửa: {file}", "The file to edit: {file}" }
    form_preview_title(name: &str, span: &str, state: &str) { "Xem thử «{name}» · {span} · {state}", "Preview of \"{name}\" · {span} · {state}" }

    notice_form_written(file: &str) { "Đã chép mẫu vào «{file}». Sửa tệp ấy rồi F1, «Đọc lại».", "The form was copied to \"{file}\". Edit that file, then F1, \"Read again\"." }
    notice_form_unchanged(file: &str) { "«{file}» đã có, giống mẫu có sẵn. Sửa tệp ấy rồi F1, «Đọc lại».", "\"{file}\" already exists and is the same as the built-in form. Edit that file, then F1, \"Read again\"." }
    notice_form_left(file: &str) { "«{file}» đã được sửa nên giữ nguyên. Muốn chép lại mẫu có sẵn thì đổi tên tệp ấy trước.", "\"{file}\" was changed and is left as it is. To copy the built-in form again, rename that file first." }
    notice_form_not_written(file: &str, reason: &str) { "Không chép được mẫu vào «{file}» ({reason}). Mẫu đang dùng vẫn như cũ.", "The form could not be copied to \"{file}\" ({reason}). The form in use is as it was." }
    notice_forms_none { "Đã đọc lại: chưa có mẫu riêng, đang dùng các mẫu có sẵn.", "Read again: you have no forms of your own, the built-in ones are in use." }
    notice_forms_sound(own: usize) { "Đã đọc lại: mẫu của đơn vị đang dùng là {own}, không có lỗi.", "Read again: {own} of your own forms are in use, no errors.", own 1: "Read again: {own} of your own forms is in use, no errors." }
    notice_forms_wrong(count: usize) { "Đã đọc lại: tệp mẫu có lỗi là {count}, xem dưới danh sách.", "Read again: {count} forms have errors, see below the list.", count 1: "Read again: {count} form has errors, see below the list." }

    typing_off { "tắt (dùng bộ gõ của máy)", "off (the PC's own input method)" }
    typing_set(method: &str) { "Gõ tiếng Việt: {method}. Ctrl+T để đổi.", "Vietnamese typing: {method}. Ctrl+T changes it." }
    settings_backup { "Sao lưu thêm vào (USB)", "Back up to a stick, too" }
    flaw_backup { "Ghi đường dẫn đầy đủ của thư mục, ví dụ E:\\ hoặc /media/USB; để trống nếu không dùng.", "Write the whole path of the folder, for example E:\\ or /media/USB; empty for none." }
    notice_backup_folder(folder: &str) { "Từ nay mỗi bản sao lưu cũng được ghi vào {folder}.", "From now on each backup copy is written to {folder}, too." }
    notice_backup_folder_absent(folder: &str) { "Đã lưu, nhưng hiện KHÔNG có thư mục {folder}: đến khi cắm USB đó, bản sao lưu chỉ nằm trên máy này. Xem lại đường dẫn.", "Saved, but there is NO folder {folder} now: until that stick is plugged in, copies are on this PC alone. Check the path." }
    notice_backup_folder_none { "Từ nay chỉ sao lưu trên máy này.", "From now on copies are made on this PC alone." }
    settings_typing { "Gõ tiếng Việt (Ctrl+T)", "Vietnamese typing" }
}

impl Lang {
    /// What the paper of a form is, in a few words; nothing of a name that is not known.
    pub const fn form_title(self, name: &str) -> &'static str {
        match (name.as_bytes(), self) {
            (b"tally", Self::Vi) => "Bảng tổng hợp trong ngày",
            (b"tally", Self::En) => "Daily tally",
            (b"report-administration", Self::Vi) => "Báo cáo kỳ, chính quyền",
            (b"report-administration", Self::En) => "Period report, administration",
            (b"report-union", Self::Vi) => "Báo cáo kỳ, Đoàn",
            (b"report-union", Self::En) => "Period report, Youth Union",
            (b"statistics", Self::Vi) => "Mọi bảng số liệu của kỳ",
            (b"statistics", Self::En) => "All tables of a period",
            (b"ticket", Self::Vi) => "Phiếu số thứ tự",
            (b"ticket", Self::En) => "Queue number",
            (b"guidance", Self::Vi) => "Phiếu hướng dẫn",
            (b"guidance", Self::En) => "Guidance slip",
            (b"handbook", Self::Vi) => "Tờ hướng dẫn một mục",
            (b"handbook", Self::En) => "Guide of one entry",
            _ => "",
        }
    }

    /// A way of typing Vietnamese: «Telex».
    pub const fn typing_method(self, method: TypingMethod) -> &'static str {
        match method {
            TypingMethod::Off => self.typing_off(),
            TypingMethod::Telex => "Telex",
            TypingMethod::Vni => "VNI",
        }
    }
}
