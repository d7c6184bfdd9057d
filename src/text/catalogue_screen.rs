//! The catalogue's screen, the handbook, and the forms by which an entry is changed.

use super::Lang;
use crate::desk::catalogue::{ImportFault, LARGEST_FILE, ReadFault};
use crate::domain::catalogue::State;
use crate::domain::procedure::{Confidence, Kind, Way};

say! {
    catalogue_title(entries: usize) { "Danh mục thủ tục và kỹ năng ({entries} mục)", "Catalogue of procedures and skills ({entries} entries)" }
    catalogue_found(found: usize, entries: usize) { "Danh mục thủ tục và kỹ năng ({found} trên {entries} mục)", "Catalogue of procedures and skills ({found} of {entries} entries)" }
    catalogue_find { "Tìm", "Find" }
    catalogue_hint { "gõ vài chữ không dấu: tên, mã, giấy tờ…", "a few letters: a name, a code, a paper…" }
    catalogue_misfits(codes: &str) { "Không hợp với bản chương trình này, chưa dùng: {codes}", "Do not fit this version of the program, not in use: {codes}" }
    state_ended(last: &str) { "đã ngừng {last}", "ended {last}" }
    state_begins(first: &str) { "từ {first}", "from {first}" }
    state_off { "chưa bật", "turned off" }
    state_ends(last: &str) { "ngừng sau {last}", "until {last}" }
    state_added { "của bàn này", "this desk's own" }
    state_changed { "sửa tại bàn", "changed here" }
    state_built_in { "mặc định", "as supplied" }
    reading_kind_procedure { "thủ tục hành chính", "administrative procedure" }
    reading_kind_skill { "kỹ năng số", "digital skill" }
    reading_code(code: &str, kind: &str, field: &str) { "Mã {code} · {kind} · {field}", "Code {code} · {kind} · {field}" }
    reading_working_days(days: u16) { "{days} ngày làm việc", "{days} working days" }
    reading_same_day { "Có kết quả trong ngày nếu nộp trước 15:00; nộp sau 15:00 thì sang ngày làm việc tiếp theo.", "The result comes on the same day when filed before 15:00; after that, on the next working day." }
    reading_valid { "Hiệu lực", "Validity" }
    reading_valid_from(first: &str) { "từ {first}", "from {first}" }
    reading_valid_between(first: &str, last: &str) { "từ {first} đến hết {last}", "from {first} to {last}" }
    reading_replaced_by(what: &str) { "Được thay bằng {what}", "Replaced by {what}" }
    reading_replaces(codes: &str) { "Thay cho mã {codes}", "Takes the place of code {codes}" }
    reading_systems { "Cần hệ thống", "Needs to work" }
    reading_aliases { "Người dân còn gọi là", "People also say" }
    reading_confidence { "Độ tin cậy", "How sure" }
    reading_local { "Dịch vụ riêng của một số địa phương", "A service of some communes only" }
    reading_more { "còn nữa: PgDn", "more: PgDn" }
    reading_gone { "Mục này không còn trong danh mục.", "The catalogue no longer has this entry." }
    drop_entry_question { "Bỏ bản riêng của bàn này? Mục trở về như bản đi kèm chương trình; mục do bàn thêm thì mất hẳn. Ctrl+Z lấy lại được.", "Drop this desk's own version? The entry goes back to what came with the program; one that the desk added goes altogether. Ctrl+Z takes it back." }
    entry_title(code: &str, what: &str) { "Sửa {code} {what}", "Change {code} {what}" }
    entry_title_new { "Thêm một mục vào danh mục", "Add an entry to the catalogue" }
    entry_hint { "Tab, Enter: ô sau. F10: ghi. Ô tiếng Anh để trống thì dùng chữ tiếng Việt.", "Tab, Enter: next field. F10: keep. An empty English field takes the Vietnamese words." }
    entry_not_kept { "Chưa ghi. F10: ghi. Esc: thôi. Ô tiếng Anh để trống thì dùng chữ tiếng Việt.", "Not kept yet. F10: keep. Esc: leave. Empty English fields take the Vietnamese words." }
    entry_hint_note { "Mỗi dòng một ý. Enter: dòng mới. Tab: ô sau. F10: ghi.", "One point a line. Enter: a new line. Tab: next field. F10: keep." }
    entry_code { "Mã", "Code" }
    entry_kind_label { "Loại", "Kind" }
    entry_field { "Lĩnh vực", "Field" }
    entry_name { "Tên", "Name" }
    entry_short { "Tên ngắn", "Short name" }
    entry_in_vietnamese(label: &str) { "{label} (Việt)", "{label} (Vietnamese)" }
    entry_in_english(label: &str) { "{label} (Anh)", "{label} (English)" }
    entry_working_days { "Số ngày làm việc", "Working days" }
    entry_same_day { "Trả trong ngày (trước 15:00)", "Same day (before 15:00)" }
    entry_way(way: &str) { "Nộp {way}", "File {way}" }
    entry_if_not(place: usize) { "Thiếu điều kiện {place} thì vướng", "Stuck when {place} is missing" }
    entry_needs(system: &str) { "Cần {system}", "Needs {system}" }
    entry_unsure(fact: &str) { "Cần kiểm tra: {fact}", "To be checked: {fact}" }
    entry_portal { "Trang trên Cổng (https://…)", "Portal page (https://…)" }
    entry_from { "Áp dụng từ ngày", "Offered from" }
    entry_until { "Đến hết ngày (trống: chưa định)", "Until (empty: no end)" }
    entry_local { "Riêng của địa phương", "Local service" }
    entry_yes { "có", "yes" }
    entry_no { "không", "no" }
    entry_not_said { "chưa ghi", "not said" }
    entry_lines(count: usize, first: &str) { "({count}) {first}", "({count}) {first}" }
    entry_flaw_days { "Ghi một số từ 1 đến 1.000, hoặc để trống.", "A number from 1 to 1,000, or nothing." }
    entry_flaw_code_taken { "Mã này đã có trong danh mục: sửa mục đó, hoặc dùng mã khác.", "The catalogue has this code already: change that entry, or use another code." }
    entry_flaw_text(most: usize) { "Phải có chữ, mỗi dòng nhiều nhất {most} chữ.", "Words are needed, at most {most} letters a line." }
    entry_flaw_steps(most: usize) { "Ghi 1 đến {most} bước, mỗi dòng một bước.", "1 to {most} steps, one a line." }
    entry_flaw_uneven { "Số dòng phải bằng bản tiếng Việt, hoặc để trống cả ô.", "As many lines as the Vietnamese has, or none at all." }
    entry_flaw_dates { "Ngày cuối sớm hơn ngày đầu.", "The last day lies before the first." }
    ending_title(what: &str) { "Ngừng hoặc thay: {what}", "End or replace: {what}" }
    ending_last { "Ngày cuối còn áp dụng", "Last day on which it is offered" }
    ending_by { "Mục thay thế (trống: không có)", "Replaced by (empty: by nothing)" }
    ending_row(code: &str, what: &str, from: &str) { "{code} {what} từ {from}", "{code} {what} from {from}" }
    ending_hint { "Ngày như 28/02/2027. Số liệu cũ giữ nguyên tên mục này. Mục thay thế tự được dùng khi đến ngày của nó.", "A date such as 28/02/2027. Old figures keep this entry's name. What replaces it takes over by itself on its first day." }
    ending_hint_again { "Xóa cả hai ô rồi Enter: mục này lại được dùng, không còn ngày ngừng.", "Empty both fields and press Enter: the entry is offered again, without an end." }
    ending_no_successor { "Chưa thấy mục này trong danh mục. Gõ mã hoặc vài chữ của tên; mục mới thì thêm trước.", "The catalogue has no such entry. Type its code or a few letters of its name; add a new one first." }
    import_title { "Nhập danh mục từ tệp", "Import a catalogue file" }
    import_path { "Tệp", "File" }
    import_hint { "Gõ hoặc dán đường dẫn của tệp TOML; tệp trong thư mục dữ liệu hay thư mục giấy tờ thì chỉ cần tên. Trước khi ghi sẽ xem được những gì thay đổi.", "Type or paste the path of a TOML file; of one in the data folder or the folder of papers the name is enough. You see what would change before anything is kept." }
    import_preview_title { "Tệp này sẽ thay đổi danh mục như sau. Enter: nhập. Esc: thôi.", "This file would change the catalogue as follows. Enter: import. Esc: leave it." }
    import_unreadable(reason: &str) { "Không đọc được tệp ({reason}). Danh mục giữ nguyên. Xem lại đường dẫn.", "The file cannot be read ({reason}). The catalogue stays as it is. Check the path." }
    import_too_large(most: u64) { "Tệp lớn hơn {most} MB, không phải danh mục. Danh mục giữ nguyên.", "The file is larger than {most} MB and no catalogue. The catalogue stays as it is." }
    import_not_text { "Tệp không phải văn bản UTF-8. Danh mục giữ nguyên. Lưu lại tệp dạng UTF-8.", "The file is no UTF-8 text. The catalogue stays as it is. Save the file as UTF-8." }
    import_flaw(line: usize, what: &str) { "Dòng {line}: {what}. Danh mục giữ nguyên. Sửa tệp rồi Enter lại.", "Line {line}: {what}. The catalogue stays as it is. Mend the file and press Enter again." }
    import_nothing_new { "Mọi mục trong tệp đã có sẵn đúng như vậy: không có gì để nhập.", "Everything in the file is in the catalogue already: there is nothing to import." }
    confidence_high { "cao: đọc trong văn bản đã công bố", "high: read in published material" }
    confidence_medium { "vừa: chỉ có một phần hoặc một nguồn", "medium: in part, or in one place only" }
    confidence_low { "thấp: nghe nói, cần kiểm tra", "low: told by somebody, to be checked" }
}

impl Lang {
    /// How an entry stands, in a word or two.
    pub fn entry_state(self, state: State) -> String {
        match state {
            State::Ended(last) => self.state_ended(&self.date(last)),
            State::Begins(first) => self.state_begins(&self.date(first)),
            State::Off => self.state_off().to_owned(),
            State::Ends(last) => self.state_ends(&self.date(last)),
            State::Added => self.state_added().to_owned(),
            State::Changed => self.state_changed().to_owned(),
            State::BuiltIn => self.state_built_in().to_owned(),
        }
    }

    /// Procedure or skill.
    pub const fn entry_kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Procedure => self.reading_kind_procedure(),
            Kind::Skill => self.reading_kind_skill(),
        }
    }

    /// Where a dossier may be handed in, in a word.
    pub const fn way(self, way: Way) -> &'static str {
        match (way, self) {
            (Way::Counter, Self::Vi) => "trực tiếp",
            (Way::Counter, Self::En) => "at the counter",
            (Way::Online, Self::Vi) => "trực tuyến",
            (Way::Online, Self::En) => "online",
            (Way::Post, Self::Vi) => "bưu chính công ích",
            (Way::Post, Self::En) => "by post",
        }
    }

    /// Why a file brings nothing.
    pub fn import_fault(self, fault: &ImportFault) -> String {
        match fault {
            ImportFault::File(ReadFault::Unreadable(reason)) => self.import_unreadable(reason),
            ImportFault::File(ReadFault::TooLarge) => self.import_too_large(LARGEST_FILE / 1_000_000),
            ImportFault::File(ReadFault::NotText) => self.import_not_text().to_owned(),
            ImportFault::Flaw(flaw) => self.import_flaw(flaw.line, &self.flaw(&flaw.what)),
            ImportFault::NothingNew => self.import_nothing_new().to_owned(),
        }
    }

    /// How sure the facts of an entry are.
    pub const fn confidence(self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::High => self.confidence_high(),
            Confidence::Medium => self.confidence_medium(),
            Confidence::Low => self.confidence_low(),
        }
    }
}
