//! The print jobs and printers on screen, the page that tries a printer, and the printers on the command line.

use crate::config::PrintSettings;
use crate::domain::Day;
use crate::domain::printer::Target;
use crate::domain::printing::{JobState, PaperKind, PrinterCard, Readiness};
use crate::lang::{Lang, say};
use crate::papers::forms::{ADMINISTRATION, HANDBOOK, STATISTICS, UNION};
use crate::papers::{TRIAL_STEM, of_stem};

say! {
    prints_title { "Hàng in: giấy đã gửi, mới nhất trước", "Print jobs: what was sent, the newest first" }
    prints_empty { "Chưa in giấy nào.", "Nothing has been printed yet." }
    prints_state_unclear { "Có thể đã in", "Maybe printed" }
    prints_test { "Trang in thử", "Test page" }
    print_cancelling { "Đang hủy in.", "Cancelling." }
    print_detail(state: &str, what: &str, printer: &str) { "{state}: {what}, {printer}", "{state}: {what}, {printer}" }
    print_file(path: &str) { "Tệp: {path}", "File: {path}" }
    print_advice_waiting { "Giấy đang chờ ở máy in: sửa xong máy in sẽ tự in. Không cần nữa thì hủy.", "It waits in the printer's queue and is printed once the printer is ready. Cancel it if it is no longer needed." }
    print_advice_failed { "Xem lại máy in rồi in lại, hoặc in ở máy khác. Số liệu vẫn an toàn.", "Check the printer, then print it again there or at another printer. The figures are safe." }
    print_advice_unclear { "Xem giấy ở máy in trước: có thể đã in một phần hoặc cả tờ. Chưa có thì in lại.", "Check the printer first: part or all of it may be there. If not, print it again." }
    print_advice_kept { "Lúc gửi không thấy máy in nào: xem lại máy in rồi in thêm, hoặc chép tệp sang máy khác để in.", "There was no printer when it was sent: check the printer and print it again, or take the file to another PC." }
    prints_look(key: &str) { "{key}: xem hàng in.", "{key}: print jobs." }
    bar_failed(count: usize) { "[!] Chưa in được: {count}", "[!] Not printed: {count}" }
    bar_waiting(count: usize) { "[~] Chờ máy in: {count}", "[~] Printer waits: {count}" }
    reprint_question(what: &str) { "In thêm một lần nữa «{what}»? Giấy sẽ có hai bản.", "Print \"{what}\" again? There will be two copies." }
    retry_question(what: &str) { "«{what}» có thể đã in một phần hoặc cả tờ. Đã xem giấy ở máy in chưa? In lại?", "\"{what}\" may already be printed, in part or fully. Have you looked at the printer? Print it again?" }
    reprint_at_title(what: &str) { "In «{what}» ở máy nào?", "Print \"{what}\" at which printer?" }
    choose_printer_title { "Chọn máy in", "Choose a printer" }
    asking_printers(title: &str) { "{title} (đang hỏi hệ thống in…)", "{title} (asking the printing system…)" }
    printers_title { "Máy in của máy này", "The printers of this PC" }
    printers_report { "Giấy A4 (bảng, báo cáo)", "Sheets (tally, reports)" }
    printers_slip { "Phiếu nhỏ (số, hướng dẫn)", "Slips (numbers, guidance)" }
    printers_copies { "Số bản", "Copies" }
    printers_duplex { "In hai mặt", "On both sides" }
    printers_no_duplex { "máy in này in một mặt", "this printer prints on one side" }
    yes { "có", "yes" }
    no { "không", "no" }
    printers_hint_sheets { "Enter chọn trong danh sách; hoặc ghi cups:TÊN hoặc folder:/THƯ-MỤC; để trống: máy in mặc định", "Enter chooses from the list; or write cups:NAME or folder:/FOLDER; empty: the default printer" }
    printers_hint_slips { "Enter chọn trong danh sách; hoặc ghi raw:TÊN, tcp:192.168.1.50:9100, device:/dev/usb/lp0, folder:/THƯ-MỤC; để trống: máy in mặc định", "Enter chooses from the list; or write raw:NAME, tcp:192.168.1.50:9100, device:/dev/usb/lp0, folder:/FOLDER; empty: the default printer" }
    printers_only_slips { "Máy in này chỉ nhận phiếu nhỏ, không nhận giấy A4: chọn máy in có tên (cups:TÊN) hoặc để trống.", "This printer takes slips only, not sheets of paper: choose a queue (cups:NAME) or leave it empty." }
    printers_offered { "Hệ thống in của máy có", "What the printing system has" }
    printers_asked { "Đang hỏi hệ thống in…", "Asking the printing system…" }
    printers_none { "Chưa có máy in nào. Giấy được lưu thành tệp trong thư mục papers.", "There is no printer. Papers are saved as files in the folder papers." }
    printers_unknown(reason: &str) { "Không hỏi được hệ thống in: {reason}. Giấy vẫn được lưu thành tệp.", "The printing system gives no answer: {reason}. Papers are saved as files anyway." }
    printers_default { "mặc định", "default" }
    printers_both_sides { "hai mặt", "both sides" }
    printers_slips_only { "chỉ phiếu", "slips only" }
    printers_kept { "Đã lưu máy in của máy này.", "The printers of this PC are saved." }
    printers_not_kept(reason: &str) { "Chưa lưu được máy in ({reason}): dùng được đến khi thoát. Xem lại ổ đĩa và quyền của thư mục dữ liệu.", "The printers could not be saved ({reason}): they are used until you quit. Check the disk and the data folder's permissions." }
    printers_wrong_setting(fault: &str) { "config.toml: {fault}. Tạm dùng máy in mặc định; sửa ở màn hình máy in.", "config.toml: {fault}. The default printer is used for now; fix it on the printers screen." }
    test_title { "TRANG IN THỬ", "TEST PAGE" }
    test_printer(name: &str) { "Máy in: {name}", "Printer: {name}" }
    test_when(time: &str, date: &str) { "In lúc {time} ngày {date}", "Printed {date} at {time}" }
    test_letters { "Chữ có dấu: Ă Â Đ Ê Ô Ơ Ư, ắ ằ ẳ ẵ ặ, ế ề ể ễ ệ, ố ồ ổ ỗ ộ, ứ ừ ử ữ ự", "Letters with marks: Ă Â Đ Ê Ô Ơ Ư, ắ ằ ẳ ẵ ặ, ế ề ể ễ ệ, ố ồ ổ ỗ ộ, ứ ừ ử ữ ự" }
    test_digits { "Chữ số: 0123456789", "Digits: 0123456789" }
    test_note { "Không có số thứ tự, không tính vào số liệu. Đọc được rõ mọi chữ là máy in dùng được.", "It takes no number and is counted nowhere. If you can read every letter, the printer is fine." }
    test_failed { "Không vẽ được trang in thử. Không có gì thay đổi.", "The test page could not be drawn. Nothing was changed." }
    help_printers { "Xem các máy in của máy này và máy in đang chọn", "List this PC's printers and the chosen ones" }
    help_printer { "Máy in: cups:TÊN, raw:TÊN, tcp:ĐỊA-CHỈ:9100, device:/…, folder:/… (mặc định: máy đã chọn)", "The printer: cups:NAME, raw:NAME, tcp:ADDRESS:9100, device:/…, folder:/… (default: the chosen one)" }
    help_copies { "Số bản, 1 đến 9 (mặc định: số đã chọn)", "How many copies, 1 to 9 (default: the chosen number)" }
    printers_chosen_report(printer: &str, copies: u8) { "Giấy A4: {printer}, {copies} bản", "Sheets: {printer}, copies: {copies}" }
    printers_chosen_slip(printer: &str, paper: &str) { "Phiếu nhỏ: {printer}, {paper}", "Slips: {printer}, {paper}" }
}

impl Lang {
    /// Where a job stands, in two words for a list.
    pub const fn print_state(self, state: &JobState) -> &'static str {
        match state {
            JobState::Queued => self.print_state_queued(),
            JobState::Waiting => self.print_state_waiting(),
            JobState::Printing => self.print_state_printing(),
            JobState::Done => self.print_state_done(),
            JobState::Kept => self.print_state_kept(),
            JobState::Failed(fault) if fault.may_have_printed() => self.prints_state_unclear(),
            JobState::Failed(_) => self.print_state_failed(),
            JobState::Cancelled => self.print_state_cancelled(),
        }
    }

    /// What to do about a job; `None` when there is nothing to do.
    pub const fn print_advice(self, state: &JobState) -> Option<&'static str> {
        match state {
            JobState::Waiting => Some(self.print_advice_waiting()),
            JobState::Failed(fault) if fault.may_have_printed() => Some(self.print_advice_unclear()),
            JobState::Failed(_) => Some(self.print_advice_failed()),
            JobState::Kept => Some(self.print_advice_kept()),
            JobState::Queued | JobState::Printing | JobState::Done | JobState::Cancelled => None,
        }
    }

    /// A paper as a list names it. The title is the one for the printer's queue, which knows no marks: `bang-ngay-2026-11-21`.
    pub fn print_name(self, kind: PaperKind, title: &str) -> String {
        let trial = title.strip_prefix(TRIAL_STEM).and_then(|rest| rest.strip_prefix('-'));
        let (kind, key) = match (of_stem(title), trial) {
            (Some((form @ (ADMINISTRATION | UNION | STATISTICS | HANDBOOK), of)), _) => {
                (self.form_title(form), of)
            }
            (Some((_, of)), _) => (self.paper_kind(kind), of),
            (None, Some(of)) => (self.prints_test(), of),
            (None, None) => (self.paper_kind(kind), title),
        };
        // A ticket's number stands before its day.
        let (number, day) = match key.split_once('-') {
            Some((number, day)) if day.parse::<Day>().is_ok() => (format!("{number} "), day),
            _ => (String::new(), key),
        };
        let of =
            day.parse::<Day>().map_or_else(|_| day.to_owned(), |day| format!("{number}{}", self.date(day)));
        format!("{kind} {of}")
    }

    const fn paper_kind(self, kind: PaperKind) -> &'static str {
        match kind {
            PaperKind::Tally => self.print_kind_tally(),
            PaperKind::Report => self.print_kind_report(),
            PaperKind::Slip => self.print_kind_slip(),
            PaperKind::Ticket => self.print_kind_ticket(),
            PaperKind::Other => self.print_kind_other(),
        }
    }

    /// A queue and what it offers.
    pub fn printer_line(self, line: &PrinterCard) -> String {
        let mut facts = Vec::new();
        facts.extend(line.is_default.then(|| self.printers_default().to_owned()));
        let readiness = self.readiness(line.readiness);
        let stop = if line.readiness == Readiness::Stopped { "[!] " } else { "" };
        facts.push(if line.words.is_empty() {
            format!("{stop}{readiness}")
        } else {
            format!("{stop}{readiness} ({})", self.printer_words(&line.words))
        });
        // Others are for envelopes and films.
        let sheets: Vec<&str> =
            line.papers.iter().map(String::as_str).filter(|paper| matches!(*paper, "A4" | "A5")).collect();
        facts.push(match (line.papers.is_empty(), sheets.is_empty()) {
            (true, _) => self.printers_slips_only().to_owned(),
            (false, true) => line.papers.iter().take(3).cloned().collect::<Vec<_>>().join(" "),
            (false, false) => sheets.join(" "),
        });
        facts.extend(line.has_duplex.then(|| self.printers_both_sides().to_owned()));
        format!("{}: {}", line.name, facts.join(" · "))
    }

    /// The printers that are chosen, a line each.
    pub fn printers_chosen(self, settings: &PrintSettings) -> [String; 2] {
        let name = |text: &str| match text.parse::<Target>() {
            Ok(target) => self.print_target(&target),
            Err(fault) => self.target_fault(text, fault),
        };
        [
            self.printers_chosen_report(&name(&settings.report), settings.copies),
            self.printers_chosen_slip(
                &name(&settings.slip),
                &self.slip_paper(settings.slip_sheet(), settings.slip_width),
            ),
        ]
    }
}
